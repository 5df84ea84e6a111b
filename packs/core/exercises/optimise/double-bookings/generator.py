def generate(n, random):
    """n bookings in three rooms, an hour or two each, over so many days that few of them clash."""
    bookings = []
    for _ in range(n):
        start = random.randrange(40 * n + 40)
        bookings.append((random.choice("abc"), start, start + random.choice([60, 90, 120])))
    return (bookings,)
