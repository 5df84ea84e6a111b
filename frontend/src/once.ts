/**
 * A form is submitted once: `form[data-once]` takes no second submission until the first was answered.
 * Buttons become aria-disabled rather than disabled, so that the keyboard does not lose its place.
 */

function mark(form: HTMLFormElement, busy: boolean): void {
  form.toggleAttribute("data-busy", busy);
  if (busy) form.setAttribute("aria-busy", "true");
  else form.removeAttribute("aria-busy");
  for (const element of form.elements) {
    if (!(element instanceof HTMLButtonElement) || element.type !== "submit") continue;
    if (busy) element.setAttribute("aria-disabled", "true");
    else element.removeAttribute("aria-disabled");
  }
}

function submitted(event: Event): HTMLFormElement | null {
  const form = event.target;
  return form instanceof HTMLFormElement && form.hasAttribute("data-once") ? form : null;
}

export function once(): void {
  document.addEventListener(
    "submit",
    (event) => {
      const form = submitted(event);
      if (!form) return;
      if (form.hasAttribute("data-busy")) {
        event.preventDefault();
        event.stopImmediatePropagation();
      } else mark(form, true);
    },
    true,
  );
  // An answer, good or bad, frees the form; so does coming back to the page with the browser's Back.
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = submitted(event);
    if (form) mark(form, false);
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) document.querySelectorAll<HTMLFormElement>("form[data-busy]").forEach((form) => mark(form, false));
  });
}
