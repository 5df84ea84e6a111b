def moving_average(values, window):
    averages, total = [], 0
    for at, value in enumerate(values):
        total += value
        averages.append(total // min(at + 1, window))
    return averages
