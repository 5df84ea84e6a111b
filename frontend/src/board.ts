/**
 * A plan's bars can be moved: `[data-gantt=ID]` is the picture, the fields of the board (`#ID [data-plan-person]`, `[data-plan-day]`) are the plan. A bar is dragged, or moved with the arrow
 * keys (half a day; up and down to another person); either way the fields change and the board's own request fetches the checked picture. A bar's id is how htmx gives
 * the keyboard back to it, in the swap itself: no key is lost between two pictures.
 */

const STEP = 0.25;

function fields(board: string, task: string): { person: HTMLSelectElement; day: HTMLInputElement } | null {
  const root = document.getElementById(board);
  const person = root?.querySelector<HTMLSelectElement>(`[data-plan-person="${CSS.escape(task)}"]`);
  const day = root?.querySelector<HTMLInputElement>(`[data-plan-day="${CSS.escape(task)}"]`);
  return person && day ? { person, day } : null;
}

/** The day that a field says, with a comma or a point; `otherwise` where it says none. */
function read(text: string, otherwise: number): number {
  const day = Number(text.trim().replace(",", "."));
  return text.trim() && Number.isFinite(day) ? day : otherwise;
}

/** A day as the page's language writes it. */
function written(day: number): string {
  return document.documentElement.lang.startsWith("it") ? String(day).replace(".", ",") : String(day);
}

function write(board: string, bar: SVGGElement, person: string, day: number): void {
  const found = fields(board, bar.dataset["task"] ?? "");
  if (!found || ![...found.person.options].some((option) => option.value === person)) return;
  found.person.value = person;
  found.day.value = written(Math.max(1, Math.round(day / STEP) * STEP));
  found.day.dispatchEvent(new Event("change", { bubbles: true }));
  found.day.dispatchEvent(new Event("input", { bubbles: true }));
}

function lanes(picture: Element): SVGLineElement[] {
  return [...picture.querySelectorAll<SVGLineElement>("[data-lane]")];
}

function keys(picture: HTMLElement, board: string, event: KeyboardEvent): void {
  const bar = (event.target as Element).closest<SVGGElement>(".bar");
  if (!bar || !event.key.startsWith("Arrow")) return;
  event.preventDefault();
  const found = fields(board, bar.dataset["task"] ?? "");
  const day = read(found?.day.value ?? "", Number(bar.dataset["day"]));
  const people = lanes(picture).map((lane) => lane.dataset["lane"] ?? "");
  const row = people.indexOf(found?.person.value || bar.dataset["person"] || "");
  const across = event.key === "ArrowRight" ? 0.5 : event.key === "ArrowLeft" ? -0.5 : 0;
  const down = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  write(board, bar, people[Math.min(people.length - 1, Math.max(0, row + down))] ?? "", day + across);
}

function drag(picture: HTMLElement, board: string, event: PointerEvent): void {
  const bar = (event.target as Element).closest<SVGGElement>(".bar");
  if (!bar || event.button !== 0) return;
  event.preventDefault();
  bar.focus();
  const [x, y] = [event.clientX, event.clientY];
  const width = (picture.querySelector("svg")?.clientWidth ?? 1) * (Number(picture.dataset["perDay"]) / 100);
  const move = (now: PointerEvent): void => bar.setAttribute("transform", `translate(${now.clientX - x} ${now.clientY - y})`);
  const stop = (now: PointerEvent): void => {
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", stop);
    bar.removeAttribute("transform");
    const top = picture.querySelector("svg")?.getBoundingClientRect().top ?? 0;
    const under = lanes(picture).filter((lane) => now.clientY - top >= Number(lane.getAttribute("y1")));
    if (Math.abs(now.clientX - x) + Math.abs(now.clientY - y) < 4) return;
    write(board, bar, under.at(-1)?.dataset["lane"] ?? bar.dataset["person"] ?? "", Number(bar.dataset["day"]) + (now.clientX - x) / width);
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", stop);
}

export function board(picture: HTMLElement): void {
  const id = picture.dataset["gantt"] ?? "";
  picture.addEventListener("keydown", (event) => keys(picture, id, event));
  picture.addEventListener("pointerdown", (event) => drag(picture, id, event));
}
