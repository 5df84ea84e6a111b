def test_plain():
    """en: Digits only: text and number agree.
    it: Solo cifre singole: testo e numero vanno d'accordo."""
    assert newest(["1.2.0", "1.4.1", "1.3.9"]) == "1.4.1"


def test_ten_is_more_than_nine():
    """en: The report: 1.10.0 after 1.9.3.
    it: La segnalazione: 1.10.0 dopo 1.9.3."""
    assert newest(["1.9.3", "1.10.0"]) == "1.10.0"


def test_nothing_released():
    """en: Before the first release there is none.
    it: Prima della prima release non ce n'è."""
    assert newest([]) is None


def test_major_decides():
    """en: A new major beats any minor.
    it: Una nuova major batte qualsiasi minor."""
    assert newest(["2.0.0", "1.99.99"]) == "2.0.0"


def test_long_patch_numbers():
    """en: A long patch number is no newer minor.
    it: Un numero di patch lungo non è una minor più nuova."""
    assert newest(["1.2.100", "1.10.0"]) == "1.10.0"


def test_two_digit_majors():
    """en: Majors reach ten as well.
    it: Anche le major arrivano a dieci."""
    assert newest(["9.0.0", "10.0.0", "2.5.5"]) == "10.0.0"


def test_as_it_is_written():
    """en: What comes back is the text of the release.
    it: Quello che torna è il testo della release."""
    assert newest(["0.0.1"]) == "0.0.1"
