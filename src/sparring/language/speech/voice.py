"""Where somebody speaks, and how clear it is. Probabilities come from Silero's detector; the rest is arithmetic on them.

The recording's loudness must not matter: what is quieter than full scale is turned up before the detector hears it. How much of the recording is voice must not
matter either (who thinks aloud is silent for minutes): the loudness is taken from what stands out, then from the voice that was found so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sparring.core.speech import Stretch
from sparring.language.speech.edges import to_their_edges
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
LOUD_SHARE, LOUD_SECONDS = 0.1, 0.5
"""Loud parts are the loudest of so large a share, but not more than so many seconds: a few clicks in all are shorter, a voice is longer."""
MOST_GAIN = 1000.0
HEARD_AGAIN = 3.0
"""dB by which the voice may be louder or quieter than what stood out, before it is heard again."""
FLOOR = 1e-6


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
    chances, found = _first_found(samples)
    inside = _inside(found, len(chances))
    level, rest = _levels(samples, found)
    return Voice(to_their_edges(found, samples, level), float(chances[inside].mean()) if inside.any() else 0.0, level, rest)


def _first_found(samples: Samples) -> tuple[NDArray[np.float32], tuple[Stretch, ...]]:
    """The chances and the stretches, heard again at the loudness of the voice where the first hearing was at another's."""
    gain = gain_for(samples)
    chances = probabilities(turned(samples, gain))
    found = voiced(chances, len(samples) / RATE)
    again = gain_for(samples, found)
    if found and abs(20 * np.log10(again / gain)) >= HEARD_AGAIN:
        louder = probabilities(turned(samples, again))
        if better := voiced(louder, len(samples) / RATE):
            return louder, better
    return chances, found


def loudness(samples: Samples) -> float:
    """Root mean square in dBFS; -120 for silence."""
    return (
        round(20 * float(np.log10(max(FLOOR, float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))))), 1)
        if len(samples)
        else -120.0
    )


def levelled(samples: Samples, stretches: Sequence[Stretch] = ()) -> Samples:
    """The samples so that their loud parts (those of the voice in `stretches`, where there is any) have one loudness; never louder than full scale."""
    return turned(samples, gain_for(samples, stretches))


def turned(samples: Samples, gain: float) -> Samples:
    """The samples louder; what would leave full scale (a click beside a quiet voice) is cut there."""
    louder: Samples = np.clip(samples * np.float32(gain), -1.0, 1.0).astype(np.float32)
    return louder


def gain_for(samples: Samples, stretches: Sequence[Stretch] = ()) -> float:
    """How many times louder the loud parts (32 ms each) must be; the voice's peaks stay within full scale."""
    whole = len(samples) // WINDOW * WINDOW
    if not whole:
        return 1.0
    parts = samples[:whole].reshape(-1, WINDOW)
    inside = _inside(stretches, len(parts))
    parts = parts[inside] if inside.any() else parts
    loudest = np.argsort(np.mean(np.square(parts, dtype=np.float64), axis=1))[::-1]
    at = loudest[min(int(len(parts) * LOUD_SHARE), int(LOUD_SECONDS / STEP), len(parts) - 1)]
    return min(MOST_GAIN, LOUD / max(FLOOR, float(np.sqrt(np.mean(np.square(parts[at], dtype=np.float64))))))


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


def _levels(samples: Samples, stretches: Sequence[Stretch]) -> tuple[float, float | None]:
    """Loudness of the voice and of the rest; sounds dying away (0.1 s around a voice) belong to neither."""
    spoken, near = np.zeros(len(samples), dtype=np.bool_), np.zeros(len(samples), dtype=np.bool_)
    for stretch in stretches:
        start, end = int(stretch.start * RATE), int(stretch.end * RATE)
        spoken[start:end] = True
        near[max(0, start - RATE // 10) : end + RATE // 10] = True
    rest = samples[~near]
    return loudness(samples[spoken]), loudness(rest) if len(rest) >= RATE // 5 else None
