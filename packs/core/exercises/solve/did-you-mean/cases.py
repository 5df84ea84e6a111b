def test_one_letter_wrong():
    """en: One letter is another: one change.
    it: Una lettera al posto di un'altra: una modifica."""
    assert distance("stort", "start") == 1


def test_equal():
    """en: Nothing to change.
    it: Niente da cambiare."""
    assert distance("start", "start") == 0


def test_one_missing():
    """en: A letter has been left out.
    it: Manca una lettera."""
    assert distance("strt", "start") == 1


def test_one_too_many():
    """en: The finger stayed on the key.
    it: Il dito è rimasto sul tasto."""
    assert distance("starrt", "start") == 1


def test_one_missing_in_front():
    """en: The first letter is missing: one change, although no position fits any more.
    it: Manca la prima lettera: una modifica, anche se nessuna posizione corrisponde più."""
    assert distance("tatus", "status") == 1


def test_two_swapped():
    """en: Two letters changed places: two changes by these rules.
    it: Due lettere scambiate: due modifiche con queste regole."""
    assert distance("restrat", "restart") == 2


def test_nothing_typed():
    """en: From nothing every letter has to be inserted.
    it: Dal nulla si inseriscono tutte le lettere."""
    assert distance("", "stop") == 4


def test_everything_deleted():
    """en: And the other way round.
    it: E al contrario."""
    assert distance("stop", "") == 4


def test_both_empty():
    """en: Two empty texts are equal.
    it: Due testi vuoti sono uguali."""
    assert distance("", "") == 0


def test_nothing_in_common():
    """en: All letters replaced.
    it: Tutte le lettere sostituite."""
    assert distance("abc", "xyz") == 3


def test_classic():
    """en: The example of the textbooks.
    it: L'esempio dei libri di testo."""
    assert distance("kitten", "sitting") == 3


def test_moved_along():
    """en: The same text, moved by one: a deletion in front and an insertion at the end.
    it: Lo stesso testo spostato di uno: una cancellazione davanti e un inserimento in fondo."""
    assert distance("abcdef", "bcdefa") == 2


def test_case_counts():
    """en: Stop and stop differ by one letter.
    it: Stop e stop differiscono di una lettera."""
    assert distance("Stop", "stop") == 1


def test_accents():
    """en: è is one letter, and another one than e.
    it: è è una lettera sola, e diversa da e."""
    assert distance("perche", "perché") == 1


def test_both_directions():
    """en: There and back cost the same.
    it: Andata e ritorno costano uguale."""
    assert distance("deploy", "employ") == 2
    assert distance("employ", "deploy") == 2
