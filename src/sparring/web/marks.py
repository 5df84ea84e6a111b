"""The one mapping from what was judged to the sign beside it: right ●, half ◐, wrong ■, open ○. The word beside the sign is `outcome.OUTCOME`."""

OUTCOMES = {"correct": "right", "partial": "half", "incorrect": "wrong"}
FINDINGS = {True: "right", False: "wrong", None: "open"}


def mark_of(outcome: str) -> str:
    """The sign of a verdict's outcome; open where it does not count."""
    return OUTCOMES.get(outcome, "open")
