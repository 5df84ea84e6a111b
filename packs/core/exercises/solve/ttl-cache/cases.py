import gc
import weakref


class Watch:
    """A clock that moves when told to."""

    def __init__(self, now=0.0):
        self.now = now

    def __call__(self):
        return self.now


class Rate:
    """A value whose end can be watched."""


def kept_alive(cache, watch, wait):
    """Store a value, let `wait` seconds pass, touch another key; is the value still held?"""
    rate = Rate()
    ghost = weakref.ref(rate)
    cache.put("old", rate)
    del rate
    watch.now += wait
    cache.put("new", 1)
    gc.collect()
    return ghost() is not None


def test_put_then_get():
    """en: Fresh values are there.
    it: I valori freschi ci sono."""
    watch = Watch()
    cache = TTLCache(10, watch)
    cache.put("EUR/USD", 1.08)
    assert cache.get("EUR/USD") == 1.08
    assert len(cache) == 1


def test_gone_after_its_life():
    """en: Eleven seconds later it's gone.
    it: Undici secondi dopo non c'è più."""
    watch = Watch()
    cache = TTLCache(10, watch)
    cache.put("EUR/USD", 1.08)
    watch.now = 11.0
    assert cache.get("EUR/USD") is None
    assert len(cache) == 0


def test_default():
    """en: A key that was never stored gives what the caller asks for.
    it: Una chiave mai salvata dà quello che chiede chi chiama."""
    cache = TTLCache(10, Watch())
    assert cache.get("EUR/XXX") is None
    assert cache.get("EUR/XXX", 1.0) == 1.0


def test_exactly_at_the_end():
    """en: At 109.9 it's there, at 110 it isn't: the limit belongs to the other side.
    it: A 109,9 c'è, a 110 no: il limite sta dall'altra parte."""
    watch = Watch(100.0)
    cache = TTLCache(10, watch)
    cache.put("a", 1)
    watch.now = 109.9
    assert cache.get("a") == 1
    watch.now = 110.0
    assert cache.get("a") is None


def test_reading_does_not_renew():
    """en: A price that is read every few seconds goes stale all the same.
    it: Un prezzo letto ogni pochi secondi scade lo stesso."""
    watch = Watch()
    cache = TTLCache(10, watch)
    cache.put("a", 1)
    watch.now = 6.0
    assert cache.get("a") == 1
    watch.now = 12.0
    assert cache.get("a") is None


def test_overwriting_renews():
    """en: A new value begins a new life.
    it: Un valore nuovo comincia una vita nuova."""
    watch = Watch()
    cache = TTLCache(10, watch)
    cache.put("a", 1)
    watch.now = 6.0
    cache.put("a", 2)
    watch.now = 12.0
    assert cache.get("a") == 2
    watch.now = 16.0
    assert cache.get("a") is None


def test_renewed_first_expires_last():
    """en: a was first and is renewed: b now goes before it.
    it: a era la prima e viene rinnovata: ora b se ne va prima."""
    watch = Watch()
    cache = TTLCache(10, watch)
    cache.put("a", 1)
    watch.now = 2.0
    cache.put("b", 2)
    watch.now = 5.0
    cache.put("a", 3)
    watch.now = 12.5
    assert cache.get("b") is None
    assert cache.get("a") == 3


def test_each_expires_by_itself():
    """en: Stored at different times, gone at different times.
    it: Salvate in momenti diversi, spariscono in momenti diversi."""
    watch = Watch()
    cache = TTLCache(10, watch)
    cache.put("a", 1)
    watch.now = 5.0
    cache.put("b", 2)
    watch.now = 10.0
    assert len(cache) == 1
    assert cache.get("b") == 2


def test_expired_entries_are_freed():
    """en: Nobody asks for the old key again, and still its value must not be held.
    it: Nessuno chiede più la vecchia chiave, eppure il suo valore non va tenuto."""
    watch = Watch()
    assert kept_alive(TTLCache(10, watch), watch, 11.0) == False


def test_living_entries_are_kept():
    """en: Before its time, though, it's held: a weak reference alone wouldn't do.
    it: Prima del tempo invece va tenuto: un riferimento debole da solo non basta."""
    watch = Watch()
    assert kept_alive(TTLCache(10, watch), watch, 5.0) == True


def test_stored_none_and_zero():
    """en: A stored 0 and a stored None are answers.
    it: Uno 0 e un None memorizzati sono risposte."""
    cache = TTLCache(10, Watch())
    cache.put("a", 0)
    cache.put("b", None)
    assert cache.get("a", 7) == 0
    assert cache.get("b", 7) is None
    assert len(cache) == 2


def test_after_a_long_silence():
    """en: A week later everything is gone, and the cache can be used again.
    it: Una settimana dopo è sparito tutto, e la cache si può usare di nuovo."""
    watch = Watch()
    cache = TTLCache(10, watch)
    cache.put("a", 1)
    cache.put("b", 2)
    watch.now = 604800.0
    assert len(cache) == 0
    cache.put("a", 3)
    assert cache.get("a") == 3


def test_no_life():
    """en: A life of 0 would store nothing, ever.
    it: Una vita di 0 non conserverebbe mai nulla."""
    with raises(ValueError):
        TTLCache(0, Watch())
    with raises(ValueError):
        TTLCache(-5, Watch())
