class Settings:
    """What a program can be told."""

    region = "eu"

    def __init__(self):
        self.timeout = 30
        self.language = "en"

    @property
    def version(self):
        """Not to be set."""
        return "1.0"


def during(settings, **changes):
    """The settings while overridden, and after."""
    with overridden(settings, **changes):
        inside = dict(vars(settings))
    return inside, dict(vars(settings))


def fails_inside(settings, error):
    """Leave the block by an exception; which one comes out?"""
    try:
        with overridden(settings, timeout=1):
            raise error
    except Exception as caught:
        return caught is error
    return "nothing came out"


def returns_inside(settings):
    """Leave the block by a return."""
    with overridden(settings, timeout=1):
        return settings.timeout


def nested(settings):
    """The same name twice."""
    seen = []
    with overridden(settings, timeout=1):
        with overridden(settings, timeout=2):
            seen.append(settings.timeout)
        seen.append(settings.timeout)
    seen.append(settings.timeout)
    return seen


def refused(settings):
    """The second of two attributes can't be set."""
    try:
        with overridden(settings, timeout=1, version="2.0"):
            return "the block ran"
    except AttributeError:
        return dict(vars(settings))


def changed_inside(settings):
    """The block changes the very attribute."""
    with overridden(settings, timeout=1):
        settings.timeout = 99
    return settings.timeout


def is_the_object(settings):
    """What `as` gives."""
    with overridden(settings, timeout=1) as same:
        return same is settings


def class_attribute(settings):
    """Override what only the class has."""
    with overridden(settings, region="us"):
        inside = settings.region
    return inside, settings.region, "region" in vars(settings)


def test_other_values_inside():
    """en: One second inside, thirty again after.
    it: Un secondo dentro, di nuovo trenta dopo."""
    assert during(Settings(), timeout=1) == ({"timeout": 1, "language": "en"}, {"timeout": 30, "language": "en"})


def test_two_at_once():
    """en: Two attributes in one block.
    it: Due attributi in un solo blocco."""
    assert during(Settings(), timeout=1, language="it") == ({"timeout": 1, "language": "it"}, {"timeout": 30, "language": "en"})


def test_as_gives_the_object():
    """en: `as` gives the object itself, not a copy.
    it: `as` dà l'oggetto stesso, non una copia."""
    assert is_the_object(Settings()) is True


def test_restored_after_an_exception():
    """en: A test that fails in the middle must not change the settings of all that come after it.
    it: Un test che fallisce nel mezzo non deve cambiare le impostazioni di tutti quelli dopo."""
    settings = Settings()
    fails_inside(settings, ValueError("no"))
    assert settings.timeout == 30


def test_exception_comes_out():
    """en: The very same exception, neither swallowed nor wrapped.
    it: Proprio la stessa eccezione, né ingoiata né incartata."""
    assert fails_inside(Settings(), ValueError("no")) is True


def test_restored_after_a_return():
    """en: `return` in the middle of the block is a way out as well.
    it: Anche `return` in mezzo al blocco è un'uscita."""
    settings = Settings()
    assert returns_inside(settings) == 1
    assert settings.timeout == 30


def test_new_attribute_disappears():
    """en: What wasn't there is gone again, and not left behind as None.
    it: Quello che non c'era sparisce, e non resta lì come None."""
    assert during(Settings(), proxy="x") == ({"timeout": 30, "language": "en", "proxy": "x"}, {"timeout": 30, "language": "en"})


def test_attribute_that_is_none():
    """en: None is a value: it's put back.
    it: None è un valore: si rimette."""
    settings = Settings()
    settings.timeout = None
    assert during(settings, timeout=1) == ({"timeout": 1, "language": "en"}, {"timeout": None, "language": "en"})


def test_nested():
    """en: Twice the same name: each level finds its own value again.
    it: Due volte lo stesso nome: ogni livello ritrova il suo valore."""
    assert nested(Settings()) == [2, 1, 30]


def test_second_name_refused():
    """en: The version can't be set: the block doesn't run, and the time-out is as it was.
    it: La version non si può impostare: il blocco non parte, e il timeout è come prima."""
    assert refused(Settings()) == {"timeout": 30, "language": "en"}


def test_changed_inside_the_block():
    """en: Whatever the block does to the attribute, afterwards the old value is back.
    it: Qualunque cosa il blocco faccia all'attributo, dopo torna il valore vecchio."""
    assert changed_inside(Settings()) == 30


def test_no_changes():
    """en: Nothing to change is allowed.
    it: Non cambiare nulla è permesso."""
    assert during(Settings()) == ({"timeout": 30, "language": "en"}, {"timeout": 30, "language": "en"})


def test_class_attribute():
    """en: The region lives on the class: afterwards the object must not have one of its own.
    it: La region sta sulla classe: dopo, l'oggetto non deve averne una sua."""
    assert class_attribute(Settings()) == ("us", "eu", False)
