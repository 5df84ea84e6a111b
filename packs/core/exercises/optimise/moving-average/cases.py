def test_window_of_two():
    """en: A window of two.
    it: Una finestra di due."""
    assert moving_average([10, 20, 40], 2) == [10, 15, 30]


def test_window_moves_on():
    """en: What has left the window no longer counts.
    it: Quello che è uscito dalla finestra non conta più."""
    assert moving_average([100, 0, 0, 0], 2) == [100, 50, 0, 0]


def test_before_the_window_is_full():
    """en: The first days are averaged over as many as there are.
    it: I primi giorni si mediano su quanti ce ne sono."""
    assert moving_average([6, 8], 90) == [6, 7]


def test_window_of_one():
    """en: A window of one is the line itself.
    it: Una finestra di uno è la linea stessa."""
    assert moving_average([5, 7, 9], 1) == [5, 7, 9]


def test_rounded_down_below_nought():
    """en: Refunds can make an average negative; it is rounded down all the same.
    it: I rimborsi possono rendere negativa una media; si arrotonda per difetto lo stesso."""
    assert moving_average([-1, -2], 2) == [-1, -2]


def test_no_days():
    """en: No days, no points.
    it: Niente giorni, niente punti."""
    assert moving_average([], 3) == []
