"""Where the instructions and the bytes of a call went, by line and by function, as cProfile and tracemalloc show it: counted, not sampled."""

from sparring.judge.profile.measure import profile
from sparring.judge.profile.model import FunctionCost, LineBytes, LineCost, Profile
from sparring.judge.profile.telling import evidence, percent, profile_lines

__all__ = ["FunctionCost", "LineBytes", "LineCost", "Profile", "evidence", "percent", "profile", "profile_lines"]
