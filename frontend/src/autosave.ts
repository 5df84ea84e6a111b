/**
 * `form[data-autosave=URL]` keeps a draft of itself on the server, some seconds after the last key.
 *
 * A draft is the form itself, posted as it would be submitted; its field `seq` says which state of the answer it follows.
 * The server replies 200 `{"seq": n}` (kept: n is the new state) or 409 `{"seq": n}` (another window has written since).
 * Until the server has a draft, its text lies in this tab's sessionStorage under the form's id, and comes back with the page.
 *
 * The page's words for each state stand in the form as `[data-when~=STATE]` and are shown in that state alone:
 * `saved`, `offline` (no answer: it goes on trying), `outside` (the program was started again and has not let this browser in yet: it goes on trying),
 * `refused` (an answer that is none of these), `conflict`. In the conflict
 * `[data-keep=mine]` writes over the other window's text (`over`), `[data-keep=theirs]` loads it (`left`: this one was chosen against). Meanwhile the form goes on being sent: with each 409
 * the server keeps what this `window` has written beside the answer, so that closing it loses nothing.
 */

type State = "clean" | "waiting" | "saving" | "saved" | "offline" | "outside" | "refused" | "conflict";
type Fields = Record<string, string>;
interface Stored {
  seq: string;
  fields: Fields;
  submitted: boolean;
}

const PAUSE = 2_000;
const LONGEST_RETRY = 30_000;
const LONGEST_WAIT = 4_000;
/** What this window calls itself: the versions that it loses to another take each other's place. */
const WINDOW = crypto.randomUUID();
const savers = new WeakMap<HTMLFormElement, Saver>();

class Saver {
  private state: State = "clean";
  private timer = 0;
  private failures = 0;
  private edits = 0;
  private settled = 0;
  private theirs = "";
  private choice: "" | "over" | "left" = "";
  saving: Promise<void> | null = null;

  constructor(private readonly form: HTMLFormElement) {
    this.restore();
    form.addEventListener("input", () => this.edited());
    form.addEventListener("click", (event) => {
      const choice = event.target instanceof Element && event.target.closest<HTMLElement>("[data-keep]");
      if (choice) this.resolve(choice.dataset.keep === "mine");
    });
    form.addEventListener("htmx:afterRequest", (event) => {
      const { successful } = (event as CustomEvent<{ successful?: boolean }>).detail;
      if (event.target === form && successful) this.forget(); // not a hint's button inside the form
    });
    window.addEventListener("online", () => this.trying && this.form.isConnected && this.soon(0));
  }

  private get seq(): HTMLInputElement | null {
    return this.form.querySelector<HTMLInputElement>('input[name="seq"]');
  }

  private get key(): string {
    return `sparring:${this.form.id}`;
  }

  private show(state: State): void {
    this.state = state;
    this.form.querySelectorAll<HTMLElement>("[data-when]").forEach((element) => {
      element.hidden = !element.dataset.when?.split(" ").includes(state);
    });
  }

  private fields(): Fields {
    const written: Fields = {};
    const server = new Set([...this.form.querySelectorAll<HTMLInputElement>("input[type=hidden]")].map((field) => field.name));
    new FormData(this.form).forEach((value, name) => {
      if (typeof value === "string" && !server.has(name)) written[name] = value;
    });
    return written;
  }

  private keep(submitted = false): void {
    const stored: Stored = { seq: this.seq?.value ?? "", fields: this.fields(), submitted };
    try {
      sessionStorage.setItem(this.key, JSON.stringify(stored));
    } catch {
      // No room, or storage is switched off: the draft on the server is what is left.
    }
  }

  /** Whether something was written that the server has not seen yet. */
  get unsaved(): boolean {
    return this.edits !== this.settled;
  }

  private forget(): void {
    this.settled = this.edits;
    sessionStorage.removeItem(this.key);
    clearTimeout(this.timer);
    this.show("clean"); // after a conflict too: what was handed in is the answer, nothing is left to choose
  }

  private stored(): Stored | null {
    try {
      return JSON.parse(sessionStorage.getItem(this.key) ?? "null") as Stored | null;
    } catch {
      return null;
    }
  }

  /** Brings back what was typed but never reached the server; if the server has moved on meanwhile, asks. */
  private restore(): void {
    const stored = this.stored();
    if (!stored) return;
    const moved = stored.seq !== (this.seq?.value ?? "");
    if ((moved && stored.submitted) || JSON.stringify(stored.fields) === JSON.stringify(this.fields())) return this.forget();
    this.theirs = this.seq?.value ?? "";
    for (const element of this.form.elements) fill(element, stored.fields);
    this.edits += 1;
    if (moved && this.seq) this.seq.value = stored.seq; // so that the server sees two versions, and keeps both
    if (moved) this.show("conflict");
    this.soon(0);
  }

