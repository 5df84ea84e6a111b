def clashes(bookings):
    ordered = sorted(bookings)
    return sum(one[0] == other[0] and other[1] < one[2] for one, other in zip(ordered, ordered[1:]))
