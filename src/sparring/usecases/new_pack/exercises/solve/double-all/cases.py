# The plain case.
assert double_all([1, 2, 3]) == [2, 4, 6]

# Nothing to double.
assert double_all([]) == []

# A number that no solution should special-case.
assert double_all([0, -1]) == [0, -2]


def test_leaves_the_input_alone():
    """The caller still needs the list."""
    given = [1, 2]
    double_all(given)
    assert given == [1, 2]
