from cache import LRUCache


def test_it_remembers():
    cache = LRUCache(2)
    cache.put("a", 1)
    assert cache.get("a") == 1
