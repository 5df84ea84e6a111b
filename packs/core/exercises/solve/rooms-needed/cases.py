def test_example():
    """en: Two at a time are enough.
    it: Ne bastano due per volta."""
    assert rooms_needed([(540, 600), (570, 660), (600, 630)]) == 2


def test_no_meetings():
    """en: A quiet day needs no room.
    it: Una giornata tranquilla non ha bisogno di sale."""
    assert rooms_needed([]) == 0


def test_one_meeting():
    """en: One meeting, one room.
    it: Una riunione, una sala."""
    assert rooms_needed([(540, 600)]) == 1


def test_back_to_back():
    """en: One ends at ten, the next begins at ten: the same room.
    it: Una finisce alle dieci, l'altra comincia alle dieci: la stessa sala."""
    assert rooms_needed([(540, 600), (600, 660)]) == 1


def test_a_whole_day_in_one_room():
    """en: A chain of five.
    it: Una catena di cinque."""
    assert rooms_needed([(540, 600), (600, 660), (660, 720), (720, 780), (780, 840)]) == 1


def test_three_at_once():
    """en: Three overlap for a single minute.
    it: Tre si sovrappongono per un solo minuto."""
    assert rooms_needed([(540, 601), (600, 660), (570, 630)]) == 3


def test_long_one_over_two():
    """en: A long one overlaps with three that follow one another: two rooms, not four.
    it: Una lunga si sovrappone a tre che si susseguono: due sale, non quattro."""
    assert rooms_needed([(540, 720), (540, 600), (600, 660), (660, 720)]) == 2
    assert rooms_needed([(0, 10), (0, 10), (0, 10), (20, 30)]) == 3


def test_all_the_same():
    """en: Four at the same time.
    it: Quattro allo stesso orario."""
    assert rooms_needed([(540, 600), (540, 600), (540, 600), (540, 600)]) == 4


def test_not_in_order():
    """en: In no order.
    it: Senza un ordine."""
    assert rooms_needed([(900, 960), (540, 600), (590, 700), (650, 910)]) == 2


def test_one_inside_the_other():
    """en: A short one inside a long one.
    it: Una breve dentro una lunga."""
    assert rooms_needed([(540, 720), (600, 610)]) == 2


def test_far_apart():
    """en: Three with gaps.
    it: Tre con dei vuoti in mezzo."""
    assert rooms_needed([(1, 2), (10, 20), (100, 200)]) == 1


def test_peak_in_the_afternoon():
    """en: Quiet in the morning, three after lunch.
    it: Mattina tranquilla, tre dopo pranzo."""
    assert rooms_needed([(540, 570), (580, 600), (840, 900), (850, 905), (870, 930)]) == 3


def test_list_unchanged():
    """en: The list is shown again afterwards, in its own order.
    it: L'elenco si mostra di nuovo dopo, nel suo ordine."""
    meetings = [(600, 630), (540, 600)]
    assert rooms_needed(meetings) == 1
    assert meetings == [(600, 630), (540, 600)]
