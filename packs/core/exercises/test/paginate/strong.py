import pytest
from paging import page


@pytest.mark.parametrize(
    ("count", "number", "size", "items", "pages", "previous", "next_"),
    [
        (5, 1, 2, [0, 1], 3, None, 2),
        (5, 2, 2, [2, 3], 3, 1, 3),
        (5, 3, 2, [4], 3, 2, None),
        (4, 2, 2, [2, 3], 2, 1, None),
        (3, 1, 5, [0, 1, 2], 1, None, None),
        (2, 2, 1, [1], 2, 1, None),
        (0, 1, 3, [], 1, None, None),
    ],
)
def test_pages(count, number, size, items, pages, previous, next_):
    expected = {"items": items, "number": number, "pages": pages, "next": next_, "previous": previous}
    assert page(list(range(count)), number, size) == expected


@pytest.mark.parametrize("number", [0, -1, 4])
def test_pages_that_are_not_there(number):
    with pytest.raises(LookupError):
        page([1, 2, 3], number, 1)


def test_an_empty_list_has_no_second_page():
    with pytest.raises(LookupError):
        page([], 2, 10)


@pytest.mark.parametrize("size", [0, -2])
def test_a_page_holds_something(size):
    with pytest.raises(ValueError):
        page([1], 1, size)


def test_the_list_stays_as_it_is():
    items = [1, 2, 3]
    page(items, 1, 2)
    assert items == [1, 2, 3]
