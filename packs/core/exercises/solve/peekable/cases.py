from itertools import count, islice


def is_its_own_iterator(tokens):
    """What does iter give?"""
    return iter(tokens) is tokens


def counted(elements, log):
    """A source that notes what has been read from it."""
    for element in elements:
        log.append(element)
        yield element


def test_peek_takes_nothing():
    """en: Look, then take: the same element.
    it: Guarda, poi prendi: lo stesso elemento."""
    tokens = Peekable(["a", "b"])
    assert tokens.peek() == "a"
    assert next(tokens) == "a"
    assert next(tokens) == "b"


def test_iterates_like_the_source():
    """en: Without looking it's an ordinary iterator.
    it: Senza guardare è un iteratore normale."""
    assert list(Peekable([1, 2, 3])) == [1, 2, 3]


def test_peek_twice():
    """en: Looking twice shows the same, and skips nothing.
    it: Guardare due volte mostra lo stesso, e non salta niente."""
    tokens = Peekable([1, 2, 3])
    assert tokens.peek() == 1
    assert tokens.peek() == 1
    assert list(tokens) == [1, 2, 3]


def test_peek_in_the_middle():
    """en: After two have been taken.
    it: Dopo averne presi due."""
    tokens = Peekable("abcd")
    next(tokens)
    next(tokens)
    assert tokens.peek() == "c"
    assert list(tokens) == ["c", "d"]


def test_end_without_default():
    """en: At the end looking is the end of the iteration.
    it: Alla fine, guardare è la fine dell'iterazione."""
    tokens = Peekable([])
    with raises(StopIteration):
        tokens.peek()


def test_end_with_default():
    """en: Unless one says what to see there, None included.
    it: A meno di dire che cosa vedere lì, anche None."""
    tokens = Peekable([])
    assert tokens.peek("end") == "end"
    assert tokens.peek(None) is None


def test_default_is_not_an_element():
    """en: The default isn't taken by next.
    it: Il default non viene preso da next."""
    tokens = Peekable([])
    assert tokens.peek("end") == "end"
    with raises(StopIteration):
        next(tokens)


def test_truth():
    """en: True while there is something, without taking it.
    it: Vero finché c'è qualcosa, senza prenderlo."""
    tokens = Peekable([0])
    assert bool(tokens) is True
    assert next(tokens) == 0
    assert bool(tokens) is False


def test_none_is_an_element():
    """en: None in the data is an element like any other.
    it: None nei dati è un elemento come gli altri."""
    tokens = Peekable([1, None, 2])
    assert next(tokens) == 1
    assert tokens.peek() is None
    assert bool(tokens) is True
    assert list(tokens) == [None, 2]


def test_nothing_is_read_before():
    """en: Creating it reads nothing.
    it: Crearlo non legge niente."""
    log = []
    tokens = Peekable(counted("abc", log))
    assert log == []
    assert tokens.peek() == "a"
    assert log == ["a"]


def test_next_alone_reads_one():
    """en: Who only takes reads nothing ahead.
    it: Chi prende soltanto non legge in anticipo."""
    log = []
    tokens = Peekable(counted("abc", log))
    assert next(tokens) == "a"
    assert log == ["a"]


def test_endless_source():
    """en: A source that never ends.
    it: Una sorgente che non finisce mai."""
    tokens = Peekable(count(10))
    assert tokens.peek() == 10
    assert list(islice(tokens, 3)) == [10, 11, 12]
    assert tokens.peek() == 13


def test_for_loop_and_peek():
    """en: In the middle of a for loop one sees the one that follows; at the end the default.
    it: Nel mezzo di un ciclo for si vede quello dopo; alla fine il default."""
    tokens = Peekable("ab")
    assert [(token, tokens.peek("-")) for token in tokens] == [("a", "b"), ("b", "-")]


def test_iterator_of_itself():
    """en: An iterator returns itself.
    it: Un iteratore restituisce sé stesso."""
    assert is_its_own_iterator(Peekable([1])) is True
