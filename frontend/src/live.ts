/**
 * `[data-live=PATH]` holds a WebSocket open while the page is: the server knows by it that the interview is being taken, and says
 * `{"seq": n}` where it stands. A window that another one has overtaken (its field `data-at` says less) says so in `#trouble`.
 */
import { message } from "./messages";

const AGAIN = 5_000;
const PATIENCE = 2_000; // our own step is answered within it, and brings the new number

export function live(element: HTMLElement): void {
  const overtaken = (seq: number) => {
    const at = document.getElementById(element.dataset.at ?? "") as HTMLInputElement | null;
    return at !== null && Number(at.value) < seq && !document.querySelector("form[data-busy]");
  };
  const said = (seq: number) => {
    const place = document.getElementById("trouble");
    if (place && element.isConnected && overtaken(seq)) place.textContent = message(element, "moved");
  };
  const open = () => {
    if (!element.isConnected) return;
    const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${element.dataset.live}`);
    socket.onmessage = (event) => {
      const { seq } = JSON.parse(event.data as string) as { seq: number };
      if (overtaken(seq)) setTimeout(() => said(seq), PATIENCE);
    };
    socket.onclose = (event) => event.code !== 1000 && setTimeout(open, AGAIN);
  };
  open();
}
