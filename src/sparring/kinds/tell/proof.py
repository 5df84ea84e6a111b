"""What a `tell` exercise must prove: the good sample passes with all its parts, the weak one does not and scores clearly less."""

from collections.abc import Callable, Iterator
from typing import get_args

from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.text import Language, Message
from sparring.core.verdict import Verdict
from sparring.kinds.tell.schema import TellSpec
from sparring.language.readable import unreadable_because

JudgeText = Callable[[str, Language], Verdict]
APART = 0.2
"""How far the weak sample's score must lie below the good one's."""
FILE = "exercise.toml"


def prove(exercise: Exercise[TellSpec], judge: JudgeText) -> list[Problem]:
    """Every claim of the exercise that does not hold."""
    return [
        problem
        for language in get_args(Language)
        if language in exercise.languages
        for problem in _told_apart(exercise.spec, judge, language)
    ]


def _problem(field: str, message: str, **params: str | int | float) -> Problem:
    return Problem(FILE, 0, field, Message(message, dict(params)))


def _told_apart(spec: TellSpec, judge: JudgeText, language: Language) -> Iterator[Problem]:
    good, weak = spec.good.to(language), spec.weak.to(language)
    for name, text in (("good", good), ("weak", weak)):
        if reason := unreadable_because(text, spec.question.to(language), language):
            yield _problem(f"samples.{name}.{language}", "tell.sample-unreadable", why=reason)
    best, worst = judge(good, language), judge(weak, language)
    if missed := [f.criterion for f in best.findings if f.ok is not True and f.criterion != "length"]:
        yield _problem(f"samples.good.{language}", "tell.good-misses", missed=", ".join(missed))
    if worst.passed or worst.score > best.score - APART:
        yield _problem(f"samples.weak.{language}", "tell.weak-too-good", good=best.score, weak=worst.score)
