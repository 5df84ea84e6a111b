from fares import fare


def test_it_runs():
    fare(3)
    fare(30)
