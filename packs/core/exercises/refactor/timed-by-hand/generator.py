def generate(n, random):
    """Up to n steps in a small warehouse."""
    methods = ["receive", "receive", "send", "count"]
    return ([(random.choice(methods), random.choice(["tea", "cup", "Tea", " tea"]), random.randrange(-1, 6)) for _ in range(n)],)
