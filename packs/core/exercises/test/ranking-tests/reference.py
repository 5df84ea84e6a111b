def places(points, top=None):
    if top is not None and top < 1:
        raise ValueError("top must be at least 1")
    found = []
    for name, score in sorted(points.items(), key=lambda pair: (-pair[1], pair[0])):
        place = 1 + sum(other > score for other in points.values())
        if top is None or place <= top:
            found.append((place, name, score))
    return found
