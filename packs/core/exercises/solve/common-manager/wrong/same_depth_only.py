def common_manager(managers, one, other):
    seen = 0
    while one != other:
        one, other = managers.get(one), managers.get(other)
        seen += 1
        if one is None or other is None:
            return None
        if seen > len(managers):
            raise ValueError("circle")
    return one
