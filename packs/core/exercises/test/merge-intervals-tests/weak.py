from busy import merge


def test_two_overlap():
    assert merge([(1, 3), (2, 4)]) == [(1, 4)]
