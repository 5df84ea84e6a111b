def test_two_customers():
    """en: Two customers, the best first.
    it: Due clienti, prima il migliore."""
    assert top_spenders(["ada;100", "bob;300"], 2) == ([("bob", 300), ("ada", 100)], 0)


def test_purchases_add_up():
    """en: Several purchases of one customer are one sum.
    it: Più acquisti dello stesso cliente fanno una somma."""
    assert top_spenders(["ada;100", "bob;150", "ada;100"], 1) == ([("ada", 200)], 0)


def test_broken_lines_are_counted():
    """en: A line without a figure, and one without a semicolon.
    it: Una riga senza numero e una senza punto e virgola."""
    assert top_spenders(["ada;100", "bob;x", "nonsense"], 5) == ([("ada", 100)], 2)


def test_empty_lines_are_nothing():
    """en: An empty line is neither a purchase nor broken.
    it: Una riga vuota non è un acquisto e non è rotta."""
    assert top_spenders(["", "ada;1", "  "], 1) == ([("ada", 1)], 0)


def test_equal_sums_by_name():
    """en: Equal sums are ordered by name.
    it: Le somme uguali si ordinano per nome."""
    assert top_spenders(["zoe;5", "ada;5"], 2) == ([("ada", 5), ("zoe", 5)], 0)


def test_fewer_than_k():
    """en: Fewer customers than asked for.
    it: Meno clienti di quanti se ne chiedono."""
    assert top_spenders(["ada;5"], 9) == ([("ada", 5)], 0)


def test_nothing():
    """en: An empty log.
    it: Un log vuoto."""
    assert top_spenders([], 3) == ([], 0)
