def test_two_questions():
    """en: Two different questions.
    it: Due domande diverse."""
    assert quotes([((2, 3), {}), ((4, 5), {})]) == ([12, 40], 2)


def test_urgent_after_normal():
    """en: The report: the same window, but urgent.
    it: La segnalazione: la stessa finestra, ma urgente."""
    assert quotes([((2, 3), {}), ((2, 3), {"urgent": True})]) == ([12, 18], 2)


def test_asked_once():
    """en: The same question twice is asked once, with keywords too.
    it: La stessa domanda due volte si fa una volta sola, anche con i keyword."""
    assert quotes([((2, 3), {"urgent": True}), ((2, 3), {"urgent": True})]) == ([18, 18], 1)


def test_order_of_keywords():
    """en: In which order the keywords are written makes no difference.
    it: In che ordine si scrivono i keyword non cambia nulla."""
    assert quotes([((2,), {"height": 3, "urgent": True}), ((2,), {"urgent": True, "height": 3})]) == ([18, 18], 1)


def test_same_values_other_names():
    """en: `height=1` and `urgent=True` are not the same because 1 equals True.
    it: `height=1` e `urgent=True` non sono la stessa cosa perché 1 è uguale a True."""
    assert quotes([((2,), {"height": 1}), ((2,), {"urgent": True})]) == ([4, 6], 2)


def test_nothing_asked():
    """en: No request, no call.
    it: Nessuna richiesta, nessuna chiamata."""
    assert quotes([]) == ([], 0)
