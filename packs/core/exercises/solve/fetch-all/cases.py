import asyncio


class Supplier:
    """Answers after `delay` seconds; fails as often as `failures` says; notes what it sees."""

    def __init__(self, delay=1.0, failures=None, slow=()):
        self.delay = delay
        self.failures = dict(failures or {})
        self.slow = set(slow)
        self.running = 0
        self.most = 0
        self.calls = []

    async def fetch(self, url):
        """Ask for one address."""
        self.calls.append(url)
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            await asyncio.sleep(1000 if url in self.slow else self.delay)
            if self.failures.get(url, 0) > 0:
                self.failures[url] -= 1
                raise ConnectionError(url)
            return url.upper()
        finally:
            self.running -= 1


def run(supplier, urls, **options):
    """Fetch all; exceptions come back as the names of their types."""
    answers = asyncio.run(fetch_all(urls, supplier.fetch, **options))
    return {url: type(answer).__name__ if isinstance(answer, BaseException) else answer for url, answer in answers.items()}


def cancelled_after(supplier, urls, delay, **options):
    """Start, cancel after `delay` seconds, wait; say how it ended and what still runs."""

    async def main():
        task = asyncio.create_task(fetch_all(urls, supplier.fetch, **options))
        await asyncio.sleep(delay)
        before = len(supplier.calls)
        task.cancel()
        try:
            await task
        except asyncio.CancelledError:
            ended = "cancelled"
        else:
            ended = "finished"
        await asyncio.sleep(100)
        return ended, supplier.running, len(supplier.calls) - before

    return asyncio.run(main())


def seconds_for(supplier, urls, **options):
    """How long it takes by the virtual clock."""

    async def main():
        begun = asyncio.get_running_loop().time()
        await fetch_all(urls, supplier.fetch, **options)
        return round(asyncio.get_running_loop().time() - begun, 1)

    return asyncio.run(main())


def test_all_answers():
    """en: Three addresses, three answers.
    it: Tre indirizzi, tre risposte."""
    assert run(Supplier(), ["a", "b", "c"]) == {"a": "A", "b": "B", "c": "C"}


def test_no_addresses():
    """en: Nothing to fetch: an empty dictionary.
    it: Niente da chiedere: un dizionario vuoto."""
    assert run(Supplier(), []) == {}


def test_they_run_together():
    """en: Ten answers of one second each take one second, not ten.
    it: Dieci risposte da un secondo l'una durano un secondo, non dieci."""
    assert seconds_for(Supplier(), list("abcdefghij")) == 1.0


def test_never_more_than_the_limit():
    """en: Twenty-five addresses with a limit of four: the supplier never sees a fifth.
    it: Venticinque indirizzi con limite quattro: il fornitore non ne vede mai un quinto."""
    supplier = Supplier()
    assert len(run(supplier, list("abcdefghijklmnopqrstuvwxy"), limit=4)) == 25
    assert supplier.most == 4


def test_the_slots_are_used():
    """en: Six of one second, two at once: three seconds.
    it: Sei da un secondo, due alla volta: tre secondi."""
    assert seconds_for(Supplier(), list("abcdef"), limit=2) == 3.0


def test_second_attempt_succeeds():
    """en: One connection drops; the second attempt goes through.
    it: Una connessione cade; il secondo tentativo passa."""
    supplier = Supplier(failures={"b": 1})
    assert run(supplier, ["a", "b"]) == {"a": "A", "b": "B"}
    assert len(supplier.calls) == 3


def test_one_fails_for_good():
    """en: One address never answers: the others arrive, its entry holds the exception.
    it: Un indirizzo non risponde mai: gli altri arrivano, la sua voce contiene l'eccezione."""
    assert run(Supplier(failures={"b": 99}), ["a", "b", "c"]) == {"a": "A", "b": "ConnectionError", "c": "C"}


def test_times_counts_the_first():
    """en: `times=2` means two calls in all.
    it: `times=2` vuol dire due chiamate in tutto."""
    supplier = Supplier(failures={"a": 99})
    assert run(supplier, ["a"], times=2) == {"a": "ConnectionError"}
    assert len(supplier.calls) == 2


def test_too_slow():
    """en: An attempt beyond the time limit is cancelled and counts as a TimeoutError.
    it: Un tentativo oltre il limite viene cancellato e vale come TimeoutError."""
    supplier = Supplier(slow=["b"])
    assert run(supplier, ["a", "b"], seconds=5.0, times=1) == {"a": "A", "b": "TimeoutError"}
    assert supplier.running == 0


def test_slow_three_times():
    """en: Three attempts of five seconds each: fifteen in all, and not a thousand.
    it: Tre tentativi da cinque secondi: quindici in tutto, e non mille."""
    assert seconds_for(Supplier(slow=["a"]), ["a"], seconds=5.0, times=3) == 15.0


def test_waiting_for_a_slot_is_not_slow():
    """en: The last in the queue wait nine seconds for a slot and then answer in three: no time-out.
    it: Gli ultimi in coda aspettano un posto nove secondi e poi rispondono in tre: nessun timeout."""
    supplier = Supplier(delay=3.0)
    assert run(supplier, ["a", "b", "c", "d"], limit=1, seconds=5.0) == {"a": "A", "b": "B", "c": "C", "d": "D"}
    assert len(supplier.calls) == 4


def test_same_address_twice():
    """en: An address listed twice is one entry.
    it: Un indirizzo elencato due volte è una voce sola."""
    assert run(Supplier(), ["a", "a"]) == {"a": "A"}


def test_in_the_order_of_the_addresses():
    """en: b fails first and comes back later: the dictionary still follows the list.
    it: b all'inizio fallisce e arriva dopo: il dizionario segue lo stesso la lista."""
    assert list(run(Supplier(failures={"b": 2}), ["b", "a"])) == ["b", "a"]


def test_cancelled_means_cancelled():
    """en: Somebody stops the job: nothing goes on running, nothing is tried again.
    it: Qualcuno ferma il job: niente continua a girare, niente viene riprovato."""
    assert cancelled_after(Supplier(delay=50.0), ["a", "b", "c"], 2.0, limit=2, seconds=60.0) == ("cancelled", 0, 0)
