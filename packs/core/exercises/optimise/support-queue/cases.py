def test_first_come_first_served():
    """en: All are short: in the order in which they came.
    it: Sono tutti brevi: nell'ordine in cui sono arrivati."""
    assert serve([("a", 5), ("b", 5), ("c", 5)], 10) == ["a", "b", "c"]


def test_unfinished_goes_to_the_back():
    """en: The long one comes back after the others.
    it: Quello lungo torna dopo gli altri."""
    assert serve([("long", 15), ("b", 5), ("c", 5)], 10) == ["b", "c", "long"]


def test_exactly_one_turn():
    """en: Ten minutes fit into a turn of ten.
    it: Dieci minuti stanno in un turno da dieci."""
    assert serve([("a", 10), ("b", 1)], 10) == ["a", "b"]


def test_several_rounds():
    """en: Two long ones take turns.
    it: Due lunghi si alternano."""
    assert serve([("a", 25), ("b", 35), ("c", 30)], 10) == ["a", "c", "b"]


def test_nobody():
    """en: Nobody waits.
    it: Non aspetta nessuno."""
    assert serve([], 10) == []


def test_the_callers_list_stays():
    """en: The simulation leaves the list it was given alone.
    it: La simulazione lascia stare la lista che riceve."""
    tickets = [("a", 15), ("b", 5)]
    serve(tickets, 10)
    assert tickets == [("a", 15), ("b", 5)]
