def test_put_then_get():
    """en: What was stored comes back: without this nothing else means anything.
    it: Quello che metti lo ritrovi: senza questo il resto non ha senso."""
    cache = LRUCache(2)
    cache.put("vite", 3)
    assert cache.get("vite") == 3
    assert len(cache) == 1


def test_missing_key():
    """en: A key never seen gives None, or whatever the caller asks for.
    it: Una chiave mai vista dà None, o quello che chiede chi chiama."""
    cache = LRUCache(2)
    assert cache.get("vite") is None
    assert cache.get("vite", -1) == -1


def test_oldest_leaves():
    """en: One entry too many: the one unused longest goes, the other two stay.
    it: Una voce di troppo: esce quella ferma da più tempo, le altre due restano."""
    cache = LRUCache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    cache.put("c", 3)
    assert cache.get("a") is None
    assert cache.get("b") == 2
    assert cache.get("c") == 3


def test_reading_keeps_it_alive():
    """en: Reading a counts as use, so b is now the oldest. Here an LRU cache and a queue part ways.
    it: Leggere a conta come uso, quindi la più vecchia ora è b. Qui una cache LRU e una coda prendono strade diverse."""
    cache = LRUCache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    assert cache.get("a") == 1
    cache.put("c", 3)
    assert cache.get("b") is None
    assert cache.get("a") == 1


def test_overwriting_keeps_it_alive():
    """en: Storing a again renews it, and the new value wins.
    it: Rimettere a la rinnova, e vale il valore nuovo."""
    cache = LRUCache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    cache.put("a", 10)
    cache.put("c", 3)
    assert cache.get("a") == 10
    assert cache.get("b") is None


def test_overwriting_evicts_nobody():
    """en: The cache is full, but a replacement needs no room: b must not pay for it.
    it: La cache è piena, ma una sostituzione non chiede posto: non deve rimetterci b."""
    cache = LRUCache(2)
    cache.put("b", 2)
    cache.put("a", 1)
    cache.put("a", 5)
    assert cache.get("b") == 2
    assert len(cache) == 2


def test_a_miss_stores_nothing():
    """en: Looking for what is not there must neither fill the cache nor push anything out.
    it: Cercare una chiave che non c'è non deve né riempire la cache né far uscire qualcosa."""
    cache = LRUCache(1)
    cache.put("a", 1)
    assert cache.get("z", 0) == 0
    assert len(cache) == 1
    assert cache.get("a") == 1


def test_capacity_one():
    """en: The smallest cache: each new entry replaces the one before.
    it: La cache più piccola: ogni voce nuova prende il posto di quella di prima."""
    cache = LRUCache(1)
    cache.put("a", 1)
    cache.put("b", 2)
    assert cache.get("a") is None
    assert cache.get("b") == 2
    assert len(cache) == 1


def test_stored_zero():
    """en: A price of 0 is an answer, not a miss, and reading it renews it.
    it: Un prezzo 0 è una risposta, non un'assenza, e leggerlo lo rinnova."""
    cache = LRUCache(2)
    cache.put("gift", 0)
    cache.put("screw", 2)
    assert cache.get("gift", 99) == 0
    cache.put("nut", 3)
    assert cache.get("gift", 99) == 0


def test_stored_none():
    """en: "The supplier does not sell it" may well be stored as None: it is there all the same.
    it: "Il fornitore non lo vende" può benissimo essere memorizzato come None: la voce c'è comunque."""
    cache = LRUCache(1)
    cache.put("unicorn", None)
    assert cache.get("unicorn", "ask the supplier") is None
    assert len(cache) == 1


def test_never_more_than_capacity():
    """en: A hundred entries through a cache of three leave exactly the last three.
    it: Cento voci in una cache da tre: restano esattamente le ultime tre."""
    cache = LRUCache(3)
    for number in range(100):
        cache.put(number, number * number)
    assert len(cache) == 3
    assert cache.get(96) is None
    assert cache.get(97) == 9409


def test_tuple_keys():
    """en: In the job keys are often pairs (customer, product): any hashable will do.
    it: Sul lavoro le chiavi sono spesso coppie (cliente, prodotto): va bene qualsiasi oggetto hashable."""
    cache = LRUCache(2)
    cache.put(("acme", 7), 1.5)
    assert cache.get(("acme", 7)) == 1.5
    assert cache.get(("acme", 8)) is None


def test_two_caches_are_strangers():
    """en: Two caches in the same process share nothing.
    it: Due cache nello stesso processo non condividono nulla."""
    prices = LRUCache(2)
    stock = LRUCache(2)
    prices.put("vite", 3)
    assert stock.get("vite") is None
    assert len(stock) == 0


def test_long_mixture():
    """en: Reads, misses, overwrites and evictions mixed, as in a real day: the order must hold to the end.
    it: Letture, ricerche a vuoto, sostituzioni e uscite mescolate, come in un giorno vero: l'ordine deve reggere fino in fondo."""
    cache = LRUCache(3)
    cache.put("a", 1)
    cache.put("b", 2)
    cache.put("c", 3)
    assert cache.get("a") == 1
    cache.put("b", 20)
    assert cache.get("x") is None
    cache.put("d", 4)
    assert cache.get("c") is None
    cache.put("e", 5)
    assert cache.get("a") is None
    assert cache.get("b") == 20
    assert cache.get("d") == 4
    assert cache.get("e") == 5


def test_capacity_zero():
    """en: A cache that can hold nothing is a mistake of the caller, to be told at once.
    it: Una cache che non può contenere nulla è uno sbaglio di chi la crea: va detto subito."""
    with raises(ValueError):
        LRUCache(0)


def test_negative_capacity():
    """en: A negative capacity usually comes from a bad setting: better at start-up than in the night.
    it: Una capacità negativa viene di solito da una configurazione sbagliata: meglio scoprirlo all'avvio che di notte."""
    with raises(ValueError):
        LRUCache(-3)
