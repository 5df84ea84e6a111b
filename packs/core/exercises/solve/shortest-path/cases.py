def test_detour_is_cheaper():
    """en: The direct link costs more than going round: whoever stops at the first way found gets it wrong.
    it: Il collegamento diretto costa più del giro: sbaglia chi si ferma alla prima strada trovata."""
    assert shortest_path({"a": {"b": 5.0, "c": 1.0}, "c": {"b": 1.0}}, "a", "b") == (2.0, ["a", "c", "b"])


def test_cheap_start_dear_finish():
    """en: The cheapest first link is followed by a dear one: what counts is the total, not the next step.
    it: Dopo il primo collegamento più economico ne viene uno caro: conta il totale, non il prossimo passo."""
    assert shortest_path({"a": {"b": 1.0, "c": 3.0}, "b": {"d": 10.0}, "c": {"d": 3.0}, "d": {}}, "a", "d") == (6.0, ["a", "c", "d"])


def test_single_link():
    """en: The smallest route there is, so that a failure elsewhere cannot be blamed on the basics.
    it: Il percorso più piccolo che esista: se fallisce questo, il resto non conta."""
    assert shortest_path({"a": {"b": 4.0}, "b": {}}, "a", "b") == (4.0, ["a", "b"])


def test_already_there():
    """en: From a depot to itself: nothing to pay, and the path holds it once.
    it: Da un deposito a sé stesso: non si paga nulla e nel percorso compare una volta sola."""
    assert shortest_path({"a": {"b": 1.0}, "b": {"a": 1.0}}, "a", "a") == (0.0, ["a"])


def test_three_cheap_hops():
    """en: Three links beat one: the number of links says nothing about the cost.
    it: Tre collegamenti battono uno: quanti sono non dice nulla di quanto costano."""
    assert shortest_path({"a": {"b": 1.0, "d": 10.0}, "b": {"c": 1.0}, "c": {"d": 1.0}, "d": {}}, "a", "d") == (3.0, ["a", "b", "c", "d"])


def test_dead_end_behind_cheap_edge():
    """en: The cheapest first step leads nowhere; one has to be able to come back from it.
    it: Il primo passo più economico non porta da nessuna parte; bisogna poter tornare indietro."""
    assert shortest_path({"a": {"x": 1.0, "b": 7.0}, "x": {}, "b": {"c": 1.0}, "c": {}}, "a", "c") == (8.0, ["a", "b", "c"])


def test_two_routes_same_cost():
    """en: Two routes cost the same: either is accepted.
    it: Due percorsi costano uguale: va bene l'uno o l'altro."""
    assert shortest_path({"a": {"b": 1.0, "c": 1.0}, "b": {"d": 1.0}, "c": {"d": 1.0}}, "a", "d") == (2.0, ["a", "b", "d"])


def test_links_are_one_way():
    """en: The link goes from b to a only; read both ways it would invent a route.
    it: Il collegamento va solo da b ad a; letto nei due versi inventerebbe un percorso."""
    with raises(ValueError):
        shortest_path({"a": {}, "b": {"a": 1.0}}, "a", "b")


def test_cycle():
    """en: The network goes round in a circle: without remembering where one has been, this never ends.
    it: La rete gira in tondo: se non ti ricordi dove sei già passato, non finisce più."""
    assert shortest_path({"a": {"b": 1.0}, "b": {"c": 1.0, "a": 1.0}, "c": {"a": 1.0, "d": 1.0}}, "a", "d") == (3.0, ["a", "b", "c", "d"])


def test_free_links():
    """en: A cost of zero is a cost like any other, not a missing value.
    it: Un costo zero è un costo come gli altri, non un valore mancante."""
    assert shortest_path({"a": {"b": 0.0, "c": 0.5}, "b": {"c": 0.0}, "c": {}}, "a", "c") == (0.0, ["a", "b", "c"])


def test_improved_while_waiting():
    """en: c is first seen at cost 9 and later at 3: the price noted first has to give way.
    it: c viene visto prima con costo 9 e poi con costo 3: il prezzo segnato per primo deve lasciare il posto."""
    assert shortest_path({"a": {"c": 9.0, "b": 2.0}, "b": {"c": 1.0}, "c": {"d": 4.0}}, "a", "d") == (7.0, ["a", "b", "c", "d"])


def test_fractions_of_a_euro():
    """en: Costs with a fractional part: the sum must not be rounded to whole numbers.
    it: Costi con i decimali: la somma non va arrotondata all'intero."""
    assert shortest_path({"a": {"b": 0.5, "c": 1.0}, "b": {"c": 0.25}}, "a", "c") == (0.75, ["a", "b", "c"])


def test_target_without_own_entry():
    """en: The target has no outgoing links and so no entry of its own: it is known all the same.
    it: Dalla destinazione non parte nulla e quindi non ha una voce sua: è comunque nota."""
    assert shortest_path({"a": {"b": 2.0}}, "a", "b") == (2.0, ["a", "b"])


def test_unreachable():
    """en: Both depots exist, no route joins them: an error, not an infinite cost.
    it: I due depositi esistono ma nessun percorso li unisce: è un errore, non un costo infinito."""
    with raises(ValueError):
        shortest_path({"a": {"b": 1.0}, "b": {}, "z": {}}, "a", "z")


def test_unreachable_past_a_leaf():
    """en: The search runs into a depot without an entry before giving up; that must not become a KeyError.
    it: Prima di arrendersi la ricerca incontra un deposito senza voce; non deve diventare un KeyError."""
    with raises(ValueError):
        shortest_path({"a": {"b": 1.0}, "z": {"a": 1.0}}, "a", "z")


def test_unknown_source():
    """en: A source nobody has heard of, which the caller must be told by ValueError.
    it: Una partenza mai sentita: chi chiama deve saperlo da un ValueError."""
    with raises(ValueError):
        shortest_path({"a": {"b": 1.0}}, "q", "b")


def test_unknown_at_both_ends():
    """en: From an unknown depot to itself: the shortcut for equal ends must not hide the mistake.
    it: Da un deposito sconosciuto a sé stesso: la scorciatoia per gli estremi uguali non deve nascondere lo sbaglio."""
    with raises(ValueError):
        shortest_path({"a": {"b": 1.0}}, "q", "q")
