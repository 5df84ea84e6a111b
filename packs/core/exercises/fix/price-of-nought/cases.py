def test_as_agreed():
    """en: An agreed price counts as it stands.
    it: Un prezzo concordato vale così com'è."""
    assert price_for("lamp", {"lamp": 4000}, {"lamp": 4900}) == 4000


def test_a_gift():
    """en: The report: nought was agreed, so it costs nought.
    it: La segnalazione: è stato concordato zero, quindi costa zero."""
    assert price_for("lamp", {"lamp": 0}, {"lamp": 4900}) == 0
    assert price_for("cup", {"lamp": 4000, "cup": 0}, {"lamp": 4900, "cup": 900}) == 0


def test_no_discount_by_contract():
    """en: The other report: no discount is a discount of nought.
    it: L'altra segnalazione: nessuno sconto è uno sconto dello zero."""
    assert price_for("lamp", {}, {"lamp": 4900}, 0) == 4900
    assert price_for("sofa", {"lamp": 0}, {"lamp": 4900, "sofa": 79_900}, 0) == 79_900


def test_the_usual_discount():
    """en: Nothing was said: five percent.
    it: Non è stato detto niente: cinque per cento."""
    assert price_for("lamp", {}, {"lamp": 4900}) == 4655
    assert price_for("cup", {"lamp": 0}, {"lamp": 4900, "cup": 900}) == 855


def test_another_discount():
    """en: Twenty percent was given.
    it: Ne è stato dato venti."""
    assert price_for("lamp", {}, {"lamp": 4900}, 20) == 3920


def test_agreed_and_withdrawn():
    """en: An agreement that was withdrawn is none: the list price counts.
    it: Un accordo ritirato non è un accordo: vale il listino."""
    assert price_for("lamp", {"lamp": None}, {"lamp": 4900}, 0) == 4900
    assert price_for("rug", {"rug": None}, {"rug": 12_000}) == 11_400


def test_not_in_the_list():
    """en: What nobody sells has no price.
    it: Quello che nessuno vende non ha un prezzo."""
    with raises(KeyError):
        price_for("sofa", {}, {"lamp": 4900})
