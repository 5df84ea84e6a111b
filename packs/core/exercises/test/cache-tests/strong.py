import pytest
from cache import LRUCache


def filled(capacity, **entries):
    cache = LRUCache(capacity)
    for key, value in entries.items():
        cache.put(key, value)
    return cache


def kept(cache, keys="abcd"):
    absent = object()
    return "".join(key for key in keys if cache.get(key, absent) is not absent)


@pytest.mark.parametrize(("capacity", "expected"), [(1, "c"), (2, "bc"), (3, "abc"), (4, "abc")])
def test_the_oldest_go(capacity, expected):
    cache = filled(capacity, a=1, b=2, c=3)
    assert len(cache) == len(expected)
    assert kept(cache) == expected


def test_reading_renews():
    cache = filled(2, a=1, b=2)
    assert cache.get("a") == 1
    cache.put("c", 3)
    assert kept(cache) == "ac"


def test_writing_renews_and_throws_nobody_out():
    cache = filled(2, a=1, b=2)
    cache.put("a", 9)
    assert (len(cache), cache.get("a"), cache.get("b")) == (2, 9, 2)
    cache.put("a", 10)
    cache.put("c", 3)
    assert kept(cache) == "ac"


def test_a_miss_stores_nothing():
    cache = filled(2, a=1, b=2)
    assert cache.get("x") is None
    assert cache.get("x", 7) == 7
    assert (len(cache), kept(cache)) == (2, "ab")


@pytest.mark.parametrize("value", [None, 0, "", False])
def test_any_value_can_be_stored(value):
    assert filled(1, a=value).get("a", "absent") is value


@pytest.mark.parametrize("capacity", [0, -1])
def test_a_cache_holds_something(capacity):
    with pytest.raises(ValueError):
        LRUCache(capacity)


def test_two_caches_are_strangers():
    one = filled(2, a=1)
    assert (len(filled(2)), kept(filled(2, b=2)), kept(one)) == (0, "b", "a")
