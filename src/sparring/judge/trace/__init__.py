"""Executions recorded step by step: frames, names, objects, references, output. The base of the internals lab and of `predict`."""

from sparring.judge.trace.changes import Change, Part, changes, names_of
from sparring.judge.trace.model import IMMORTAL, UNTOLD, Ended, FrameView, Item, Name, Step, Thing, Trace
from sparring.judge.trace.record import MOST_STEPS, Bounds, record

__all__ = [
    "IMMORTAL", "MOST_STEPS", "UNTOLD", "Bounds", "Change", "Ended", "FrameView", "Item", "Name", "Part", "Step", "Thing", "Trace", "changes", "names_of", "record",
]  # fmt: skip
