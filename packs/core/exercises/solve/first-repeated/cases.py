def test_example():
    """en: 7 arrives first, but the second 3 comes before the second 7.
    it: Il 7 arriva per primo, ma il secondo 3 viene prima del secondo 7."""
    assert first_repeated([7, 3, 9, 3, 7]) == 3


def test_no_repetition():
    """en: A clean day: nothing to report, and None says so.
    it: Una giornata pulita: non c'è nulla da segnalare, e lo dice None."""
    assert first_repeated([4, 8, 15, 16, 23, 42]) is None


def test_empty():
    """en: The service has just started and the log is empty.
    it: Il servizio è appena partito e il registro è vuoto."""
    assert first_repeated([]) is None


def test_single_order():
    """en: One order alone cannot be a double.
    it: Un ordine da solo non può essere un doppione."""
    assert first_repeated([7]) is None


def test_same_twice():
    """en: The shortest log with a double, sent twice in a row by a client that lost patience.
    it: Il registro più corto con un doppione: un client impaziente che ha inviato due volte di fila."""
    assert first_repeated([7, 7]) == 7


def test_second_sight_decides():
    """en: "a" arrives before "b", but "b" is the first to come back. Counting first and looking afterwards says "a".
    it: "a" arriva prima di "b", ma è "b" la prima a ritornare. Chi prima conta e poi guarda dice "a"."""
    assert first_repeated(["a", "b", "b", "a"]) == "b"


def test_nested_pairs():
    """en: Three doubles one inside the other: the innermost closes first.
    it: Tre doppioni uno dentro l'altro: il più interno si chiude per primo."""
    assert first_repeated([1, 2, 3, 3, 2, 1]) == 3


def test_far_apart():
    """en: The double comes at the very end, far from the first: it is no use to look only at what stands beside.
    it: Il doppione arriva proprio in fondo, lontano dal primo: non basta guardare quello che sta accanto."""
    assert first_repeated([10, 20, 30, 40, 50, 60, 10]) == 10


def test_three_times():
    """en: An order sent three times is reported once, at the second.
    it: Un ordine inviato tre volte si segnala una volta, alla seconda."""
    assert first_repeated([5, 1, 5, 2, 5]) == 5


def test_order_zero():
    """en: 0 is an id like the others. In a condition it counts as false, and that is how it gets lost.
    it: 0 è un identificativo come gli altri. In una condizione vale falso, ed è così che si perde."""
    assert first_repeated([0, 1, 0]) == 0


def test_empty_text():
    """en: An importer that sends empty ids sends a double soon: better to see it.
    it: Un importatore che manda identificativi vuoti manda presto un doppione: meglio vederlo."""
    assert first_repeated(["", "A-1", ""]) == ""


def test_number_and_text():
    """en: One sender writes 7, another "7": they are different orders.
    it: Un mittente scrive 7, un altro "7": sono ordini diversi."""
    assert first_repeated([7, "7", 8, "8", 8]) == 8


def test_mixed_types():
    """en: Numbers, texts and pairs in one log cannot be sorted together: a solution that sorts fails here.
    it: Numeri, testi e coppie nello stesso registro non si possono ordinare: chi ordina qui si ferma."""
    assert first_repeated([("web", 1), "A-1", 7, ("web", 1), 7]) == ("web", 1)


def test_log_unchanged():
    """en: The caller goes on using the list: it must be as it was.
    it: Chi chiama continua a usare la lista: deve restare com'era."""
    log = [3, 1, 2, 1]
    assert first_repeated(log) == 1
    assert log == [3, 1, 2, 1]
