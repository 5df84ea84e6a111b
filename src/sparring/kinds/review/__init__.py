"""The candidate reviews a change by marking lines and saying what is wrong, how badly."""

from sparring.kinds.review.grader import Review

KIND = Review()
