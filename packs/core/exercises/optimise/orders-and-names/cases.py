def test_two_orders():
    """en: Two orders, two customers.
    it: Due ordini, due clienti."""
    assert with_names([(1, 7), (2, 8)], [(7, "Ada"), (8, "Bob")]) == [(1, "Ada"), (2, "Bob")]


def test_an_order_of_nobody():
    """en: A customer that nobody knows: the order stays, with a question mark.
    it: Un cliente che nessuno conosce: l'ordine resta, con un punto interrogativo."""
    assert with_names([(1, 9)], [(7, "Ada")]) == [(1, "?")]


def test_several_orders_of_one():
    """en: One customer, several orders, in the order of the orders.
    it: Un cliente, più ordini, nell'ordine degli ordini."""
    assert with_names([(3, 7), (1, 7)], [(7, "Ada")]) == [(3, "Ada"), (1, "Ada")]


def test_the_same_id_twice():
    """en: A twin from the old system: the first entry counts.
    it: Un doppione del vecchio sistema: vale la prima voce."""
    assert with_names([(1, 7)], [(7, "Ada"), (7, "Ada (old)")]) == [(1, "Ada")]


def test_no_customers():
    """en: Nobody is known.
    it: Non si conosce nessuno."""
    assert with_names([(1, 7)], []) == [(1, "?")]


def test_no_orders():
    """en: Nothing was ordered.
    it: Non è stato ordinato niente."""
    assert with_names([], [(7, "Ada")]) == []
