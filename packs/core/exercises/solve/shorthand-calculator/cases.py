def test_one_number():
    """en: The simplest formula.
    it: La formula più semplice."""
    assert evaluate("42") == 42.0


def test_times_before_plus():
    """en: 2 + 3 * 4 is 14, not 20.
    it: 2 + 3 * 4 fa 14, non 20."""
    assert evaluate("2 + 3 * 4") == 14.0


def test_brackets():
    """en: The discount of the request.
    it: Lo sconto della richiesta."""
    assert evaluate("(100 - 15) * 0.8") == approx(68.0)


def test_minus_from_left_to_right():
    """en: 10 - 3 - 2 is 5; whoever groups on the right gets 9.
    it: 10 - 3 - 2 fa 5; chi raggruppa a destra ottiene 9."""
    assert evaluate("10 - 3 - 2") == 5.0


def test_division_from_left_to_right():
    """en: 100 / 10 / 5 is 2, not 50.
    it: 100 / 10 / 5 fa 2, non 50."""
    assert evaluate("100 / 10 / 5") == 2.0


def test_minus_in_front():
    """en: A minus before a number and one before a bracket.
    it: Un meno davanti a un numero e uno davanti a una parentesi."""
    assert evaluate("-3 + 5") == 2.0
    assert evaluate("-(2 + 3)") == -5.0


def test_minus_after_an_operator():
    """en: 2 * -3, and even 4 - -1.
    it: 2 * -3, e perfino 4 - -1."""
    assert evaluate("2 * -3") == -6.0
    assert evaluate("4 - -1") == 5.0


def test_nested_brackets():
    """en: Brackets in brackets.
    it: Parentesi dentro parentesi."""
    assert evaluate("((1 + 2) * (3 + (4)))") == 21.0


def test_no_spaces_and_many():
    """en: Spaces mean nothing, a tab neither.
    it: Gli spazi non significano niente, nemmeno un tab."""
    assert evaluate("1+2*3") == 7.0
    assert evaluate("  1 +\t2   * 3 ") == 7.0


def test_empty():
    """en: Nothing is no formula.
    it: Il nulla non è una formula."""
    with raises(ValueError):
        evaluate("")
    with raises(ValueError):
        evaluate("   ")


def test_something_left_over():
    """en: A complete formula with something behind it is a typing mistake, not a formula.
    it: Una formula completa con qualcosa dietro è un errore di battitura, non una formula."""
    with raises(ValueError):
        evaluate("1 + 2 3")
    with raises(ValueError):
        evaluate("(1 + 2))")


def test_bracket_not_closed():
    """en: The customer has forgotten a bracket.
    it: Il cliente ha dimenticato una parentesi."""
    with raises(ValueError):
        evaluate("(1 + 2")


def test_operator_without_number():
    """en: An operator that ends the line.
    it: Un operatore che chiude la riga."""
    with raises(ValueError):
        evaluate("1 +")
    with raises(ValueError):
        evaluate("* 2")


def test_no_power():
    """en: `**` is Python's, not this language's: 2 ** 9 is a mistake, not 512.
    it: `**` è di Python, non di questo linguaggio: 2 ** 9 è un errore, non 512."""
    with raises(ValueError):
        evaluate("2 ** 9")


def test_no_python_in_here():
    """en: What a curious customer tries first.
    it: La prima cosa che prova un cliente curioso."""
    with raises(ValueError):
        evaluate("().__class__.__base__.__subclasses__().__len__()")


def test_division_by_zero():
    """en: A formula, but one without a value.
    it: È una formula, ma senza un valore."""
    with raises(ZeroDivisionError):
        evaluate("1 / (2 - 2)")
