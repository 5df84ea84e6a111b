"""Two programs on the same inputs: do they do the same? Values, exceptions, changed arguments and output are compared, outside, on plain data alone."""

from sparring.judge.differential.beyond import beyond, constants, fuller
from sparring.judge.differential.further import FURTHER, Beyond, beyond_own
from sparring.judge.differential.inputs import inputs, seed_of
from sparring.judge.differential.outcomes import Did, Program, differs, raised_by, run_on, told
from sparring.judge.differential.shrink import Trio, smallest

__all__ = [
    "FURTHER",
    "Beyond",
    "Did",
    "Program",
    "Trio",
    "beyond",
    "beyond_own",
    "constants",
    "differs",
    "fuller",
    "inputs",
    "raised_by",
    "run_on",
    "seed_of",
    "smallest",
    "told",
]
