def company():
    """Two departments under one boss; dev has two teams."""
    return {
        "anna": "lead",
        "bruno": "lead",
        "carla": "lead2",
        "lead": "dev",
        "lead2": "dev",
        "dev": "boss",
        "sara": "sales",
        "sales": "boss",
    }


def test_same_team():
    """en: Anna and Bruno have the same lead: no need to bother the boss.
    it: Anna e Bruno hanno lo stesso lead: inutile disturbare il capo."""
    assert common_manager(company(), "anna", "bruno") == "lead"


def test_two_teams():
    """en: Two teams of one department.
    it: Due team dello stesso reparto."""
    assert common_manager(company(), "anna", "carla") == "dev"


def test_two_departments():
    """en: Only the boss stands above both.
    it: Sopra entrambi c'è solo il capo."""
    assert common_manager(company(), "bruno", "sara") == "boss"


def test_different_depths():
    """en: Anna stands three steps below the boss, sales one.
    it: Anna è tre gradini sotto il capo, sales uno."""
    assert common_manager(company(), "anna", "sales") == "boss"


def test_one_above_the_other():
    """en: Dev is above Anna already, and decides.
    it: Dev è già sopra Anna, e decide."""
    assert common_manager(company(), "anna", "dev") == "dev"
    assert common_manager(company(), "dev", "anna") == "dev"


def test_same_person():
    """en: In two minds with oneself.
    it: In disaccordo con sé stessi."""
    assert common_manager(company(), "anna", "anna") == "anna"


def test_the_boss_takes_part():
    """en: Nobody stands above the boss.
    it: Sopra il capo non c'è nessuno."""
    assert common_manager(company(), "boss", "carla") == "boss"


def test_two_companies():
    """en: Nobody in common.
    it: Nessuno in comune."""
    assert common_manager({"a": "x", "b": "y"}, "a", "b") is None


def test_unknown_person():
    """en: Somebody who isn't in the table is at the top of their own chain.
    it: Chi non è nella tabella è in cima alla propria catena."""
    assert common_manager(company(), "anna", "guest") is None
    assert common_manager({}, "x", "x") == "x"


def test_long_chain():
    """en: One below the other, fifty deep.
    it: Uno sotto l'altro, per cinquanta livelli."""
    assert common_manager({str(number): str(number + 1) for number in range(50)}, "3", "7") == "7"


def test_circle():
    """en: Two who are each other's managers: an error, and above all an end.
    it: Due che sono l'uno il responsabile dell'altro: un errore, e soprattutto una fine."""
    with raises(ValueError):
        common_manager({"a": "b", "b": "a", "c": "d"}, "a", "c")


def test_circle_of_the_second():
    """en: The circle lies above the second person.
    it: Il ciclo è sopra la seconda persona."""
    with raises(ValueError):
        common_manager({"a": "top", "c": "d", "d": "c"}, "a", "c")


def test_own_manager():
    """en: A typing mistake: somebody is their own manager.
    it: Un errore di battitura: qualcuno è responsabile di sé stesso."""
    with raises(ValueError):
        common_manager({"a": "a"}, "a", "b")
