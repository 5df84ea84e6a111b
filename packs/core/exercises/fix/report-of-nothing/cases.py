def test_from_a_list():
    """en: As the tests always did it: a list.
    it: Come hanno sempre fatto i test: una lista."""
    assert shares([("tea", 300), ("cup", 100)]) == [("tea", 75), ("cup", 25)]


def test_from_a_generator():
    """en: As production does it: rows that come one by one.
    it: Come fa la produzione: righe che arrivano una alla volta."""
    assert shares(row for row in [("tea", 300), ("cup", 100)]) == [("tea", 75), ("cup", 25)]


def test_nothing_sold():
    """en: Nothing was sold: each share is nought, and nobody divides by it.
    it: Non si è venduto niente: ogni quota è zero, e nessuno divide per zero."""
    assert shares([("tea", 0), ("cup", 0)]) == [("tea", 0), ("cup", 0)]


def test_nothing_sold_from_a_generator():
    """en: The same from a cursor: the articles are still listed.
    it: Lo stesso da un cursore: gli articoli ci sono comunque."""
    assert shares(iter([("tea", 0)])) == [("tea", 0)]


def test_rounded_down():
    """en: Three equal parts are 33 percent each.
    it: Tre parti uguali sono 33 per cento l'una."""
    assert shares([("a", 1), ("b", 1), ("c", 1)]) == [("a", 33), ("b", 33), ("c", 33)]


def test_no_article():
    """en: No article, no line.
    it: Nessun articolo, nessuna riga."""
    assert shares(iter([])) == []


def test_from_a_dictionary_view():
    """en: `dict.items()` can be walked along as often as one likes.
    it: `dict.items()` si può scorrere quante volte si vuole."""
    assert shares({"tea": 300, "cup": 100}.items()) == [("tea", 75), ("cup", 25)]
