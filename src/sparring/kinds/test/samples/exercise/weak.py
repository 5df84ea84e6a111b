from fares import fare


def test_grown_ups():
    assert fare(30) == 5
