import pytest
from fares import fare


@pytest.mark.parametrize(("age", "euros"), [(0, 0), (5, 0), (6, 2), (17, 2), (18, 5), (80, 5)])
def test_fares(age, euros):
    assert fare(age) == euros


def test_negative_ages_are_refused():
    with pytest.raises(ValueError):
        fare(-1)
