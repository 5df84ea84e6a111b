def _chain(managers, person):
    """The person and all above, from below."""
    chain = {person: None}
    while person in managers:
        person = managers[person]
        if person in chain:
            raise ValueError(f"{person} is above themselves")
        chain[person] = None
    return chain


def common_manager(managers: dict[str, str], one: str, other: str) -> str | None:
    """The first of one chain that stands in the other."""
    above = _chain(managers, one)
    for person in _chain(managers, other):
        if person in above:
            return person
    return None
