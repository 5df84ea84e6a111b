def distance(typed, meant):
    return sum(one != other for one, other in zip(typed, meant)) + abs(len(typed) - len(meant))
