/** Ctrl-Enter runs, Ctrl-Shift-Enter submits: from any field of a form, or from anywhere on a page with one such button. */

function button(from: Element, action: string): HTMLElement | null {
  const form = from.closest("form");
  const own = form && [...form.elements].find((e) => e instanceof HTMLElement && e.dataset.action === action);
  return (own as HTMLElement | null | undefined) ?? document.querySelector<HTMLElement>(`[data-action="${action}"]`);
}

/** Listens before the editor does, which has a use of its own for Ctrl-Enter. */
export function pressOnKeys(): void {
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
      const pressed = event.target instanceof Element && button(event.target, event.shiftKey ? "submit" : "run");
      if (!pressed) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) pressed.click();
    },
    true,
  );
}
