/**
 * The interviewer's voice: `[data-listen]` holds what is said, as JSON `[[text, language], …]`, and a button `[data-play]`, which appears where somebody can say it.
 *   data-source   who speaks: `browser`, `machine` (the sound at `data-url`), `auto` (the browser where it can, else the machine)
 *   data-voice-en, data-voice-it   the browser's voice that was chosen; `data-speed`, `data-noise` how it sounds
 *   data-now      said without being asked, once
 * Only voices that speak on this machine are used: a browser's other voices send the text to somebody's server.
 */
import { message } from "./messages";
import { noise, throughTelephone } from "./noise";

type Said = [text: string, language: string];
let stopOther: (() => void) | null = null;

export function localVoices(language: string): SpeechSynthesisVoice[] {
  const all = window.speechSynthesis?.getVoices() ?? [];
  return all.filter((voice) => voice.localService && voice.lang.toLowerCase().startsWith(language));
}

function utterance(said: Said, place: HTMLElement): SpeechSynthesisUtterance {
  const spoken = new SpeechSynthesisUtterance(said[0]);
  const voices = localVoices(said[1]);
  const wanted = place.getAttribute(`data-voice-${said[1]}`);
  spoken.voice = voices.find((voice) => voice.name === wanted) ?? voices[0] ?? null;
  spoken.lang = spoken.voice?.lang ?? said[1];
  spoken.rate = Number(place.dataset.speed);
  return spoken;
}

/** Says everything, one after the other; resolves when it is said. */
function byBrowser(said: Said[], place: HTMLElement): { done: Promise<void>; stop: () => void } {
  const done = new Promise<void>((resolve, reject) => {
    speechSynthesis.cancel();
    said.map((one, at) => {
      const spoken = utterance(one, place);
      if (at === said.length - 1) spoken.onend = () => resolve();
      spoken.onerror = (event) => (["canceled", "interrupted"].includes(event.error) ? resolve() : reject(new Error(event.error)));
      speechSynthesis.speak(spoken);
    });
  });
  return { done, stop: () => speechSynthesis.cancel() };
}

function byMachine(url: string, place: HTMLElement): { done: Promise<void>; stop: () => void } {
  const audio = new Audio(url);
  let ended: () => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    ended = resolve;
    audio.onended = () => resolve();
    audio.onerror = () => reject(new Error("media"));
    if (place.dataset.noise === "line") throughTelephone(audio);
    audio.play().catch(reject);
  });
  return {
    done,
    stop: () => {
      audio.pause();
      ended();
    },
  };
}

export function listen(place: HTMLElement): void {
  const said = JSON.parse(place.dataset.listen!) as Said[];
  const button = place.querySelector<HTMLButtonElement>("[data-play]")!;
  const word = button.querySelector<HTMLElement>("[data-word]")!;
  const told = place.querySelector<HTMLElement>("[data-told]")!;
  const kept = place.parentElement?.querySelector<HTMLDetailsElement>("details.kept");
  let stop: (() => void) | null = null;

  const browser = () => place.dataset.source !== "machine" && said.every(([, language]) => localVoices(language).length > 0);
  const able = () => browser() || Boolean(place.dataset.url);

  const sign = button.querySelector<HTMLElement>("[data-sign]")!;
  const show = (playing: boolean) => {
    sign.textContent = playing ? "■" : "▶";
    word.textContent = message(place, playing ? "stop" : "play");
    place.toggleAttribute("data-playing", playing);
  };

  const play = async (asked: boolean) => {
    stopOther?.();
    told.textContent = "";
    const speaking = browser() ? byBrowser(said, place) : byMachine(place.dataset.url!, place);
    const hush = noise(place.dataset.noise ?? "none");
    stop = stopOther = () => speaking.stop();
    show(true);
    try {
      await speaking.done;
    } catch (error) {
      // A browser that wants a click first is right: the button is there.
      if (asked || (error as Error).name !== "NotAllowedError") told.textContent = message(place, "failed");
    }
    hush();
    if (stopOther === stop) stopOther = null;
    stop = null;
    show(false);
  };

  const offer = () => {
    if (!place.isConnected) return;
    button.hidden = !able();
    if (kept && !able()) {
      kept.open = true; // what nobody can say is read
      told.textContent = message(place, "none");
    } else if (told.textContent === message(place, "none")) told.textContent = "";
  };

  button.addEventListener("click", () => (stop ? stop() : void play(true)));
  offer();
  if (!browser()) window.speechSynthesis?.addEventListener("voiceschanged", offer); // a browser's voices may come late
  if (place.hasAttribute("data-now") && able()) void play(false);
}

/** In the settings: the browser's own voices can be chosen, once it says which it has. */
export function voices(form: HTMLFormElement): void {
  const fill = () => {
    form.querySelectorAll<HTMLElement>("[data-browser]").forEach((field) => {
      const select = field.querySelector("select")!;
      const names = localVoices(select.dataset.language!).map((voice) => voice.name);
      names.filter((name) => ![...select.options].some((option) => option.value === name)).forEach((name) => select.add(new Option(name, name)));
      if (names.length) field.hidden = false;
    });
  };
  fill();
  window.speechSynthesis?.addEventListener("voiceschanged", fill);
}

/** A page that is left falls silent. */
export function hushWhenLeft(): void {
  window.addEventListener("pagehide", () => stopOther?.());
}
