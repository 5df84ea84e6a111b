import pytest
from classics import Recent, cheapest

GRAPH = {"a": {"b": 1, "c": 4}, "b": {"c": 2, "d": 5}, "c": {"d": 1}, "d": {}}


@pytest.fixture
def recent():
    found = Recent(2)
    found.put("a", 1)
    found.put("b", 2)
    return found


def test_what_was_put_is_there(recent):
    assert recent.get("a") == 1 and recent.get("b") == 2 and len(recent) == 2


def test_what_is_missing_gives_the_default(recent):
    assert recent.get("x") is None and recent.get("x", 7) == 7


def test_the_oldest_is_forgotten(recent):
    recent.put("c", 3)
    assert recent.get("a") is None and recent.get("b") == 2 and recent.get("c") == 3


def test_reading_renews(recent):
    recent.get("a")
    recent.put("c", 3)
    assert recent.get("b") is None and recent.get("a") == 1


def test_writing_renews(recent):
    recent.put("a", 9)
    recent.put("c", 3)
    assert recent.get("a") == 9 and len(recent) == 2


@pytest.mark.parametrize("capacity", [0, -1])
def test_a_cache_holds_something(capacity):
    with pytest.raises(ValueError):
        Recent(capacity)


def test_one_is_enough():
    found = Recent(1)
    found.put("a", 1)
    assert len(found) == 1


def test_the_detour_is_cheaper():
    assert cheapest(GRAPH, "a", "d") == (4, ["a", "b", "c", "d"])


def test_from_a_place_to_itself():
    assert cheapest(GRAPH, "b", "b") == (0, ["b"])


def test_no_way():
    with pytest.raises(ValueError, match="no way"):
        cheapest(GRAPH, "d", "a")


def test_weights_are_not_negative():
    with pytest.raises(ValueError, match="negative"):
        cheapest({"a": {"b": -1}}, "a", "b")
