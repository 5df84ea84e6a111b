/** What is heard behind the interviewer's voice, made here: no file is loaded, and it goes with the browser's voice and with the machine's. */

const SECONDS = 4;
let context: AudioContext | null = null;

function audio(): AudioContext | null {
  try {
    context ??= new AudioContext();
    void context.resume();
  } catch {
    return null;
  }
  return context;
}

/** Noise that falls by about 3 dB (`pink`) or 6 dB (`brown`) an octave, or not at all. */
function samples(colour: "white" | "pink" | "brown", rate: number): Float32Array<ArrayBuffer> {
  const made = new Float32Array(SECONDS * rate);
  let [slow, middle, fast, brown] = [0, 0, 0, 0];
  for (let at = 0; at < made.length; at++) {
    const white = Math.random() * 2 - 1;
    if (colour === "white") made[at] = white;
    else if (colour === "brown") made[at] = (brown = (brown + 0.02 * white) / 1.02) * 3.5;
    else {
      slow = 0.99765 * slow + white * 0.099;
      middle = 0.963 * middle + white * 0.2965;
      fast = 0.57 * fast + white * 1.0527;
      made[at] = (slow + middle + fast + white * 0.1848) * 0.2;
    }
  }
  return made;
}

const KINDS: Record<string, { colour: "white" | "pink" | "brown"; gain: number; band: [number, number]; swells: number }> = {
  office: { colour: "pink", gain: 0.09, band: [250, 2500], swells: 1.7 }, // murmurs at the pace of syllables
  street: { colour: "brown", gain: 0.3, band: [30, 700], swells: 0.15 }, // passes by
  line: { colour: "white", gain: 0.012, band: [300, 3400], swells: 0 },
};

/** Begins the noise; the function that comes back ends it. */
export function noise(kind: string): () => void {
  const known = KINDS[kind];
  const place = known ? audio() : null;
  if (!known || !place) return () => undefined;
  const source = place.createBufferSource();
  source.buffer = place.createBuffer(1, SECONDS * place.sampleRate, place.sampleRate);
  source.buffer.copyToChannel(samples(known.colour, place.sampleRate), 0);
  source.loop = true;
  const gain = place.createGain();
  gain.gain.value = known.gain;
  const [low, high] = known.band.map((frequency, at) => {
    const filter = place.createBiquadFilter();
    filter.type = at ? "lowpass" : "highpass";
    filter.frequency.value = frequency;
    return filter;
  }) as [BiquadFilterNode, BiquadFilterNode];
  source.connect(low).connect(high).connect(gain).connect(place.destination);
  const swell = known.swells ? swells(place, gain, known.swells, known.gain) : null;
  source.start();
  return () => {
    source.stop();
    swell?.stop();
  };
}

function swells(place: AudioContext, gain: GainNode, frequency: number, depth: number): OscillatorNode {
  const wave = place.createOscillator();
  wave.frequency.value = frequency;
  const amount = place.createGain();
  amount.gain.value = depth * 0.6;
  wave.connect(amount).connect(gain.gain);
  wave.start();
  return wave;
}

/** A voice as a telephone carries it: 300 to 3400 Hz. */
export function throughTelephone(element: HTMLAudioElement): void {
  const place = audio();
  if (!place) return;
  const [low, high] = [place.createBiquadFilter(), place.createBiquadFilter()];
  low.type = "highpass";
  low.frequency.value = 300;
  high.type = "lowpass";
  high.frequency.value = 3400;
  place.createMediaElementSource(element).connect(low).connect(high).connect(place.destination);
}
