/** The internals lab: arrow keys, Home and End walk through the steps, wherever no field has the focus. */

const KEYS: Record<string, string> = { ArrowLeft: "back", ArrowRight: "on", Home: "first", End: "last" };

export function walkOnKeys(): void {
  document.addEventListener("keydown", (event) => {
    const name = KEYS[event.key];
    if (!name || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.isComposing) return;
    const at = event.target instanceof Element ? event.target : null;
    if (at?.closest("input, textarea, select, [contenteditable], .cm-editor")) return;
    const link = document.querySelector<HTMLAnchorElement>(`[data-lab-keys] [data-lab="${name}"][href]`);
    if (!link) return;
    event.preventDefault();
    link.click();
  });
}
