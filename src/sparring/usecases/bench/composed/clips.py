"""Composed speech: what is said, where the pauses and the sounds of hesitation are, is known because it was put there.

Two synthetic voices: espeak-ng (the system's) and piper with a CC0 voice (in the peers' environment). What they say is cut free of their own silence, so
that a pause lasts exactly what was asked for.
"""

import io
import subprocess
import tempfile
import wave
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from shutil import which

import numpy as np

from sparring.core.speech import Moment
from sparring.language.speech.sound import RATE, Samples, Sound, decode
from sparring.usecases.bench.peers import Peers

Synth = Callable[[Sequence[str]], list[Samples]]
"""Says texts, one recording each."""
QUIET = 0.004
"""Amplitude below which a synthetic voice is silent."""
EDGE = 0.4
SOUNDS = ("um,", "uh,", "er,", "um,")
"""Sounds of hesitation as the voices say them."""


@dataclass(frozen=True, slots=True)
class Clip:
    """A composed recording. `pauses` (0.7 s or longer) and `fillers` are where they were put."""

    name: str
    voice: str
    sound: Sound
    text: str
    pauses: tuple[Moment, ...]
    fillers: tuple[Moment, ...]


def voices(peers: Peers) -> dict[str, Synth]:
    """The voices that this machine has."""
    found: dict[str, Synth] = {"espeak-ng": _espeak} if which("espeak-ng") else {}
    if peers.ask("piper_voice.py", {"texts": [], "folder": ""}, 120) is not None:
        found["piper joe"] = lambda texts: _piper(peers, texts)
    return found


def _espeak(texts: Sequence[str]) -> list[Samples]:
    command = ["espeak-ng", "-v", "en-us", "-s", "150", "--stdout"]
    return [decode(subprocess.run([*command, text], capture_output=True, check=True).stdout, 600).samples for text in texts]


def _piper(peers: Peers, texts: Sequence[str]) -> list[Samples]:
    with tempfile.TemporaryDirectory() as folder:
        peers.ask("piper_voice.py", {"texts": list(texts), "folder": folder}, 600)
        return [decode(Path(folder) / f"{number}.wav", 600).samples for number in range(len(texts))]


def trimmed(samples: Samples) -> Samples:
    """Without the silence at both ends."""
    loud = np.flatnonzero(np.abs(samples) > QUIET)
    return samples[loud[0] : loud[-1] + 1] if len(loud) else samples[:0]


def compose(name: str, voice: str, synth: Synth, script: Sequence[str | float]) -> Clip:
    """A clip of a script: texts are said, numbers are seconds of silence between them."""
    pieces: list[Samples] = [np.zeros(int(EDGE * RATE), np.float32)]
    pauses, fillers, at = [], [], EDGE
    said = iter(synth([step for step in script if isinstance(step, str)]))
    for step in script:
        piece = np.zeros(int(step * RATE), np.float32) if isinstance(step, float) else trimmed(next(said))
        length = len(piece) / RATE
        if isinstance(step, float) and step >= 0.7:
            pauses.append(Moment(at, at + length))
        elif isinstance(step, str) and step in SOUNDS:
            fillers.append(Moment(at, at + length, step))
        pieces.append(piece)
        at += length
    pieces.append(np.zeros(int(EDGE * RATE), np.float32))
    text = " ".join(step for step in script if isinstance(step, str))
    return Clip(name, voice, Sound(np.concatenate(pieces)), text, tuple(pauses), tuple(fillers))


def clean(sentences: Sequence[str], random: Random) -> list[str | float]:
    """A script without hesitation: pauses of 0.3 to 2 s between the sentences, some just long enough to be noticed."""
    script: list[str | float] = []
    for sentence in sentences:
        script += [sentence, round(random.choice((0.3, 0.45, 0.7, 0.72, 0.75, 0.8, 1.1, 1.6, 2.0)), 2)]
    return script[:-1]


def hesitant(sentences: Sequence[str], random: Random) -> list[str | float]:
    """A script with a sound of hesitation before, or in the middle of, every sentence."""
    script: list[str | float] = []
    for sentence in sentences:
        words, sound = sentence.split(), random.choice(SOUNDS)
        cut = random.randrange(3, len(words) - 2) if len(words) > 6 and random.random() < 0.5 else 0
        head: list[str | float] = [" ".join(words[:cut]), random.choice((0.1, 0.25))] if cut else []
        script += [*head, sound, random.choice((0.1, 0.3, 0.5)), " ".join(words[cut:]), random.choice((0.4, 0.8, 1.2))]
    return script[:-1]


