def test_it_divides():
    """en: Ten euros between two.
    it: Dieci euro in due."""
    assert split(1000, 2) == [500, 500]


def test_three_friends():
    """en: Ten euros between three: one pays a cent more.
    it: Dieci euro in tre: uno paga un centesimo in più."""
    assert split(1000, 3) == [334, 333, 333]


def test_nobody_pays_much_more():
    """en: Eleven friends and a remainder of ten cents: ten of them pay one more.
    it: Undici amici e un resto di dieci centesimi: dieci pagano un centesimo in più."""
    assert split(120, 11) == [11, 11, 11, 11, 11, 11, 11, 11, 11, 11, 10]


def test_fewer_cents_than_people():
    """en: Two cents between three.
    it: Due centesimi in tre."""
    assert split(2, 3) == [1, 1, 0]


def test_an_enormous_bill():
    """en: So large that a float no longer knows its cents.
    it: Così grande che un float non ne conosce più i centesimi."""
    assert split(90071992547409931, 2) == [45035996273704966, 45035996273704965]


def test_alone():
    """en: Who eats alone pays everything.
    it: Chi mangia da solo paga tutto."""
    assert split(1999, 1) == [1999]


def test_nobody():
    """en: Without people there is nobody to pay.
    it: Senza persone non c'è chi paghi."""
    with raises(ValueError):
        split(1000, 0)
