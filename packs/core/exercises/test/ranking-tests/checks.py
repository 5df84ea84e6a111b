from ranking import places


def test_place_after_equals():
    assert [place for place, _, _ in places({"a": 9, "b": 5, "c": 5, "d": 1})] == [1, 2, 2, 4]


def test_same_place():
    assert [place for place, _, _ in places({"a": 5, "b": 5})] == [1, 1]


def test_best_first():
    assert [name for _, name, _ in places({"c": 1, "a": 9, "b": 5})] == ["a", "b", "c"]


def test_equals_by_name():
    assert [name for _, name, _ in places({"b": 5, "a": 5})] == ["a", "b"]


def test_top_cuts_no_tie():
    assert len(places({"a": 9, "b": 7, "c": 5, "d": 5, "e": 1}, top=3)) == 4


def test_top_leaves_out():
    assert [name for _, name, _ in places({"a": 9, "b": 7, "c": 5}, top=2)] == ["a", "b"]


def test_top_zero():
    try:
        places({"a": 1}, top=0)
    except ValueError:
        return
    raise AssertionError


def test_nobody():
    assert places({}) == []
