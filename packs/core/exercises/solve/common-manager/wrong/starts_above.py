def common_manager(managers, one, other):
    above = {}
    while one in managers:
        one = managers[one]
        if one in above:
            raise ValueError("circle")
        above[one] = True
    seen = set()
    while other in managers:
        other = managers[other]
        if other in above:
            return other
        if other in seen:
            raise ValueError("circle")
        seen.add(other)
    return None
