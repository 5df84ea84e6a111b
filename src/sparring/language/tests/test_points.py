import pytest

from sparring.language.points import find_points
from sparring.language.readable import guess_language, unreadable_because
from sparring.language.text import clauses, sentences

POINTS = {
    "name": ["the name is looked up when the function is called", "a closure captures the variable, not its value"],
    "one": ["the loop has a single variable that is rebound each time"],
}
PUNTI = {"nome": ["il nome viene cercato quando la funzione viene chiamata"], "una": ["il ciclo ha una sola variabile"]}


def test_a_point_is_found_where_it_is_said():
    text = "First, some small talk. The name gets looked up only when you call the function. Done."
    found = find_points(text, POINTS, "en")
    assert set(found) == {"name"}
    assert text[found["name"].start : found["name"].end] == "The name gets looked up only when you call the function."
    assert not found["name"].contradicted


@pytest.mark.parametrize(
    ("text", "contradicted"),
    [
        ("The name is not looked up when the function is called.", True),
        ("A closure captures the value and not the variable it was given.", False),
    ],
)
def test_a_denial_is_seen(text, contradicted):
    assert find_points(text, POINTS, "en")["name"].contradicted is contradicted


def test_italian_elisions_and_plurals_are_words():
    found = find_points("Quando chiami la funzione, cerca il nome in quel momento. Nel ciclo c'è una variabile sola.", PUNTI, "it")
    assert set(found) == {"nome", "una"}


def test_what_is_not_said_is_not_found():
    assert find_points("I like green tea in the morning, with a biscuit.", POINTS, "en") == {}


def test_sentences_keep_dots_inside_names_and_clauses_end_a_negation():
    parts = sentences("Call obj.method() first. Then stop!", "en")
    assert len(parts) == 2
    text = "it does not copy, but it shares"
    assert [bool(c.negations) for c in clauses(text, sentences(text, "en")[0], "en") if c.words] == [True, False]


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
