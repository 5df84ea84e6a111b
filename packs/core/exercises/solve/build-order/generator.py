def generate(n, random):
    """A long chain in shuffled order with two extra needs each: only one step can run at any moment."""
    names = [f"step{number:06d}" for number in range(n)]
    random.shuffle(names)
    needs = {}
    for number, name in enumerate(names):
        earlier = [names[number - 1]] if number else []
        earlier += [names[random.randrange(number)] for _ in range(2)] if number > 1 else []
        needs[name] = sorted(set(earlier))
    return (needs,)
