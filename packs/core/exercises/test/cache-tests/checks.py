from cache import LRUCache

ABSENT = object()


def filled():
    cache = LRUCache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    return cache


def has(cache, key):
    return cache.get(key, ABSENT) is not ABSENT


def test_full():
    cache = filled()
    cache.put("c", 3)
    assert len(cache) == 2
    assert not has(cache, "a")
    assert has(cache, "c")


def test_reading_renews():
    cache = filled()
    cache.get("a")
    cache.put("c", 3)
    assert has(cache, "a")


def test_writing_renews():
    cache = filled()
    cache.put("a", 9)
    cache.put("c", 3)
    assert has(cache, "a")
    assert not has(cache, "b")


def test_writing_replaces():
    cache = filled()
    cache.put("a", 9)
    assert (len(cache), cache.get("a")) == (2, 9)


def test_a_stored_none():
    cache = LRUCache(2)
    cache.put("a", None)
    assert cache.get("a", "default") is None


def test_a_stored_zero():
    cache = LRUCache(2)
    cache.put("a", 0)
    assert cache.get("a", "default") == 0


def test_two_caches():
    filled()
    assert len(LRUCache(2)) == 0


def test_a_miss():
    cache = LRUCache(2)
    assert cache.get("x", 7) == 7
    assert len(cache) == 0


def test_no_capacity():
    try:
        LRUCache(0)
    except ValueError:
        return
    raise AssertionError


def test_length():
    cache = LRUCache(5)
    assert len(cache) == 0
    cache.put("a", 1)
    cache.put("b", 2)
    assert len(cache) == 2
