"""Answers written from the questions alone, without a look at the key points: how they are ranked, and that junk is never praised."""

from itertools import combinations

import pytest

from sparring.core.answer import Answer, Raw
from sparring.core.verdict import Outcome
from sparring.kinds.explain import KIND
from sparring.kinds.explain.tests.test_fairness import answers, by_ok, exercise, verdict
from sparring.kinds.kind import Tools

RANK = {"good": 2, "half": 1, "wrong": 0}
WORDS = (
    "the collector starts when allocations minus deallocations exceed a threshold and reference counting frees the rest at once when the last reference disappears "
    "the collector exists for reference cycles that keep each other above zero and what survives moves to an older generation visited more rarely"
)


def grade(text, language, name="gc-when-invoked"):
    chosen = exercise(name)
    answer = KIND.read(chosen, Raw({"text.md": text.encode()}, language))
    return KIND.grade(chosen, answer, Tools(None, None, None)) if isinstance(answer, Answer) else None


def test_good_half_and_wrong_answers_are_ranked_as_their_writers_do():
    ranked: dict[str, list[tuple[int, float]]] = {}
    for parameter in answers("ranked"):
        answer = parameter.values[0]
        ranked.setdefault(answer["exercise"], []).append((RANK[answer["level"]], verdict(answer).score))
    pairs = [(one, two) for group in ranked.values() for one, two in combinations(sorted(group), 2) if one[0] != two[0]]
    assert len(pairs) == 156
    assert sum(one[1] < two[1] for one, two in pairs) / len(pairs) >= 0.88


@pytest.mark.parametrize("answer", [one for one in answers("ranked") if one.values[0]["level"] != "wrong"])
def test_nobody_who_is_right_is_accused(answer):
    assert not by_ok(verdict(answer), ok=False)


@pytest.mark.parametrize("answer", answers("junk"))
def test_junk_is_never_praised(answer):
    found = grade(answer["text"], answer["language"], answer["exercise"])
    assert found is None or found.outcome in (Outcome.UNREADABLE, Outcome.INCORRECT) or found.score < 0.2
    assert found is None or not found.passed


@pytest.mark.parametrize("text", [WORDS, WORDS.upper(), f"{WORDS} " * 100])
def test_dictated_shouted_and_endless_answers_are_read(text):
    found = grade(text, "en")
    assert found
    assert found.counts
    assert len(by_ok(found, ok=True)) >= 2
    assert not by_ok(found, ok=False)
