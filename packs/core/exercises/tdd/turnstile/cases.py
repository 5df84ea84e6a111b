def test_the_limit_two():
    """en: The third of two is refused
    it: La terza su due è rifiutata"""
    t = Turnstile(2, 60)
    assert [t.allow(0), t.allow(1), t.allow(2)] == [True, True, False]


def test_the_limit_one():
    """en: Only one
    it: Una sola"""
    t = Turnstile(1, 60)
    assert [t.allow(0), t.allow(0)] == [True, False]


def test_the_window_over():
    """en: After the time there is room again
    it: Dopo il tempo c'è di nuovo posto"""
    t = Turnstile(1, 60)
    assert [t.allow(0), t.allow(61)] == [True, True]


def test_the_window_boundary():
    """en: To the second: not at 59, but at 60
    it: Al secondo: non a 59, ma a 60"""
    t = Turnstile(1, 60)
    assert [t.allow(0), t.allow(59), t.allow(60)] == [True, False, True]


def test_the_window_each():
    """en: Each request leaves by itself, not all at once
    it: Ogni richiesta esce da sé, non tutte insieme"""
    t = Turnstile(2, 60)
    assert [t.allow(0), t.allow(50), t.allow(70), t.allow(109)] == [True, True, True, False]


def test_the_window_refused():
    """en: A refused request takes no room
    it: Una richiesta rifiutata non occupa posto"""
    t = Turnstile(1, 60)
    assert [t.allow(0), t.allow(50), t.allow(61)] == [True, False, True]


def test_the_window_many_refused():
    """en: Many refused ones take no room either
    it: Nemmeno molte rifiutate occupano posto"""
    t = Turnstile(2, 10)
    assert [t.allow(0), t.allow(1), t.allow(2), t.allow(3), t.allow(10), t.allow(11), t.allow(12)] == [True, True, False, False, True, True, False]


def test_per_client_other():
    """en: Another client has room of their own
    it: Un altro client ha il suo posto"""
    t = Turnstile(1, 60)
    assert [t.allow(0, "anna"), t.allow(1, "bruno"), t.allow(2, "anna")] == [True, True, False]


def test_per_client_nobody():
    """en: The client without a name is one, too
    it: Anche il client senza nome è uno"""
    t = Turnstile(1, 60)
    assert [t.allow(0), t.allow(1, "anna"), t.allow(2)] == [True, True, False]


def test_makes_sense_zero():
    """en: No request at all
    it: Nessuna richiesta"""
    with raises(ValueError):
        Turnstile(0, 60)


def test_makes_sense_no_time():
    """en: No time
    it: Nessun tempo"""
    with raises(ValueError):
        Turnstile(1, 0)


def test_makes_sense_negative():
    """en: Negative time
    it: Tempo negativo"""
    with raises(ValueError):
        Turnstile(3, -1)


def test_makes_sense_half():
    """en: Half a second is a time
    it: Mezzo secondo è un tempo"""
    t = Turnstile(1, 0.5)
    assert [t.allow(0), t.allow(0.4), t.allow(0.5)] == [True, False, True]
