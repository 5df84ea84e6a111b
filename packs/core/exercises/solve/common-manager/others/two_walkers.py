def depth(managers, person):
    steps, seen = 0, {person}
    while person in managers:
        person = managers[person]
        if person in seen:
            raise ValueError(f"{person} is above themselves")
        seen.add(person)
        steps += 1
    return steps


def common_manager(managers, one, other):
    ahead = depth(managers, one) - depth(managers, other)
    for _ in range(ahead):
        one = managers[one]
    for _ in range(-ahead):
        other = managers[other]
    while one != other:
        if one not in managers or other not in managers:
            return None
        one, other = managers[one], managers[other]
    return one
