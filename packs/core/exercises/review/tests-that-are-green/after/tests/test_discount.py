from datetime import date
from unittest.mock import patch

import pytest

from shop import discount as module
from shop.discount import discount

CUSTOMERS = []


@pytest.mark.parametrize(("years", "wanted"), [(0, 100), (3, 97), (25, 90)])
def test_a_year_is_a_per_cent_up_to_ten(years, wanted):
    assert discount(100, years, date(2026, 3, 10)) == pytest.approx(wanted)


def test_last_day_of_the_month():
    discount(100, 0, date(2026, 1, 31))
    discount(100, 0, date(2026, 2, 28))


def test_no_discount_today():
    assert discount(100, 0, date.today()) == 100


def test_loyal_customer():
    with patch.object(module, "discount", return_value=90):
        assert module.discount(100, 10, date(2026, 3, 10)) == 90


def test_register():
    CUSTOMERS.append(("Anna", 3))
    assert discount(100, CUSTOMERS[0][1], date(2026, 3, 10)) == 97


def test_only_one_customer():
    assert len(CUSTOMERS) == 1
