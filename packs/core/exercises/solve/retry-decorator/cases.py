class Supplier:
    """Raises the errors given, one a call, then answers."""

    def __init__(self, *errors, answer="42.00"):
        self.errors = list(errors)
        self.answer = answer
        self.calls = 0

    def price(self, *args, **kwargs):
        """Ask the supplier."""
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return self.answer


def test_succeeds_at_the_second_attempt():
    """en: One call dropped, the next goes through: what the decorator is for.
    it: Una chiamata cade, la seconda passa: il decorator serve a questo."""
    supplier = Supplier(TimeoutError("slow"))
    fetch = retry(3, TimeoutError)(supplier.price)
    assert fetch() == "42.00"
    assert supplier.calls == 2


def test_no_failure_one_call():
    """en: When all is well the supplier is asked once.
    it: Quando va tutto bene il fornitore viene chiamato una volta sola."""
    supplier = Supplier()
    fetch = retry(times=3, on=TimeoutError)(supplier.price)
    assert fetch() == "42.00"
    assert supplier.calls == 1


def test_gives_up_after_times():
    """en: Three failures with `times=3`: three calls, then the error. The first call counts.
    it: Tre fallimenti con `times=3`: tre chiamate, poi l'errore. Conta anche la prima."""
    supplier = Supplier(TimeoutError("1"), TimeoutError("2"), TimeoutError("3"))
    fetch = retry(3, TimeoutError)(supplier.price)
    with raises(TimeoutError):
        fetch()
    assert supplier.calls == 3


def test_the_last_error_comes_out():
    """en: Of three failures one wants to read the last, with its own message.
    it: Di tre fallimenti si vuole leggere l'ultimo, con il suo messaggio."""
    supplier = Supplier(TimeoutError("first"), TimeoutError("second"), TimeoutError("third"))
    fetch = retry(3, TimeoutError)(supplier.price)
    with raises(TimeoutError, match="third"):
        fetch()


def test_last_attempt_can_succeed():
    """en: Two failures and three attempts: the third must really be made.
    it: Due fallimenti e tre tentativi: il terzo va fatto davvero."""
    supplier = Supplier(TimeoutError("1"), TimeoutError("2"))
    fetch = retry(3, TimeoutError)(supplier.price)
    assert fetch() == "42.00"
    assert supplier.calls == 3


def test_once_means_once():
    """en: With `times=1` there is no second attempt: this is where counting goes wrong by one.
    it: Con `times=1` non c'è un secondo tentativo: è qui che si sbaglia di uno."""
    supplier = Supplier(TimeoutError("slow"))
    fetch = retry(1, TimeoutError)(supplier.price)
    with raises(TimeoutError):
        fetch()
    assert supplier.calls == 1


def test_other_errors_pass_at_once():
    """en: A KeyError is a bug of ours: trying again only hides it and loses time.
    it: Un KeyError è un bug nostro: riprovare lo nasconde e fa perdere tempo."""
    supplier = Supplier(KeyError("price"))
    fetch = retry(3, TimeoutError)(supplier.price)
    with raises(KeyError):
        fetch()
    assert supplier.calls == 1


def test_one_kind_then_the_other():
    """en: First an error worth another attempt, then one that is not: the second comes out.
    it: Prima un errore che merita un altro tentativo, poi uno che non lo merita: esce il secondo."""
    supplier = Supplier(TimeoutError("slow"), PermissionError("expired"))
    fetch = retry(5, TimeoutError)(supplier.price)
    with raises(PermissionError):
        fetch()
    assert supplier.calls == 2


def test_a_tuple_of_types():
    """en: Networks fail in more than one way: `on` may be a tuple.
    it: Una rete cade in più modi: `on` può essere una tupla."""
    supplier = Supplier(TimeoutError("slow"), ConnectionError("reset"))
    fetch = retry(3, (TimeoutError, ConnectionError))(supplier.price)
    assert fetch() == "42.00"
    assert supplier.calls == 3


def test_subclasses_count():
    """en: ConnectionResetError is an OSError: comparing types with `==` would miss it.
    it: ConnectionResetError è un OSError: confrontando i tipi con `==` sfuggirebbe."""
    supplier = Supplier(ConnectionResetError("reset"))
    fetch = retry(2, OSError)(supplier.price)
    assert fetch() == "42.00"


def test_arguments_pass_through():
    """en: Positional and keyword arguments arrive as they were, at the second attempt too.
    it: Argomenti posizionali e per nome arrivano come sono, anche al secondo tentativo."""
    seen = []

    def price(product, *, currency="EUR"):
        seen.append((product, currency))
        if len(seen) < 2:
            raise TimeoutError
        return f"{product} {currency}"

    fetch = retry(3, TimeoutError)(price)
    assert fetch("bolt", currency="USD") == "bolt USD"
    assert seen == [("bolt", "USD"), ("bolt", "USD")]


def test_every_call_starts_anew():
    """en: The first call has used up its attempts; the second has all of its own.
    it: La prima chiamata ha consumato i suoi tentativi; la seconda ne ha di nuovo tutti."""
    supplier = Supplier(TimeoutError("1"), TimeoutError("2"))
    fetch = retry(3, TimeoutError)(supplier.price)
    assert fetch() == "42.00"
    supplier.errors = [TimeoutError("3"), TimeoutError("4")]
    assert fetch() == "42.00"
    assert supplier.calls == 6


def test_two_functions_do_not_mix():
    """en: One decorator for two functions: each goes its own way.
    it: Un decorator per due funzioni: ciascuna va per conto suo."""
    again = retry(2, TimeoutError)
    bolts = Supplier(TimeoutError("slow"), answer="bolts")
    nuts = Supplier(TimeoutError("slow"), answer="nuts")
    fetch_bolts = again(bolts.price)
    fetch_nuts = again(nuts.price)
    assert fetch_bolts() == "bolts"
    assert fetch_nuts() == "nuts"


def test_an_empty_answer_is_an_answer():
    """en: An empty list means "nothing found": the call succeeded.
    it: Una lista vuota vuol dire "non ho trovato nulla": la chiamata è riuscita."""
    supplier = Supplier(answer=[])
    fetch = retry(3, TimeoutError)(supplier.price)
    assert fetch() == []
    assert supplier.calls == 1


def test_name_and_docstring():
    """en: Logs, profilers and web frameworks read the name of the function: it must be its own.
    it: Log, profiler e framework web leggono il nome della funzione: deve essere il suo."""
    fetch = retry(3, TimeoutError)(Supplier().price)
    assert fetch.__name__ == "price"
    assert fetch.__doc__ == "Ask the supplier."


def test_zero_times():
    """en: No attempts at all makes no sense, and is to be said at the `@` line, not at the first call.
    it: Zero tentativi non ha senso, e va detto alla riga della `@`, non alla prima chiamata."""
    with raises(ValueError):
        retry(0, TimeoutError)
