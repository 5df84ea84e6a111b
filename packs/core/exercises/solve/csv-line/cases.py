def test_plain():
    """en: Three fields, two commas.
    it: Tre campi, due virgole."""
    assert split_line("Anna,Milano,42") == ["Anna", "Milano", "42"]


def test_comma_inside_quotes():
    """en: An address with a comma is one field.
    it: Un indirizzo con una virgola è un campo solo."""
    assert split_line('Anna,"Via Roma 1, Milano",42') == ["Anna", "Via Roma 1, Milano", "42"]


def test_doubled_quotes():
    """en: Two quotes inside stand for one.
    it: Due virgolette dentro ne valgono una."""
    assert split_line('"Il ""Duca""",7') == ['Il "Duca"', "7"]


def test_empty_line():
    """en: An empty line is one empty field, not none.
    it: Una riga vuota è un campo vuoto, non nessuno."""
    assert split_line("") == [""]


def test_empty_in_the_middle():
    """en: Nothing between two commas is a field all the same.
    it: Anche il nulla fra due virgole è un campo."""
    assert split_line("a,,b") == ["a", "", "b"]


def test_empty_at_the_end():
    """en: After the last comma there is one more field.
    it: Dopo l'ultima virgola c'è ancora un campo."""
    assert split_line("a,,") == ["a", "", ""]


def test_spaces_stay():
    """en: Spaces are data.
    it: Gli spazi sono dati."""
    assert split_line(" a , b") == [" a ", " b"]


def test_empty_quoted():
    """en: Two quotes alone are an empty field.
    it: Due virgolette da sole sono un campo vuoto."""
    assert split_line('"",a') == ["", "a"]


def test_only_a_quote():
    """en: Four quotes are a field with one quote in it.
    it: Quattro virgolette sono un campo con una virgoletta dentro."""
    assert split_line('""""') == ['"']


def test_all_quoted():
    """en: A program that quotes everything.
    it: Un programma che mette tutto fra virgolette."""
    assert split_line('"a","b","1,5"') == ["a", "b", "1,5"]


def test_one_field():
    """en: No comma, one field.
    it: Nessuna virgola, un campo."""
    assert split_line("alone") == ["alone"]


def test_other_letters():
    """en: Semicolons and apostrophes mean nothing here.
    it: Punti e virgola e apostrofi qui non significano niente."""
    assert split_line("l'uva;matura,ok") == ["l'uva;matura", "ok"]


def test_never_closed():
    """en: The quote isn't closed: half an address isn't an address.
    it: La virgoletta non si chiude: mezzo indirizzo non è un indirizzo."""
    with raises(ValueError):
        split_line('a,"Via Roma')


def test_text_after_the_closing_quote():
    """en: After the closing quote something else comes: somebody forgot to double a quote.
    it: Dopo la chiusura c'è dell'altro: qualcuno ha dimenticato di raddoppiare una virgoletta."""
    with raises(ValueError):
        split_line('"Il "Duca"",7')


def test_quote_in_the_middle():
    """en: A quote within an unquoted field.
    it: Una virgoletta dentro un campo senza virgolette."""
    with raises(ValueError):
        split_line('5" screen,7')
