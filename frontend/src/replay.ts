/**
 * `[data-replay]`: a recording with its words. The word that is heard lights up, a word that is pressed is where the recording goes on. The moments that a
 * verdict speaks of (`.moments [data-start]` in the same verdict) become buttons that play them.
 */

export function replay(root: HTMLElement): void {
  const audio = root.querySelector("audio");
  const words = [...root.querySelectorAll<HTMLElement>("[data-start]")];
  if (!audio || root.dataset.replay === "on") return;
  root.dataset.replay = "on";
  const starts = words.map((word) => Number(word.dataset.start));
  let lit: HTMLElement | undefined;
  let frame = 0;
  let until = Infinity;

  const light = () => {
    const now = audio.currentTime;
    let at = starts.findIndex((start) => start > now + 0.02);
    at = at < 0 ? starts.length - 1 : at - 1;
    const word = words[at];
    const next = word && now <= Number(word.dataset.end) + 0.35 ? word : undefined;
    if (next !== lit) {
      lit?.classList.remove("lit");
      next?.classList.add("lit");
      lit = next;
    }
    if (now >= until) {
      until = Infinity;
      audio.pause();
    }
    if (!audio.paused && root.isConnected) frame = requestAnimationFrame(light);
  };
  const from = (seconds: number, end = Infinity) => {
    audio.currentTime = seconds;
    until = end;
    void audio.play().catch(() => undefined);
  };
  audio.addEventListener("play", () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(light);
  });
  // A browser's recording does not say how long it is: a look at its end tells, and the bar is right.
  audio.addEventListener("loadedmetadata", () => {
    if (audio.duration !== Infinity) return;
    audio.addEventListener("durationchange", () => (audio.currentTime = 0), { once: true });
    audio.currentTime = Number.MAX_SAFE_INTEGER;
  });
  audio.addEventListener("seeked", light);
  audio.addEventListener("ended", () => lit?.classList.remove("lit"));
  words.forEach((word) => word.addEventListener("click", () => from(Number(word.dataset.start))));
  moments(root, from);
}

function moments(root: HTMLElement, from: (seconds: number, end: number) => void): void {
  const around = root.closest(".verdict, [data-recorder], main");
  around?.querySelectorAll<HTMLElement>(".moments > [data-start]").forEach((item) => {
    if (item.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "moment";
    button.append(...item.childNodes);
    button.addEventListener("click", () => from(Math.max(0, Number(item.dataset.start) - 0.5), Number(item.dataset.end) + 0.5));
    item.append(button);
  });
}
