# en: The plain case. it: Il caso normale.
assert double_all([1, 2, 3]) == [2, 4, 6]

# en: Nothing to double. it: Niente da raddoppiare.
assert double_all([]) == []

# en: A number that no solution should special-case. it: Un numero che nessuna soluzione deve trattare a parte.
assert double_all([0, -1]) == [0, -2]


def test_leaves_the_input_alone():
    """en: The caller still needs the list. it: A chi chiama la lista serve ancora."""
    given = [1, 2]
    double_all(given)
    assert given == [1, 2]
