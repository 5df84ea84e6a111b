from datetime import date


def next_bill(last, day):
    """The date of the next monthly bill after `last` (ISO), for a contract with this day of the month."""
    before = date.fromisoformat(last)
    year, month = before.year, before.month + 1
    if month > 12:
        year, month = year + 1, 1
    return date(year, month, day).isoformat()
