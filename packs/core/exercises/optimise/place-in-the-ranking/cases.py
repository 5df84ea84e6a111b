def test_three_players():
    """en: Three different scores, in the order of the players.
    it: Tre punteggi diversi, nell'ordine dei giocatori."""
    assert places([10, 30, 20]) == [3, 1, 2]


def test_shared_place():
    """en: Two share the first place, the next one is third.
    it: Due condividono il primo posto, il successivo è terzo."""
    assert places([30, 30, 10]) == [1, 1, 3]


def test_all_equal():
    """en: Everybody has won.
    it: Hanno vinto tutti."""
    assert places([5, 5, 5]) == [1, 1, 1]


def test_alone():
    """en: A single player is first.
    it: Un giocatore solo è primo."""
    assert places([0]) == [1]


def test_below_nought():
    """en: Penalties can bring a score below nought.
    it: Le penalità possono portare sotto zero."""
    assert places([-5, 0, -5]) == [2, 1, 2]


def test_nobody():
    """en: Nobody plays.
    it: Non gioca nessuno."""
    assert places([]) == []
