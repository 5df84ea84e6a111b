from paging import page


def refused(kind, *args):
    try:
        page(*args)
    except kind:
        return True
    return False


def test_full_last_page():
    assert page(list(range(20)), 2, 10)["pages"] == 2


def test_rest_on_the_last_page():
    assert page([1, 2, 3, 4, 5], 3, 2)["items"] == [5]


def test_no_item():
    found = page([], 1, 10)
    assert (found["pages"], found["items"]) == (1, [])


def test_first_page():
    assert page([1, 2, 3], 1, 2)["items"] == [1, 2]


def test_next_of_the_last():
    assert page([1, 2, 3], 2, 2)["next"] is None


def test_previous_of_the_first():
    assert page([1, 2, 3], 1, 2)["previous"] is None


def test_neighbours():
    found = page([1, 2, 3, 4, 5], 2, 2)
    assert (found["previous"], found["next"]) == (1, 3)


def test_beyond_the_last():
    assert refused(LookupError, [1, 2, 3], 3, 2)


def test_page_zero():
    assert refused(LookupError, [1, 2, 3], 0, 2)


def test_size_zero():
    assert refused(ValueError, [1, 2, 3], 1, 0)


def test_list_stays():
    items = [1, 2, 3]
    page(items, 1, 2)
    assert items == [1, 2, 3]
