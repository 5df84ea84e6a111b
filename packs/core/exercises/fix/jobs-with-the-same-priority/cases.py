def test_smallest_first():
    """en: Different priorities: the smallest number leaves first.
    it: Priorità diverse: esce prima il numero più piccolo."""
    jobs = Jobs()
    jobs.add(5, {"name": "report"})
    jobs.add(1, {"name": "payment"})
    assert jobs.next() == {"name": "payment"}
    assert jobs.next() == {"name": "report"}


def test_first_come_first_served():
    """en: Friday: the same priority twice. Whoever came first goes first, whatever the name.
    it: Venerdì: due volte la stessa priorità. Va prima chi è arrivato prima, qualunque nome abbia."""
    jobs = Jobs()
    jobs.add(3, {"name": "zip"})
    jobs.add(3, {"name": "mail"})
    jobs.add(3, {"name": "audit"})
    assert jobs.next() == {"name": "zip"}
    assert jobs.next() == {"name": "mail"}
    assert jobs.next() == {"name": "audit"}


def test_length():
    """en: How many wait.
    it: Quanti aspettano."""
    jobs = Jobs()
    jobs.add(1, {"name": "a"})
    jobs.add(2, {"name": "b"})
    assert len(jobs) == 2
    jobs.next()
    assert len(jobs) == 1


def test_first_come_after_some_left():
    """en: Jobs leave between the arrivals: the order must not depend on how full the queue is.
    it: Tra un arrivo e l'altro escono dei job: l'ordine non deve dipendere da quanto è piena la coda."""
    jobs = Jobs()
    jobs.add(1, {"name": "one"})
    jobs.add(1, {"name": "two"})
    jobs.add(2, {"name": "old"})
    jobs.next()
    jobs.next()
    jobs.add(2, {"name": "new"})
    jobs.add(2, {"name": "newer"})
    assert jobs.next() == {"name": "old"}
    assert jobs.next() == {"name": "new"}
    assert jobs.next() == {"name": "newer"}


def test_equal_jobs():
    """en: The very same job twice is two jobs.
    it: Lo stesso job due volte sono due job."""
    jobs = Jobs()
    jobs.add(1, {"name": "ping"})
    jobs.add(1, {"name": "ping"})
    jobs.next()
    assert len(jobs) == 1


def test_nobody_waits():
    """en: An empty queue says so.
    it: Una coda vuota lo dice."""
    jobs = Jobs()
    with raises(IndexError):
        jobs.next()
