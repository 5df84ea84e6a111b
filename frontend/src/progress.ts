/**
 * What takes long says how far it is, by server-sent events `{"text": …}` and a last one called `done`.
 *   [data-progress=URL]       shows them from the start, and goes away when it is done
 *   form[data-progress-of=ID] while its request is under way, in its [data-progress-here][data-url]: URL and the value of the field ID
 */
const PATIENCE = 700; // what is done sooner needs no words

function listen(url: string, place: HTMLElement, done: () => void): EventSource {
  const source = new EventSource(url);
  source.onmessage = (event) => {
    place.textContent = (JSON.parse(event.data as string) as { text: string }).text;
  };
  const end = () => {
    source.close();
    done();
  };
  source.addEventListener("done", end);
  source.onerror = end;
  return source;
}

export function progress(element: HTMLElement): void {
  listen(element.dataset.progress!, element, () => element.remove());
}

export function progressOf(form: HTMLFormElement): void {
  const place = form.querySelector<HTMLElement>("[data-progress-here]");
  if (!place) return;
  let timer = 0;
  let source: EventSource | null = null;
  const stop = () => {
    clearTimeout(timer);
    source?.close();
    place.textContent = "";
  };
  form.addEventListener("htmx:beforeRequest", (event) => {
    if (event.target !== form) return;
    const key = document.getElementById(form.dataset.progressOf!) as HTMLInputElement | null;
    const url = `${place.dataset.url}${encodeURIComponent(key?.value ?? "")}`;
    stop();
    timer = window.setTimeout(() => (source = listen(url, place, () => undefined)), PATIENCE);
  });
  form.addEventListener("htmx:afterRequest", (event) => event.target === form && stop());
}
