def test_the_urgent_first():
    """en: Who came later is more urgent.
    it: Chi è arrivato dopo è più urgente."""
    assert calls([("in", 4, "ada"), ("in", 1, "bob"), ("next",)]) == ["bob"]


def test_equals_in_order():
    """en: Equally urgent: who came first, not who comes first in the alphabet.
    it: A pari urgenza chi è arrivato prima, non chi viene prima in ordine alfabetico."""
    assert calls([("in", 3, "zoe"), ("in", 3, "ada"), ("next",), ("next",)]) == ["zoe", "ada"]


def test_called_before_the_urgent_came():
    """en: Who has been called is gone; the urgent case comes later.
    it: Chi è già stato chiamato è andato; il caso urgente arriva dopo."""
    assert calls([("in", 5, "ada"), ("next",), ("in", 1, "bob"), ("next",)]) == ["ada", "bob"]


def test_nobody_waits():
    """en: A call into an empty room.
    it: Una chiamata in una sala vuota."""
    assert calls([("next",), ("in", 2, "ada"), ("next",), ("next",)]) == [None, "ada", None]


def test_the_same_name_twice():
    """en: Two patients of the same name.
    it: Due pazienti con lo stesso nome."""
    assert calls([("in", 2, "rossi"), ("in", 2, "rossi"), ("next",), ("next",)]) == ["rossi", "rossi"]


def test_nobody_is_called():
    """en: Patients wait, and nobody is called.
    it: I pazienti aspettano, e nessuno viene chiamato."""
    assert calls([("in", 2, "ada")]) == []


def test_no_events():
    """en: A quiet night.
    it: Una notte tranquilla."""
    assert calls([]) == []
