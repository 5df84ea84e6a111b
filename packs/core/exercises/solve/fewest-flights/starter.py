def fewest_flights(flights: list[tuple[str, str]], start: str, goal: str) -> int | None:
    """Return the smallest number of flights from start to goal, None if there is no way."""
    raise NotImplementedError
