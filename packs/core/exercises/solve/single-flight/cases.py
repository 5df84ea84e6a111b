import asyncio


class Supplier:
    """Counts how often it is asked; a call takes a second."""

    def __init__(self, failures=0):
        self.calls = 0
        self.failures = failures

    async def price(self):
        """Answer with the number of this call."""
        self.calls += 1
        number = self.calls
        await asyncio.sleep(1)
        if number <= self.failures:
            raise ConnectionError(f"call {number}")
        return number


def together(count, failures=0):
    """`count` ask at the same time; what they got, and how often the supplier was asked."""

    async def main():
        supplier, flight = Supplier(failures), SingleFlight()
        answers = await asyncio.gather(*(flight.do("EUR", supplier.price) for _ in range(count)), return_exceptions=True)
        return [str(answer) for answer in answers], supplier.calls

    return asyncio.run(main())


def one_after_the_other(count, failures=0):
    """The same, each after the one before has its answer."""

    async def main():
        supplier, flight = Supplier(failures), SingleFlight()
        answers = []
        for _ in range(count):
            try:
                answers.append(await flight.do("EUR", supplier.price))
            except ConnectionError as error:
                answers.append(str(error))
        return answers, supplier.calls

    return asyncio.run(main())


def recovers():
    """A failure, then a call that must simply work."""

    async def main():
        supplier, flight = Supplier(1), SingleFlight()
        try:
            await flight.do("EUR", supplier.price)
        except ConnectionError:
            pass
        return await flight.do("EUR", supplier.price)

    return asyncio.run(main())


def joins_half_way():
    """The second comes half a second later."""

    async def main():
        supplier, flight = Supplier(), SingleFlight()
        first = asyncio.create_task(flight.do("EUR", supplier.price))
        await asyncio.sleep(0.5)
        second = await flight.do("EUR", supplier.price)
        return await first, second, supplier.calls

    return asyncio.run(main())


def two_keys():
    """Two keys at once, each with a supplier of its own."""

    async def main():
        euro, dollar, flight = Supplier(), Supplier(), SingleFlight()
        await asyncio.gather(*(flight.do(key, supplier.price) for key, supplier in [("EUR", euro), ("USD", dollar)] * 3))
        return euro.calls, dollar.calls

    return asyncio.run(main())


def gives_up(who):
    """Three ask; number `who` is cancelled while waiting; what do the others get?"""

    async def main():
        supplier, flight = Supplier(), SingleFlight()
        tasks = [asyncio.create_task(flight.do("EUR", supplier.price)) for _ in range(3)]
        await asyncio.sleep(0.5)
        tasks[who].cancel()
        answers = await asyncio.gather(*tasks, return_exceptions=True)
        return [type(answer).__name__ if isinstance(answer, BaseException) else answer for answer in answers], supplier.calls

    return asyncio.run(main())


def two_flights():
    """Two objects share nothing."""

    async def main():
        supplier = Supplier()
        first, second = SingleFlight(), SingleFlight()
        await asyncio.gather(first.do("EUR", supplier.price), second.do("EUR", supplier.price))
        return supplier.calls

    return asyncio.run(main())


def nested():
    """A call that itself asks for another key."""

    async def main():
        flight = SingleFlight()

        async def inner():
            await asyncio.sleep(0.1)
            return 2

        async def outer():
            return 40 + await flight.do("inner", inner)

        return await flight.do("outer", outer)

    return asyncio.run(main())


def test_one_caller():
    """en: One asks, one call, one answer.
    it: Uno chiede, una chiamata, una risposta."""
    assert together(1) == (["1"], 1)


def test_asked_together():
    """en: Five ask at once: a single call, the same answer for all.
    it: Chiedono in cinque: una sola chiamata, la stessa risposta per tutti."""
    assert together(5) == (["1", "1", "1", "1", "1"], 1)


def test_later_is_a_new_call():
    """en: Who asks after the answer gets a fresh one: this is no cache.
    it: Chi chiede dopo la risposta ne riceve una nuova: non è una cache."""
    assert one_after_the_other(3) == ([1, 2, 3], 3)


def test_joins_half_way():
    """en: Who arrives half-way joins the running call.
    it: Chi arriva a metà si unisce alla chiamata in corso."""
    assert joins_half_way() == (1, 1, 1)


def test_keys_are_independent():
    """en: Euro and dollar are two calls.
    it: Euro e dollaro sono due chiamate."""
    assert two_keys() == (1, 1)


def test_failure_is_shared():
    """en: The call fails: all who waited learn it, and nobody asked a second time.
    it: La chiamata fallisce: lo sanno tutti quelli in attesa, e nessuno ha chiesto due volte."""
    assert together(3, failures=1) == (["call 1", "call 1", "call 1"], 1)


def test_after_a_failure_it_is_tried_again():
    """en: The next one to ask gets a new call, not the old failure.
    it: Il prossimo che chiede ottiene una chiamata nuova, non il vecchio errore."""
    assert recovers() == 2
    assert one_after_the_other(2, failures=1) == (["call 1", 2], 2)


def test_last_caller_gives_up():
    """en: One who waits is cancelled; the other two get their price.
    it: Uno in attesa viene cancellato; gli altri due hanno il loro prezzo."""
    assert gives_up(2) == ([1, 1, "CancelledError"], 1)


def test_first_caller_gives_up():
    """en: Even if it's the one who came first: the call belongs to all.
    it: Anche se è il primo arrivato: la chiamata è di tutti."""
    assert gives_up(0) == (["CancelledError", 1, 1], 1)


def test_two_objects():
    """en: Two services have a SingleFlight each.
    it: Due servizi hanno un SingleFlight ciascuno."""
    assert two_flights() == 2


def test_call_within_a_call():
    """en: A call may ask for another key.
    it: Una chiamata può chiederne un'altra."""
    assert nested() == 42


def test_many():
    """en: Two hundred at once, as on the day of the sale: one call.
    it: Duecento insieme, come il giorno dei saldi: una chiamata."""
    answers, calls = together(200)
    assert calls == 1
    assert len(answers) == 200
