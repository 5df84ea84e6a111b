def failing(locks, customer, error):
    try:
        locks.run(customer, error)
    except Exception as raised:
        return type(raised).__name__
    return "nothing"


def test_an_import():
    """en: An import that works, and then another one.
    it: Un'importazione che funziona, e poi un'altra."""
    locks = Locks()
    locks.run("acme")
    locks.run("acme")
    assert locks.done == ["acme", "acme"]


def test_after_an_error():
    """en: The report: one import fails, the next one must be able to run.
    it: La segnalazione: un'importazione fallisce, la successiva deve poter partire."""
    locks = Locks()
    failing(locks, "acme", ValueError)
    locks.run("acme")
    assert locks.done == ["acme"]


def test_the_error_is_not_swallowed():
    """en: Whoever started the import learns that it failed.
    it: Chi ha avviato l'importazione viene a sapere che è fallita."""
    locks = Locks()
    assert failing(locks, "acme", ValueError) == "ValueError"


def test_any_error_releases():
    """en: Not only the error of the report: a KeyError, or a disk that is full.
    it: Non solo l'errore della segnalazione: un KeyError, o un disco pieno."""
    locks = Locks()
    failing(locks, "acme", KeyError)
    failing(locks, "bolt", OSError)
    assert sorted(locks.taken) == []


def test_busy_stays_busy():
    """en: While one import runs, a second one is refused, and the first keeps its lock.
    it: Mentre un'importazione gira la seconda viene rifiutata, e la prima tiene il suo lock."""
    locks = Locks()
    locks.taken.add("acme")
    assert failing(locks, "acme", None) == "RuntimeError"
    assert sorted(locks.taken) == ["acme"]


def test_customers_do_not_disturb_each_other():
    """en: The lock of one customer is not the lock of another.
    it: Il lock di un cliente non è il lock di un altro."""
    locks = Locks()
    locks.taken.add("acme")
    locks.run("bolt")
    assert locks.done == ["bolt"]
