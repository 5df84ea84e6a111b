def test_apart():
    """en: Two meetings with a gap.
    it: Due riunioni con una pausa."""
    assert busy([(540, 600), (660, 720)]) == [(540, 600), (660, 720)]


def test_one_inside_the_other():
    """en: The report: a call in the middle of the workshop.
    it: La segnalazione: una telefonata a metà del workshop."""
    assert busy([(540, 720), (600, 630)]) == [(540, 720)]


def test_overlapping_on_the_right():
    """en: The second reaches further than the first.
    it: La seconda va oltre la prima."""
    assert busy([(540, 600), (570, 660)]) == [(540, 660)]


def test_touching():
    """en: One ends where the next begins: no time in between.
    it: Una finisce dove comincia l'altra: in mezzo non c'è tempo."""
    assert busy([(540, 600), (600, 660)]) == [(540, 660)]


def test_in_any_order():
    """en: A long one that was entered last and holds two short ones.
    it: Una lunga inserita per ultima che ne contiene due corte."""
    assert busy([(600, 630), (700, 720), (540, 780)]) == [(540, 780)]


def test_two_inside():
    """en: Two short ones inside, then one that begins before the long one ends.
    it: Due corte dentro, poi una che comincia prima che la lunga finisca."""
    assert busy([(540, 720), (550, 560), (600, 610), (700, 750)]) == [(540, 750)]


def test_nothing_today():
    """en: No meeting, no busy time.
    it: Nessuna riunione, nessun impegno."""
    assert busy([]) == []
