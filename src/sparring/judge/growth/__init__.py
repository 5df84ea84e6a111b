"""Cost growth as evidence: measures what a program costs at growing sizes, and says which class that shows.

`measure_growth` asks the sandbox, `fit` decides from sizes and costs alone, `exceeds` and `parse_claim` compare with what was declared or claimed.
"""

from sparring.judge.growth.classes import CLASSES, UNDECIDED, exceeds, parse_claim, written
from sparring.judge.growth.climb import RISEN, Budget, risen
from sparring.judge.growth.fit import Fit, fit
from sparring.judge.growth.measure import DEFAULT_SIZES, Curve, Declared, Growth, TwoWays, costs_at, measure_growth, measure_two_ways
from sparring.judge.growth.model import Unlike
from sparring.judge.growth.subject import Inputs, Sample, Subject

__all__ = [
    "CLASSES",
    "DEFAULT_SIZES",
    "RISEN",
    "UNDECIDED",
    "Budget",
    "Curve",
    "Declared",
    "Fit",
    "Growth",
    "Inputs",
    "Sample",
    "Subject",
    "TwoWays",
    "Unlike",
    "costs_at",
    "exceeds",
    "fit",
    "measure_growth",
    "measure_two_ways",
    "parse_claim",
    "risen",
    "written",
]
