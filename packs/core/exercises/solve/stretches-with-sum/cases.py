def test_sales_only():
    """en: 2 + 3 and 5 itself.
    it: 2 + 3, e il 5 da solo."""
    assert stretches_with_sum([2, 3, 5], 5) == 2


def test_refunds():
    """en: The first, the last, and all three together.
    it: Il primo, l'ultimo, e tutti e tre insieme."""
    assert stretches_with_sum([5, -5, 5], 5) == 3


def test_none():
    """en: No stretch fits.
    it: Nessun tratto va bene."""
    assert stretches_with_sum([1, 1, 1], 9) == 0


def test_from_the_first_movement():
    """en: The stretch begins with the very first movement.
    it: Il tratto comincia proprio dal primo movimento."""
    assert stretches_with_sum([4, 6, 20], 10) == 1


def test_no_movements():
    """en: A closed till: the empty stretch doesn't count, not even for 0.
    it: Cassa chiusa: il tratto vuoto non conta, nemmeno per 0."""
    assert stretches_with_sum([], 0) == 0


def test_one_movement():
    """en: A single movement, right and wrong.
    it: Un movimento solo, giusto e sbagliato."""
    assert stretches_with_sum([7], 7) == 1
    assert stretches_with_sum([7], 0) == 0


def test_same_total_again():
    """en: The total comes back to the same value twice: both beginnings count.
    it: Il totale torna due volte allo stesso valore: contano entrambi gli inizi."""
    assert stretches_with_sum([1, -1, 1, -1, 3], 3) == 3


def test_zeros():
    """en: Three movements of 0 make six stretches of sum 0.
    it: Tre movimenti da 0 fanno sei tratti con somma 0."""
    assert stretches_with_sum([0, 0, 0], 0) == 6


def test_zero_with_refunds():
    """en: A sale and its refund, twice over.
    it: Una vendita e il suo rimborso, due volte."""
    assert stretches_with_sum([5, -5, 8, -8], 0) == 3


def test_negative_target():
    """en: The auditor asks for a loss of 4.
    it: Il revisore cerca una perdita di 4."""
    assert stretches_with_sum([3, -7, 3], -4) == 2


def test_long_detour():
    """en: The sum goes far beyond the target and comes back.
    it: La somma va ben oltre il target e poi torna."""
    assert stretches_with_sum([10, 50, -50, 2], 12) == 1


def test_all_equal():
    """en: Of four ones, three neighbouring pairs.
    it: Di quattro uno, tre coppie vicine."""
    assert stretches_with_sum([1, 1, 1, 1], 2) == 3


def test_movements_unchanged():
    """en: The records aren't to be touched.
    it: Le registrazioni non si toccano."""
    movements = [1, 2]
    assert stretches_with_sum(movements, 3) == 1
    assert movements == [1, 2]
