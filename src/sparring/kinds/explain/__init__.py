"""The candidate explains something in writing; what they spoke of is marked in their own words."""

from sparring.kinds.explain.grader import Explain

KIND = Explain()
