"""Measurements beside the peer, in one run.

Every module here that has a `MEASURE` is one figure of the table (`registry.py` finds them by looking), a subcommand of `sparring bench`, and a section of
`docs/benchmarks.md`. A measure takes the program and how thorough it is to be, and gives rows, figures and whether the bar is met.
"""

from sparring.usecases.bench.figures import Bar, Measure, Measured
from sparring.usecases.bench.record import load, machine, page, save
from sparring.usecases.bench.registry import measures

__all__ = ["Bar", "Measure", "Measured", "load", "machine", "measures", "page", "save"]
