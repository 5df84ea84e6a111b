def distance(typed: str, meant: str) -> int:
    """Return the smallest number of insertions, deletions and replacements that turn typed into meant."""
    raise NotImplementedError
