"""Tests told in words: "how would you test this function?" answered as a list of cases, matched to the wrong versions that each would reveal."""
