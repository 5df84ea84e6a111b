def moving_average(values, window):
    """For each value the average of it and those before it, at most `window` of them, rounded down."""
    averages, total = [], 0
    for at, value in enumerate(values):
        total += value
        if at >= window:
            total -= values[at - window]
        averages.append(total // min(at + 1, window))
    return averages
