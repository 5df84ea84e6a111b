"""What goes with what: true and false sentences of the same words."""

import pytest

from sparring.language.bindings import BindingError, read_binding, said
from sparring.language.reading import read

COPIES = "shallow|superficiale / deep|profonda : shares|condivide / recursive*|ricorsiv*"
PLACE = "critical|percorso / beside|fuori : delays / slack|margine"
EXIT = "exit : always|sempre / only-without-an-error|solo-senza-errori"
TEST = "test : catch|catches / blind-to"
AGE = "young|giovan* / old|vecchi* : more-often|più-spesso / rarely|raramente"
SUPER = "super : next / parent"


@pytest.mark.parametrize(
    ("pair", "language", "text", "right"),
    [
        (COPIES, "en", "A shallow copy shares the inner lists, a deep one is recursive.", True),
        (COPIES, "en", "A deep copy shares the inner lists, while the shallow one goes down recursively.", False),
        (COPIES, "en", "There is the shallow copy. It is recursive.", False),
        (COPIES, "it", "La copia profonda non condivide niente.", True),
        (COPIES, "it", "Quella superficiale è ricorsiva.", False),
        (PLACE, "it", "Chi non sta sul percorso ha margine.", True),
        (PLACE, "it", "Chi sta sul percorso ha margine.", False),
        (EXIT, "en", "exit is always called.", True),
        (EXIT, "en", "exit is not always called.", False),
        (EXIT, "en", "exit is called, but only without an error.", False),
        (SUPER, "en", 'super does not mean "my parent".', True),
        (SUPER, "en", "super calls the parent.", False),
        (TEST, "en", "A unit test can't catch the number of queries.", False),
        (TEST, "en", "A unit test catches it.", True),
        (AGE, "en", "Fresh ones are looked at more often than the old ones.", True),
        (AGE, "en", "The old ones are looked at more often.", False),
        (AGE, "it", "Quelle appena nate si guardano più spesso delle vecchie.", True),
        (AGE, "it", "Quelle vecchie si guardano più spesso rispetto alle giovani.", False),
    ],
)
def test_the_same_words_bound_rightly_and_wrongly(pair, language, text, right):
    (one,) = said(read(text, language, {}), [pair], language)
    assert (one.agrees, one.turned) == (right, not right)
    assert all(text[place.start : place.end] for place in one.wrong)


@pytest.mark.parametrize(
    "text",
    [
        "Many people think that a deep copy shares the inner lists.",
        "If it were not recursive, the deep copy would be fast.",
        "I like tea.",
        "Does the deep copy share?",
    ],
)
def test_what_is_not_asserted_binds_nothing(text):
    assert said(read(text, "en", {}), [COPIES], "en") == []


@pytest.mark.parametrize("pair", ["a / b", "a : b", "a / b / c : d / e", "a : b / ", ""])
def test_what_is_no_pair_is_refused(pair):
    with pytest.raises(BindingError):
        read_binding(pair, "en")
