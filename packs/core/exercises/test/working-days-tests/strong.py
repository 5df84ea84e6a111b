from datetime import date

import pytest
from due import date_after

FRIDAY, SATURDAY, SUNDAY, MONDAY, TUESDAY, WEDNESDAY = (date(2026, 11, day) for day in range(6, 12))


@pytest.mark.parametrize(
    ("start", "days", "expected"),
    [
        (MONDAY, 1, TUESDAY),
        (MONDAY, 4, date(2026, 11, 13)),
        (MONDAY, 5, date(2026, 11, 16)),
        (FRIDAY, 1, MONDAY),
        (FRIDAY, 2, TUESDAY),
        (SATURDAY, 1, MONDAY),
        (SUNDAY, 2, TUESDAY),
        (FRIDAY, 0, FRIDAY),
        (SATURDAY, 0, SATURDAY),
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
    ],
)
def test_without_holidays(start, days, expected):
    assert date_after(start, days) == expected


@pytest.mark.parametrize(
    ("holidays", "days", "expected"),
    [
        ([MONDAY], 1, TUESDAY),
        ([MONDAY, TUESDAY], 1, WEDNESDAY),
        ([SATURDAY], 1, MONDAY),
        ([FRIDAY], 1, MONDAY),
        ((TUESDAY,), 2, WEDNESDAY),
    ],
)
def test_holidays_after_a_friday(holidays, days, expected):
    assert date_after(FRIDAY, days, holidays) == expected


def test_negative():
    with pytest.raises(ValueError):
        date_after(FRIDAY, -1)
