"""The candidate works through requirements, one by one: a failing test, the smallest code, tidying up. Every run is a step of the answer."""

from sparring.kinds.tdd.grader import Tdd

KIND = Tdd()
