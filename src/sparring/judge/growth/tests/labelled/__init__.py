"""Functions whose cost is known, as data: what the growth room is measured against.

Every third of the first 125 (`HELD_OUT`) was left aside while the fit was tuned; `FRESH` was written when it was finished, `INTERVIEWS` before
the climb was made cheaper, and measured once before; `AFTERWARDS` then; `BENDS` are such as were once told wrong.
"""

from types import ModuleType

from sparring.judge.growth.tests.labelled import afterwards, bends, caches, faint, fresh, fresh_numbers, interviews, mappings, recursion, sequences, sorting, texts, unseen
from sparring.judge.growth.tests.labelled.registry import REGISTRY, Labelled


def _of(*modules: ModuleType) -> tuple[Labelled, ...]:
    names = [module.__name__ for module in modules]
    return tuple(item for item in REGISTRY if item.module in names)


_EARLY = _of(mappings, recursion, sequences, sorting, texts)
TUNED = tuple(item for number, item in enumerate(_EARLY) if number % 3 != 2)
HELD_OUT = tuple(item for number, item in enumerate(_EARLY) if number % 3 == 2)
FRESH = _of(fresh, fresh_numbers, caches, unseen, faint)
INTERVIEWS = _of(interviews)
AFTERWARDS = _of(afterwards)
BENDS = _of(bends)
LABELLED = (*_EARLY, *FRESH, *INTERVIEWS, *AFTERWARDS, *BENDS)
