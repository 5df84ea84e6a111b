def test_the_first_one_is_enough():
    """en: The first price is enough.
    it: Basta il primo prezzo."""
    assert first_at_least([10, 20, 30], 5) == 0


def test_between_two():
    """en: The report in small: two prices, and the one that is wanted lies between.
    it: La segnalazione in piccolo: due prezzi, e quello cercato sta in mezzo."""
    assert first_at_least([10, 20], 15) == 1


def test_exactly_there():
    """en: A price that is exactly what is wanted.
    it: Un prezzo che è proprio quello cercato."""
    assert first_at_least([10, 20, 30], 20) == 1


def test_the_first_of_equals():
    """en: Of equal prices the first.
    it: Tra prezzi uguali il primo."""
    assert first_at_least([5, 7, 7, 7, 9, 9, 9, 9], 7) == 1


def test_none_is_enough():
    """en: All are too small: the number of prices.
    it: Sono tutti troppo piccoli: il numero dei prezzi."""
    assert first_at_least([10, 20, 30], 31) == 3


def test_no_prices():
    """en: An empty list.
    it: Una lista vuota."""
    assert first_at_least([], 1) == 0


def test_a_single_price():
    """en: One price, too small and large enough.
    it: Un prezzo solo, troppo piccolo e abbastanza grande."""
    assert first_at_least([10], 11) == 1
    assert first_at_least([10], 10) == 0
