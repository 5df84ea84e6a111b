def moving_average(values, window):
    total = sum(values[:window])
    averages = [total // window] if len(values) >= window else []
    for at in range(window, len(values)):
        total += values[at] - values[at - window]
        averages.append(total // window)
    return averages
