from datetime import date

from due import date_after

THURSDAY, FRIDAY, SATURDAY, SUNDAY = (date(2026, 11, day) for day in (5, 6, 7, 8))
MONDAY, TUESDAY = date(2026, 11, 9), date(2026, 11, 10)


def test_over_a_weekend():
    assert date_after(FRIDAY, 1) == MONDAY


def test_to_a_friday():
    assert date_after(THURSDAY, 1) == FRIDAY


def test_start_not_counted():
    assert date_after(MONDAY, 1) == TUESDAY


def test_starts_on_a_weekend():
    assert date_after(SATURDAY, 1) == MONDAY


def test_a_holiday():
    assert date_after(FRIDAY, 1, {MONDAY}) == TUESDAY


def test_holiday_on_a_weekend():
    assert date_after(FRIDAY, 1, {SUNDAY}) == MONDAY


def test_many_weeks():
    assert date_after(MONDAY, 10) == date(2026, 11, 23)


def test_zero_days():
    assert date_after(SATURDAY, 0) == SATURDAY


def test_negative_days():
    try:
        date_after(MONDAY, -1)
    except ValueError:
        return
    raise AssertionError
