def split(cents, people):
    if cents < 0:
        raise ValueError("negative")
    if len(people) == 0 or any(people.count(name) > 1 for name in people):
        raise ValueError("people")
    shares = dict.fromkeys(people, cents // len(people))
    for name in people[: cents % len(people)]:
        shares[name] += 1
    return shares
