/**
 * `<time data-clock>` counts on from the server's figures, in whole seconds:
 *   data-elapsed   how much of the session's time has passed
 *   data-limit     how long it may take; with it the clock shows what is left, without it what has passed
 *   data-running   "true" while the session's clock runs
 * A screen reader hears nothing but `data-msg-5`, `data-msg-1` and `data-msg-0`, as those minutes are reached.
 */
import { say } from "./messages";

const MINUTES_SAID = [5, 1, 0];

function written(seconds: number): string {
  const size = Math.abs(seconds);
  const pad = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes] = [Math.floor(size / 3600), Math.floor(size / 60) % 60];
  const sign = seconds < 0 ? "−" : "";
  return sign + (hours ? `${hours}:${pad(minutes)}` : String(minutes)) + `:${pad(size % 60)}`;
}

export function clock(element: HTMLElement): void {
  const start = Date.now() - Number(element.dataset.elapsed ?? 0) * 1000;
  const limit = element.dataset.limit === undefined ? null : Number(element.dataset.limit);
  let before: number | null = null;

  function tick(): void {
    const elapsed = Math.max(0, Math.floor((Date.now() - start) / 1000));
    const shown = limit === null ? elapsed : limit - elapsed;
    element.textContent = written(shown);
    element.setAttribute("datetime", `PT${Math.abs(shown)}S`);
    element.toggleAttribute("data-over", shown < 0);
    if (limit !== null && before !== null) {
      const reached = MINUTES_SAID.find((minutes) => before! > minutes * 60 && shown <= minutes * 60);
      if (reached !== undefined) say(element, String(reached));
    }
    before = shown;
  }

  tick();
  if (element.dataset.running !== "true") return;
  const timer = setInterval(() => (element.isConnected ? tick() : clearInterval(timer)), 1000);
}
