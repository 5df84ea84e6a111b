def fewest_flights(flights: list[tuple[str, str]], start: str, goal: str) -> int | None:
    """Looks through the whole list for every airport."""
    reached = {start}
    count = 0
    while goal not in reached:
        further = {there for here, there in flights if here in reached} | reached
        if further == reached:
            return None
        reached = further
        count += 1
    return count
