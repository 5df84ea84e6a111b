from itertools import count

import pytest
from batching import batches


@pytest.mark.parametrize(
    ("items", "size", "expected"),
    [
        ([], 3, []),
        ([1], 3, [[1]]),
        ([1, 2, 3], 3, [[1, 2, 3]]),
        ([1, 2, 3, 4], 3, [[1, 2, 3], [4]]),
        ("abcde", 2, [["a", "b"], ["c", "d"], ["e"]]),
        ({1: 0, 2: 0}, 1, [[1], [2]]),
        ([0, None, 0, None], 2, [[0, None], [0, None]]),
    ],
)
def test_batches(items, size, expected):
    assert list(batches(items, size)) == expected


def test_it_takes_no_more_than_it_gives():
    taken = []

    def source():
        for number in range(7):
            taken.append(number)
            yield number

    lazy = batches(source(), 2)
    assert taken == []
    assert next(lazy) == [0, 1]
    assert taken == [0, 1]
    assert next(lazy) == [2, 3]
    assert taken == [0, 1, 2, 3]


def test_an_endless_source():
    assert next(batches(count(5), 3)) == [5, 6, 7]


@pytest.mark.parametrize("size", [0, -1])
def test_the_size_is_checked_at_once(size):
    with pytest.raises(ValueError):
        batches([1], size)
