import pytest
from bill import split


@pytest.mark.parametrize(
    ("cents", "people", "shares"),
    [
        (100, "ab", [50, 50]),
        (100, "abc", [34, 33, 33]),
        (101, "abc", [34, 34, 33]),
        (5, "cab", [2, 2, 1]),
        (2, "abc", [1, 1, 0]),
        (0, "ab", [0, 0]),
        (7, "a", [7]),
    ],
)
def test_shares(cents, people, shares):
    assert list(split(cents, list(people)).items()) == list(zip(people, shares))


@pytest.mark.parametrize(("cents", "people"), [(-1, ["a"]), (10, []), (10, ["a", "b", "a"])])
def test_what_cannot_be_split(cents, people):
    with pytest.raises(ValueError):
        split(cents, people)


def test_everything_is_paid_and_nobody_pays_much_more():
    for cents in range(60):
        for count in range(1, 8):
            shares = split(cents, [f"p{number}" for number in range(count)]).values()
            assert sum(shares) == cents
            assert max(shares) - min(shares) <= 1
