/**
 * A request that got no answer, or a wrong one, is said in the page's `#trouble[role=alert]`; the next good answer clears it.
 * The server's own words, where it has some, come with `HX-Retarget: #trouble` and whatever status they have.
 */
import htmx from "htmx.org";

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
  // a request that ends with its page is no error, and what comes of one is told by its own event: without their mark htmx does not write them to the console
  htmx.logger = (_element: Element, name: string, detail: { error?: string }) => {
    if (name === "htmx:sendAbort" || name === "htmx:afterRequest") delete detail.error;
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
