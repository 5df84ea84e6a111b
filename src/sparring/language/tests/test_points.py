import pytest

from sparring.language.points import Lexicon, Wanted, find_points, overlap
from sparring.language.readable import guess_language, unreadable_because
from sparring.language.text import sentences

POINTS = {
    "name": Wanted(["the name is looked up when the function is called", "a closure captures the variable, not its value"]),
    "one": Wanted(["the loop has a single variable that is rebound each time"]),
}
PUNTI = {"nome": Wanted(["il nome viene cercato quando la funzione viene chiamata"]), "una": Wanted(["il ciclo ha una sola variabile"])}


def test_a_point_is_found_where_it_is_said():
    text = "First, some small talk. The name gets looked up only when you call the function. Done."
    found = find_points(text, POINTS, "en")
    assert set(found) == {"name"}
    assert text[found["name"].start : found["name"].end] == "The name gets looked up only when you call the function"
    assert not found["name"].denied


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("The name is not looked up when the function is called.", True),
        ("It is not true that the name is looked up when the function is called.", True),
        ("A closure captures the variable and not the value it was given.", False),
    ],
)
def test_a_denial_is_seen(text, denied):
    assert find_points(text, POINTS, "en")["name"].denied is denied


def test_two_sentences_do_not_overturn_what_one_denies():
    text = "The name is not looked up when the function is called. Calling a function is easy."
    assert find_points(text, POINTS, "en")["name"].denied


def test_a_doubtful_negation_finds_nothing():
    assert "name" not in find_points("It doesn't guarantee the name looked up at each function call.", POINTS, "en")


def test_italian_elisions_and_plurals_are_words():
    found = find_points("Quando chiami la funzione, cerca il nome in quel momento. Nel ciclo c'è una variabile sola.", PUNTI, "it")
    assert set(found) == {"nome", "una"}


def test_what_is_not_said_is_not_found():
    assert find_points("I like green tea in the morning, with a biscuit.", POINTS, "en") == {}


def test_what_one_cannot_explain_is_not_said():
    text = "I know the name is looked up when the function is called, but I couldn't tell you how or why that is."
    assert find_points(text, POINTS, "en") == {}


LEXICON = Lexicon(subjects={"shallow": ("shallow",), "deep": ("deep", "deepcopy")})
COPIES = {
    "deep": Wanted(["a deep copy duplicates the nested objects recursively"]),
    "outer": Wanted([], ["shallow: copy outer|first-level"]),
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A shallow copy copies the first level, a deep copy duplicates the nested objects recursively.", {"deep", "outer"}),
        ("A deep copy copies the first level, a shallow copy duplicates the nested objects recursively.", set()),
        ("With deepcopy, however, the nested objects are duplicated too, recursively.", {"deep"}),
    ],
)
def test_a_swap_of_subjects_says_nothing(text, found):
    assert set(find_points(text, COPIES, "en", lexicon=LEXICON)) == found


def test_only_what_is_asserted_is_held_against_anybody():
    belief = {"gil": Wanted(["the GIL makes the code thread safe"])}
    for text in (
        "Many people think that the GIL makes the code thread safe.",
        "Does the GIL make the code thread safe?",
        "The GIL makes the code thread safe. Not really!",
        "The GIL doesn't make the code thread safe.",
        "If the GIL didn't make the code thread safe, what would?",
    ):
        assert find_points(text, belief, "en", sure=True) == {}, text
    assert set(find_points("I use no locks, the GIL makes the code thread safe.", belief, "en", sure=True)) == {"gil"}


def test_sentences_keep_dots_inside_names_and_colons_join():
    assert len(sentences("Call obj.method() first. Then stop!", "en")) == 2
    assert len(sentences("Missing token: 401.\nWrapped\nlines go on. And so on", "en")) == 3
    text = "it does not copy, but it shares and stays"
    assert sentences(text, "en")[0].clauses == (0, 0, 0, 0, 1, 1, 1, 2, 2)


def test_overlap_is_the_share_of_own_stems():
    assert overlap("names called", "the name was called twice", "en") == 1.0
    assert overlap("", "anything", "en") == 0.0


QUESTION = "When does the garbage collector run, and what does it collect?"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("...", "empty"),
        ("gc stuff", "too-short"),
        ("I don't know, sorry, I have never really looked into that at all.", "dont-know"),
        ("When does the garbage collector run, and what does it collect?", "copied"),
        (
            "garbage collector cycles reference counting generation threshold allocation memory container objects gc collect disable freeze",
            "soup",
        ),
        ("Il garbage collector parte quando le allocazioni superano la soglia e libera i cicli che nessuno usa più.", "language"),
        ("It runs when allocations minus deallocations exceed a threshold, and it frees the cycles that nothing reaches.", None),
    ],
)
def test_what_is_no_answer_is_said_so(text, reason):
    assert unreadable_because(text, QUESTION, "en") == reason


def test_non_lo_so_is_no_answer_either():
    assert (
        unreadable_because("Non lo so, non mi è mai capitato di guardarci dentro.", "Quando parte il garbage collector?", "it")
        == "dont-know"
    )


def test_the_language_of_an_answer_is_seen():
    assert guess_language("Il nome viene cercato quando la funzione viene chiamata, non prima.", "en") == "it"
    assert guess_language("The name is looked up when the function is called, not before.", "it") == "en"
    assert guess_language("gc", "it") == "it"
