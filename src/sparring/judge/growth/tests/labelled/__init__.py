"""Functions whose cost is known, as data: what the growth room is measured against.

Every third one (`HELD_OUT`) was left aside while the fit was tuned.
"""

from sparring.judge.growth.tests.labelled import mappings, recursion, sequences, sorting, texts
from sparring.judge.growth.tests.labelled.registry import REGISTRY, Labelled

MODULES = (mappings, recursion, sequences, sorting, texts)
LABELLED: tuple[Labelled, ...] = tuple(REGISTRY)
TUNED = tuple(item for number, item in enumerate(LABELLED) if number % 3 != 2)
HELD_OUT = tuple(item for number, item in enumerate(LABELLED) if number % 3 == 2)
