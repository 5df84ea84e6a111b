def test_order_and_case():
    """en: Three ways to write the same person.
    it: Tre modi di scrivere la stessa persona."""
    assert group_duplicates(["Mario Rossi", "rossi mario", "ROSSI  Mario"]) == [["Mario Rossi", "rossi mario", "ROSSI  Mario"]]


def test_all_different():
    """en: Nobody twice: no groups.
    it: Nessuno due volte: nessun gruppo."""
    assert group_duplicates(["Anna Bo", "Mario Rossi"]) == []


def test_two_groups():
    """en: Two people, twice each, mixed.
    it: Due persone, due volte ciascuna, mescolate."""
    assert group_duplicates(["Anna Bo", "Mario Rossi", "Bo Anna", "Rossi Mario"]) == [["Anna Bo", "Bo Anna"], ["Mario Rossi", "Rossi Mario"]]


def test_singles_are_left_out():
    """en: Luca occurs once and isn't listed.
    it: Luca compare una volta e non si elenca."""
    assert group_duplicates(["Luca Neri", "Anna Bo", "Bo Anna"]) == [["Anna Bo", "Bo Anna"]]


def test_no_names():
    """en: An empty table.
    it: Una tabella vuota."""
    assert group_duplicates([]) == []


def test_same_spelling_twice():
    """en: Exactly the same twice is a duplicate as well.
    it: Anche la stessa identica grafia due volte è un doppione."""
    assert group_duplicates(["Anna Bo", "Anna Bo"]) == [["Anna Bo", "Anna Bo"]]


def test_repeated_word_counts():
    """en: Rossi Rossi exists, and isn't Rossi.
    it: Rossi Rossi esiste, e non è Rossi."""
    assert group_duplicates(["Rossi Rossi", "Rossi"]) == []


def test_word_borders_count():
    """en: "anna bo" and "annabo" are different people.
    it: "anna bo" e "annabo" sono persone diverse."""
    assert group_duplicates(["anna bo", "annabo"]) == []


def test_spaces_at_the_ends():
    """en: Copied from a spreadsheet, with spaces around.
    it: Copiati da un foglio di calcolo, con gli spazi attorno."""
    assert group_duplicates(["  Anna Bo", "Bo\tAnna  "]) == [["  Anna Bo", "Bo\tAnna  "]]


def test_order_of_groups():
    """en: The group whose first name stands first comes first, though it is completed last.
    it: Viene prima il gruppo il cui primo nome sta davanti, anche se si completa per ultimo."""
    assert group_duplicates(["B A", "D C", "C D", "A B"]) == [["B A", "A B"], ["D C", "C D"]]


def test_three_words():
    """en: Two first names.
    it: Due nomi di battesimo."""
    assert group_duplicates(["Maria Pia Verdi", "Verdi Pia Maria", "Maria Verdi"]) == [["Maria Pia Verdi", "Verdi Pia Maria"]]


def test_sharp_s():
    """en: STRASSE and Straße are the same word without regard to case: that's what casefold is for.
    it: STRASSE e Straße sono la stessa parola se non si guarda il maiuscolo: casefold serve a questo."""
    assert group_duplicates(["Jan Straße", "JAN STRASSE"]) == [["Jan Straße", "JAN STRASSE"]]


def test_empty_names():
    """en: Two records without a name are the same unknown customer.
    it: Due record senza nome sono lo stesso cliente sconosciuto."""
    assert group_duplicates(["", "  ", "Anna"]) == [["", "  "]]
