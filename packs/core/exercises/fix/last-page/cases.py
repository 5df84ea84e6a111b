def test_first_page():
    """en: The first of two full pages.
    it: La prima di due pagine piene."""
    assert page([1, 2, 3, 4], 1, 2) == ([1, 2], 2, True)


def test_a_small_remainder():
    """en: The report in small: eleven customers, the last one alone on the second page.
    it: La segnalazione in piccolo: undici clienti, l'ultimo da solo sulla seconda pagina."""
    assert page([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 2, 10) == ([11], 2, False)


def test_there_is_more():
    """en: Page one knows that another one follows.
    it: Pagina uno sa che ne segue un'altra."""
    assert page([1, 2, 3], 1, 2) == ([1, 2], 2, True)


def test_exactly_full_pages():
    """en: Two full pages are followed by nothing, not by an empty page.
    it: Dopo due pagine piene non c'è niente, nemmeno una pagina vuota."""
    assert page([1, 2, 3, 4], 2, 2) == ([3, 4], 2, False)


def test_nobody_at_all():
    """en: An empty list has one page, and it is empty.
    it: Un elenco vuoto ha una pagina, ed è vuota."""
    assert page([], 1, 10) == ([], 1, False)


def test_fewer_than_a_page():
    """en: Three customers fit on one page.
    it: Tre clienti stanno in una pagina."""
    assert page([1, 2, 3], 1, 10) == ([1, 2, 3], 1, False)


def test_beyond_the_end():
    """en: The page after the last is told, not shown empty.
    it: La pagina dopo l'ultima viene segnalata, non mostrata vuota."""
    with raises(ValueError):
        page([1, 2, 3, 4], 3, 2)


def test_page_nought():
    """en: Counting begins with one.
    it: Si comincia a contare da uno."""
    with raises(ValueError):
        page([1], 0, 10)
