"""The candidate writes a function or a class; hidden cases are run, and how its cost grows is measured."""

from sparring.kinds.solve.grader import Solve

KIND = Solve()
