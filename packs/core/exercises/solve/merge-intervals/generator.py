def generate(n, random):
    """Mostly separate meetings, shuffled: the blocks are as many as the bookings, and whoever compares with all of them pays for it.

    One in ten ends late enough to join the next.
    """
    bookings = []
    for number in range(n):
        start = 40 * number
        bookings.append((start, start + (45 if random.random() < 0.1 else random.randrange(10, 30))))
    random.shuffle(bookings)
    return (bookings,)
