def test_example():
    """en: The values of the request.
    it: I valori della richiesta."""
    assert window_peaks([4, 2, 12, 11, -5], 3) == [12, 12, 12]


def test_rising():
    """en: Rising load: the newest value is always the peak.
    it: Carico in salita: il picco è sempre l'ultimo valore."""
    assert window_peaks([1, 2, 3, 4, 5], 2) == [2, 3, 4, 5]


def test_falling():
    """en: Falling load: the peak is always about to leave the window.
    it: Carico in discesa: il picco sta sempre per uscire dalla finestra."""
    assert window_peaks([5, 4, 3, 2, 1], 2) == [5, 4, 3, 2]


def test_old_peak_leaves():
    """en: The 9 is history after three minutes.
    it: Dopo tre minuti il 9 è storia."""
    assert window_peaks([9, 1, 2, 3, 1], 3) == [9, 3, 3]


def test_window_of_one():
    """en: The last minute alone: the values themselves.
    it: Solo l'ultimo minuto: i valori stessi."""
    assert window_peaks([3, 1, 2], 1) == [3, 1, 2]


def test_window_as_long_as_the_day():
    """en: One window, one peak.
    it: Una finestra, un picco."""
    assert window_peaks([3, 1, 2], 3) == [3]


def test_window_longer_than_the_day():
    """en: No window is full yet: nothing to show.
    it: Nessuna finestra è ancora piena: niente da mostrare."""
    assert window_peaks([3, 1, 2], 4) == []


def test_no_values():
    """en: The monitor has just been switched on.
    it: Il monitor è appena stato acceso."""
    assert window_peaks([], 3) == []


def test_equal_peaks():
    """en: Two equal peaks: when the first leaves, the second is still there.
    it: Due picchi uguali: quando esce il primo, il secondo c'è ancora."""
    assert window_peaks([7, 2, 7, 1, 2, 3], 3) == [7, 7, 7, 3]


def test_two_equal_then_lower():
    """en: The same, with the two side by side.
    it: Lo stesso, con i due fianco a fianco."""
    assert window_peaks([5, 5, 1, 1], 2) == [5, 5, 1]


def test_all_equal():
    """en: A flat line.
    it: Una linea piatta."""
    assert window_peaks([4, 4, 4, 4], 2) == [4, 4, 4]


def test_negative_values():
    """en: A difference from normal can be below zero all day: 0 must not slip in as a starting value.
    it: Uno scarto dalla norma può restare sotto zero tutto il giorno: lo 0 non deve infilarsi come valore iniziale."""
    assert window_peaks([-8, -3, -5, -9], 2) == [-3, -3, -5]


def test_values_are_left_alone():
    """en: The graph is drawn from the same list.
    it: Il grafico si disegna dalla stessa lista."""
    loads = [2, 1, 3]
    assert window_peaks(loads, 2) == [2, 3]
    assert loads == [2, 1, 3]


def test_window_of_zero():
    """en: A window of nothing has no maximum: say so.
    it: Una finestra vuota non ha un massimo: va detto."""
    with raises(ValueError):
        window_peaks([1, 2], 0)


def test_negative_window():
    """en: Neither has a negative one, even when there are no values.
    it: Nemmeno una negativa, anche se non ci sono valori."""
    with raises(ValueError):
        window_peaks([], -2)
