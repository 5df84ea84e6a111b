def test_direct():
    """en: A direct flight is one flight.
    it: Un volo diretto è un volo."""
    assert fewest_flights([("MXP", "FCO")], "MXP", "FCO") == 1


def test_chain():
    """en: Three flights in a row.
    it: Tre voli di fila."""
    assert fewest_flights([("MXP", "FCO"), ("FCO", "JFK"), ("JFK", "SFO")], "MXP", "SFO") == 3


def test_no_way():
    """en: Nobody flies there: None, not a number one could add.
    it: Nessuno ci vola: None, non un numero che si potrebbe sommare."""
    assert fewest_flights([("MXP", "FCO"), ("JFK", "SFO")], "MXP", "SFO") is None


def test_already_there():
    """en: No flight is needed.
    it: Non serve nessun volo."""
    assert fewest_flights([("MXP", "FCO")], "MXP", "MXP") == 0


def test_two_ways():
    """en: By Rome in two, by Vienna and Oslo in three.
    it: Da Roma in due, da Vienna e Oslo in tre."""
    flights = [("MXP", "VIE"), ("VIE", "OSL"), ("OSL", "JFK"), ("MXP", "FCO"), ("FCO", "JFK")]
    assert fewest_flights(flights, "MXP", "JFK") == 2


def test_short_way_is_second():
    """en: The same with the short way listed first: the order says nothing.
    it: Lo stesso con la via breve elencata prima: l'ordine non dice nulla."""
    flights = [("MXP", "FCO"), ("FCO", "JFK"), ("MXP", "VIE"), ("VIE", "OSL"), ("OSL", "JFK")]
    assert fewest_flights(flights, "MXP", "JFK") == 2


def test_one_way_only():
    """en: There is a flight there, but none back.
    it: C'è un volo di andata, ma nessuno di ritorno."""
    assert fewest_flights([("MXP", "FCO")], "FCO", "MXP") is None


def test_circle():
    """en: A circle on the way must not be flown round for ever.
    it: Un giro lungo la strada non va percorso all'infinito."""
    flights = [("A", "B"), ("B", "C"), ("C", "A"), ("C", "D")]
    assert fewest_flights(flights, "A", "D") == 3


def test_circle_without_exit():
    """en: A circle from which the goal can't be reached.
    it: Un giro dal quale la meta non si raggiunge."""
    assert fewest_flights([("A", "B"), ("B", "A"), ("X", "D")], "A", "D") is None


def test_listed_twice():
    """en: Two airlines on the same connection.
    it: Due compagnie sulla stessa tratta."""
    assert fewest_flights([("A", "B"), ("A", "B"), ("B", "C")], "A", "C") == 2


def test_no_flights():
    """en: A strike: one only gets where one is.
    it: Sciopero: si arriva solo dove si è già."""
    assert fewest_flights([], "A", "A") == 0
    assert fewest_flights([], "A", "B") is None


def test_unknown_start():
    """en: From an airport that isn't in the list nobody gets away.
    it: Da un aeroporto che non è in elenco non si parte."""
    assert fewest_flights([("A", "B")], "Z", "B") is None


def test_round_trip_flight():
    """en: A sightseeing flight lands where it began.
    it: Un volo panoramico atterra da dove è partito."""
    assert fewest_flights([("A", "A"), ("A", "B")], "A", "B") == 1
