"""How code is built: what makes it hard to read, with the places, before and after.

What decides anything here is read from the syntax tree by ourselves (`cognitive.py`, `repeats.py`, `measures.py`), so that the same code has the same figures on
every machine; a linter's remarks (`linter.py`) stand beside them where ruff is installed, and never decide.
"""

from sparring.judge.structure.change import change, size
from sparring.judge.structure.linter import lint
from sparring.judge.structure.measures import NAMES, Structure, gained, measure, spots, worse

__all__ = ["NAMES", "Structure", "change", "gained", "lint", "measure", "size", "spots", "worse"]
