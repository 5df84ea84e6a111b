def test_one_left():
    """en: One of three is gone.
    it: Di tre ne manca uno."""
    assert cancelled(["a@x.it", "b@x.it", "c@x.it"], ["c@x.it", "a@x.it"]) == ["b@x.it"]


def test_in_their_old_order():
    """en: In the order of the old list, not of the alphabet.
    it: Nell'ordine della lista vecchia, non in ordine alfabetico."""
    assert cancelled(["z@x.it", "b@x.it", "a@x.it"], []) == ["z@x.it", "b@x.it", "a@x.it"]


def test_address_in_capitals():
    """en: The same address in capitals is the same customer.
    it: Lo stesso indirizzo in maiuscolo è lo stesso cliente."""
    assert cancelled(["Ada@X.it", "bob@x.it"], ["ada@x.it", "BOB@X.IT"]) == []


def test_as_it_was_written():
    """en: Who left is named as the old list writes it.
    it: Chi se n'è andato è scritto come nella lista vecchia."""
    assert cancelled(["Ada@X.it"], ["bob@x.it"]) == ["Ada@X.it"]


def test_twice_in_the_old_list():
    """en: An address that stood there twice is named twice.
    it: Un indirizzo che c'era due volte è nominato due volte."""
    assert cancelled(["a@x.it", "a@x.it"], ["b@x.it"]) == ["a@x.it", "a@x.it"]


def test_nobody_before():
    """en: Nobody was there, nobody can have left.
    it: Non c'era nessuno, nessuno può essersene andato."""
    assert cancelled([], ["a@x.it"]) == []
