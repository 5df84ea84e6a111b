"""The scorecard and its exports: pure functions from what was observed to what is said about it."""
