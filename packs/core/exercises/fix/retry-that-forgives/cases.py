def test_works_at_once():
    """en: The provider answers: one call.
    it: Il provider risponde: una chiamata."""
    assert call_counted(3, 0) == ("charged", 1)


def test_works_at_the_third():
    """en: Two failures and a success: three calls.
    it: Due fallimenti e un successo: tre chiamate."""
    assert call_counted(3, 2) == ("charged", 3)


def test_the_last_failure_comes_out():
    """en: The provider stays down: the caller must learn of it.
    it: Il provider resta giù: chi chiama deve saperlo."""
    with raises(ConnectionError):
        call_counted(3, 9)


def test_not_more_than_so_many():
    """en: It would work at the fourth call, which was not allowed.
    it: Funzionerebbe alla quarta chiamata, che non era ammessa."""
    with raises(ConnectionError, match="3"):
        call_counted(3, 3)


def test_a_single_attempt():
    """en: One attempt is no retry: its exception comes straight out.
    it: Un tentativo solo non è un retry: l'eccezione esce subito."""
    with raises(ConnectionError):
        call_counted(1, 1)


def test_a_single_attempt_that_works():
    """en: One attempt, and it works.
    it: Un tentativo, e funziona."""
    assert call_counted(1, 0) == ("charged", 1)


def test_the_name_is_kept():
    """en: `wraps` is there and must stay: the log shows the function's own name.
    it: `wraps` c'è e deve restare: nei log si legge il nome della funzione."""
    assert retry(2)(call_counted).__name__ == "call_counted"
