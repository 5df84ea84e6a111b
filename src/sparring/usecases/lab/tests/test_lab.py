"""Links hold the snippet, guesses are judged as they are meant, claims are run everywhere."""

from dataclasses import replace

import pytest

from sparring.core.problem import UsageError
from sparring.usecases.lab import claims, guessing
from sparring.usecases.lab.guessing import Question, right
from sparring.usecases.lab.recordings import EXAMPLES, MOST_SOURCE, Recordings, Snippet, checked, examples, packed, unpacked
from sparring.usecases.lab.view import inline, moment, notes, position_of_line, step_data
from sparring.words import words

SOURCE = "def double(n):\n    m = n * 2\n    return m\nx = double(4)\nprint(x)\ny = 1 // 0\n"


@pytest.fixture
def trace(app):
    return Recordings().get(app, checked(Snippet(SOURCE)))


def test_a_link_holds_the_snippet():
    snippet = Snippet("print('è')\n", "uno\n", "native", 40)
    assert unpacked(packed(snippet)) == snippet
    assert packed(Snippet("".join(chr(200 + n % 5000) for n in range(MOST_SOURCE)))) == ""


@pytest.mark.parametrize("link", ["", "x", "%%%", "eJwDAAAAAAE", packed(Snippet("a"))[:-6]])
def test_a_broken_link_says_so(link):
    with pytest.raises(UsageError) as refused:
        unpacked(link)
    assert refused.value.saying.id == "lab.bad-link"


@pytest.mark.parametrize(
    ("snippet", "saying"),
    [
        (Snippet(" \n"), "lab.nothing"),
        (Snippet("# a\n\n"), "lab.nothing"),
        (Snippet("x" * (MOST_SOURCE + 1)), "lab.too-long"),
        (Snippet("x", engine="gpu"), "lab.no-engine"),
        (Snippet("x = 1\ny = '\0'"), "lab.not-text"),
        (Snippet("x = '\ud800'"), "lab.not-text"),
    ],
)
def test_what_cannot_be_recorded_is_refused(snippet, saying):
    with pytest.raises(UsageError) as refused:
        checked(snippet)
    assert refused.value.saying.id == saying


def test_recordings_are_kept_and_the_oldest_is_dropped(app):
    kept = Recordings(most=2)
    first = kept.get(app, Snippet("a = 1\n"))
    assert kept.get(app, Snippet("a = 1\n")) is first
    for number in range(2):
        kept.get(app, Snippet(f"b = {number}\n"))
    assert kept.get(app, Snippet("a = 1\n")) is not first


def test_the_step_after_a_line_is_where_what_it_called_has_run(trace):
    found = moment(trace, position_of_line(trace, 4))
    assert found.step.frame.function == "<module>"
    assert "x" in {name.name for name in found.step.frame.names}
    assert position_of_line(trace, 99) == 0


def test_each_kind_of_question_is_asked_and_judged(trace):
    asked = [guessing.question(trace, position) for position in range(len(trace.steps))]
    assert {question.kind for question in asked if question} == {"line", "name", "print", "error"}
    assert asked[-1] is None
    for question in asked[:-1]:
        assert right(question, ", ".join(question.answers))
        assert not right(question, "nothing of the kind")


@pytest.mark.parametrize(
    ("asked", "guess", "is_right"),
    [
        (Question("line", ("7",)), "line 7", True),
        (Question("line", ("7",)), "17", False),
        (Question("print", ("['a', 1]",)), '["a",1]', True),
        (Question("error", ("ZeroDivisionError",)), "ZeroDivisionError: division by zero", True),
        (Question("error", ("json.JSONDecodeError",)), "JSONDecodeError", True),
        (Question("name", ("a", "b")), "b a", True),
        (Question("name", ("a", "b")), "a", False),
    ],
)
def test_guesses_are_read_as_they_are_meant(asked, guess, is_right):
    assert right(asked, guess) is is_right


def test_a_step_as_data_refers_to_its_own_objects(trace):
    for position in range(len(trace.steps)):
        told = step_data(moment(trace, position))
        known = {thing["object"] for thing in told["objects"]}
        for frame in told["frames"]:
            assert {name["object"] for name in frame["names"]} <= known


def test_every_example_is_named_and_runs(app):
    assert len(examples()) == len(EXAMPLES)
    for language in ("en", "it"):
        assert all(words(language).has(f"lab.example.{name}") for name in EXAMPLES)


def test_what_is_a_box_has_something_to_show(trace):
    last = trace.steps[-1]
    assert all(inline(thing) for thing in last.things.values())


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ("assert [] == []\n", "holds"),
        ("assert [] is []\n", "fails"),
        ("print(1)\n", "same"),
        ("while True: pass\n", "stopped"),
        ("if x\n", "same"),
        ("x = 'assert '\n", "nothing"),
        ("if False:\n    assert 1 == 2\nprint(1)\n", "same"),
        ("try:\n    assert 1 == 2\nexcept AssertionError:\n    pass\n", "swallowed"),
        ("a = [1]\nassert a == [1]\nprint(id(a))\n", "holds"),
        ("print(object())\n", "wavers"),
        ("import no_such_module\nassert no_such_module\n", "missing"),
    ],
)
def test_a_claim_is_judged_by_what_its_lines_do(app, monkeypatch, source, verdict):
    short = replace(claims.LIMITED, instructions=10**9, step_instructions=10**9, cpu_seconds=1.0, wall_seconds=5.0)
    monkeypatch.setattr(claims, "LIMITED", short)
    found = claims.check(app, "so they say", source)
    assert found.verdict == verdict
    assert found.runs[0].version.startswith("3.14.")
    assert words("it").has(f"lab.verdict.{found.verdict}")


def test_what_did_not_hold_is_shown_with_its_line(app):
    ran = claims.check(app, "", "assert [] == []\ndef same(a):\n    assert a is []\nsame([])\n").runs[0]
    assert (ran.line, ran.code) == (3, "assert a is []")
    assert ran.shown == "snippet.py:3: assert a is []\nAssertionError\n"


@pytest.mark.parametrize(
    ("source", "native"), [("open('a.txt', 'w')\n", True), ("import threading\nthreading.Thread().start()\n", True), ("{}['a']\n", False)]
)
def test_what_the_exact_engine_lacks_is_no_word_about_python(app, source, native):
    assert ("lab.only-native" in {note.id for note in notes(Recordings().get(app, checked(Snippet(source))))}) is native


def test_interpreters_that_differ_are_told_apart():
    runs = [claims.Ran("exact", "3.14.0", "a\nb\n", "finished"), claims.Ran("native", "3.11.7", "a\nc\n", "finished")]
    assert claims.verdict("print()", runs) == "depends"
    lines = claims.Checked("", "", tuple(runs), "depends").lines(runs[1])
    assert [(line.text, line.differs) for line in lines] == [("a", False), ("c", True)]
