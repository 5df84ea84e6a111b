/**
 * A request that got no answer, or a wrong one, is said in the page's `#trouble[role=alert]`; the next good answer clears it.
 * The server's own words, where it has some, come with `HX-Retarget: #trouble` and whatever status they have.
 */
import { message } from "./messages";

function told(event: Event): boolean {
  const { xhr } = (event as CustomEvent<{ xhr?: XMLHttpRequest }>).detail;
  return xhr?.getResponseHeader("HX-Retarget") === "#trouble";
}

export function trouble(): void {
  const tell = (name: string) => {
    const place = document.getElementById("trouble");
    if (place) place.textContent = name && message(place, name);
  };
  document.addEventListener("htmx:sendError", () => tell("unreachable"));
  document.addEventListener("htmx:timeout", () => tell("unreachable"));
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (told(event)) (event as CustomEvent<{ shouldSwap: boolean }>).detail.shouldSwap = true;
  });
  document.addEventListener("htmx:responseError", (event) => told(event) || tell("failed"));
  document.addEventListener("htmx:afterOnLoad", (event) => {
    if ((event as CustomEvent<{ successful?: boolean }>).detail.successful) tell("");
  });
}
