"""What the kind must never get wrong: right answers in other words, and false ones in the right words (the JSON files here)."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from sparring.conftest import in_turns
from sparring.core.exercise import Exercise
from sparring.core.verdict import Outcome, Verdict
from sparring.kinds.explain import KIND
from sparring.kinds.explain.grader import judge_text
from sparring.kinds.kind import Folder

HERE = Path(__file__).parent
PACK = HERE.parents[4] / "packs" / "core" / "exercises" / "explain"


def answers(name):
    found = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))["answers"]
    return [pytest.param(answer, id=f"{answer['exercise']}-{answer['language']}-{n}") for n, answer in enumerate(found)]


@cache
def exercise(name) -> Exercise:
    loaded = KIND.load(Folder(PACK / name, f"core:{name}", ("en", "it")))
    assert isinstance(loaded, Exercise), loaded
    return loaded


@cache
def judged(name, text, language) -> Verdict:
    return judge_text(exercise(name).spec, text, language)


def verdict(answer) -> Verdict:
    return judged(answer["exercise"], answer["text"], answer["language"])


def by_ok(found: Verdict, ok) -> set[str]:
    return {finding.criterion for finding in found.findings if finding.ok is ok}


@pytest.mark.parametrize("answer", answers("fair"))
def test_a_right_answer_in_ones_own_words_is_recognised_and_never_accused(answer):
    found = verdict(answer)
    assert len(by_ok(found, ok=True)) >= answer["least"]
    assert by_ok(found, ok=True) >= set(answer.get("found", []))
    assert not by_ok(found, ok=False)
    assert found.outcome is not Outcome.INCORRECT
    assert found.summary.id != "explain.summary-doubted"


@pytest.mark.parametrize("answer", answers("false"))
def test_a_false_answer_is_not_counted_and_its_claim_is_raised(answer):
    found = verdict(answer)
    assert not by_ok(found, ok=True) & set(answer["not"])
    assert not found.passed
    if answer["claims"]:
        assert by_ok(found, ok=False) & {f"misconception:{claim}" for claim in answer["claims"]}


@pytest.mark.parametrize("answer", answers("near"))
def test_a_right_sentence_beside_a_misconception_accuses_nobody(answer):
    assert not by_ok(verdict(answer), ok=False)


@pytest.mark.parametrize("answer", answers("negated"))
def test_the_model_answer_denied_earns_far_less(answer):
    name, language = answer["exercise"], answer["language"]
    model = judged(name, exercise(name).spec.answer.to(language), language)
    found = verdict(answer)
    assert found.score <= model.score / 2
    assert found.outcome is Outcome.INCORRECT


WHOLE = {"en": "It is not true that ", "it": "Non è vero che "}


@pytest.mark.parametrize(("name", "language"), in_turns([path.name for path in sorted(PACK.iterdir())]))
def test_denying_every_sentence_of_the_model_answer_takes_away_more_than_half(name, language):
    model = exercise(name).spec.answer.to(language)
    parts = [part.strip() for part in re.split(r"(?<=[.!?])\s+|\n+", model) if len(part.split()) > 2]
    denied = " ".join(WHOLE[language] + part[:1].lower() + part[1:] for part in parts)
    found = judged(name, denied, language)
    assert found.score <= judged(name, model, language).score / 2
    assert not found.passed
    assert found.outcome is Outcome.INCORRECT


@pytest.mark.parametrize(("name", "language"), in_turns([path.name for path in sorted(PACK.iterdir())]))
def test_nobody_is_accused_by_the_model_answer(name, language):
    assert not by_ok(judged(name, exercise(name).spec.answer.to(language), language), ok=False)
