def test_some():
    """en: Two of three. it: Due su tre."""
    assert common([1, 2, 3], [2, 3, 4]) == [2, 3]


def test_order():
    """en: In the order of the first list. it: Nell'ordine della prima lista."""
    assert common([3, 1, 2], [1, 2, 3]) == [3, 1, 2]


def test_once():
    """en: Once each. it: Una volta ciascuno."""
    assert common([1, 1, 1], [1]) == [1]


def test_none():
    """en: Nothing in common. it: Niente in comune."""
    assert common([1], [2]) == []
