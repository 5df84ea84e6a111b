def test_two_entries():
    """en: The balance stands behind each entry.
    it: Dopo ogni movimento c'è il saldo."""
    assert statement(100, [(1, "bar", -30), (2, "salary", 500)]) == [(1, "BAR", -30, 70), (2, "SALARY", 500, 570)]


def test_doubled_blanks():
    """en: Doubled blanks become one, those at the ends go.
    it: Gli spazi doppi diventano uno, quelli alle estremità spariscono."""
    assert statement(0, [(1, " card   0412  bar ", -1)]) == [(1, "CARD 0412 BAR", -1, -1)]


def test_characters_that_nobody_prints():
    """en: A tabulator is dropped, not made a blank.
    it: Una tabulazione sparisce, non diventa uno spazio."""
    assert statement(0, [(1, "direct\tdebit\n", -5)]) == [(1, "DIRECTDEBIT", -5, -5)]


def test_below_nought():
    """en: An account may be overdrawn.
    it: Un conto può andare in rosso."""
    assert statement(10, [(1, "rent", -700), (2, "fee", -5)]) == [(1, "RENT", -700, -690), (2, "FEE", -5, -695)]


def test_only_the_opening():
    """en: No movement, no line.
    it: Nessun movimento, nessuna riga."""
    assert statement(900, []) == []


def test_nought_is_a_booking():
    """en: A correction of nought is printed, too.
    it: Si stampa anche una rettifica di zero."""
    assert statement(5, [(1, "correction", 0)]) == [(1, "CORRECTION", 0, 5)]
