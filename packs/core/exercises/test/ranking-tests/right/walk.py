def places(points, top=None):
    if top is not None and top < 1:
        raise ValueError(top)
    ranked, place = [], 0
    by_name = sorted(points)
    for position, name in enumerate(sorted(by_name, key=points.get, reverse=True), 1):
        if not ranked or ranked[-1][2] != points[name]:
            place = position
        if top is not None and place > top:
            break
        ranked.append((place, name, points[name]))
    return ranked
