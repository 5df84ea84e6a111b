def cursor(count, log):
    """Rows 0, 1, 2 …, each noted in `log` when it is read."""
    for number in range(count):
        log.append(number)
        yield number


def test_last_one_is_shorter():
    """en: Five items in twos: the last parcel travels half empty, but travels.
    it: Cinque elementi a due a due: l'ultimo pacchetto parte mezzo vuoto, ma parte."""
    assert list(chunked("abcde", 2)) == [["a", "b"], ["c", "d"], ["e"]]


def test_exact_multiple():
    """en: Six in threes: two chunks, and no empty one after them.
    it: Sei a tre a tre: due pacchetti, e dopo nessun pacchetto vuoto."""
    assert list(chunked([1, 2, 3, 4, 5, 6], 3)) == [[1, 2, 3], [4, 5, 6]]


def test_reads_one_chunk_only():
    """en: After the first chunk the source has given three rows, not all ten: this is what lazy means.
    it: Dopo il primo pacchetto la sorgente ha dato tre righe, non tutte e dieci: lazy vuol dire questo."""
    log = []
    chunks = chunked(cursor(10, log), 3)
    assert next(chunks) == [0, 1, 2]
    assert log == [0, 1, 2]


def test_nothing_before_the_first_next():
    """en: Calling chunked must not touch the source: the query starts when somebody wants rows.
    it: Chiamare chunked non deve toccare la sorgente: la query parte quando qualcuno vuole le righe."""
    log = []
    chunks = chunked(cursor(10, log), 3)
    assert log == []
    assert next(chunks) == [0, 1, 2]


def test_the_rest_stays_in_the_source():
    """en: Who stops after a chunk finds the next row still in the source.
    it: Chi si ferma dopo un pacchetto trova la riga seguente ancora nella sorgente."""
    source = iter(range(10))
    chunks = chunked(source, 4)
    assert next(chunks) == [0, 1, 2, 3]
    assert next(source) == 4


def test_empty_source():
    """en: A query without results sends nothing, not even an empty request.
    it: Una query senza risultati non invia nulla, nemmeno una richiesta vuota."""
    assert list(chunked([], 3)) == []


def test_fewer_than_a_chunk():
    """en: Fewer rows than a chunk holds: one chunk with what there is.
    it: Meno righe di quante ne tiene un pacchetto: un pacchetto con quelle che ci sono."""
    assert list(chunked([1, 2], 1000)) == [[1, 2]]


def test_size_one():
    """en: The smallest size: each item in a list of its own.
    it: La misura più piccola: ogni elemento in una lista sua."""
    assert list(chunked([1, 2, 3], 1)) == [[1], [2], [3]]


def test_from_a_generator():
    """en: A generator has neither length nor slices: `len` and `[a:b]` stop here.
    it: Un generatore non ha né lunghezza né slice: `len` e `[a:b]` qui si fermano."""
    assert list(chunked((n * n for n in range(5)), 2)) == [[0, 1], [4, 9], [16]]


def test_from_a_dictionary():
    """en: Any iterable will do: a dictionary gives its keys.
    it: Va bene qualsiasi iterabile: un dizionario dà le sue chiavi."""
    assert list(chunked({"a": 1, "b": 2, "c": 3}, 2)) == [["a", "b"], ["c"]]


def test_none_is_an_item():
    """en: NULLs in a column arrive as None and are data; a padding of None cannot be told from them.
    it: I NULL di una colonna arrivano come None e sono dati: se riempi con None non li distingui più."""
    assert list(chunked([1, None, None, 4, None], 2)) == [[1, None], [None, 4], [None]]


def test_falsy_items():
    """en: Zero and an empty text are not the end of the source.
    it: Zero e testo vuoto non sono la fine della sorgente."""
    assert list(chunked([0, "", 0, False], 3)) == [[0, "", 0], [False]]


def test_chunks_are_independent():
    """en: Chunks put in a queue are read later: the second must not overwrite the first.
    it: I pacchetti messi in coda si leggono dopo: il secondo non deve sovrascrivere il primo."""
    chunks = chunked([1, 2, 3, 4], 2)
    first = next(chunks)
    second = next(chunks)
    first.append(99)
    assert second == [3, 4]
    assert first == [1, 2, 99]


def test_size_zero_at_once():
    """en: The error belongs where the mistake is, at the call; not an hour later, when somebody starts reading.
    it: L'errore deve uscire dove si è sbagliato, alla chiamata; non un'ora dopo, quando qualcuno comincia a leggere."""
    with raises(ValueError):
        chunked([1, 2, 3], 0)


def test_negative_size():
    """en: A negative size is a mistake of the caller like zero.
    it: Un size negativo è uno sbaglio di chi chiama, come lo zero."""
    with raises(ValueError):
        chunked([1, 2, 3], -2)
