def test_one_word_changed():
    """en: One word of four is another one.
    it: Una parola su quattro è cambiata."""
    assert common(["the", "party", "shall", "pay"], ["the", "party", "must", "pay"]) == 3


def test_in_the_same_order():
    """en: Both words are there, the other way round: one of them counts.
    it: Ci sono tutte e due le parole, ma scambiate: ne conta una."""
    assert common(["pay", "now"], ["now", "pay"]) == 1


def test_not_side_by_side():
    """en: A sentence was put in between.
    it: In mezzo è stata inserita una frase."""
    assert common(["the", "notice", "ends"], ["the", "notice", "of", "the", "bank", "ends", "here"]) == 3


def test_a_word_repeated():
    """en: Once a word against three times the same: one in common.
    it: Una parola contro tre volte la stessa: una in comune."""
    assert common(["very"], ["very", "very", "very"]) == 1


def test_nothing_in_common():
    """en: Not a single word.
    it: Nemmeno una parola."""
    assert common(["one", "two"], ["three", "four"]) == 0


def test_empty_text():
    """en: Nothing has nothing in common with anything.
    it: Il niente non ha niente in comune con niente."""
    assert common([], ["one", "two"]) == 0


def test_identical():
    """en: The same text: all of it.
    it: Lo stesso testo: tutto."""
    assert common(["a", "b", "c", "b", "a"], ["a", "b", "c", "b", "a"]) == 5
