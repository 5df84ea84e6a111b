/**
 * A text too long for its field never gets in: pasted or dropped megabytes would stop the page for minutes before the server could say a word.
 * `data-max-bytes` says what a field takes (`MOST` characters unless told). What stood there stays; `#trouble[data-msg-too-long]` says so,
 * with `{most}` for the number. Editors guard themselves.
 */
import { message } from "./messages";

const MOST = 200_000;

function plainField(event: Event): HTMLTextAreaElement | HTMLInputElement | null {
  const field = event.target;
  const text = field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === "text");
  return text ? field : null;
}

function refuse(event: Event, length: number): void {
  const field = plainField(event);
  const most = Number(field?.dataset.maxBytes ?? MOST);
  if (!field || length === 0) return;
  const selected = (field.selectionEnd ?? 0) - (field.selectionStart ?? 0);
  const place = document.getElementById("trouble");
  if (field.value.length - selected + length <= most) return;
  event.preventDefault();
  event.stopPropagation();
  if (place) place.textContent = message(place, "too-long").replace("{most}", most.toLocaleString(document.documentElement.lang));
  place?.scrollIntoView({ block: "nearest" });
}

export function limit(): void {
  document.addEventListener("paste", (event) => refuse(event, event.clipboardData?.getData("text/plain").length ?? 0), true);
  document.addEventListener("drop", (event) => refuse(event, event.dataTransfer?.getData("text/plain").length ?? 0), true);
  document.addEventListener("beforeinput", (event) => refuse(event, event.data?.length ?? 0), true);
}
