def places(scores):
    place = {score: position for position, score in enumerate(sorted(scores, reverse=True), 1)}
    return [place[score] for score in scores]
