def test_both_ends_count():
    """en: From the second to the third day, both counted.
    it: Dal secondo al terzo giorno, compresi."""
    assert sums([10, 20, 30, 40], [(1, 2)]) == [50]


def test_a_single_day():
    """en: A single day is its own value.
    it: Un giorno solo è il suo valore."""
    assert sums([10, 20, 30], [(0, 0), (2, 2)]) == [10, 30]


def test_the_whole_year():
    """en: From the first to the last day.
    it: Dal primo all'ultimo giorno."""
    assert sums([10, 20, 30], [(0, 2)]) == [60]


def test_an_empty_range():
    """en: It ends before it begins: nothing.
    it: Finisce prima di cominciare: niente."""
    assert sums([10, 20, 30], [(2, 1)]) == [0]


def test_refunds():
    """en: Days with more refunds than sales.
    it: Giorni con più rimborsi che vendite."""
    assert sums([10, -30, 5], [(0, 1), (1, 2)]) == [-20, -25]


def test_nobody_asks():
    """en: No questions, no answers.
    it: Nessuna domanda, nessuna risposta."""
    assert sums([1, 2], []) == []
