def canal(length):
    """A single canal that goes to and fro through the map."""
    width = 50
    rows = []
    for number in range(length // width):
        rows.append("#" * width)
        rows.append("." * (width - 1) + "#" if number % 2 == 0 else "#" + "." * (width - 1))
    return rows


def test_example():
    """en: Three squares hang together, the fourth only touches a corner.
    it: Tre caselle stanno insieme, la quarta tocca solo un angolo."""
    assert largest_area(["##.", ".#.", "..#"]) == 3


def test_all_dry():
    """en: Nothing is under water.
    it: Niente è sott'acqua."""
    assert largest_area(["...", "..."]) == 0


def test_all_flooded():
    """en: The whole map is one area.
    it: Tutta la mappa è una sola zona."""
    assert largest_area(["###", "###"]) == 6


def test_no_map():
    """en: The drone has crashed: an empty list.
    it: Il drone è caduto: una lista vuota."""
    assert largest_area([]) == 0


def test_empty_rows():
    """en: Rows without squares.
    it: Righe senza caselle."""
    assert largest_area(["", ""]) == 0


def test_one_square():
    """en: The smallest map, wet and dry.
    it: La mappa più piccola, bagnata e asciutta."""
    assert largest_area(["#"]) == 1
    assert largest_area(["."]) == 0


def test_corners_do_not_touch():
    """en: A diagonal of four is four puddles.
    it: Una diagonale di quattro sono quattro pozze."""
    assert largest_area(["#...", ".#..", "..#.", "...#"]) == 1


def test_largest_comes_last():
    """en: The largest lies at the lower edge.
    it: La più grande sta sul bordo in basso."""
    assert largest_area(["#..#", "....", "####"]) == 4


def test_left_and_right_edge():
    """en: What lies at the left edge isn't a neighbour of the right one: the map is no globe.
    it: Ciò che sta sul bordo sinistro non è vicino al destro: la mappa non è un mappamondo."""
    assert largest_area(["#.#", "#.#"]) == 2


def test_ring():
    """en: A ring around a dry square: eight, each counted once.
    it: Un anello attorno a una casella asciutta: otto, ognuna contata una volta."""
    assert largest_area(["###", "#.#", "###"]) == 8


def test_single_row():
    """en: A map with one row.
    it: Una mappa di una sola riga."""
    assert largest_area(["##.###."]) == 3


def test_one_long_canal():
    """en: A canal of fifteen hundred squares: too deep for recursion.
    it: Un canale di millecinquecento caselle: troppo profondo per la ricorsione."""
    assert largest_area(canal(1500)) == 1530


def test_map_unchanged():
    """en: The map is drawn on the screen afterwards.
    it: Dopo, la mappa si disegna sullo schermo."""
    rows = [["#", "#"], [".", "#"]]
    assert largest_area(rows) == 3
    assert rows == [["#", "#"], [".", "#"]]
