"""The candidate writes tests for a described module; they run on right versions and on wrong ones."""

from sparring.kinds.test.grader import Test

KIND = Test()
