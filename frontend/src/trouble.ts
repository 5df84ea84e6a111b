/** A request that got no answer, or a wrong one, is said in the page's `#trouble[role=alert]`; the next good answer clears it. */
import { message } from "./messages";

export function trouble(): void {
  const tell = (name: string) => () => {
    const place = document.getElementById("trouble");
    if (place) place.textContent = name && message(place, name);
  };
  document.addEventListener("htmx:sendError", tell("unreachable"));
  document.addEventListener("htmx:timeout", tell("unreachable"));
  document.addEventListener("htmx:responseError", tell("failed"));
  document.addEventListener("htmx:afterOnLoad", (event) => {
    if ((event as CustomEvent<{ successful?: boolean }>).detail.successful) tell("")();
  });
}
