def generate(n, random):
    """A limit as large as the traffic: the queue stays full, and each request makes one expire.

    First n requests fill the window, then n more come at the same pace: whoever scans or copies what is remembered does it n times.
    """
    pause = random.choice([0.5, 0.25])
    return n, n * pause, [number * pause for number in range(2 * n)]
