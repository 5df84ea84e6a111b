def largest_area(rows: list[str]) -> int:
    """Return the size of the largest flooded area connected through sides."""
    raise NotImplementedError
