/** `form[data-leave=URL]` tells the server when its page is left, so that the clock of the exercise stops there. */
export function leave(form: HTMLFormElement): void {
  window.addEventListener("pagehide", () => {
    const token = form.querySelector<HTMLInputElement>("input[name=csrfmiddlewaretoken]")?.value ?? "";
    if (form.isConnected) navigator.sendBeacon(form.dataset.leave!, new URLSearchParams({ csrfmiddlewaretoken: token }));
  });
}
