from durations import seconds


def refused(text):
    try:
        seconds(text)
    except ValueError:
        return True
    return False


def test_junk_at_the_end():
    assert refused("1h30x")


def test_empty_text():
    assert refused("")


def test_spaces_around():
    assert seconds(" 2m ") == 120


def test_capital_letters():
    assert seconds("1H") == 3600


def test_bare_number():
    assert seconds("45") == 45


def test_a_day():
    assert seconds("1d") == 86400


def test_several_parts():
    assert seconds("1h30m") == 5400


def test_wrong_order():
    assert refused("30m1h")


def test_a_unit_twice():
    assert refused("1h2h")


def test_number_left_over():
    assert refused("1h30")
