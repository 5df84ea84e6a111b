/** A file that misses the editor would replace the page by itself: it is caught, and `#trouble[data-msg-not-here]` says where it belongs. */
import { message } from "./messages";

function strays(event: DragEvent): boolean {
  const files = event.dataTransfer?.types.includes("Files") ?? false;
  return files && !(event.target instanceof Element && event.target.closest(".cm-editor, input[type=file]"));
}

export function catchFiles(): void {
  document.addEventListener("dragover", (event) => strays(event) && event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (!strays(event)) return;
    event.preventDefault();
    const place = document.getElementById("trouble");
    if (place) place.textContent = message(place, "not-here");
  });
}
