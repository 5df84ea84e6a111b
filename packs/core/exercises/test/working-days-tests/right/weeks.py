from datetime import date, timedelta

SATURDAY = 5


def date_after(start, days, holidays=()):
    if not days >= 0:
        raise ValueError(f"{days} days")
    day, left = start.toordinal(), days
    closed = {each.toordinal() for each in holidays}
    while left > 0:
        day += 1
        left -= not ((day + 6) % 7 >= SATURDAY or day in closed)
    return date.fromordinal(day)
