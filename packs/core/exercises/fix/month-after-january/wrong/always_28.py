from datetime import date


def next_bill(last, day):
    before = date.fromisoformat(last)
    year, month = before.year, before.month + 1
    if month > 12:
        year, month = year + 1, 1
    return date(year, month, min(day, 28)).isoformat()
