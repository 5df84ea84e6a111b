import datetime
import itertools


def date_after(start, days, holidays=()):
    if days < 0:
        raise ValueError(days)
    free = frozenset(holidays)
    following = (start + datetime.timedelta(number) for number in itertools.count(1))
    working = (day for day in following if day.isoweekday() not in (6, 7) and day not in free)
    return start if days == 0 else next(itertools.islice(working, days - 1, None))
