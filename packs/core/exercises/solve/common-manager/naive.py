def common_manager(managers: dict[str, str], one: str, other: str) -> str | None:
    """Lists instead of sets."""

    def chain(person):
        found = [person]
        while person in managers:
            person = managers[person]
            if person in found:
                raise ValueError("circle")
            found.append(person)
        return found

    above = chain(one)
    for person in chain(other):
        if person in above:
            return person
    return None
