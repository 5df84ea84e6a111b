def whole(orders, size):
    """All pages, one behind the other; a cursor that does not move ends it."""
    pages, cursor = [], None
    while len(pages) < 20:
        found, cursor = page(orders, cursor, size)
        pages.append([number for _, number in found])
        if cursor is None:
            return pages
    return pages


def test_imported_in_one_second():
    """en: Three orders of the same second, two a page: the third is on the second page.
    it: Tre ordini dello stesso secondo, due per pagina: il terzo sta sulla seconda."""
    assert whole([(100, 1), (100, 2), (100, 3)], 2) == [[1, 2], [3]]


def test_one_after_the_other():
    """en: An order every second, two a page.
    it: Un ordine al secondo, due per pagina."""
    assert whole([(101, 1), (102, 2), (103, 3)], 2) == [[1, 2], [3]]


def test_one_page_is_enough():
    """en: All of them fit on the first page.
    it: Stanno tutti sulla prima pagina."""
    assert whole([(101, 1), (102, 2)], 5) == [[1, 2]]


def test_a_tie_across_the_boundary():
    """en: The boundary runs through a pair of the same second.
    it: Il confine passa in mezzo a due ordini dello stesso secondo."""
    assert whole([(100, 1), (101, 2), (101, 3), (102, 4)], 2) == [[1, 2], [3, 4]]


def test_none_twice():
    """en: Nothing comes twice, either.
    it: Niente arriva due volte."""
    assert whole([(100, 1), (100, 2), (101, 3), (101, 4), (101, 5)], 2) == [[1, 2], [3, 4], [5]]


def test_many_in_one_second():
    """en: More orders in one second than fit on a page.
    it: In un secondo più ordini di quanti ne stiano in una pagina."""
    assert whole([(100, 5), (100, 3), (100, 4), (100, 1), (100, 2)], 2) == [[1, 2], [3, 4], [5]]


def test_by_date_not_by_number():
    """en: An order with a late number and an early time comes first.
    it: Un ordine con un numero alto e un'ora presto viene per primo."""
    assert whole([(105, 1), (101, 9), (103, 4)], 2) == [[9, 4], [1]]


def test_exactly_two_pages():
    """en: Four orders on two full pages: no empty third one.
    it: Quattro ordini su due pagine piene: niente terza pagina vuota."""
    assert whole([(101, 1), (102, 2), (103, 3), (104, 4)], 2) == [[1, 2], [3, 4]]


def test_nothing_to_export():
    """en: Not a single order.
    it: Nemmeno un ordine."""
    assert whole([], 2) == [[]]
