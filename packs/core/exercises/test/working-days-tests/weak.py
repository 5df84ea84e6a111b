from datetime import date

from due import date_after


def test_next_day():
    assert date_after(date(2026, 11, 2), 1) == date(2026, 11, 3)
