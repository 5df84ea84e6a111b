/**
 * The internals lab: arrow keys, Home and End walk through the steps, wherever no field has the focus. Who holds an arrow key down is faster than the steps come: what was pressed
 * meanwhile is owed, and asked for at once with the next step; where a guess may stand between, one step at a time.
 */

const KEYS: Record<string, string> = { ArrowLeft: "back", ArrowRight: "on", Home: "first", End: "last" };
const STEP = "#lab-step";

export function walkOnKeys(): void {
  let coming = false;
  let owed = 0;
  let leap = "";

  const go = (name: string, steps = 1): boolean => {
    const link = document.querySelector<HTMLAnchorElement>(`[data-lab-keys] [data-lab="${name}"][href]`);
    if (!link) return false;
    leap = steps > 1 ? further(link.href, name === "on" ? steps - 1 : 1 - steps) : "";
    link.click();
    coming = link.classList.contains("htmx-request"); // nothing comes where the link was followed as any other
    return true;
  };
  const arrived = (event: Event): void => {
    if (!coming || !(event.target as Element).closest(STEP)) return;
    coming = false;
    const steps = owed;
    owed = 0;
    if (!steps) return;
    const guessing = document.querySelector("[data-lab-guess]") !== null || new URLSearchParams(location.search).has("m");
    if (go(steps > 0 ? "on" : "back", guessing ? 1 : Math.abs(steps)) && guessing) owed = steps - Math.sign(steps);
  };

  document.addEventListener("htmx:afterSettle", arrived);
  document.addEventListener("htmx:afterRequest", (event) => {
    if ((event as CustomEvent<{ successful: boolean }>).detail.successful) return;
    coming = false;
    owed = 0;
  });
  document.addEventListener("htmx:configRequest", (event) => {
    if (leap) (event as CustomEvent<{ path: string }>).detail.path = leap;
    leap = "";
  });
  document.addEventListener("keydown", (event) => {
    const name = KEYS[event.key];
    if (!name || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
    const at = event.target instanceof Element ? event.target : null;
    if (at?.closest("input, textarea, select, [contenteditable], .cm-editor")) return;
    if (coming) {
      event.preventDefault();
      owed = name === "on" ? owed + 1 : name === "back" ? owed - 1 : owed;
    } else if (go(name)) event.preventDefault();
  });
}

/** The address of a step so many further; the server stops at the first and the last. */
function further(address: string, steps: number): string {
  const found = new URL(address);
  found.searchParams.set("s", String(Math.max(1, Number(found.searchParams.get("s") ?? "1") + steps)));
  return found.pathname + found.search;
}
