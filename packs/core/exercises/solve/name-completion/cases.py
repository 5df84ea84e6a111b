def test_beginnings():
    """en: Two begin with "ro".
    it: Due cominciano con "ro"."""
    completer = Completer(["rosa", "anna", "roberto", "carla"])
    assert completer.suggest("ro") == ["roberto", "rosa"]


def test_nothing_fits():
    """en: Nobody begins with x.
    it: Nessuno comincia con x."""
    completer = Completer(["rosa", "anna"])
    assert completer.suggest("x") == []


def test_whole_name():
    """en: The whole name has been typed already.
    it: Il nome è già scritto per intero."""
    completer = Completer(["rosa", "rosanna"])
    assert completer.suggest("rosa") == ["rosa", "rosanna"]


def test_limit():
    """en: Six fit, five are shown, in order.
    it: Vanno bene in sei, se ne mostrano cinque, in ordine."""
    completer = Completer(["a6", "a2", "a5", "a1", "a4", "a3"])
    assert completer.suggest("a") == ["a1", "a2", "a3", "a4", "a5"]
    assert completer.suggest("a", 2) == ["a1", "a2"]


def test_only_beginnings():
    """en: "anna" begins with "an"; "susanna" only contains it.
    it: "anna" comincia con "an"; "susanna" lo contiene soltanto."""
    completer = Completer(["susanna", "anna"])
    assert completer.suggest("an") == ["anna"]


def test_empty_prefix():
    """en: Before the first key all fit.
    it: Prima del primo tasto vanno bene tutti."""
    completer = Completer(["c", "a", "b"])
    assert completer.suggest("") == ["a", "b", "c"]


def test_no_names():
    """en: An empty directory.
    it: Una rubrica vuota."""
    completer = Completer([])
    assert completer.suggest("a") == []
    assert completer.suggest("") == []


def test_same_name_twice():
    """en: Two people called Anna are one suggestion.
    it: Due persone di nome Anna sono un suggerimento solo."""
    completer = Completer(["anna", "anna", "andrea"])
    assert completer.suggest("an") == ["andrea", "anna"]


def test_beyond_z():
    """en: "rož" comes after "roz": an upper limit of "roz" would lose it.
    it: "rož" viene dopo "roz": un limite superiore "roz" lo perderebbe."""
    completer = Completer(["rož", "roma", "roza"])
    assert completer.suggest("ro") == ["roma", "roza", "rož"]


def test_accented():
    """en: Names that go on with an accent.
    it: Nomi che proseguono con un accento."""
    completer = Completer(["niccolò", "nicolo", "nicò"])
    assert completer.suggest("nic") == ["niccolò", "nicolo", "nicò"]


def test_case():
    """en: Rosa and rosa are two.
    it: Rosa e rosa sono due."""
    completer = Completer(["Rosa", "rosa"])
    assert completer.suggest("R") == ["Rosa"]


def test_neighbours_do_not_slip_in():
    """en: After the last that fits stands one that doesn't.
    it: Dopo l'ultimo che va bene ce n'è uno che non va bene."""
    completer = Completer(["mara", "maria", "marta", "matteo"])
    assert completer.suggest("mar") == ["mara", "maria", "marta"]


def test_any_iterable():
    """en: Names may come from a generator, which can be read only once.
    it: I nomi possono arrivare da un generatore, che si legge una volta sola."""
    completer = Completer(name for name in ["b", "a"])
    assert completer.suggest("") == ["a", "b"]
    assert completer.suggest("a") == ["a"]


def test_no_limit_below_one():
    """en: Zero suggestions are a mistake of the caller.
    it: Zero suggerimenti sono uno sbaglio di chi chiama."""
    completer = Completer(["a"])
    with raises(ValueError):
        completer.suggest("a", 0)
