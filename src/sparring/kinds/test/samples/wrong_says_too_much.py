import pytest
from fares import fare


def test_the_text_of_the_refusal():
    with pytest.raises(ValueError, match="an age is not negative"):
        fare(-1)


def test_fares():
    assert [fare(age) for age in (5, 6, 17, 18)] == [0, 2, 2, 5]
