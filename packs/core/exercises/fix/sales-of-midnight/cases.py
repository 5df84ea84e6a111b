def test_half_past_midnight_in_rome():
    """en: In Rome it is half past midnight of the second of March.
    it: A Roma è mezzanotte e mezza del due marzo."""
    assert sales_by_day([("2026-03-01T23:30:00+00:00", 900)], 60) == {"2026-03-02": 900}


def test_at_noon():
    """en: At noon it is the same day everywhere near.
    it: A mezzogiorno è lo stesso giorno un po' dappertutto."""
    assert sales_by_day([("2026-03-01T12:00:00+00:00", 900)], 60) == {"2026-03-01": 900}


def test_two_sales_one_day():
    """en: Sales of one day add up.
    it: Le vendite di un giorno si sommano."""
    assert sales_by_day([("2026-03-01T09:00:00+00:00", 900), ("2026-03-01T10:00:00+00:00", 100)], 60) == {"2026-03-01": 1000}


def test_behind_utc():
    """en: In New York it is still the evening before.
    it: A New York è ancora la sera prima."""
    assert sales_by_day([("2026-03-01T02:00:00+00:00", 500)], -300) == {"2026-02-28": 500}


def test_half_an_hour():
    """en: India is five and a half hours ahead.
    it: L'India è avanti di cinque ore e mezza."""
    assert sales_by_day([("2026-03-01T18:29:59+00:00", 1), ("2026-03-01T18:30:00+00:00", 2)], 330) == {"2026-03-01": 1, "2026-03-02": 2}


def test_a_till_that_writes_its_own_offset():
    """en: A newer till writes local time with its offset: the same moment, the same day.
    it: Una cassa più nuova scrive l'ora locale con il suo scarto: stesso istante, stesso giorno."""
    assert sales_by_day([("2026-03-01T23:30:00+01:00", 900), ("2026-03-01T22:30:00+00:00", 100)], 60) == {"2026-03-01": 1000}


def test_over_the_new_year():
    """en: The first sale of the year belongs to the new year.
    it: La prima vendita dell'anno appartiene all'anno nuovo."""
    assert sales_by_day([("2025-12-31T23:05:00+00:00", 700)], 60) == {"2026-01-01": 700}


def test_no_sales():
    """en: A day without customers.
    it: Una giornata senza clienti."""
    assert sales_by_day([], 60) == {}
