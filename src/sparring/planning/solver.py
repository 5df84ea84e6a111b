"""OR-Tools' CP-SAT, loaded only when something is to be proved, and only where it is installed."""

import importlib.util
from typing import Any

WORKERS = 2


def available() -> bool:
    """Whether the solver is installed."""
    return importlib.util.find_spec("ortools") is not None


def load() -> Any:
    """The solver's module; about a second the first time."""
    from ortools.sat.python import cp_model

    return cp_model


def solver(cp: Any, seconds: float, seed: int = 0) -> Any:
    """A solver that gives up after `seconds`."""
    found = cp.CpSolver()
    found.parameters.max_time_in_seconds = seconds
    found.parameters.num_workers = WORKERS
    found.parameters.random_seed = seed
    return found
