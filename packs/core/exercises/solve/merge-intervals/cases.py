def test_example():
    """en: Two that overlap and one on its own: the case from the request.
    it: Due che si sovrappongono e una da sola: il caso della richiesta."""
    assert merge_intervals([(540, 600), (570, 660), (720, 780)]) == [(540, 660), (720, 780)]


def test_nothing_booked():
    """en: A day without bookings is a free room, not an error.
    it: Un giorno senza prenotazioni è una sala libera, non un errore."""
    assert merge_intervals([]) == []


def test_one_booking():
    """en: There is nothing to merge it with.
    it: Non c'è nulla con cui unirla."""
    assert merge_intervals([(540, 600)]) == [(540, 600)]


def test_not_sorted():
    """en: They arrive in the order in which people booked, not in that of the day.
    it: Arrivano nell'ordine in cui la gente ha prenotato, non in quello della giornata."""
    assert merge_intervals([(900, 960), (540, 600), (590, 630), (480, 500)]) == [(480, 500), (540, 630), (900, 960)]


def test_back_to_back():
    """en: One ends at ten, the next begins at ten: nobody can get in between.
    it: Una finisce alle dieci, l'altra comincia alle dieci: in mezzo non entra nessuno."""
    assert merge_intervals([(540, 600), (600, 660)]) == [(540, 660)]


def test_one_minute_between():
    """en: With a minute between them they are two blocks: touching is not the same as being near.
    it: Con un minuto in mezzo i blocchi sono due: toccarsi non è essere vicini."""
    assert merge_intervals([(540, 600), (601, 660)]) == [(540, 600), (601, 660)]


def test_one_inside_the_other():
    """en: A half-hour inside an all-day workshop must not shorten it.
    it: Una mezz'ora dentro un workshop di un giorno non deve accorciarlo."""
    assert merge_intervals([(540, 1080), (600, 630)]) == [(540, 1080)]


def test_short_after_long():
    """en: After the short one inside, another still falls in the long one: its end must not have been forgotten.
    it: Dopo quella breve, un'altra cade ancora dentro quella lunga: la sua fine non va dimenticata."""
    assert merge_intervals([(540, 700), (560, 580), (650, 720)]) == [(540, 720)]


def test_chain_of_meetings():
    """en: Each begins where the one before ends: a whole day in a single block.
    it: Ognuna comincia dove finisce quella prima: una giornata intera in un blocco solo."""
    assert merge_intervals([(540, 600), (600, 660), (660, 720), (720, 780)]) == [(540, 780)]


def test_late_bridge():
    """en: The last booking to arrive joins two blocks that seemed separate.
    it: L'ultima prenotazione arrivata unisce due blocchi che sembravano separati."""
    assert merge_intervals([(540, 600), (700, 760), (590, 710)]) == [(540, 760)]


def test_the_same_twice():
    """en: Two people booked the same slot: one block.
    it: Due persone hanno prenotato la stessa fascia: un blocco solo."""
    assert merge_intervals([(540, 600), (540, 600)]) == [(540, 600)]


def test_same_start():
    """en: Equal starts, different ends: the longer decides.
    it: Stesso inizio, fini diverse: decide la più lunga."""
    assert merge_intervals([(540, 660), (540, 570), (655, 700)]) == [(540, 700)]


def test_no_length():
    """en: A booking of no length, as some calendars send reminders: alone it remains, inside a block it vanishes.
    it: Una prenotazione senza durata, come certi calendari mandano i promemoria: da sola resta, dentro un blocco sparisce."""
    assert merge_intervals([(600, 600), (700, 760), (720, 720)]) == [(600, 600), (700, 760)]


def test_bookings_unchanged():
    """en: The caller shows the same list afterwards, in order of arrival: it must not have been sorted.
    it: Chi chiama poi mostra la stessa lista, in ordine di arrivo: non deve ritrovarsela ordinata."""
    bookings = [(720, 780), (540, 600)]
    assert merge_intervals(bookings) == [(540, 600), (720, 780)]
    assert bookings == [(720, 780), (540, 600)]
