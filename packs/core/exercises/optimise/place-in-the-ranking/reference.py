def places(scores):
    """For each score its place: one more than the number of higher scores."""
    place = {}
    for position, score in enumerate(sorted(scores, reverse=True), 1):
        place.setdefault(score, position)
    return [place[score] for score in scores]
