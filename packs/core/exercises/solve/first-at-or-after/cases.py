def test_exact_moment():
    """en: The moment is in the log: its first line is wanted.
    it: Il momento è nel log: serve la sua prima riga."""
    assert first_at_or_after([3, 5, 8, 9], 5) == 1


def test_between_two_lines():
    """en: Nothing was logged in that second: the next line counts.
    it: In quel secondo non è stato scritto nulla: vale la riga seguente."""
    assert first_at_or_after([3, 5, 8, 9], 6) == 2


def test_everything_is_earlier():
    """en: The log ends before the incident: the answer is one past the end, not an error.
    it: Il log finisce prima dell'incidente: la risposta è una posizione oltre la fine, non un errore."""
    assert first_at_or_after([3, 5, 8, 9], 10) == 4


def test_everything_is_later():
    """en: The log begins after it: the very first line.
    it: Il log comincia dopo: la primissima riga."""
    assert first_at_or_after([3, 5, 8, 9], 1) == 0


def test_same_second_many_times():
    """en: Five lines in one second: the first of them, wherever the search happened to land.
    it: Cinque righe nello stesso secondo: la prima, ovunque sia capitata la ricerca."""
    assert first_at_or_after([1, 7, 7, 7, 7, 7, 9], 7) == 1


def test_all_the_same():
    """en: A burst: every line has the same time.
    it: Una raffica: tutte le righe hanno lo stesso tempo."""
    assert first_at_or_after([7, 7, 7, 7], 7) == 0


def test_all_the_same_and_too_early():
    """en: The same burst, asked for one second later.
    it: La stessa raffica, cercata un secondo dopo."""
    assert first_at_or_after([7, 7, 7, 7], 8) == 4


def test_empty_log():
    """en: The service wrote nothing: index 0 is also the end.
    it: Il servizio non ha scritto nulla: l'indice 0 è anche la fine."""
    assert first_at_or_after([], 5) == 0


def test_one_line_log():
    """en: A single line, asked for before, at and after its time.
    it: Una riga sola, cercata prima, durante e dopo."""
    assert first_at_or_after([5], 4) == 0
    assert first_at_or_after([5], 5) == 0
    assert first_at_or_after([5], 6) == 1


def test_only_the_last_one():
    """en: The incident is the last line: a range that excludes it never finds it.
    it: L'incidente è l'ultima riga: un intervallo che la esclude non la trova mai."""
    assert first_at_or_after([1, 2, 3, 4, 5, 100], 50) == 5


def test_two_lines():
    """en: The smallest log in which the search has to choose a side.
    it: Il log più piccolo in cui la ricerca deve scegliere da che parte andare."""
    assert first_at_or_after([2, 4], 3) == 1
    assert first_at_or_after([2, 4], 2) == 0


def test_before_midnight():
    """en: Seconds counted from midnight can be negative for yesterday's lines.
    it: I secondi contati da mezzanotte possono essere negativi per le righe di ieri."""
    assert first_at_or_after([-30, -10, 0, 20], -10) == 1


def test_the_log_stays_as_it_was():
    """en: Others read the same list: looking must not change it.
    it: La stessa lista la leggono altri: cercare non deve cambiarla."""
    times = [1, 2, 2, 3]
    assert first_at_or_after(times, 2) == 1
    assert times == [1, 2, 2, 3]
