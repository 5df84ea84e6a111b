def prepare(values, train_share):
    """Cut a series in time into training and test, both scaled to mean 0 and spread 1, for a model that learns from the first part.

    Returns (train, test, (mean, spread)); a spread of nought counts as 1.
    """
    cut = int(len(values) * train_share)
    known = values[:cut]
    mean = sum(known) / len(known)
    spread = (sum((value - mean) ** 2 for value in known) / len(known)) ** 0.5 or 1.0
    scaled = [(value - mean) / spread for value in values]
    return scaled[:cut], scaled[cut:], (mean, spread)
