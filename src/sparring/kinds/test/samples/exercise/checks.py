from fares import fare


def test_exactly_six():
    assert fare(6) == 2


def test_negative_age():
    try:
        fare(-1)
    except ValueError:
        return
    raise AssertionError
