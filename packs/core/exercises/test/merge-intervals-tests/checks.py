from busy import merge


def refused(meetings):
    try:
        merge(meetings)
    except ValueError:
        return True
    return False


def test_touching():
    assert merge([(9, 10), (10, 11)]) == [(9, 11)]


def test_inside():
    assert merge([(9, 12), (10, 11)]) == [(9, 12)]


def test_unsorted():
    assert merge([(14, 15), (9, 11), (10, 12)]) == [(9, 12), (14, 15)]


def test_overlapping():
    assert merge([(9, 11), (10, 12)]) == [(9, 12)]


def test_input_stays():
    meetings = [(14, 15), (9, 10)]
    merge(meetings)
    assert meetings == [(14, 15), (9, 10)]


def test_no_length():
    assert merge([(9, 9)]) == [(9, 9)]


def test_backwards():
    assert refused([(10, 9)])


def test_apart():
    assert merge([(9, 10), (11, 12)]) == [(9, 10), (11, 12)]


def test_no_meeting():
    assert merge([]) == []
