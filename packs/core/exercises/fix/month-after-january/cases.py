def test_plain_month():
    """en: From the 15th to the 15th.
    it: Dal 15 al 15."""
    assert next_bill("2026-01-15", 15) == "2026-02-15"


def test_january_to_february():
    """en: The report: February has no 31st.
    it: La segnalazione: febbraio non ha il 31."""
    assert next_bill("2026-01-31", 31) == "2026-02-28"


def test_over_the_year():
    """en: From December into the next year.
    it: Da dicembre all'anno dopo."""
    assert next_bill("2026-12-31", 31) == "2027-01-31"


def test_back_to_the_thirty_first():
    """en: After the short month the contract's day counts again.
    it: Dopo il mese corto torna a valere il giorno del contratto."""
    assert next_bill("2026-02-28", 31) == "2026-03-31"


def test_leap_year():
    """en: In 2028 February has 29 days.
    it: Nel 2028 febbraio ha 29 giorni."""
    assert next_bill("2028-01-30", 30) == "2028-02-29"


def test_to_a_month_of_thirty():
    """en: From March 31st to April 30th.
    it: Dal 31 marzo al 30 aprile."""
    assert next_bill("2026-03-31", 31) == "2026-04-30"
