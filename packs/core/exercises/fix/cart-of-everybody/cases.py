def test_one_customer():
    """en: One customer alone: what was added is there, in order.
    it: Un cliente solo: quello che ha aggiunto c'è, nell'ordine."""
    cart = Cart()
    cart.add("tea", 300)
    cart.add("cup", 450, 2)
    assert cart.names() == ["tea", "cup"]
    assert cart.total() == 1200


def test_second_customer_starts_empty():
    """en: What was reported: the second customer finds nothing of the first.
    it: La segnalazione: il secondo cliente non trova niente del primo."""
    first = Cart()
    first.add("coffee machine", 9900)
    second = Cart()
    assert second.names() == []
    assert second.total() == 0


def test_two_customers_at_once():
    """en: Both are shopping; neither loses anything when the other arrives.
    it: Comprano tutti e due; nessuno perde niente quando arriva l'altro."""
    first = Cart()
    first.add("tea", 300)
    second = Cart()
    second.add("cup", 450)
    assert first.names() == ["tea"]
    assert second.names() == ["cup"]


def test_remove():
    """en: Taking out one article leaves the others.
    it: Togliere un articolo lascia gli altri."""
    cart = Cart()
    cart.add("tea", 300)
    cart.add("cup", 450)
    cart.remove("tea")
    assert cart.names() == ["cup"]


def test_remove_what_is_not_there():
    """en: Removing what was never chosen is told, not ignored.
    it: Togliere quello che non si è mai scelto viene segnalato, non ignorato."""
    cart = Cart()
    with raises(KeyError):
        cart.remove("tea")


def test_discount_of_one():
    """en: A discount for one customer is no discount for the next.
    it: Lo sconto di un cliente non è lo sconto del successivo."""
    first = Cart()
    first.discount = 10
    first.add("tea", 300)
    second = Cart()
    second.add("tea", 300)
    assert first.total() == 270
    assert second.total() == 300
