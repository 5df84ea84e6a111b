from dataclasses import replace

import pytest

from sparring.core.evidence import CaseRow, Cases, CostCurve, Passage, Printed, Shown, Span
from sparring.core.text import Message, Text
from sparring.core.verdict import Dimension, Finding, Outcome, Status, Verdict
from sparring.report.export import mean_words, to_json, to_markdown
from sparring.report.scorecard import FollowUpReply, PlayedRound, scorecard
from sparring.words import words

TITLE = Text("First round", "Primo colloquio")


def found(dimension: Dimension, level: int | None, ok: bool = True, criterion: str = "c") -> Finding:
    evidence = {Dimension.CODE: Cases(()), Dimension.PYTHON_DEPTH: Passage("text")}.get(dimension, Printed("", "", "", 0, 0))
    return Finding(criterion, ok, Message("solve.summary-right"), evidence, dimension, level)


def played(*findings: Finding, passed: bool = True, outcome: Outcome = Outcome.CORRECT, **more: object) -> PlayedRound:
    status = Status.PASSED if passed else Status.WRONG_ANSWER
    verdict = Verdict(outcome, status, 0.5, passed, findings, Message("solve.summary-right"))
    return PlayedRound("core:x", Text("X"), "solve", 20, 300.0, verdict, "attempt-id", **more)  # type: ignore[arg-type]


def card(*rounds: PlayedRound):
    return scorecard("i", TITLE, 600.0, rounds)


def level(result, dimension: Dimension) -> int | None:
    return next(score.level for score in result.dimensions if score.dimension is dimension)


@pytest.mark.parametrize(
    ("levels", "mean"), [([3], 3), ([1, 3], 2), ([2, 3], 2), ([3, 3, 1], 2), ([4, 3, 3], 3), ([None, 3], 3), ([None], None)]
)
def test_a_level_is_the_mean_of_what_is_supported_halves_down(levels, mean):
    result = card(*(played(found(Dimension.PYTHON_DEPTH, value)) for value in levels))
    assert level(result, Dimension.PYTHON_DEPTH) == mean


def test_what_was_not_observed_is_no_one():
    result = card(played(found(Dimension.PYTHON_DEPTH, None)))
    assert level(result, Dimension.PYTHON_DEPTH) is None
    assert Dimension.ENGLISH in result.not_observed
    assert Dimension.PYTHON_DEPTH not in result.not_observed


@pytest.mark.parametrize(
    ("passed", "outcome", "hints", "expected"),
    [(True, Outcome.CORRECT, 0, 3), (True, Outcome.CORRECT, 2, 2), (False, Outcome.PARTIAL, 0, 2), (False, Outcome.INCORRECT, 0, 1)],
)
def test_problem_solving_comes_from_the_log(passed, outcome, hints, expected):
    result = card(played(found(Dimension.CODE, 3, passed), passed=passed, outcome=outcome, hints=hints, submissions=2, runs=4))
    assert level(result, Dimension.PROBLEM_SOLVING) == expected
    line = next(score for score in result.dimensions if score.dimension is Dimension.PROBLEM_SOLVING).lines[0]
    assert line.finding.evidence.counts["submissions"] == 2


def test_right_in_every_case_but_too_slow_is_no_failure_of_the_solution():
    slow = played(found(Dimension.CODE, 3), found(Dimension.EFFICIENCY, 1, False), passed=False, outcome=Outcome.PARTIAL, submissions=1)
    result = card(slow)
    (line,) = next(score for score in result.dimensions if score.dimension is Dimension.PROBLEM_SOLVING).lines
    assert (line.finding.message.id, line.finding.level) == ("report.solved-dearly", 2)
    failing = card(played(found(Dimension.CODE, 2, False), passed=False, outcome=Outcome.PARTIAL))
    (line,) = next(score for score in failing.dimensions if score.dimension is Dimension.PROBLEM_SOLVING).lines
    assert line.finding.message.id == "report.not-solved"


