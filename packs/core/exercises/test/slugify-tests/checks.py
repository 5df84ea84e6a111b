from slugs import slug


def test_a_run_of_strange_characters():
    assert slug("a & b") == "a-b"


def test_no_dash_at_the_ends():
    assert slug("hello!") == "hello"


def test_capital_letters():
    assert slug("Hello") == "hello"


def test_accented_letters():
    assert slug("perché") == "perche"


def test_nothing_left():
    assert slug("???") == "untitled"


def test_taken_once():
    assert slug("a", {"a"}) == "a-2"


def test_taken_twice():
    assert slug("a", {"a", "a-2"}) == "a-3"


def test_digits():
    assert slug("python 3.14") == "python-3-14"


def test_not_taken():
    assert slug("a", {"b"}) == "a"
