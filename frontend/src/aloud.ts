/**
 * Thinking aloud: while a recorder with `data-mode="aloud"` runs, what is done on the page is noted by the recording's own clock (edits as stretches, runs,
 * submissions, verdicts as they are shown) and sent with the sound, as the field `course`.
 */
import { recorderOf } from "./recorder";

interface Deed {
  what: "edit" | "run" | "submit" | "verdict";
  start: number;
  end: number;
  mark?: string;
  text?: string;
}

const REST = 2.5; // seconds without a key, then a stretch of writing is over
const MARKS = ["right", "half", "wrong", "open"];

export function aloud(root: HTMLElement): void {
  if (root.dataset.mode !== "aloud" || root.dataset.aloud === "on") return;
  root.dataset.aloud = "on";
  let deeds: Deed[] = [];
  let running = false;
  let began = 0;
  let elapsed = 0;

  const now = () => Math.round((recorderOf(root)?.seconds ?? 0) * 100) / 100;
  const note = (what: Deed["what"], more: Partial<Deed> = {}) => running && deeds.push({ what, start: now(), end: now(), ...more });

  root.addEventListener("recorder:began", () => {
    [deeds, running, began] = [[], true, performance.now()];
  });
  root.addEventListener("recorder:ended", () => {
    [running, elapsed] = [false, (performance.now() - began) / 1000];
  });
  root.addEventListener("recorder:sending", (event) => {
    (event as CustomEvent<Record<string, string>>).detail.course = JSON.stringify({ deeds, elapsed });
  });

  document.addEventListener("input", (event) => {
    if (!running || !(event.target instanceof HTMLTextAreaElement) || !event.target.matches("[data-editor]")) return;
    const last = deeds.at(-1);
    if (last?.what === "edit" && now() - last.end < REST) last.end = now();
    else note("edit");
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    const { requestConfig } = (event as CustomEvent<{ requestConfig?: { triggeringEvent?: SubmitEvent } }>).detail;
    const pressed = requestConfig?.triggeringEvent?.submitter;
    const action = pressed instanceof HTMLElement ? pressed.dataset.action : undefined;
    if (action === "run" || action === "submit") note(action);
  });
  document.addEventListener("htmx:afterSettle", () => {
    const verdict = document.getElementById("verdict");
    const title = verdict?.querySelector("#verdict-title");
    if (!verdict || !title || verdict.dataset.noted) return;
    verdict.dataset.noted = "on";
    recorderOf(root)?.refresh();
    const mark = MARKS.find((name) => verdict.querySelector(`header .mark.${name}`)) ?? "open";
    note("verdict", { mark, text: title.textContent?.trim().slice(0, 300) ?? "" });
  });
}
