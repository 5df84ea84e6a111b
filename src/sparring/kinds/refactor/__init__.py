"""The candidate makes ugly code readable without changing what it does; both are run on the same inputs, and how they are built is measured."""

from sparring.kinds.refactor.grader import Refactor

KIND = Refactor()
