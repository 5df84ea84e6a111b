def generate(n, random):
    """A basket of up to n articles, some of them with nought pieces, and any code."""
    items = [(random.choice("abcdef"), random.randrange(1, 2000), random.randrange(8)) for _ in range(random.randrange(n + 1))]
    return items, random.choice(["", "ten-percent", "three-for-two", "cheapest-free", "summer-2019", "TEN-PERCENT", " three-for-two", "cheapest-free "])
