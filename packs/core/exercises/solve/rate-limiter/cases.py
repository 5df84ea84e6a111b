def test_up_to_the_limit():
    """en: Three are granted, the fourth is not.
    it: Ne spettano tre, la quarta no."""
    limiter = RateLimiter(3, 60.0)
    assert limiter.allow("acme", 0.0) is True
    assert limiter.allow("acme", 1.0) is True
    assert limiter.allow("acme", 2.0) is True
    assert limiter.allow("acme", 3.0) is False


def test_the_window_slides():
    """en: The first request expires on its own, while the second still counts: one place is free, not two.
    it: La prima richiesta scade da sola mentre la seconda conta ancora: si libera un posto, non due."""
    limiter = RateLimiter(2, 10.0)
    assert limiter.allow("acme", 0.0) is True
    assert limiter.allow("acme", 6.0) is True
    assert limiter.allow("acme", 11.0) is True
    assert limiter.allow("acme", 12.0) is False


def test_clients_are_independent():
    """en: A client that has used up its share must not shut out another.
    it: Un client che ha esaurito la sua quota non deve chiudere fuori gli altri."""
    limiter = RateLimiter(1, 60.0)
    assert limiter.allow("acme", 0.0) is True
    assert limiter.allow("acme", 1.0) is False
    assert limiter.allow("globex", 1.0) is True


def test_across_the_minute():
    """en: Two at second 59 and two at second 61 are four in two seconds: a count per minute lets them through.
    it: Due al secondo 59 e due al secondo 61 sono quattro in due secondi: un conteggio al minuto le lascia passare."""
    limiter = RateLimiter(2, 60.0)
    assert limiter.allow("acme", 59.0) is True
    assert limiter.allow("acme", 59.5) is True
    assert limiter.allow("acme", 61.0) is False
    assert limiter.allow("acme", 61.5) is False


def test_free_again_at_the_edge():
    """en: Exactly one window later the old request no longer counts.
    it: Esattamente una finestra dopo, la vecchia richiesta non conta più."""
    limiter = RateLimiter(1, 10.0)
    assert limiter.allow("acme", 5.0) is True
    assert limiter.allow("acme", 15.0) is True


def test_just_before_the_edge():
    """en: A quarter of a second earlier it still does.
    it: Un quarto di secondo prima, invece, conta ancora."""
    limiter = RateLimiter(1, 10.0)
    assert limiter.allow("acme", 5.0) is True
    assert limiter.allow("acme", 14.75) is False


def test_rejected_requests_cost_nothing():
    """en: A client keeps knocking while it is shut out: when its first request expires, it gets in.
    it: Un client continua a bussare mentre è fuori: quando la sua prima richiesta scade, entra."""
    limiter = RateLimiter(1, 10.0)
    assert limiter.allow("acme", 0.0) is True
    assert limiter.allow("acme", 4.0) is False
    assert limiter.allow("acme", 8.0) is False
    assert limiter.allow("acme", 10.0) is True


def test_same_instant():
    """en: Three requests in the same instant are three requests.
    it: Tre richieste nello stesso istante sono tre richieste."""
    limiter = RateLimiter(2, 10.0)
    assert limiter.allow("acme", 7.0) is True
    assert limiter.allow("acme", 7.0) is True
    assert limiter.allow("acme", 7.0) is False


def test_after_a_long_silence():
    """en: An hour later everything has expired, not just the first: the whole share is there again.
    it: Un'ora dopo è scaduto tutto, non solo la prima: la quota è di nuovo intera."""
    limiter = RateLimiter(3, 10.0)
    for now in [0.0, 1.0, 2.0]:
        assert limiter.allow("acme", now) is True
    for now in [3600.0, 3600.5, 3601.0]:
        assert limiter.allow("acme", now) is True
    assert limiter.allow("acme", 3601.5) is False


def test_a_window_shorter_than_a_second():
    """en: Windows are not always whole seconds.
    it: Le finestre non sono sempre secondi interi."""
    limiter = RateLimiter(1, 0.25)
    assert limiter.allow("acme", 1.0) is True
    assert limiter.allow("acme", 1.125) is False
    assert limiter.allow("acme", 1.25) is True


def test_it_starts_late():
    """en: Real instants are large numbers (seconds since 1970), and the first request must pass all the same.
    it: Gli istanti veri sono numeri grandi (secondi dal 1970), e la prima richiesta deve passare lo stesso."""
    limiter = RateLimiter(1, 60.0)
    assert limiter.allow("acme", 1760000000.0) is True
    assert limiter.allow("acme", 1760000030.0) is False


def test_two_limiters_are_strangers():
    """en: One limiter for logins, another for downloads: they share no memory.
    it: Un limiter per i login e uno per i download: non hanno memoria in comune."""
    logins = RateLimiter(1, 60.0)
    downloads = RateLimiter(1, 60.0)
    assert logins.allow("acme", 0.0) is True
    assert downloads.allow("acme", 0.0) is True
    assert logins.allow("acme", 1.0) is False


def test_limit_zero():
    """en: A limit of zero means a service that is closed; better an error at start-up than a day of refusals.
    it: Un limite zero vuol dire un servizio chiuso; meglio un errore all'avvio che un giorno di rifiuti."""
    with raises(ValueError):
        RateLimiter(0, 60.0)


def test_window_zero():
    """en: A window of no length would let everything through, without anybody noticing.
    it: Una finestra di durata nulla lascerebbe passare tutto, senza che nessuno se ne accorga."""
    with raises(ValueError):
        RateLimiter(5, 0.0)
