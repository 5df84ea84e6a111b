from datetime import date


def discount(total, years, today):
    """Per cent off: 1 for each year as a customer, at most 10; 5 more on the last day of a month."""
    percent = min(years, 10)
    if (date.fromordinal(today.toordinal() + 1)).day == 1:
        percent += 5
    return total * (1 - percent / 100)