CHANGES = ("-12 dB", "white noise 20 dB", "pink noise 20 dB", "8 kHz")


def changed(clip: Clip, how: str) -> Clip:
    """The same take through another microphone: quieter, with noise (white; pink, as of a street or a fan) 20 dB below the voice, through a telephone."""
    samples = clip.sound.samples
    if how == "-12 dB":
        other = samples * np.float32(10 ** (-12 / 20))
    elif how == "8 kHz":
        other = _resampled(samples)
    else:
        loud = samples[np.abs(samples) > QUIET]
        power = float(np.sqrt(np.mean(np.square(loud, dtype=np.float64)))) * 10 ** (-20 / 20)
        other = np.clip(samples + _noise(len(samples), pink=how.startswith("pink")) * power, -1.0, 1.0).astype(np.float32)
    return replace(clip, name=f"{clip.name}, {how}", sound=Sound(other))


def _noise(count: int, *, pink: bool) -> Samples:
    """Noise with a mean power of 1: every frequency alike, or falling by 3 dB an octave from 20 Hz on."""
    spectrum = np.fft.rfft(np.random.default_rng(7).normal(0.0, 1.0, count))
    if pink:
        spectrum /= np.sqrt(np.maximum(20.0, np.fft.rfftfreq(count, 1 / RATE)))
    noise = np.fft.irfft(spectrum, count)
    even: Samples = (noise / np.sqrt(np.mean(np.square(noise)))).astype(np.float32)
    return even


def take_of(clip: Clip, seconds: float) -> Clip:
    """The first seconds of a clip."""
    return replace(
        clip, name=f"{clip.name}, {seconds:.0f} s", sound=Sound(clip.sound.samples[: int(seconds * RATE)]), pauses=(), fillers=()
    )


def _resampled(samples: Samples) -> Samples:
    """Through a telephone's 8 kHz: every second sample of the smoothed signal, written as a file and decoded again."""
    kernel = np.hamming(31) * np.sinc(np.arange(-15, 16) / 2) / 2
    low = np.convolve(samples, kernel / kernel.sum(), mode="same")[::2]
    return decode(as_wav(low, RATE // 2), 3600).samples


def as_wav(samples: Samples, rate: int = RATE) -> bytes:
    """The samples as a file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((np.clip(samples, -1.0, 1.0) * 32767).astype("<i2").tobytes())
    return out.getvalue()


def write_wav(path: Path, sound: Sound) -> Path:
    """The sound as a file."""
    path.write_bytes(as_wav(sound.samples))
    return path


def junk() -> Iterator[tuple[str, bytes]]:
    """Recordings that are no answer, by name."""
    random = np.random.default_rng(11)
    yield "silence", as_wav(np.zeros(5 * RATE, np.float32))
    yield "white noise", as_wav(random.normal(0, 0.1, 6 * RATE).astype(np.float32))
    yield "mains hum", as_wav(_tone(50, 6) + _tone(150, 6) * np.float32(0.3))
    yield (
        "music",
        as_wav(np.concatenate([sum((_tone(pitch, 0.5) for pitch in chord), np.zeros(RATE // 2, np.float32)) for chord in CHORDS * 4])),
    )
    yield "1 ms", as_wav(_tone(440, 0.001))
    yield "a click", as_wav(np.concatenate([np.zeros(RATE, np.float32), np.ones(80, np.float32), np.zeros(RATE, np.float32)]))
    yield "1 hour", as_wav(random.normal(0, 0.01, 3600 * RATE // 2).astype(np.float32), RATE // 2)
    yield "broken file", b"RIFF\x24\x00\x00\x00WAVEfmt "
    yield "no sound file", random.bytes(4000)
    if which("espeak-ng"):
        german = "Guten Tag, ich möchte Ihnen heute erklären, warum Wörterbücher in dieser Sprache so schnell sind und wie sie ihre Schlüssel finden."
        yield "German", subprocess.run(["espeak-ng", "-v", "de", "--stdout", german], capture_output=True, check=True).stdout


CHORDS = ((98, 247, 294), (131, 330, 392), (147, 370, 440), (98, 247, 392))


def _tone(hertz: float, seconds: float) -> Samples:
    return (0.15 * np.sin(2 * np.pi * hertz * np.arange(int(seconds * RATE)) / RATE)).astype(np.float32)
