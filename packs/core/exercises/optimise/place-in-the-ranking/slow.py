def places(scores):
    """For each score its place: one more than the number of higher scores."""
    return [1 + sum(1 for other in scores if other > score) for score in scores]
