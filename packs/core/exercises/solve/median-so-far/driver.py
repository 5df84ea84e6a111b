def drive(values):
    """Add each, ask after each; return the sum of the answers."""
    median = Median()
    total = 0.0
    for value in values:
        median.add(value)
        total += median.value()
    return total
