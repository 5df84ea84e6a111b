def test_deliveries_none():
    """en: Nothing is there at first
    it: All'inizio non c'è niente"""
    s = Stock()
    assert s.count("chair") == 0


def test_deliveries_add_up():
    """en: Deliveries add up
    it: Le consegne si sommano"""
    s = Stock()
    s.add("chair", 3)
    s.add("chair", 2)
    assert s.count("chair") == 5


def test_deliveries_by_thing():
    """en: Each thing by itself
    it: Ogni cosa per sé"""
    s = Stock()
    s.add("chair", 3)
    s.add("lamp", 1)
    assert [s.count("chair"), s.count("lamp"), s.count("table")] == [3, 1, 0]


def test_taking_fewer():
    """en: What is taken is gone
    it: Ciò che si prende non c'è più"""
    s = Stock()
    s.add("chair", 3)
    s.take("chair", 1)
    assert s.count("chair") == 2


def test_taking_all():
    """en: All of them
    it: Tutti"""
    s = Stock()
    s.add("chair", 3)
    s.take("chair", 3)
    assert s.count("chair") == 0


def test_taking_too_many():
    """en: More than there are
    it: Più di quanti ce ne sono"""
    s = Stock()
    s.add("chair", 3)
    with raises(ValueError):
        s.take("chair", 4)
    assert s.count("chair") == 3


def test_taking_unknown():
    """en: What was never there
    it: Ciò che non c'è mai stato"""
    s = Stock()
    with raises(ValueError):
        s.take("chair", 1)


def test_promises_left_out():
    """en: Promised ones cannot be had
    it: I promessi non si possono avere"""
    s = Stock()
    s.add("chair", 3)
    s.reserve("chair", 2)
    assert s.count("chair") == 1


def test_promises_protected():
    """en: Nobody takes what is promised
    it: Nessuno prende ciò che è promesso"""
    s = Stock()
    s.add("chair", 3)
    s.reserve("chair", 2)
    with raises(ValueError):
        s.take("chair", 2)
    assert s.count("chair") == 1


def test_promises_twice():
    """en: Nothing is promised twice
    it: Niente è promesso due volte"""
    s = Stock()
    s.add("chair", 3)
    s.reserve("chair", 2)
    with raises(ValueError):
        s.reserve("chair", 2)
    s.reserve("chair", 1)
    assert s.count("chair") == 0


def test_fetching_some():
    """en: What is fetched was left out already
    it: Ciò che si ritira era già escluso"""
    s = Stock()
    s.add("chair", 5)
    s.reserve("chair", 3)
    s.collect("chair", 2)
    assert s.count("chair") == 2


def test_fetching_once():
    """en: A promise is kept once
    it: Una promessa si mantiene una volta"""
    s = Stock()
    s.add("chair", 5)
    s.reserve("chair", 2)
    s.collect("chair", 2)
    with raises(ValueError):
        s.collect("chair", 1)
    assert s.count("chair") == 3


def test_fetching_room():
    """en: What was fetched makes no room
    it: Ciò che è ritirato non fa posto"""
    s = Stock()
    s.add("chair", 2)
    s.reserve("chair", 2)
    s.collect("chair", 2)
    with raises(ValueError):
        s.take("chair", 1)


def test_at_least_one_add():
    """en: No delivery of nothing
    it: Nessuna consegna di niente"""
    s = Stock()
    with raises(ValueError):
        s.add("chair", 0)
    with raises(ValueError):
        s.add("chair", -2)
    assert s.count("chair") == 0


def test_at_least_one_take():
    """en: Taking less than nothing does not fill the shelf
    it: Prendere meno di niente non riempie lo scaffale"""
    s = Stock()
    s.add("chair", 1)
    with raises(ValueError):
        s.take("chair", -1)
    assert s.count("chair") == 1


def test_at_least_one_promise():
    """en: Nor does promising, nor fetching
    it: Nemmeno promettere, né ritirare"""
    s = Stock()
    s.add("chair", 3)
    s.reserve("chair", 1)
    with raises(ValueError):
        s.reserve("chair", 0)
    with raises(ValueError):
        s.collect("chair", -1)
    assert s.count("chair") == 2
