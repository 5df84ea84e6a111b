from fares import fare


def test_six():
    assert fare(6) == 0
