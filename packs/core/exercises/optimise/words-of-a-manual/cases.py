def test_twice():
    """en: Words that occur twice.
    it: Parole che compaiono due volte."""
    assert frequent("press the button press the lever", 2) == [("press", 2), ("the", 2)]


def test_capitals():
    """en: The and the are one word.
    it: The e the sono una parola."""
    assert frequent("The lamp is the lamp", 2) == [("the", 2), ("lamp", 2)]


def test_order_of_first_appearance():
    """en: Not the most frequent first: the one that came first.
    it: Non prima la più frequente: quella apparsa per prima."""
    assert frequent("a b b b a", 2) == [("a", 2), ("b", 3)]


def test_all_words():
    """en: Once is enough: every word, once each.
    it: Basta una volta: ogni parola, una volta sola."""
    assert frequent("on off on", 1) == [("on", 2), ("off", 1)]


def test_none_so_often():
    """en: No word occurs so often.
    it: Nessuna parola compare così spesso."""
    assert frequent("one two three", 2) == []


def test_empty_manual():
    """en: An empty manual.
    it: Un manuale vuoto."""
    assert frequent("", 1) == []