def test_a_level_names_the_levels_that_decided_it():
    result = card(*(played(found(Dimension.PYTHON_DEPTH, value)) for value in (3, None, 2)))
    (score,) = (score for score in result.dimensions if score.dimension is Dimension.PYTHON_DEPTH)
    assert (score.deciding, score.level) == ((3, 2), 2)


@pytest.mark.parametrize(
    ("levels", "en", "it"),
    [
        ([3], "", ""),
        ([3, 1], "the mean of 3 and 1", "media di 3 e 1"),
        ([2, 1], "the mean of 2 and 1, rounded down", "media di 2 e 1, arrotondata per difetto"),
        ([3, 3, 2], "the mean of 3, 3 and 2, rounded up", "media di 3, 3 e 2, arrotondata per eccesso"),
    ],
)
def test_a_level_says_what_it_is_the_mean_of(levels, en, it):
    (score,) = card(*(played(found(Dimension.PYTHON_DEPTH, value)) for value in levels)).dimensions
    assert (mean_words(score, words("en")), mean_words(score, words("it"))) == (en, it)


def test_verdicts_that_do_not_count_leave_no_line():
    unreadable = Verdict(Outcome.UNREADABLE, Status.UNREADABLE, 0, False, (found(Dimension.CODE, 1, False),), Message("answer.empty"))
    assert card(PlayedRound("core:x", Text("X"), "solve", 5, 1.0, unreadable, "a")).dimensions == ()
    assert card(PlayedRound("core:x", Text("X"), "solve", 5, 1.0, None, None, skipped=True)).dimensions == ()


def test_the_one_thing_to_do_is_what_failed_where_the_level_is_lowest():
    result = card(
        played(found(Dimension.PYTHON_DEPTH, 3, False, "deep")),
        played(found(Dimension.CODE, 1, False, "code"), passed=False, outcome=Outcome.INCORRECT),
    )
    assert result.next_action is not None
    assert (result.next_action.message.id, result.next_action.attempt, result.next_action.number) == ("report.advise", "attempt-id", 0)
    unreached = PlayedRound("core:y", Text("Y"), "solve", 5, 0.0, None, None)
    assert card(unreached).next_action.message.id == "report.play"
    left = PlayedRound("core:y", Text("Y"), "solve", 5, 60.0, None, None, left="unknown")
    assert card(unreached, left).next_action.message.id == "report.advise-left"
    assert card(played(found(Dimension.CODE, 3))).next_action is None


def test_the_one_thing_to_do_is_no_bonus_while_something_asked_for_was_weak():
    bonus = Finding("prove-it", False, Message("solve.summary-right"), Shown(Text("t"), "x = 1"), Dimension.PYTHON_DEPTH, 2)
    point = Finding("p", None, Message("explain.point-not-found"), Passage("text", (), Text("It is lazy.")), Dimension.PYTHON_DEPTH)
    best = replace(played(bonus), exercise="core:best")
    thin = replace(played(point, passed=False, outcome=Outcome.PARTIAL), exercise="core:thin")
    wrong = replace(played(found(Dimension.PYTHON_DEPTH, 1, False), passed=False, outcome=Outcome.INCORRECT), exercise="core:wrong")
    left = PlayedRound("core:left", Text("Y"), "solve", 5, 60.0, None, None, left="unknown")

    def chosen(*rounds: PlayedRound) -> str:
        return card(*rounds).next_action.exercise

    assert chosen(best, thin, wrong) == "core:wrong"
    assert chosen(best, thin, left) == "core:left"
    assert chosen(best, thin) == "core:thin"
    assert chosen(best) == "core:best"
    weak = replace(played(found(Dimension.CODE, 2, False), passed=False, outcome=Outcome.PARTIAL), exercise="core:weak")
    assert chosen(weak, left) == "core:left"


