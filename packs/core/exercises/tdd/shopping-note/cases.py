def test_one_thing_empty():
    """en: Nothing to buy
    it: Niente da comprare"""
    assert total("") == 0


def test_one_thing_bread():
    """en: One thing with its price
    it: Una cosa con il suo prezzo"""
    assert total("bread 250") == 250


def test_one_thing_other_price():
    """en: Another price, so that no constant will do
    it: Un altro prezzo, perché non basti una costante"""
    assert total("salt 75") == 75


def test_several_lines_two():
    """en: Two lines are added
    it: Due righe si sommano"""
    assert total("bread 250\nmilk 120") == 370


def test_several_lines_words():
    """en: A name of several words
    it: Un nome di più parole"""
    assert total("blue cheese 400\nbread 250\nsea salt 75") == 725


def test_quantity_three():
    """en: Three of a kind
    it: Tre uguali"""
    assert total("3 x milk 120") == 360


def test_quantity_beside_plain():
    """en: A quantity beside a plain line
    it: Una quantità accanto a una riga semplice"""
    assert total("2 x olive oil 900\nbread 250") == 2050


def test_quantity_number_in_name():
    """en: A number in a name without an x is no quantity
    it: Un numero nel nome, senza la x, non è una quantità"""
    assert total("2 stroke oil 900") == 900


def test_remarks_line():
    """en: A line that is only a remark
    it: Una riga che è solo un commento"""
    assert total("# for Sunday\nbread 250") == 250


def test_remarks_after():
    """en: A remark behind a price
    it: Un commento dietro un prezzo"""
    assert total("bread 250 # 300 at the corner shop") == 250


def test_remarks_empty_lines():
    """en: Empty lines between things
    it: Righe vuote tra le cose"""
    assert total("bread 250\n\n   \nmilk 120\n") == 370


def test_no_price_word():
    """en: A line without a price
    it: Una riga senza prezzo"""
    with raises(ValueError):
        total("bread")


def test_no_price_names_line():
    """en: The line is named by its number, remarks counted
    it: La riga è indicata dal suo numero, commenti compresi"""
    with raises(ValueError, match="3"):
        total("bread 250\n# soon\nmilk")


def test_no_price_quantity():
    """en: A quantity that is no number
    it: Una quantità che non è un numero"""
    with raises(ValueError, match="2"):
        total("bread 250\nmany x milk 120")
