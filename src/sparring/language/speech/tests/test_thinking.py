"""Claims of cost in what was said, and speech laid over what was done."""

import pytest

from sparring.core.speech import Heard, Moment, Stretch, Transcript, Word
from sparring.judge.growth import CLASSES
from sparring.language.speech.claims import _WAYS, growth_claims
from sparring.language.speech.thinking import Deed, thinking


def words(text):
    return tuple(Word(word, float(at), at + 0.5) for at, word in enumerate(text.split()))


@pytest.mark.parametrize(
    ("said", "classes"),
    [
        ("So this is linear in the length of the list.", ["n"]),
        ("I think it's O of N, because we look once.", ["n"]),
        ("That makes it O(n log n) for the sort.", ["n log n"]),
        ("It runs in n log n time", ["n log n"]),
        ("The nested loop is quadratic, big O of n squared.", ["n^2"]),
        ("This is O(n^2) and the other one O(1).", ["n^2", "1"]),
        ("A binary search is O of log n.", ["log n"]),
        ("Looking it up takes constant time.", ["1"]),
        ("Trying all subsets is exponential, two to the n.", ["2^n"]),
        ("Three loops, so n cubed.", ["n^3"]),
        ("Sorting each row makes it O of n squared log n.", ["n^2 log n"]),
        ("Quindi n al quadrato per log n.", ["n^2 log n"]),
        ("Il costo è lineare nella lunghezza.", ["n"]),
        ("Quindi è O di n al quadrato.", ["n^2"]),
        ("Ordinare costa n log n.", ["n log n"]),
        ("Il dizionario risponde in tempo costante.", ["1"]),
        ("Sarebbe esponenziale, due alla n.", ["2^n"]),
        ("This goes from quadratic to linear.", ["n"]),
    ],
)
def test_what_is_claimed_is_heard(said, classes):
    assert [claim.growth for claim in growth_claims(words(said))] == classes


@pytest.mark.parametrize(
    "said",
    [
        "This is not linear.",
        "I use a set instead of a quadratic loop.",
        "A linear search would do, and linear regression is something else.",
        "It needs linear space.",
        "Non è lineare.",
        "Uso un dizionario invece di un doppio ciclo quadratico.",
        "Una ricerca lineare basta.",
        "We log on to the machine and turn it on again.",
        "I am not constant in my habits, and the line is long.",
        "",
    ],
)
def test_what_is_denied_or_something_else_is_no_claim(said):
    assert growth_claims(words(said)) == ()


def test_a_claim_knows_its_place_and_every_class_has_words():
    (claim,) = growth_claims(words("so this one is O of n squared here"))
    assert claim.moment == Moment(4.0, 7.5, "O of n squared")
    assert {name for name, _ in _WAYS} == set(CLASSES)


def test_speech_is_laid_over_what_was_done():
    heard = Heard(
        100.0,
        (Stretch(2, 12), Stretch(40, 45), Stretch(90, 98)),
        transcript=Transcript("it is linear", words("it is linear"), "en", "given"),
    )
    deeds = (Deed("edit", 20, 30), Deed("run", 31, 31), Deed("edit", 50, 60), Deed("verdict", 62, 62, "right", "Right"))
    found = thinking(heard, deeds, 100.0)
    assert (found.before, found.during, found.after) == (10, 5, 8)
    assert found.silences == (Moment(12, 40), Moment(45, 90))
    assert [found.writing(silence) for silence in found.silences] == [True, True]
    assert not found.writing(Moment(61, 90))
    assert [claim.growth for claim in found.claims] == ["n"]


def test_without_words_only_what_was_done_is_known():
    for heard in (None, Heard(50.0, trouble="silence")):
        found = thinking(heard, (Deed("edit", 20, 60),), 50.0)
        assert (found.seconds, found.voice, found.silences, found.claims) == (60, (), (), ())
    assert thinking(None, (), 0.0).seconds == 0


def test_where_nothing_is_written_all_is_said_before():
    found = thinking(Heard(30.0, (Stretch(1, 11),)), (), 30.0)
    assert (found.before, found.during, found.after) == (10, 0, 0)
    assert found.silences == (Moment(11, 30),)
