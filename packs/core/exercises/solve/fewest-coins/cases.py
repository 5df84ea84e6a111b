def test_euro():
    """en: Euro cents, where the largest first happens to be right.
    it: Centesimi di euro, dove la più grande per prima va bene."""
    assert fewest_coins([1, 2, 5, 10, 20, 50], 88) == 6


def test_greedy_is_wrong():
    """en: 4 + 1 + 1 are three coins, 3 + 3 are two.
    it: 4 + 1 + 1 sono tre monete, 3 + 3 sono due."""
    assert fewest_coins([1, 3, 4], 6) == 2


def test_cannot_be_given():
    """en: With fives and tens nobody can make 7: None, not 0.
    it: Con cinque e dieci nessuno fa 7: None, non 0."""
    assert fewest_coins([5, 10], 7) is None


def test_nothing_to_give():
    """en: An amount of 0 needs no coins, and that is a real answer.
    it: Un importo di 0 non richiede monete, ed è una risposta vera."""
    assert fewest_coins([1, 2], 0) == 0


def test_greedy_gets_stuck():
    """en: Whoever takes the 5 first is left with 1 and gives up; 3 + 3 works.
    it: Chi prende prima il 5 resta con 1 e si arrende; 3 + 3 funziona."""
    assert fewest_coins([5, 3], 6) == 2


def test_same_coin_again():
    """en: Ten of the same kind.
    it: Dieci monete uguali."""
    assert fewest_coins([7], 70) == 10


def test_exactly_one_coin():
    """en: The amount is itself a coin.
    it: L'importo è già una moneta."""
    assert fewest_coins([2, 5, 50], 50) == 1


def test_order_does_not_matter():
    """en: Coins in no order.
    it: Monete in ordine sparso."""
    assert fewest_coins([10, 1, 5], 18) == 5


def test_repeated_value():
    """en: A value listed twice changes nothing.
    it: Un valore elencato due volte non cambia nulla."""
    assert fewest_coins([2, 2, 3], 7) == 3


def test_coin_larger_than_amount():
    """en: A large coin is no help and no harm.
    it: Una moneta troppo grande non aiuta e non disturba."""
    assert fewest_coins([100, 3], 9) == 3


def test_no_coins():
    """en: An empty machine can give 0 and nothing else.
    it: Un distributore vuoto può dare 0 e nient'altro."""
    assert fewest_coins([], 0) == 0
    assert fewest_coins([], 5) is None


def test_large_gap():
    """en: The only way uses no large coin at all.
    it: L'unico modo non usa nessuna moneta grande."""
    assert fewest_coins([6, 10, 15], 24) == 4


def test_strange_country():
    """en: Coins of 1, 15 and 25: 30 is 15 + 15.
    it: Monete da 1, 15 e 25: 30 è 15 + 15."""
    assert fewest_coins([1, 15, 25], 30) == 2


def test_negative_amount():
    """en: A negative amount is a bug of the caller.
    it: Un importo negativo è un bug di chi chiama."""
    with raises(ValueError):
        fewest_coins([1], -1)
