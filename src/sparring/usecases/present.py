"""The stable JSON shapes: what scripts and other programs read. Sentences are in one language, evidence is whole."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sparring.core.codec import dump
from sparring.core.exercise import Exercise, short_id
from sparring.core.problem import Problem
from sparring.core.verdict import Finding, Verdict
from sparring.kinds.kind import Asked
from sparring.words import Words

if TYPE_CHECKING:
    from sparring.usecases.practice import Graded


def exercise_line(exercise: Exercise[Any]) -> dict[str, Any]:
    """A line of `sparring list --json`."""
    return {
        "id": short_id(exercise.id),
        "kind": exercise.kind,
        "topics": list(exercise.topics),
        "level": exercise.level,
        "minutes": exercise.minutes,
        "title": {"en": exercise.title.to("en"), "it": exercise.title.to("it")},
    }


def exercise_prompt(exercise: Exercise[Any]) -> dict[str, Any]:
    """`sparring show --json`."""
    slots = [
        {
            "name": slot.name,
            "shape": slot.shape,
            "file": slot.file,
            "starter": slot.starter,
            "optional": slot.optional,
            "instead": slot.instead,
        }
        for slot in exercise.slots
    ]
    prompt = {"en": exercise.prompt.to("en"), "it": exercise.prompt.to("it")}
    return {**exercise_line(exercise), "prompt": prompt, "slots": slots, "hints": len(exercise.hints)}


def exercise_reveal(exercise: Exercise[Any], words: Words) -> dict[str, Any]:
    """`sparring reveal --json`."""
    sections = [
        {"title": words.say(section.title), "body": section.body.to(words.language), "is_code": section.is_code}
        for section in exercise.reveal
    ]
    return {**exercise_line(exercise), "sections": sections}


def graded(result: "Graded", words: Words) -> dict[str, Any]:
    """`sparring grade --json`."""
    return {
        "exercise": short_id(result.exercise.id),
        "kind": result.exercise.kind,
        **verdict(result.verdict, words),
        "attempt": result.attempt,
        "follow_ups": [words.say(text) for text in result.follow_ups],
        "wall_ms": result.wall_ms,
    }


def verdict(value: Verdict, words: Words) -> dict[str, Any]:
    """A verdict in words, with its evidence."""
    return {
        "outcome": value.outcome,
        "passed": value.passed,
        "score": value.score,
        "status": value.status,
        "summary": words.say(value.summary),
        "engine": value.engine,
        "findings": findings(value.findings, words),
        "cost": {"instructions": value.cost.instructions, "peak_bytes": value.cost.peak_bytes} if value.cost else None,
    }


def findings(found: Sequence[Finding], words: Words) -> list[dict[str, Any]]:
    """Findings in words, with their evidence."""
    return [
        {
            "criterion": finding.criterion,
            "ok": finding.ok,
            "message": words.say(finding.message),
            "evidence": dump(finding.evidence),
        }
        for finding in found
    ]


def asked(found: Asked, words: Words) -> dict[str, Any]:
    """What a stepped exercise asks so far: `now` is the number (from 1) of the requirement that is open, 0 when none is."""
    texts = [{"text": words.say(text), "state": state} for text, state in found.texts]
    return {"asked": texts, "now": found.now + 1 if found.now < found.total else 0, "total": found.total}


def problem(value: Problem, words: Words) -> dict[str, Any]:
    """A problem of a file in words."""
    return {"file": value.file, "line": value.line, "field": value.field, "message": words.say(value.message)}
