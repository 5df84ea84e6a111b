def test_example():
    """en: The prices of the request.
    it: I prezzi della richiesta."""
    assert days_until_higher([20, 18, 19, 22, 21]) == [3, 1, 1, 0, 0]


def test_rising():
    """en: It goes up every day: one day each, and none after the last.
    it: Sale ogni giorno: un giorno ciascuno, e nessuno dopo l'ultimo."""
    assert days_until_higher([1, 2, 3, 4]) == [1, 1, 1, 0]


def test_falling():
    """en: It only ever falls: nobody waits with success.
    it: Scende e basta: nessuno aspetta con successo."""
    assert days_until_higher([4, 3, 2, 1]) == [0, 0, 0, 0]


def test_no_days():
    """en: A new product has no prices yet.
    it: Un prodotto nuovo non ha ancora prezzi."""
    assert days_until_higher([]) == []


def test_one_day():
    """en: The last known day never has an answer.
    it: L'ultimo giorno conosciuto non ha mai una risposta."""
    assert days_until_higher([7]) == [0]


def test_same_price_is_not_higher():
    """en: The same price again is not higher: the first 5 waits for the 6.
    it: Lo stesso prezzo non è più alto: il primo 5 aspetta il 6."""
    assert days_until_higher([5, 5, 6]) == [2, 1, 0]


def test_plateau():
    """en: A price that never moves.
    it: Un prezzo che non si muove mai."""
    assert days_until_higher([5, 5, 5]) == [0, 0, 0]


def test_valley():
    """en: Down and up again: the first day waits for the far side of the valley.
    it: Scende e risale: il primo giorno aspetta l'altro lato della valle."""
    assert days_until_higher([9, 5, 3, 4, 6, 10]) == [5, 3, 1, 1, 1, 0]


def test_one_peak_answers_many():
    """en: A single peak is the answer for four days at once.
    it: Un solo picco è la risposta per quattro giorni insieme."""
    assert days_until_higher([4, 3, 2, 1, 9]) == [4, 3, 2, 1, 0]


def test_same_price_twice():
    """en: 3 occurs twice and each occurrence has its own answer.
    it: Il 3 compare due volte e ogni volta ha la sua risposta."""
    assert days_until_higher([3, 4, 3, 5]) == [1, 2, 1, 0]


def test_free_and_negative():
    """en: 0 is a price, and energy has had negative ones.
    it: 0 è un prezzo, e l'energia ne ha avuti anche di negativi."""
    assert days_until_higher([-5, -7, 0, -1]) == [2, 1, 0, 0]


def test_prices_unchanged():
    """en: The chart is drawn from the same list.
    it: Il grafico si disegna dalla stessa lista."""
    prices = [2, 3]
    assert days_until_higher(prices) == [1, 0]
    assert prices == [2, 3]
