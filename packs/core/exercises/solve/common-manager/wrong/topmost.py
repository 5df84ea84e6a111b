def common_manager(managers, one, other):
    def chain(person):
        found = {person: True}
        while person in managers:
            person = managers[person]
            if person in found:
                raise ValueError("circle")
            found[person] = True
        return found

    above = chain(one)
    found = None
    for person in chain(other):
        if person in above:
            found = person
    return found