ROWS = (
    CaseRow("a", "passed", "f(1)", "1", "1"),
    CaseRow("b", "wrong-answer", "f([])", "0", "None"),
    CaseRow("c", "wrong-answer", "f(2)", "2", "3"),
)
ADVICE = {
    Cases(ROWS): ("solve “X” again, and try `f([])` before you hand in", "risolvi di nuovo “X”"),
    Cases((CaseRow("a", "time-limit", "f(1)", "1", ""),)): ("do “X” again. Right", "rifai “X”."),
    Cases((CaseRow("a", "wrong-answer", "f(1)", "1\n2", "1"),)): ("do “X” again. Right", "rifai “X”."),
    Passage("A set keeps its order, so I use it.", (Span(0, 21, Text("It does not", "Non è vero")),)): (
        "You said “A set keeps its order”. It does not.",
        "Hai detto “A set keeps its order”. Non è vero.",
    ),
    Passage("words", (), Text("A dict keeps insertion order.", "Un dict mantiene l’ordine.")): (
        "this time say: A dict keeps insertion order.",
        "di' anche questo: Un dict",
    ),
    Printed("a\nb", "1", "2", 1, 2): ("line 2 decides", "decide la riga 2"),
    CostCurve("instructions", (1, 2), (1, 4), (1, 2), "n^2", "n"): ("costs no more than it must", "non costi più del necessario"),
}


@pytest.mark.parametrize("evidence", ADVICE)
def test_the_advice_is_a_sentence_that_names_its_evidence(evidence):
    dimension = Dimension.EFFICIENCY if isinstance(evidence, CostCurve) else Dimension.PYTHON_DEPTH
    finding = Finding("c", False, Message("solve.summary-right"), evidence, dimension, 1)
    result = card(played(finding, passed=False, outcome=Outcome.PARTIAL))
    for language, expected in zip(("en", "it"), ADVICE[evidence], strict=True):
        data = to_json(result, words(language))["next_action"]
        assert expected in data["message"]
        assert "report." not in data["message"]
        assert "{" not in data["message"]
        assert (data["command"], data["attempt"], data["finding"]) == ("sparring show x", "attempt-id", 0)


@pytest.mark.parametrize(("left", "said"), [("", "not reached"), ("unknown", "you said you didn't know"), ("given-up", "given up")])
def test_a_round_without_a_verdict_says_how_it_ended(left, said):
    result = card(PlayedRound("core:y", Text("Y"), "explain", 5, 60.0, None, None, left=left))
    assert said in to_markdown(result, words("en"))
    assert to_json(result, words("en"))["rounds"][0]["left"] == (left or None)


def test_a_point_nobody_heard_asks_no_question_where_it_cannot_be_answered():
    asked = Finding("p", None, Message("explain.point-not-found"), Passage("text", (), Text("It is lazy.")), Dimension.PYTHON_DEPTH)
    document = to_markdown(card(played(asked)), words("en"))
    assert "It is lazy." in document
    assert "did you say it" not in document
    assert "not recognised in your words" in document


@pytest.mark.parametrize("language", ["en", "it"])
def test_every_line_of_the_exports_names_its_evidence(language):
    rounds = played(
        found(Dimension.CODE, 3),
        found(Dimension.PYTHON_DEPTH, None, False, "point"),
        marks={1: "wrong"},
        follow_ups=(FollowUpReply(Text("Why?"), "Because."),),
    )
    say = words(language)
    data = to_json(card(rounds), say)
    lines = [finding for dimension in data["dimensions"] for finding in dimension["findings"]]
    assert len(lines) == 3
    assert all(line["exercise"] == "x" and line["attempt"] == "attempt-id" and line["evidence"]["type"] for line in lines)
    assert [line["mark"] for line in lines] == [None, None, "wrong"]
    document = to_markdown(card(rounds), say)
    bullets = [line for line in document.splitlines() if line.startswith("- ")]
    assert len(bullets) == 3
    assert all("[x, " in bullet and "attempt-" in bullet for bullet in bullets)
    assert "Because." in document
    assert "(report." not in document
