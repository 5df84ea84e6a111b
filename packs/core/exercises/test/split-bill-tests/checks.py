from bill import split


def refused(*args):
    try:
        split(*args)
    except ValueError:
        return True
    return False


def test_one_cent_left():
    assert split(100, ["a", "b", "c"]) == {"a": 34, "b": 33, "c": 33}


def test_two_cents_left():
    assert split(101, ["a", "b", "c"]) == {"a": 34, "b": 34, "c": 33}


def test_sum_is_the_amount():
    for cents in range(20):
        assert sum(split(cents, ["a", "b", "c"]).values()) == cents


def test_divides_evenly():
    assert split(90, ["a", "b", "c"]) == {"a": 30, "b": 30, "c": 30}


def test_a_huge_amount():
    assert sum(split(10**17 + 1, ["a", "b"]).values()) == 10**17 + 1


def test_negative_amount():
    assert refused(-100, ["a", "b"])


def test_a_name_twice():
    assert refused(100, ["a", "a"])


def test_nobody():
    assert refused(100, [])


def test_nothing_to_pay():
    assert split(0, ["a", "b"]) == {"a": 0, "b": 0}


def test_one_person():
    assert split(1001, ["a"]) == {"a": 1001}


def test_order_of_the_list():
    assert list(split(7, ["z", "a", "m"])) == ["z", "a", "m"]
