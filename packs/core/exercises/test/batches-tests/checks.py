from itertools import islice

from batching import batches


def refused(call):
    try:
        call()
    except ValueError:
        return True
    return False


def ending(last):
    """Numbers up to `last`; whoever asks for more fails."""
    yield from range(last + 1)
    raise AssertionError("asked for too much")


def test_endless_source():
    assert list(next(batches(ending(9), 2))) == [0, 1]


def test_takes_no_more():
    assert list(next(batches(ending(1), 2))) == [0, 1]


def test_rest():
    assert [list(batch) for batch in islice(batches([1, 2, 3, 4, 5], 2), 4)] == [[1, 2], [3, 4], [5]]


def test_exact_multiple():
    assert [list(batch) for batch in islice(batches([1, 2, 3, 4], 2), 4)] == [[1, 2], [3, 4]]


def test_own_list_each():
    first, second = list(batches(iter([1, 2, 3, 4]), 2))
    assert (list(first), list(second)) == ([1, 2], [3, 4])


def test_type_of_a_batch():
    assert isinstance(next(iter(batches([1, 2], 2))), list)


def test_empty_source():
    assert list(batches([], 2)) == []


def test_size_zero():
    assert refused(lambda: list(batches([1], 0)))


def test_refused_at_the_call():
    assert refused(lambda: batches([1], -1))
