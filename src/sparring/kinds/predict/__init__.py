"""The candidate says what a program prints; the expected output is what it prints when it runs."""

from sparring.kinds.predict.grader import Predict

KIND = Predict()
