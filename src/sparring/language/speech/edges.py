"""The exact edges of a voice: the detector judges 32 ms at a time, leaves soft consonants out and hears on a little after the end. Arithmetic on the samples alone."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sparring.core.speech import Stretch
from sparring.language.speech.sound import RATE, Samples

HOP = RATE // 100
"""Samples of the steps (10 ms) by which an edge is looked for."""
OUTWARDS, INWARDS = 18, 15
"""How many steps an edge may move: in noise the detector hears on for a while."""
CLOSED = 12
"""Steps for which a stop (t, k) may be shut before it is heard."""
FADED, PEAK = 32.0, 1.4
"""A step belongs to the voice if its peak is at most so many dB below the voice's mean loudness, a peak being so many times the mean …"""
QUIET, ABOVE = 95, 1.2
"""… and so many times above this percentile of the peaks in the pauses, whatever the colour of their noise."""
NEAR = 10
"""Steps around a voice that belong to no pause: sounds die away."""


def to_their_edges(stretches: Sequence[Stretch], samples: Samples, level: float) -> tuple[Stretch, ...]:
    """The stretches moved to where the voice becomes loud and quiet, in order and never over each other. `level`: the voice's loudness in dBFS."""
    peaks = np.abs(samples[: len(samples) // HOP * HOP]).reshape(-1, HOP).max(axis=1) if len(samples) >= HOP else np.zeros(0, np.float32)
    loud = peaks > max(PEAK * 10 ** ((level - FADED) / 20), ABOVE * _pauses_peak(peaks, stretches))
    seconds = len(samples) / RATE
    moved = [(max(0.0, _start(loud, one)), min(seconds, _end(loud, one))) for one in stretches]
    for at, ((_, end), (start, _)) in enumerate(pairwise(moved)):
        if start < end:  # both grew into one gap: they meet half-way in it
            middle = (stretches[at].end + stretches[at + 1].start) / 2
            moved[at], moved[at + 1] = (moved[at][0], min(end, middle)), (max(start, middle), moved[at + 1][1])
    return tuple(Stretch(round(start, 3), round(end, 3)) for start, end in moved)


def _pauses_peak(peaks: NDArray[np.float32], stretches: Sequence[Stretch]) -> float:
    """How loud the pauses' steps become; 0 where there are hardly any."""
    quiet = np.ones(len(peaks), dtype=np.bool_)
    for one in stretches:
        quiet[max(0, _step(one.start) - NEAR) : _step(one.end) + NEAR] = False
    return float(np.percentile(peaks[quiet], QUIET)) if quiet.sum() >= NEAR else 0.0


def _start(loud: NDArray[np.bool_], voice: Stretch) -> float:
    first, last = _step(voice.start), _step(voice.end)
    if grown := _run(loud[max(0, first - OUTWARDS) : first][::-1]):
        return voice.start - grown * HOP / RATE
    return voice.start + _quiet(loud[first : min(last, first + INWARDS)]) * HOP / RATE


def _end(loud: NDArray[np.bool_], voice: Stretch) -> float:
    first, last = _step(voice.start), _step(voice.end)
    if grown := _run(loud[last : last + OUTWARDS]):
        return voice.end + grown * HOP / RATE
    return voice.end - _quiet(loud[max(first, last - INWARDS) : last][::-1]) * HOP / RATE


def _step(second: float) -> int:
    return int(second * RATE) // HOP


def _run(loud: NDArray[np.bool_]) -> int:
    """Steps from the first to the last loud one before a quiet of more than CLOSED."""
    last = -1
    for at in np.flatnonzero(loud):
        if at - last - 1 > CLOSED:
            break
        last = int(at)
    return last + 1


def _quiet(loud: NDArray[np.bool_]) -> int:
    """How many quiet steps come before the first loud one; 0 if none is loud."""
    first = np.flatnonzero(loud)
    return int(first[0]) if len(first) else 0
