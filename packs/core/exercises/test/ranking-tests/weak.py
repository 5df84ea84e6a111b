from ranking import places


def test_the_winner():
    assert places({"ada": 5, "bo": 3})[0] == (1, "ada", 5)
