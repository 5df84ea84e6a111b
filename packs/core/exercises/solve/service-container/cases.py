class Mailer:
    """Sends from an address."""

    def __init__(self, sender):
        self.sender = sender


class Orders:
    """Needs a mailer."""

    def __init__(self, mailer):
        self.mailer = mailer


class Builder:
    """Builds a list, and counts how often."""

    def __init__(self, failures=0):
        self.count = 0
        self.failures = failures

    def build(self, container):
        """Build."""
        self.count += 1
        if self.count <= self.failures:
            raise OSError("not yet")
        return [self.count]


def shop():
    """Three services, each from the one before."""
    container = Container()
    container.register("orders", lambda c: Orders(c.get("mail")))
    container.register("mail", lambda c: Mailer(c.get("sender")))
    container.register("sender", lambda c: "shop@example.org")
    return container


def message(error, action):
    """The text of the error that the action raises."""
    try:
        action()
    except error as caught:
        return str(caught)


def circle_names():
    """Three that need each other, asked for by a fourth; which names does the message hold?"""
    container = Container()
    container.register("start", lambda c: c.get("a"))
    container.register("a", lambda c: c.get("b"))
    container.register("b", lambda c: c.get("c"))
    container.register("c", lambda c: c.get("a"))
    text = message(ValueError, lambda: container.get("start")) or ""
    return all(name in text for name in ("a", "b", "c"))


def failed_once():
    """The first construction fails, the second is tried."""
    container = Container()
    builder = Builder(failures=1)
    container.register("db", builder.build)
    first = message(OSError, lambda: container.get("db"))
    return first, container.get("db"), builder.count


def overridden():
    """Before, inside and after an override, through a service that needs it."""
    container = shop()
    before = container.get("orders").mailer.sender
    with container.override("mail", lambda c: Mailer("fake")):
        inside = container.get("orders").mailer.sender
    return before, inside, container.get("orders").mailer.sender


def same_object_after_override():
    """The object built before the override is still the one afterwards."""
    container = shop()
    before = container.get("mail")
    with container.override("mail", lambda c: Mailer("fake")):
        container.get("mail")
    return container.get("mail") is before


def override_left_by_exception():
    """The test inside fails."""
    container = shop()
    try:
        with container.override("mail", lambda c: Mailer("fake")):
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    return container.get("mail").sender


def override_of_unknown():
    """A name that only exists for the time of the block."""
    container = Container()
    with container.override("clock", lambda c: 12):
        inside = container.get("clock")
    return inside, message(LookupError, lambda: container.get("clock")) is not None


def test_simple():
    """en: Registered and built.
    it: Registrato e costruito."""
    container = Container()
    container.register("sender", lambda c: "shop@example.org")
    assert container.get("sender") == "shop@example.org"


def test_chain():
    """en: Orders need a mailer, the mailer a sender; the order of registration doesn't matter.
    it: Gli ordini vogliono un mailer, il mailer un mittente; l'ordine di registrazione non conta."""
    assert shop().get("orders").mailer.sender == "shop@example.org"


def test_shared():
    """en: Twice asked, once built.
    it: Chiesto due volte, costruito una."""
    builder = Builder()
    container = Container()
    container.register("db", builder.build)
    assert container.get("db") == [1]
    assert container.get("db") == [1]
    assert builder.count == 1


def test_fresh_each_time():
    """en: Not shared: a new one at every request.
    it: Non condiviso: uno nuovo a ogni richiesta."""
    builder = Builder()
    container = Container()
    container.register("cart", builder.build, shared=False)
    assert container.get("cart") == [1]
    assert container.get("cart") == [2]


def test_not_before_it_is_needed():
    """en: Registering builds nothing.
    it: Registrare non costruisce niente."""
    builder = Builder()
    container = Container()
    container.register("db", builder.build)
    assert builder.count == 0


def test_unknown():
    """en: A name nobody has registered.
    it: Un nome che nessuno ha registrato."""
    container = Container()
    with raises(LookupError, match="mail"):
        container.get("mail")


def test_need_is_unknown():
    """en: What a service needs is missing: the message names what is missing.
    it: Manca ciò di cui un servizio ha bisogno: il messaggio nomina quello che manca."""
    container = Container()
    container.register("orders", lambda c: c.get("mail"))
    with raises(LookupError, match="mail"):
        container.get("orders")


def test_circle():
    """en: Three that need each other: refused, and all three named.
    it: Tre che si richiedono a vicenda: rifiutato, e con tutti e tre i nomi."""
    assert circle_names() is True


def test_needs_itself():
    """en: The smallest circle.
    it: Il cerchio più piccolo."""
    container = Container()
    container.register("a", lambda c: c.get("a"))
    with raises(ValueError):
        container.get("a")


def test_same_need_twice_is_no_circle():
    """en: Two services need the same one: that's no circle.
    it: Due servizi vogliono lo stesso: non è un cerchio."""
    container = Container()
    container.register("x", lambda c: 1)
    container.register("sum", lambda c: c.get("x") + c.get("x"))
    assert container.get("sum") == 2


def test_failure_leaves_nothing():
    """en: The database wasn't there at the first attempt; the second succeeds.
    it: Al primo tentativo il database non c'era; il secondo riesce."""
    assert failed_once() == ("not yet", [2], 2)


def test_registered_again():
    """en: A new registration replaces the object already built.
    it: Una nuova registrazione sostituisce l'oggetto già costruito."""
    container = Container()
    container.register("sender", lambda c: "old")
    assert container.get("sender") == "old"
    container.register("sender", lambda c: "new")
    assert container.get("sender") == "new"


def test_override():
    """en: Inside the block even the orders, built before, send by the fake mailer; afterwards not.
    it: Dentro il blocco anche gli ordini, costruiti prima, spediscono con il mailer finto; dopo no."""
    assert overridden() == ("shop@example.org", "fake", "shop@example.org")


def test_override_gives_back_the_old_object():
    """en: Afterwards it's the very same object as before.
    it: Dopo è proprio lo stesso oggetto di prima."""
    assert same_object_after_override() is True


def test_override_and_exception():
    """en: A failing test leaves the container as it was.
    it: Un test che fallisce lascia il contenitore com'era."""
    assert override_left_by_exception() == "shop@example.org"


def test_override_of_an_unknown_name():
    """en: A name that exists only inside.
    it: Un nome che esiste solo dentro."""
    assert override_of_unknown() == (12, True)
