def test_the_sum_empty():
    """en: An empty basket
    it: Un carrello vuoto"""
    assert to_pay([]) == 0


def test_the_sum_two():
    """en: Two prices are added
    it: Due prezzi si sommano"""
    assert to_pay([("tea", 350), ("cup", 900)]) == 1250


def test_a_voucher_ten():
    """en: Ten percent
    it: Dieci per cento"""
    assert to_pay([("lamp", 4000)], 10) == 3600


def test_a_voucher_rounds_down():
    """en: The discount is rounded down
    it: Lo sconto si arrotonda per difetto"""
    assert to_pay([("lamp", 2999)], 10) == 2700


def test_a_voucher_all():
    """en: Everything off
    it: Tutto scontato"""
    assert to_pay([("lamp", 5000)], 100) == 0


def test_from_twenty_euros_below():
    """en: One cent short
    it: Manca un centesimo"""
    assert to_pay([("cup", 1999)], 10) == 1999


def test_from_twenty_euros_reached():
    """en: Twenty euros exactly
    it: Venti euro esatti"""
    assert to_pay([("cup", 1500), ("tea", 500)], 10) == 1800


def test_three_for_two_three():
    """en: The third is free
    it: La terza è gratis"""
    assert to_pay([("tea", 350)] * 3) == 700


def test_three_for_two_seven():
    """en: Of seven, two are free
    it: Di sette, due sono gratis"""
    assert to_pay([("tea", 100)] * 7) == 500


def test_three_for_two_mixed():
    """en: Equal things need not lie together
    it: Le cose uguali non devono stare vicine"""
    assert to_pay([("tea", 350), ("cup", 900), ("tea", 350), ("tea", 350)]) == 1600


def test_three_for_two_other_price():
    """en: Another price is another thing
    it: Un altro prezzo è un'altra cosa"""
    assert to_pay([("tea", 100), ("tea", 100), ("tea", 300)]) == 500


def test_three_for_two_and_voucher():
    """en: What was free does not help to reach the twenty euros
    it: Ciò che è gratis non aiuta ad arrivare a venti euro"""
    assert to_pay([("tea", 800)] * 3, 10) == 1600


def test_nonsense_voucher_above():
    """en: More than everything off
    it: Più di tutto scontato"""
    with raises(ValueError):
        to_pay([("lamp", 4000)], 101)


def test_nonsense_voucher_below():
    """en: A voucher that makes dearer
    it: Un buono che rincara"""
    with raises(ValueError):
        to_pay([("lamp", 4000)], -1)


def test_nonsense_price():
    """en: A price below nothing
    it: Un prezzo sotto zero"""
    with raises(ValueError):
        to_pay([("lamp", 4000), ("refund", -1)])


def test_nonsense_free():
    """en: A price of nothing is none
    it: Un prezzo di zero non lo è"""
    assert to_pay([("leaflet", 0)]) == 0
