from datetime import timedelta


def date_after(start, days, holidays=()):
    if days < 0:
        raise ValueError("days must not be negative")
    found = start
    while days:
        found += timedelta(days=1)
        if found.weekday() < 5 and found not in holidays:
            days -= 1
    return found
