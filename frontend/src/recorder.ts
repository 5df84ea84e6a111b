/**
 * `[data-recorder=FIELD]` records what is said, sends it, and writes the words into the field. Its controls say in `data-in` in which states they are there:
 *   idle, recording, paused, sending, hearing, done, failed
 * Alt-R begins and ends, Alt-P pauses and goes on. What was recorded is kept in the browser until the server has it.
 */
import { Capture, CaptureError } from "./capture";
import { forget, keep, lying } from "./kept";
import { message } from "./messages";
import { replay } from "./replay";

type State = "idle" | "recording" | "paused" | "sending" | "hearing" | "done" | "failed";
interface Stored {
  key: string;
  replay: string;
  missing: string;
}
interface Heard {
  text: string;
  trouble: string;
  usable: boolean;
  language: string;
}

const LOOK = 100;
const SILENT_AFTER = 4; // seconds without any sound, then it is said
const SILENT_LEVEL = 0.08;

function written(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.floor(seconds) % 60).padStart(2, "0")}`;
}

function nameOf(sound: Blob): string {
  const form = /mp4/.test(sound.type) ? "m4a" : /ogg/.test(sound.type) ? "ogg" : "webm";
  return `sparring.${form}`;
}

export class Recorder {
  private state: State = "idle";
  private capture: Capture | null = null;
  private timer = 0;
  private sound: Blob | null = null;
  private loudest = 0;
  private timeSaid = false;
  private inserted = "";
  private shown = "";
  private waiting: ((there: boolean) => void)[] = []; // whoever wants to hand in its words

  constructor(readonly root: HTMLElement) {
    root.addEventListener("click", (event) => this.pressed(event));
    this.find<HTMLInputElement>("input[type=file]").addEventListener("change", () => this.tell(""));
    this.inserted = root.querySelector<HTMLElement>("[data-take]")?.dataset.text ?? "";
    this.enter("idle");
    void this.resumeWhatWasLeft();
  }

  private find<E extends HTMLElement>(selector: string): E {
    return this.root.querySelector<E>(selector)!;
  }

  get field(): HTMLTextAreaElement | null {
    return document.getElementById(this.root.dataset.recorder!) as HTMLTextAreaElement | null;
  }

  /** The fields that go with the sound. */
  private fields(): Record<string, string> {
    const form = document.getElementById(`record-${this.root.dataset.recorder}`) as HTMLFormElement;
    const all = [...new FormData(form)].filter((pair): pair is [string, string] => typeof pair[1] === "string");
    return Object.fromEntries(all);
  }

  private get place(): string {
    const { exercise, part, interview } = this.fields();
    return [interview || exercise, part, this.root.dataset.recorder].join(" ");
  }

  enter(state: State): void {
    this.state = state;
    this.root.dataset.state = state;
    const held = document.activeElement;
    this.root.querySelectorAll<HTMLElement>("[data-in]").forEach((control) => {
      control.hidden = !control.dataset.in!.split(" ").includes(state);
    });
    // The keyboard does not lose its place when its button makes room for another.
    if (held instanceof HTMLElement && held.hidden && this.root.contains(held)) this.root.querySelector<HTMLElement>(".bar button:not([hidden])")?.focus();
  }

  tell(asked: string, more = ""): void {
    const name = this.waiting.length && ["sending", "hearing"].includes(asked) ? "waits" : asked;
    this.find("[data-said]").textContent = [name && message(this.root, name), more].filter(Boolean).join(" ");
  }

  private pressed(event: Event): void {
    const action = (event.target as Element).closest<HTMLElement>("[data-do]")?.dataset.do;
    if (!action) return;
    if (action === "file") event.preventDefault();
    this.act(action);
  }

  act(action: string): void {
    if (action === "record") void this.begin();
    else if (action === "again") void this.capture?.stop().then(() => this.begin());
    else if (action === "pause") this.pause();
    else if (action === "resume") this.goOn();
    else if (action === "stop") void this.end();
    else if (action === "send") this.send();
    else if (action === "file") this.sendFile();
  }

  /** Whether words are still to come: handing in waits for them. */
  get busy(): boolean {
    return ["recording", "paused", "sending", "hearing"].includes(this.state);
  }

  /** Ends what runs; true as soon as its words stand in the field, false if none came of it. */
  words(): Promise<boolean> {
    const settled = new Promise<boolean>((resolve) => this.waiting.push(resolve));
    if (this.capture) void this.end();
    else this.tell(this.state);
    return settled;
  }

  private settle(there: boolean): void {
    const waited = this.waiting;
    this.waiting = [];
    if (waited.length && !there) this.tell("", [this.find("[data-said]").textContent, message(this.root, "not-handed-in")].filter(Boolean).join(" "));
    waited.forEach((resolve) => resolve(there));
  }

  /** What a key means now. */
  toggle(pause: boolean): void {
    const running = this.state === "recording";
    if (pause) this.act(running ? "pause" : this.state === "paused" ? "resume" : "");
    else this.act(running || this.state === "paused" ? "stop" : ["idle", "done", "failed"].includes(this.state) ? "record" : "");
  }

  private async begin(): Promise<void> {
    clearInterval(this.timer);
    this.tell("asking");
    try {
      this.capture = await Capture.begin();
    } catch (error) {
      this.enter(this.sound ? "failed" : "idle");
      return this.tell(error instanceof CaptureError ? error.trouble : "broken");
    }
    [this.loudest, this.timeSaid] = [0, false];
    this.capture.onended = () => void this.end("no-microphone");
    this.find("[data-so-far]").hidden = true;
    this.enter("recording");
    this.tell("recording");
    this.root.dispatchEvent(new CustomEvent("recorder:began", { bubbles: true }));
    void fetch(this.root.dataset.ready!, { method: "POST", body: new URLSearchParams({ csrfmiddlewaretoken: this.fields().csrfmiddlewaretoken! }) }).catch(() => undefined);
    this.timer = window.setInterval(() => this.look(), LOOK);
  }

  private look(): void {
    const capture = this.capture;
    if (!capture || !this.root.isConnected) return void this.leave();
    if (this.state !== "recording") return;
    const level = capture.level();
    this.loudest = Math.max(this.loudest, level);
    this.find<HTMLMeterElement>("[data-level]").value = level;
    this.find("[data-clock-of]").textContent = written(capture.seconds);
    const high = Number(this.root.dataset.high);
    if (this.loudest < SILENT_LEVEL && capture.seconds > SILENT_AFTER) this.tell("silent");
    else if (high && capture.seconds > high && !this.timeSaid) {
      this.timeSaid = true;
      this.tell("time");
    } else if (this.loudest >= SILENT_LEVEL && this.find("[data-said]").textContent === message(this.root, "silent")) this.tell("recording");
    if (capture.seconds > Number(this.root.dataset.most)) void this.end("stopped");
  }

  /** The page's piece was swapped away: the microphone goes with it. */
  private leave(): void {
    clearInterval(this.timer);
    void this.capture?.stop();
    this.capture = null;
  }

  get seconds(): number {
    return this.capture?.seconds ?? 0;
  }

  private pause(): void {
    this.capture?.pause();
    this.find<HTMLMeterElement>("[data-level]").value = 0;
    this.enter("paused");
    this.tell("paused");
  }

  private goOn(): void {
    this.capture?.resume();
    this.enter("recording");
    this.tell("recording");
  }

  private async end(why = ""): Promise<void> {
    clearInterval(this.timer);
    const capture = this.capture;
    this.capture = null;
    if (!capture) return;
    this.root.dispatchEvent(new CustomEvent("recorder:ended", { bubbles: true, detail: capture.seconds }));
    this.sound = await capture.stop();
    this.send(why);
  }

  private sendFile(): void {
    const file = this.find<HTMLInputElement>("input[type=file]").files?.[0];
    if (!file) return this.tell("", message(this.root, "refused"));
    this.sound = file;
    this.send();
  }

  /** Sends the sound. Until the server has it, it lies in the browser; what goes wrong is said and nothing is lost. */
  private send(why = ""): void {
    const sound = this.sound;
    if (!sound) return;
    const fields = { ...this.fields(), ...this.more() };
    void keep(this.place, { sound, fields: { ...fields, csrfmiddlewaretoken: "" } });
    const form = new FormData();
    Object.entries(fields).forEach(([name, value]) => form.set(name, value));
    form.set("sound", sound, sound instanceof File ? sound.name : nameOf(sound));
    this.enter("sending");
    this.tell(why || "sending");
    const bar = this.find<HTMLProgressElement>("[data-sent]");
    bar.value = 0;
    const sent = new XMLHttpRequest();
    sent.open("POST", this.root.dataset.upload!);
    sent.setRequestHeader("Accept", "application/json");
    sent.upload.onprogress = (event) => event.lengthComputable && (bar.value = event.loaded / event.total);
    sent.onload = () => this.answered(sent);
    sent.onerror = () => this.failed("lost");
    sent.send(form);
  }

  /** What else is sent with the sound: those who watch the recording write it into `detail`. */
  private more(): Record<string, string> {
    const asked = new CustomEvent<Record<string, string>>("recorder:sending", { bubbles: true, detail: {} });
    this.root.dispatchEvent(asked);
    return asked.detail;
  }

  private answered(sent: XMLHttpRequest): void {
    let said: Partial<Stored> & { error?: string } = {};
    try {
      said = JSON.parse(sent.responseText) as typeof said;
    } catch {
      // not our server's words
    }
    if (sent.status === 200 && said.key) {
      void forget(this.place);
      this.sound = null;
      this.stored(said as Stored);
    } else if ([400, 413].includes(sent.status)) {
      void forget(this.place); // it is no sound that can be used: sending it again would change nothing
      this.sound = null;
      this.enter("idle");
      this.tell("", said.error ?? message(this.root, "broken"));
      this.settle(false);
    } else this.failed("lost", said.error);
  }

  private failed(name: string, more = ""): void {
    const link = this.find<HTMLAnchorElement>("[data-save]");
    URL.revokeObjectURL(link.href);
    if (this.sound) {
      link.href = URL.createObjectURL(this.sound);
      link.download = nameOf(this.sound);
    }
    this.enter("failed");
    this.tell(name, more);
    this.settle(false);
  }

  private stored(stored: Stored): void {
    const take = this.root.querySelector<HTMLInputElement>("[data-take]");
    if (take) {
      take.value = stored.key;
      take.dataset.replayAt = stored.replay;
    }
    this.root.dispatchEvent(new CustomEvent("recorder:stored", { bubbles: true, detail: stored.key }));
    if (stored.missing) {
      void this.show(stored.replay);
      this.enter("done");
      this.tell("kept-only");
      this.changed();
      this.settle(Boolean(this.field?.value.trim()));
    } else this.hear(stored.key, stored.replay);
  }

  /** Shows the words as they are heard, then writes them down. */
  private hear(key: string, replay: string): void {
    const place = this.find("[data-so-far]");
    place.hidden = true;
    this.enter("hearing");
    this.tell("hearing");
    const query = new URLSearchParams({ key, spoken: this.find<HTMLSelectElement>("[name=spoken]").value });
    const source = new EventSource(`${this.root.dataset.hear}&${query}`);
    source.onmessage = (event) => {
      place.hidden = false;
      place.textContent = (JSON.parse(event.data as string) as { text: string }).text;
    };
    source.addEventListener("heard", (event) => {
      source.close();
      place.hidden = true;
      this.heard(JSON.parse((event as MessageEvent<string>).data) as Heard, replay);
    });
    source.addEventListener("failed", (event) => {
      source.close();
      this.enter("done");
      this.tell("", (JSON.parse((event as MessageEvent<string>).data) as { text: string }).text);
      this.settle(false);
      void this.show(replay);
    });
    source.onerror = () => {
      source.close();
      this.enter("done");
      this.tell("lost");
      this.settle(false);
    };
  }

  private heard(heard: Heard, replay: string): void {
    this.enter("done");
    this.find("[data-do=record] [data-word]").textContent = message(this.root, "record-again");
    this.find<HTMLSelectElement>("[name=spoken]").value = heard.language;
    if (heard.usable && this.root.dataset.mode !== "aloud") this.write(heard.text, heard.trouble);
    else this.tell(heard.usable ? "course" : "", heard.trouble);
    void this.show(replay);
    this.changed();
    this.settle(heard.usable);
  }

  /** Writes the words into the field: in the place of the last take's, if those still stand there as they were, else behind what is written. */
  private write(text: string, remark: string): void {
    const field = this.field;
    if (!field) return;
    const before = field.value.trim();
    const again = this.inserted !== "" && before.endsWith(this.inserted);
    const rest = again ? before.slice(0, before.length - this.inserted.length).trim() : before;
    field.value = [rest, text].filter(Boolean).join("\n\n");
    this.inserted = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    this.tell(again ? "replaced" : rest ? "added" : "heard", remark);
  }

  /** The draft is saved with the recording's name. */
  private changed(): void {
    this.root.querySelector("[data-take]")?.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** What came of the recording is shown anew: what is set against it has been measured only now. */
  refresh(): void {
    if (this.state === "done" && this.shown) void this.show(this.shown);
  }

  private async show(address: string): Promise<void> {
    this.shown = address;
    const place = this.find("[data-player]");
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok) return;
    place.innerHTML = await answer.text(); // our own server's piece: escaped there
    place.querySelectorAll<HTMLElement>("[data-replay]").forEach(replay);
  }

  /** A recording that was never sent, or sent and not listened to, goes on from there. */
  private async resumeWhatWasLeft(): Promise<void> {
    const take = this.root.querySelector<HTMLInputElement>("[data-take]");
    if (take?.value && take.dataset.replayAt) {
      if (take.hasAttribute("data-unheard")) this.hear(take.value, take.dataset.replayAt);
      else void this.show(take.dataset.replayAt);
      if (take.dataset.trouble) this.tell("", take.dataset.trouble);
    }
    const left = await lying(this.place);
    if (left && this.state === "idle" && !this.sound) {
      this.sound = left.sound;
      this.failed("left-over");
    }
  }
}

const recorders = new WeakMap<HTMLElement, Recorder>();

export function recorder(root: HTMLElement): void {
  if (!recorders.has(root)) recorders.set(root, new Recorder(root));
}

export function recorderOf(root: Element | null): Recorder | undefined {
  return root instanceof HTMLElement ? recorders.get(root) : undefined;
}

/** Alt-R and Alt-P, for the recorder nearest to where the keyboard is. */
export function recordOnKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.repeat || !["KeyR", "KeyP"].includes(event.code)) return;
    const form = event.target instanceof Element ? event.target.closest("form") : null;
    const all = [...document.querySelectorAll<HTMLElement>("[data-recorder]")];
    const busy = all.find((one) => ["recording", "paused"].includes(one.dataset.state ?? ""));
    const found = recorderOf(busy ?? form?.querySelector("[data-recorder]") ?? all[0] ?? null);
    if (!found) return;
    event.preventDefault();
    found.root.closest("details")?.setAttribute("open", "");
    found.toggle(event.code === "KeyP");
  });
}

const HANDED_IN = ["", "submit", "run", "reply"];

/** What is handed in while its words are still being heard waits for them: else an empty answer would be judged, and the recording would belong to none. */
export function holdWhileHearing(): void {
  const held = new WeakSet<HTMLFormElement>();
  document.addEventListener(
    "submit",
    (event) => {
      const form = event.target as HTMLFormElement;
      const pressed = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
      const all = [...form.querySelectorAll<HTMLElement>("[data-recorder]")];
      const busy = all.map((root) => recorderOf(root)).find((one) => one?.busy && one.root.dataset.mode !== "aloud");
      if (!busy || !HANDED_IN.includes(pressed?.value ?? "")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (held.has(form)) return;
      held.add(form);
      void busy.words().then((there) => {
        held.delete(form);
        if (there && form.isConnected) form.requestSubmit(pressed);
      });
    },
    true,
  );
}
