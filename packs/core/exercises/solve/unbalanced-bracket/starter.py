def unbalanced_at(text: str) -> int | None:
    """Return the position of the first bracket that is wrong, or None if all is balanced."""
    raise NotImplementedError
