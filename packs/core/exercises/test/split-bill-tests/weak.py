from bill import split


def test_even():
    assert split(100, ["ada", "bo"]) == {"ada": 50, "bo": 50}
