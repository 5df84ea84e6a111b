def post(parcel):
    return 490


def courier(parcel):
    return 300 + parcel["grams"] // 10


def light(parcel):
    return parcel["grams"] <= 1000


def packs(parcel):
    parcel["grams"] += 500
    return parcel["grams"]


def shop():
    shipping = Shipping(lambda parcel: 2500)
    shipping.add("post", post, light)
    shipping.add("courier", courier)
    return shipping


class Counts:
    def __init__(self):
        self.calls = 0

    def __call__(self, parcel):
        self.calls += 1
        return 700


def test_by_name():
    """en: The customer asks for the courier.
    it: Il cliente chiede il corriere."""
    assert shop().cost({"grams": 1000}, "courier") == ("courier", 400)


def test_the_cheapest():
    """en: Nobody asks: the cheapest way that takes the parcel.
    it: Nessuno chiede: il modo più economico che accetta il pacco."""
    assert shop().cost({"grams": 900}) == ("courier", 390)
    assert shop().cost({"grams": 1000}) == ("courier", 400)


def test_what_does_not_fit_is_not_offered():
    """en: The post is cheaper and does not take five kilos.
    it: La posta costerebbe meno, ma cinque chili non li prende."""
    assert shop().cost({"grams": 5000}) == ("courier", 800)


def test_nothing_fits():
    """en: Nobody takes this parcel: the default.
    it: Questo pacco non lo prende nessuno: vale il default."""
    shipping = Shipping(lambda parcel: 2500 + parcel["grams"])
    shipping.add("post", post, light)
    assert shipping.cost({"grams": 3000}) == ("default", 5500)


def test_no_ways_at_all():
    """en: A shop that has just been opened.
    it: Un negozio appena aperto."""
    assert Shipping(lambda parcel: 1).cost({"grams": 1}) == ("default", 1)


def test_unknown_name():
    """en: A way that nobody offers is an error, not the default.
    it: Un modo che nessuno offre è un errore, non il default."""
    with raises(LookupError):
        shop().cost({"grams": 1}, "pigeon")


def test_by_name_even_if_it_does_not_fit():
    """en: Who asks by name gets the price; whether it is taken is seen at the counter.
    it: Chi chiede per nome riceve il prezzo; se lo accettano si vede allo sportello."""
    assert shop().cost({"grams": 9000}, "post") == ("post", 490)


def test_equal_prices():
    """en: Equally cheap: the one that was offered first.
    it: A pari prezzo quello offerto per primo."""
    shipping = Shipping(post)
    shipping.add("zebra", post)
    shipping.add("ant", post)
    assert shipping.cost({"grams": 1}) == ("zebra", 490)


def test_offered_anew():
    """en: The same name again: the new rule counts.
    it: Lo stesso nome una seconda volta: vale la regola nuova."""
    shipping = shop()
    shipping.add("courier", lambda parcel: 100)
    assert shipping.cost({"grams": 5000}) == ("courier", 100)


def test_a_rule_that_changes_the_parcel():
    """en: One rule adds the box to the weight; the others and the caller see the parcel as it was.
    it: Una regola aggiunge la scatola al peso; le altre e chi chiama vedono il pacco com'era."""
    shipping = Shipping(post)
    shipping.add("boxed", packs)
    shipping.add("plain", lambda parcel: parcel["grams"])
    parcel = {"grams": 100}
    assert shipping.cost(parcel) == ("plain", 100)
    assert parcel == {"grams": 100}


def test_each_rule_is_asked_once():
    """en: A rule may ask a service: once for each parcel.
    it: Una regola può interrogare un servizio: una volta per pacco."""
    shipping = Shipping(post)
    counts = Counts()
    shipping.add("service", counts)
    shipping.cost({"grams": 1})
    assert counts.calls == 1


def test_what_does_not_fit_is_not_asked():
    """en: Whoever does not take the parcel is not asked for a price.
    it: A chi non accetta il pacco non si chiede il prezzo."""
    shipping = Shipping(post)
    counts = Counts()
    shipping.add("service", counts, lambda parcel: False)
    shipping.cost({"grams": 1})
    assert counts.calls == 0


def test_free_of_charge():
    """en: Nought is a price, and the cheapest.
    it: Zero è un prezzo, ed è il più basso."""
    shipping = shop()
    shipping.add("collect", lambda parcel: 0)
    assert shipping.cost({"grams": 1}) == ("collect", 0)
