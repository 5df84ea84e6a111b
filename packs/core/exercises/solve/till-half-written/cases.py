def filled():
    stock = Stock()
    stock.add("tea", 5)
    stock.add("cup", 2)
    return stock


def test_one_article():
    """en: Three of five are taken, two are left.
    it: Se ne tolgono tre di cinque, ne restano due."""
    stock = filled()
    stock.take([("tea", 3)])
    assert stock.pieces("tea") == 2


def test_two_articles():
    """en: An order with two articles.
    it: Un ordine con due articoli."""
    stock = filled()
    stock.take([("tea", 1), ("cup", 2)])
    assert stock.pieces("tea") == 4
    assert stock.pieces("cup") == 0


def test_more_than_there_is():
    """en: Three cups, and there are two.
    it: Tre tazze, e ce ne sono due."""
    stock = filled()
    with raises(LookupError):
        stock.take([("cup", 3)])


def test_all_or_nothing():
    """en: The second article is missing: the first stays where it is.
    it: Manca il secondo articolo: il primo resta dov'è."""
    stock = filled()
    with raises(LookupError):
        stock.take([("tea", 3), ("cup", 9)])
    assert stock.pieces("tea") == 5


def test_the_same_article_twice():
    """en: Three and three of five: each line is possible, both are not.
    it: Tre e tre su cinque: ogni riga è possibile, tutte e due no."""
    stock = filled()
    with raises(LookupError):
        stock.take([("tea", 3), ("tea", 3)])
    assert stock.pieces("tea") == 5


def test_twice_and_enough():
    """en: Two and three of five are exactly all.
    it: Due e tre su cinque sono esattamente tutti."""
    stock = filled()
    stock.take([("tea", 2), ("tea", 3)])
    assert stock.pieces("tea") == 0


def test_never_heard_of():
    """en: An article that nobody ever delivered.
    it: Un articolo che nessuno ha mai consegnato."""
    stock = filled()
    with raises(LookupError):
        stock.take([("sofa", 1)])


def test_never_heard_of_stays_so():
    """en: Asking for it does not put it on the shelf.
    it: Chiederlo non lo mette sullo scaffale."""
    stock = filled()
    with raises(LookupError):
        stock.take([("tea", 1), ("sofa", 1)])
    assert stock.pieces("sofa") == 0
    assert stock.pieces("tea") == 5


def test_empty_order():
    """en: An empty order takes nothing.
    it: Un ordine vuoto non toglie niente."""
    stock = filled()
    stock.take([])
    assert stock.pieces("tea") == 5


def test_nought_pieces():
    """en: Nought pieces of something unknown are always there.
    it: Zero pezzi di una cosa sconosciuta ci sono sempre."""
    stock = filled()
    stock.take([("sofa", 0), ("tea", 1)])
    assert stock.pieces("tea") == 4


def test_until_empty():
    """en: Order after order, until the shelf is empty.
    it: Un ordine dopo l'altro, finché lo scaffale è vuoto."""
    stock = filled()
    stock.take([("cup", 1)])
    stock.take([("cup", 1)])
    with raises(LookupError):
        stock.take([("cup", 1)])


def test_two_stocks():
    """en: Two warehouses do not know each other.
    it: Due magazzini non si conoscono."""
    here = filled()
    there = filled()
    here.take([("tea", 5)])
    assert there.pieces("tea") == 5
