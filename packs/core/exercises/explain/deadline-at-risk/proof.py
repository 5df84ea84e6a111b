"""Brooks's law in numbers: what two newcomers bring to a team of four in the last two weeks, and in half a year."""


def conversations(heads):
    return heads * (heads - 1) // 2


assert conversations(4) == 6 and conversations(6) == 15


def done(days, old=4, new=0, learning=20, teaching=0.5, talk=0.01):
    """Person-days of work in `days`: a newcomer starts at nothing and is at full speed after `learning` days; until then each takes
    `teaching` of an old one's day; every pair costs `talk` of a day each day."""
    total = 0.0
    for day in range(days):
        share = min(1.0, day / learning)
        busy = new * teaching if share < 1 else 0.0
        total += old - busy + new * share - talk * conversations(old + new)
    return total


assert done(10, new=2) < done(10), "within two weeks they cost more than they bring"
assert done(120, new=2) > done(120), "within half a year they pay"

# Five of eight stories done in six weeks: the pace, not the wish.
left_weeks = (8 - 5) / (5 / 6)
assert 3 < left_weeks < 4
