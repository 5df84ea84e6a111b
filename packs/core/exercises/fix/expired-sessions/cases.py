def test_one_of_two():
    """en: One is over, one goes on.
    it: Una è finita, l'altra continua."""
    sessions = [("ada", 10), ("bob", 90)]
    assert drop_expired(sessions, 50) == 1
    assert sessions == [("bob", 90)]


def test_two_side_by_side():
    """en: Two expired ones next to each other: both must go.
    it: Due scadute una accanto all'altra: devono andarsene tutte e due."""
    sessions = [("ada", 10), ("bob", 20), ("eve", 90)]
    assert drop_expired(sessions, 50) == 2
    assert sessions == [("eve", 90)]


def test_nothing_to_do():
    """en: Nothing has ended, nothing changes.
    it: Non è scaduto niente, non cambia niente."""
    sessions = [("ada", 60), ("bob", 90)]
    assert drop_expired(sessions, 50) == 0
    assert sessions == [("ada", 60), ("bob", 90)]


def test_many_in_a_row():
    """en: After a night without traffic nearly all have ended.
    it: Dopo una notte senza traffico sono scadute quasi tutte."""
    sessions = [("a", 1), ("b", 2), ("c", 3), ("d", 4), ("e", 5), ("f", 6), ("g", 7), ("h", 8), ("i", 99)]
    assert drop_expired(sessions, 50) == 8
    assert sessions == [("i", 99)]


def test_the_list_of_the_caller_changes():
    """en: The server looks at its own list, not at what is returned.
    it: Il server guarda la propria lista, non quello che viene restituito."""
    server = [("ada", 10), ("bob", 20)]
    view = server
    drop_expired(server, 50)
    assert view == []


def test_ends_right_now():
    """en: A session that ends exactly now has not ended before now.
    it: Una sessione che finisce proprio adesso non è finita prima di adesso."""
    sessions = [("ada", 50)]
    assert drop_expired(sessions, 50) == 0
    assert sessions == [("ada", 50)]


def test_the_same_user_twice():
    """en: Phone and laptop: equal entries are two sessions.
    it: Telefono e portatile: due voci uguali sono due sessioni."""
    sessions = [("ada", 10), ("ada", 10), ("ada", 80)]
    assert drop_expired(sessions, 50) == 2
    assert sessions == [("ada", 80)]


def test_empty():
    """en: No session at all.
    it: Nessuna sessione."""
    sessions = []
    assert drop_expired(sessions, 50) == 0
