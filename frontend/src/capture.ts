/** The microphone: opened, watched, recorded in pieces of a second, so that what was said is there whatever happens afterwards. */

export type Trouble = "insecure" | "unsupported" | "no-permission" | "no-microphone" | "busy" | "broken";

const FORMS = ["audio/webm;codecs=opus", "audio/webm", "audio/ogg;codecs=opus", "audio/mp4"];
const BITS = 48_000;

export class CaptureError extends Error {
  constructor(readonly trouble: Trouble) {
    super(trouble);
  }
}

function troubleOf(error: unknown): Trouble {
  const name = error instanceof DOMException ? error.name : "";
  if (["NotAllowedError", "SecurityError"].includes(name)) return "no-permission";
  if (["NotFoundError", "OverconstrainedError"].includes(name)) return "no-microphone";
  return ["NotReadableError", "AbortError"].includes(name) ? "busy" : "broken";
}

export class Capture {
  private readonly pieces: Blob[] = [];
  private readonly samples: Float32Array<ArrayBuffer>;
  private told = 0; // milliseconds recorded before `since`
  private since = 0; // 0 while it does not run
  onended: () => void = () => undefined; // the microphone was taken away

  private constructor(
    private readonly stream: MediaStream,
    private readonly recorder: MediaRecorder,
    private readonly context: AudioContext,
    private readonly analyser: AnalyserNode,
  ) {
    this.samples = new Float32Array(analyser.fftSize);
    recorder.ondataavailable = (event) => event.data.size && this.pieces.push(event.data);
    stream.getAudioTracks()[0]!.onended = () => this.onended();
  }

  /** Asks for the microphone and begins; CaptureError says why not. */
  static async begin(): Promise<Capture> {
    if (!window.isSecureContext) throw new CaptureError("insecure");
    const form = typeof MediaRecorder === "undefined" ? undefined : FORMS.find((name) => MediaRecorder.isTypeSupported(name));
    if (!navigator.mediaDevices?.getUserMedia || !form) throw new CaptureError("unsupported");
    let stream: MediaStream | null = null;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: true, noiseSuppression: false } });
      const context = new AudioContext();
      const analyser = context.createAnalyser();
      analyser.fftSize = 2048;
      context.createMediaStreamSource(stream).connect(analyser);
      const recorder = new MediaRecorder(stream, { mimeType: form, audioBitsPerSecond: BITS });
      const made = new Capture(stream, recorder, context, analyser);
      recorder.start(1000);
      made.since = performance.now();
      return made;
    } catch (error) {
      stream?.getTracks().forEach((track) => track.stop());
      throw new CaptureError(troubleOf(error));
    }
  }

  /** Seconds recorded so far, pauses left out. */
  get seconds(): number {
    return (this.told + (this.since ? performance.now() - this.since : 0)) / 1000;
  }

  /** How loud it is, from 0 to 1 over the 60 dB below full scale. */
  level(): number {
    this.analyser.getFloatTimeDomainData(this.samples);
    const mean = this.samples.reduce((sum, sample) => sum + sample * sample, 0) / this.samples.length;
    return Math.min(1, Math.max(0, 1 + (10 * Math.log10(mean + 1e-12)) / 60));
  }

  pause(): void {
    this.told = this.seconds * 1000;
    this.since = 0;
    this.recorder.pause();
  }

  resume(): void {
    this.recorder.resume();
    this.since = performance.now();
  }

  /** Ends it and lets the microphone go; what was recorded. */
  async stop(): Promise<Blob> {
    this.told = this.seconds * 1000;
    this.since = 0;
    this.onended = () => undefined;
    if (this.recorder.state !== "inactive") {
      const stopped = new Promise((resolve) => (this.recorder.onstop = resolve));
      this.recorder.stop();
      await stopped;
    }
    this.stream.getTracks().forEach((track) => track.stop());
    void this.context.close();
    return new Blob(this.pieces, { type: this.recorder.mimeType });
  }
}