  private edited(): void {
    this.edits += 1;
    this.keep();
    if (!this.trying && this.state !== "conflict") this.show("waiting"); // in a conflict the server keeps this text beside the other
    this.soon(this.trying ? this.retry() : PAUSE);
  }

  /** Whether what is written waits for the program, or for its door, to open again. */
  private get trying(): boolean {
    return this.state === "offline" || this.state === "outside";
  }

  private later(state: "offline" | "outside"): void {
    this.failures += 1;
    this.show(state);
    if (this.form.isConnected) this.soon(this.retry());
  }

  private retry(): number {
    return Math.min(LONGEST_RETRY, PAUSE * 2 ** this.failures);
  }

  private soon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.save(), delay);
  }

  save(): Promise<void> {
    clearTimeout(this.timer);
    this.saving ??= this.post().finally(() => (this.saving = null));
    return this.saving;
  }

  private async post(): Promise<void> {
    const edits = this.edits;
    let reply: Response;
    try {
      const body = new FormData(this.form);
      body.set("window", WINDOW);
      if (this.choice) body.set(this.choice, "1");
      const headers = { Accept: "application/json" };
      reply = await fetch(this.form.dataset.autosave!, { method: "POST", body, headers, signal: AbortSignal.timeout(15_000) });
      if (reply.status >= 500) throw new Error(reply.statusText);
    } catch {
      return this.later("offline");
    }
    if (reply.status === 403) return this.later("outside");
    this.failures = 0;
    const answer = (await reply.json().catch(() => null)) as { seq?: number | string } | null;
    if (reply.status === 409) {
      this.theirs = String(answer?.seq ?? "");
      this.settled = edits; // the server keeps it beside the other
      this.show("conflict");
    } else if (!reply.ok || answer?.seq === undefined) this.show("refused");
    else this.accepted(String(answer.seq), edits === this.edits);
  }

  private accepted(seq: string, all: boolean): void {
    this.choice = "";
    if (this.seq) this.seq.value = seq;
    if (all) {
      this.forget();
      this.show("saved");
    } else {
      this.keep();
      this.show("waiting");
      this.soon(PAUSE);
    }
  }

  private resolve(mine: boolean): void {
    if (mine) {
      this.choice = "over";
      if (this.seq && this.theirs) this.seq.value = this.theirs;
      this.show("waiting");
      void this.save();
    } else {
      const reload = (): void => {
        sessionStorage.removeItem(this.key);
        location.reload();
      };
      void (this.saving ?? Promise.resolve()).then(() => ((this.choice = "left"), this.save())).finally(reload); // what was written here last is kept there first
    }
  }

  /** The form is being submitted: its text is safe with that submission, unless it never arrives. */
  leave(): void {
    clearTimeout(this.timer);
    if (this.edits) this.keep(true);
  }
}

function fill(element: Element, fields: Fields): void {
  const known = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement;
  if (!known || !(element.name in fields) || (element instanceof HTMLInputElement && element.type === "file")) return;
  if (element instanceof HTMLInputElement && (element.type === "checkbox" || element.type === "radio")) {
    element.checked = element.value === fields[element.name];
    return;
  }
  element.value = fields[element.name]!;
  element.dispatchEvent(new Event("change", { bubbles: true }));
}

export function autosave(form: HTMLFormElement): void {
  if (!savers.has(form)) savers.set(form, new Saver(form));
}

/** What a submission waits for: its own form's draft that is under way, and whatever the page's other forms have not saved yet. */
function unfinished(form: HTMLFormElement): Promise<void>[] {
  const own = savers.get(form)?.saving;
  const others = [...document.querySelectorAll<HTMLFormElement>("form[data-autosave]")].filter((other) => other !== form);
  const unsaved = others.map((other) => savers.get(other)).filter((saver) => saver?.unsaved);
  return [...(own ? [own] : []), ...unsaved.map((saver) => saver!.save())];
}

/**
 * A submission waits for the draft that is under way, else it would carry a `seq` that is already past; and for the drafts of the
 * page's other forms, else a step that ends the session would leave behind what was written in its last seconds, as the notes.
 */
export function holdWhileSaving(): void {
  const held = new WeakSet<HTMLFormElement>();
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target as HTMLFormElement;
      const drafts = held.delete(form) ? [] : unfinished(form);
      if (!drafts.length) return savers.get(form)?.leave();
      event.preventDefault();
      event.stopImmediatePropagation();
      const submitter = event.submitter;
      const enough = new Promise<void>((resolve) => setTimeout(resolve, LONGEST_WAIT));
      void Promise.race([Promise.all(drafts), enough]).then(() => {
        const saver = savers.get(form);
        if (saver) saver.saving = null;
        held.add(form); // it waits once: a server that is away does not keep it for ever
        form.requestSubmit(submitter);
      });
    },
    true,
  );
}
