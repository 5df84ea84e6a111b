def scaled(values):
    mean = sum(values) / len(values) if values else 0.0
    spread = (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5 if values else 1.0
    return [(value - mean) / (spread or 1.0) for value in values], (mean, spread or 1.0)


def prepare(values, train_share):
    cut = int(len(values) * train_share)
    train, scale = scaled(values[:cut])
    return train, scaled(values[cut:])[0], scale
