"""What is asked, the right answer to it, and how answers are read."""

import json
import re
from dataclasses import replace
from random import Random

import pytest

from sparring import catalog
from sparring.core.answer import Answer, Raw
from sparring.core.clock import FakeClock
from sparring.core.exercise import Exercise
from sparring.core.verdict import Outcome
from sparring.judge.judge import Judge
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.predict.asked import SAID
from sparring.words import words
from tests.terminal import sparring

TOML = """kind = "predict"
topics = ["language"]
level = "junior"
minutes = 3
asks = "{asks}"
deciding_line = {line}
{more}

[title]
en = "Asked"
"""
SNIPPETS = {
    "exception": ("def f(x):\n    return x[1]\nf('')\n", 2, "", "IndexError\n2"),
    "identity": ("a = [1]\nb = a\nc = [1]\nd = c\ne = {}\n", 5, "", "a b\nc d"),
    "names": ("a = [[1]]\nb = a[0]\nc = [1]\nfor n in range(2):\n    b.append(n)\n", 5, "deciding_time = 2", "a\nb"),
    "order": ("def f():\n    x = 1  # A\ny = 2  # B\nf()\nf()\n", 3, "", "B\nA\nA"),
}


@pytest.fixture
def tools(pool):
    return Tools(Judge(pool), FakeClock(), Random(0))


def exercise(tmp_path, asks, snippet=None):
    source, line, more, _ = SNIPPETS[asks]
    (tmp_path / "exercise.toml").write_text(TOML.format(asks=asks, line=line, more=more))
    (tmp_path / "prompt.en.md").write_text("What?")
    (tmp_path / "explanation.en.md").write_text("So.")
    (tmp_path / "snippet.py").write_text(snippet or source)
    found = catalog.kind("predict").load(Folder(tmp_path, "samples:asked", ("en",)))
    assert isinstance(found, Exercise), found
    return found


@pytest.mark.parametrize(("line", "message"), [(0, None), (5, None), (6, "predict.beyond-snippet")])
def test_the_deciding_line_is_one_of_the_snippet(tmp_path, tools, line, message):
    found = exercise(tmp_path, "order")
    found = replace(found, spec=replace(found.spec, deciding_line=line))
    problems = catalog.kind("predict").prove(found, tools)
    assert [problem.message.id for problem in problems if problem.field == "deciding_line"] == ([message] if message else [])


def graded(found, tools, text):
    kind = catalog.kind("predict")
    answer = kind.read(found, Raw({found.slots[0].file: text.encode()}, "en"))
    assert isinstance(answer, Answer)
    return kind.grade(found, answer, tools)


@pytest.mark.parametrize("asks", SNIPPETS)
def test_the_right_answer_is_computed_and_recognised(tmp_path, tools, asks):
    found = exercise(tmp_path, asks)
    verdict = graded(found, tools, SNIPPETS[asks][3].replace("\n", "; " if asks == "identity" else " "))
    assert verdict.outcome is Outcome.CORRECT
    evidence = verdict.findings[0].evidence
    assert (evidence.expected, evidence.asks) == (SNIPPETS[asks][3], asks)
    assert all(words(language).has(verdict.findings[0].message.id) for language in ("en", "it"))


@pytest.mark.parametrize("asks", SNIPPETS)
def test_a_wrong_answer_is_wrong_and_tells_nothing(tmp_path, tools, asks):
    verdict = graded(exercise(tmp_path, asks), tools, "Z")
    assert not verdict.passed
    assert verdict.findings[0].evidence.expected == ""
    for message in (verdict.findings[0].message, verdict.summary if hasattr(verdict, "summary") else verdict.findings[0].message):
        assert all(words(language).has(message.id) for language in ("en", "it"))


@pytest.mark.parametrize(
    ("asks", "said", "read"),
    [
        ("exception", "It raises a builtins.KeyError on line 7", "KeyError\n7"),
        ("exception", "KeyError, 7", "KeyError\n7"),
        ("exception", "json.JSONDecodeError", "JSONDecodeError"),
        ("exception", "nessuna", "none"),
        ("identity", "b is a\nd = c", "a b\nc d"),
        ("identity", "nobody", "none"),
        ("names", "b and a, b", "a\nb"),
        ("names", "niente", "none"),
        ("order", "a, c -> B", "A\nC\nB"),
    ],
)
def test_answers_are_read_as_they_are_typed(asks, said, read):
    assert SAID[asks](said) == read


def test_a_deciding_line_that_does_not_run_is_a_problem(tmp_path, tools):
    found = exercise(tmp_path, "names", "a = 1\nif a > 1:\n    a = 2\n\nb = 3\n")
    problems = catalog.kind("predict").prove(found, tools)
    assert next(problem.message.id for problem in problems) == "predict.line-does-not-run"


@pytest.mark.parametrize("said", ["Non lo so", "boh, non ne ho idea", "I don't know.", "No idea\nsorry"])
@pytest.mark.parametrize("asks", SNIPPETS)
def test_what_is_not_known_is_no_wrong_prediction(tmp_path, tools, asks, said):
    verdict = graded(exercise(tmp_path, asks), tools, said)
    assert (verdict.outcome, verdict.summary.id, verdict.counts) == (Outcome.UNREADABLE, "predict.dont-know", False)


@pytest.mark.parametrize("said", ["boh 42", "non lo so, forse [1]", "No idea: x = None"])
def test_a_guess_beside_it_is_a_prediction(tmp_path, tools, said):
    assert graded(exercise(tmp_path, "names"), tools, said).outcome is Outcome.INCORRECT


def test_who_predicts_some_and_does_not_know_the_rest_has_predicted(tmp_path, tools):
    assert graded(exercise(tmp_path, "order"), tools, "B C\nnon lo so").outcome is not Outcome.UNREADABLE


def test_a_right_prediction_gives_the_command_that_shows_its_deciding_step(data, tmp_path):
    said = tmp_path / "said.txt"
    said.write_text("pro ['anna pays']\nfree ['anna pays']\npro trial\n['name', 'plan'] ['name']\n")
    done = sparring("grade", "attribute-of-the-class", str(said), "--lang", "en")
    assert done.returncode == 0
    assert "sparring lab attribute-of-the-class --line 10" in done.stdout
    step = json.loads(sparring("lab", "attribute-of-the-class", "--line", "10", "--json").stdout)["steps"]
    assert len(step) == 1


def test_a_name_that_is_neither_a_file_nor_an_exercise_is_told(data):
    done = sparring("lab", "no-such-thing", "--lang", "en")
    assert done.returncode == 2
    assert "no-such-thing" in done.stderr + done.stdout


def test_the_lines_carry_their_numbers_where_a_line_is_asked_for(data):
    told = sparring("show", "error-that-took-over", "--lang", "it").stdout
    assert re.search(r"^ *7 +\S", told, re.M)
    assert not re.search(r"^ *[23] +\S", sparring("show", "birth-of-a-class").stdout, re.M)
