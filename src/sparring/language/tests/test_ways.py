import pytest

from sparring.core.text import LANGUAGES
from sparring.language.matching import State, match
from sparring.language.polarity import negations
from sparring.language.reading import read
from sparring.language.text import sentences
from sparring.language.ways import WayError, read_way, shared_concepts

SUBJECTS = {"deep": ("deep", "profonda"), "shallow": ("shallow", "superficiale")}


def state(way, text, language="en", *, sure=False):
    found = match(read_way(way, shared_concepts(), language, tuple(SUBJECTS)), read(text, language, SUBJECTS), sure=sure)
    return found.state if found else State.ABSENT


@pytest.mark.parametrize(
    ("way", "text", "expected"),
    [
        ("memory constant", "The RAM stays flat.", State.SAID),
        ("memory constant", "The RAM is big. It stays flat.", State.ABSENT),
        ("memory ; constant", "The RAM is big. It stays flat.", State.SAID),
        ("query > row", "one query for each row", State.SAID),
        ("row > query", "one query for each row", State.ABSENT),
        ("!load all", "it never loads the whole file", State.SAID),
        ("!load all", "it loads the whole file", State.ABSENT),
        ("load all", "it does not load the whole file", State.ABSENT),
        ("load all", "it is not true that it loads the whole file", State.DENIED),
        ("load all", "it avoids loading the whole file", State.ABSENT),
        ("load all ~file", "it loads the whole file", State.ABSENT),
        ("load all ~file", "it loads the whole table", State.SAID),
        ("first-level", "the very first nested level", State.SAID),
        ("first-level", "first, the level", State.ABSENT),
        ("recurs*", "it works recursively", State.SAID),
        ("deep: copy all", "The deep one copies everything.", State.SAID),
        ("deep: copy all", "The shallow one copies everything.", State.ABSENT),
        ("deep: copy all", "Let us speak of the deep one. It copies everything.", State.SAID),
        ("deep: all", "It copies everything.", State.ABSENT),
    ],
)
def test_a_way_is_found_where_its_terms_stand_together(way, text, expected):
    assert state(way, text) is expected


def test_to_accuse_the_subject_must_be_named_and_alone():
    assert state("shallow: copy all", "The shallow one copies everything.", sure=True) is State.SAID
    assert state("shallow: copy all", "The shallow one, unlike the deep one, copies everything.", sure=True) is State.ABSENT


@pytest.mark.parametrize("way", ["", "  ; a", "a | ;", "rival: a", "-"])
def test_what_cannot_be_read_is_an_error(way):
    with pytest.raises(WayError):
        read_way(way, {}, "en")


@pytest.mark.parametrize(
    ("text", "language", "reaches"),
    [
        ("il contatore non arriva mai a zero", "it", ["arriva"]),
        ("i cicli non possono essere raccolti da nessuno", "it", ["raccolti"]),
        ("nessuno raccoglie i cicli", "it", ["raccoglie"]),
        ("it doesn't keep any file", "en", ["keep"]),
        ("not only the name", "en", []),
        ("non solo il nome", "it", []),
        ("per non farlo tornare scrivo un test", "it", ["tornare?"]),
        ("se non ha il permesso rispondo 403", "it", ["permesso?"]),
        ("controllo che non ci siano feature del futuro", "it", ["feature?"]),
        ("rather than its value", "en", ["value?"]),
        ("invece copia tutto", "it", []),
    ],
)
def test_a_negation_reaches_one_word_of_its_clause(text, language, reaches):
    """A question mark: not asserted, neither affirmed nor denied."""
    (sentence,) = sentences(text, language)
    found = negations(sentence, language)
    assert [sentence.tokens[n.target].text + "?" * n.open for n in found] == reaches


def test_every_shared_concept_can_be_used():
    assert all(read_way(name, shared_concepts(), language).parts for name in shared_concepts() for language in LANGUAGES)


def test_a_text_without_a_full_stop_is_read_in_time():
    text = "and then one query for each row in memory copies all of the values again " * 400
    assert state("query copy all value memory", text) is State.SAID
