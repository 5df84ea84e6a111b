def test_one_clash():
    """en: Ten to twelve and eleven to one, in the same room.
    it: Dalle dieci alle dodici e dalle undici all'una, nella stessa sala."""
    assert clashes([("a", 600, 720), ("a", 660, 780)]) == 1


def test_different_rooms():
    """en: At the same time in two rooms: no clash.
    it: Alla stessa ora in due sale: nessun conflitto."""
    assert clashes([("a", 600, 720), ("b", 600, 720)]) == 0


def test_one_after_the_other():
    """en: The second starts when the first ends.
    it: La seconda comincia quando finisce la prima."""
    assert clashes([("a", 600, 660), ("a", 660, 720)]) == 0


def test_three_at_once():
    """en: Three at the same time are three pairs.
    it: Tre alla stessa ora sono tre coppie."""
    assert clashes([("a", 600, 720), ("a", 600, 720), ("a", 600, 720)]) == 3


def test_a_whole_day():
    """en: A workshop over the whole day clashes with each of three meetings, which don't clash with one another.
    it: Un workshop di tutta la giornata è in conflitto con ognuna di tre riunioni, che tra loro non lo sono."""
    assert clashes([("a", 480, 1080), ("a", 500, 560), ("a", 600, 660), ("a", 700, 760)]) == 3


def test_not_in_order():
    """en: Bookings come in any order.
    it: Le prenotazioni arrivano in qualunque ordine."""
    assert clashes([("a", 700, 760), ("a", 480, 1080), ("a", 740, 800)]) == 3


def test_no_bookings():
    """en: An empty calendar.
    it: Un calendario vuoto."""
    assert clashes([]) == 0
