"""Where somebody speaks, and how clear it is. Probabilities come from Silero's detector; the rest is arithmetic on them.

The recording's loudness must not matter: what is quieter than full scale is turned up before the detector hears it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sparring.core.speech import Stretch
from sparring.language.speech.sound import RATE, Samples

if TYPE_CHECKING:
    from collections.abc import Iterator

WINDOW = 512
"""Samples that the detector judges at a time: 32 ms."""
STEP = WINDOW / RATE
VOICE, NO_VOICE = 0.5, 0.35
"""A voice begins above the one and ends below the other (the detector's own defaults)."""
SHORTEST_PAUSE, SHORTEST_VOICE = 0.16, 0.064
"""Seconds: a shorter gap is within a word, a shorter sound is no voice."""
LOUD = 0.1
"""Root mean square (-20 dBFS) of the loud parts to which every recording is turned up or down."""
MOST_GAIN = 1000.0
FLOOR = 1e-6
HOP, EDGE = RATE // 100, 18
"""Samples and number of the 10 ms steps by which the edge of a voice is looked for."""
CLOSED = 12
FADED, ABOVE, PEAK = 32.0, 12.0, 1.4
"""An edge is at most so many dB below the voice and at least so many above the pauses; a step's peak is so many times its mean."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Where somebody speaks; `sure` is the mean probability there; loudness in dBFS there (`level`) and in the rest (`rest`, None: there is none)."""

    stretches: tuple[Stretch, ...]
    sure: float
    level: float
    rest: float | None

    @property
    def seconds(self) -> float:
        """How long somebody speaks, in all."""
        return sum(stretch.seconds for stretch in self.stretches)


def find_voice(samples: Samples) -> Voice:
    """The voice in a recording."""
    chances = probabilities(levelled(samples))
    found = voiced(chances, len(samples) / RATE)
    inside = _inside(found, len(chances))
    level, rest = _levels(samples, found)
    return Voice(_to_its_edges(found, samples, level, rest), float(chances[inside].mean()) if inside.any() else 0.0, level, rest)


def loudness(samples: Samples) -> float:
    """Root mean square in dBFS; -120 for silence."""
    return (
        round(20 * float(np.log10(max(FLOOR, float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))))), 1)
        if len(samples)
        else -120.0
    )


def levelled(samples: Samples) -> Samples:
    """The samples so that their loud parts (the 90th percentile of 32 ms) have one loudness; never louder than full scale."""
    whole = len(samples) // WINDOW * WINDOW
    if not whole:
        return samples
    parts = np.sqrt(np.mean(np.square(samples[:whole].reshape(-1, WINDOW), dtype=np.float64), axis=1))
    gain = min(MOST_GAIN, LOUD / max(FLOOR, float(np.percentile(parts, 90))))
    turned: Samples = np.clip(samples * np.float32(gain), -1.0, 1.0).astype(np.float32)
    return turned


def probabilities(samples: Samples) -> NDArray[np.float32]:
    """For each 32 ms, how probable it is that somebody speaks."""
    from faster_whisper.vad import get_vad_model

    padded = np.pad(samples, (0, -len(samples) % WINDOW + (WINDOW if not len(samples) else 0)))
    return np.asarray(get_vad_model()(padded.astype(np.float32))).reshape(-1)


def voiced(chances: Sequence[float] | NDArray[np.float32], seconds: float) -> tuple[Stretch, ...]:
    """The stretches where somebody speaks: begun above VOICE, ended below NO_VOICE, joined over gaps that are no pauses."""
    joined: list[Stretch] = []
    for start, end in _runs(chances):
        stretch = Stretch(round(start * STEP, 3), round(min(seconds, end * STEP), 3))
        if joined and stretch.start - joined[-1].end < SHORTEST_PAUSE:
            joined[-1] = Stretch(joined[-1].start, stretch.end)
        else:
            joined.append(stretch)
    return tuple(stretch for stretch in joined if stretch.seconds >= SHORTEST_VOICE)


def _runs(chances: Sequence[float] | NDArray[np.float32]) -> "Iterator[tuple[int, int]]":
    begun: int | None = None
    for at, chance in enumerate(chances):
        if begun is None and chance >= VOICE:
            begun = at
        elif begun is not None and chance < NO_VOICE:
            yield begun, at
            begun = None
    if begun is not None:
        yield begun, len(chances)


def _inside(stretches: Sequence[Stretch], windows: int) -> NDArray[np.bool_]:
    inside = np.zeros(windows, dtype=np.bool_)
    for stretch in stretches:
        inside[int(stretch.start / STEP) : int(np.ceil(stretch.end / STEP))] = True
    return inside


def _to_its_edges(stretches: Sequence[Stretch], samples: Samples, level: float, rest: float | None) -> tuple[Stretch, ...]:
    """The stretches with the consonants at their edges, which the detector leaves out: as far as it stays louder than the pauses, EDGE at most."""
    least = 10 ** (max(level - FADED, (rest if rest is not None else -120.0) + ABOVE) / 20)
    hops = (
        np.abs(samples[: len(samples) // HOP * HOP]).reshape(-1, HOP).max(axis=1) > least * PEAK
        if len(samples) >= HOP
        else np.zeros(0, dtype=np.bool_)
    )
    edged = []
    for at, stretch in enumerate(stretches):
        before = stretches[at - 1].end if at else 0.0
        after = stretches[at + 1].start if at + 1 < len(stretches) else len(samples) / RATE
        first, last = int(stretch.start * RATE) // HOP, int(stretch.end * RATE) // HOP
        start = stretch.start - _run(hops[max(0, first - EDGE) : first][::-1])
        end = stretch.end + _run(hops[last : last + EDGE])
        edged.append(Stretch(round(max(start, before), 3), round(min(end, after), 3)))
    return tuple(edged)


def _run(loud: NDArray[np.bool_]) -> float:
    """Seconds from the first step to the last loud one before a quiet of more than CLOSED: a stop (t, k) is shut for a moment before it is heard."""
    last = -1
    for at in np.flatnonzero(loud):
        if at - last - 1 > CLOSED:
            break
        last = int(at)
    return (last + 1) * HOP / RATE


def _levels(samples: Samples, stretches: Sequence[Stretch]) -> tuple[float, float | None]:
    """Loudness of the voice and of the rest; sounds dying away (0.1 s around a voice) belong to neither."""
    spoken, near = np.zeros(len(samples), dtype=np.bool_), np.zeros(len(samples), dtype=np.bool_)
    for stretch in stretches:
        start, end = int(stretch.start * RATE), int(stretch.end * RATE)
        spoken[start:end] = True
        near[max(0, start - RATE // 10) : end + RATE // 10] = True
    rest = samples[~near]
    return loudness(samples[spoken]), loudness(rest) if len(rest) >= RATE // 5 else None
