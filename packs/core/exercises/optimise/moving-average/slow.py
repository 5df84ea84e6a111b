def moving_average(values, window):
    """For each value the average of it and those before it, at most `window` of them, rounded down."""
    averages = []
    for end in range(1, len(values) + 1):
        part = values[max(0, end - window):end]
        averages.append(sum(part) // len(part))
    return averages
