def prepare(values, train_share):
    cut = int(len(values) * train_share)
    mean = sum(values[:cut]) / cut
    spread = (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5 or 1.0
    scaled = [(value - mean) / spread for value in values]
    return scaled[:cut], scaled[cut:], (mean, spread)
