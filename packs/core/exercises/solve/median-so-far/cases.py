def after(values):
    """The median after each of the values."""
    median, seen = Median(), []
    for value in values:
        median.add(value)
        seen.append(median.value())
    return seen


def test_odd_count():
    """en: Three values: the middle one.
    it: Tre valori: quello di mezzo."""
    assert after([1, 2, 3]) == [1.0, 1.5, 2.0]


def test_one_value():
    """en: A single value is its own median.
    it: Un valore solo è la mediana di sé stesso."""
    assert after([120]) == [120.0]


def test_two_values():
    """en: Between two values lies their mean.
    it: Fra due valori c'è la loro media."""
    assert after([100, 200]) == [100.0, 150.0]


def test_not_in_order():
    """en: Values come as they come.
    it: I valori arrivano come arrivano."""
    assert after([5, 1, 9, 3, 7]) == [5.0, 3.0, 5.0, 4.0, 5.0]


def test_even_count():
    """en: Four values: half-way between the second and the third.
    it: Quattro valori: a metà fra il secondo e il terzo."""
    assert after([4, 1, 3, 2])[3] == 2.5


def test_half_between():
    """en: The median of 1 and 2 is 1.5, not 1.
    it: La mediana di 1 e 2 è 1,5, non 1."""
    assert after([1, 2])[1] == 1.5


def test_one_slow_answer():
    """en: One time-out of ten seconds doesn't move the typical value: that's what the median is for.
    it: Un timeout di dieci secondi non sposta il valore tipico: la mediana serve a questo."""
    assert after([100, 101, 102, 10000])[3] == 101.5


def test_all_equal():
    """en: The same value every time.
    it: Sempre lo stesso valore."""
    assert after([7, 7, 7, 7]) == [7.0, 7.0, 7.0, 7.0]


def test_falling():
    """en: Ever smaller: all new values go into the lower half.
    it: Sempre più piccoli: tutti i nuovi vanno nella metà bassa."""
    assert after([5, 4, 3, 2, 1]) == [5.0, 4.5, 4.0, 3.5, 3.0]


def test_negative_values():
    """en: Differences from the target can be negative: whoever negates must negate back.
    it: Gli scarti dall'obiettivo possono essere negativi: chi nega deve negare indietro."""
    assert after([-5, -1, -3]) == [-5.0, -3.0, -3.0]


def test_fractions():
    """en: Milliseconds with decimals.
    it: Millisecondi con i decimali."""
    assert after([0.5, 1.5])[1] == approx(1.0)


def test_asking_twice():
    """en: Asking doesn't change anything.
    it: Chiedere non cambia nulla."""
    median = Median()
    median.add(1)
    median.add(3)
    assert median.value() == 2.0
    assert median.value() == 2.0
    median.add(5)
    assert median.value() == 3.0


def test_no_values():
    """en: Nothing measured yet: there is no median, and 0 would be a lie.
    it: Ancora nessuna misura: la mediana non c'è, e 0 sarebbe una bugia."""
    with raises(ValueError):
        Median().value()


def test_two_monitors():
    """en: Two monitors don't share values.
    it: Due monitor non condividono i valori."""
    one = Median()
    two = Median()
    one.add(1)
    two.add(9)
    assert one.value() == 1.0
