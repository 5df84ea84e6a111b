"""Finds how a story is built. What is not found is asked for, not condemned: words prove no level, and a part may have been told in other words."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sparring.core.answer import Answer, Raw
from sparring.core.evidence import Correction, Logged, Outline, OutlineRow, Passage, Span
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.speech import Take
from sparring.core.text import Language, Message, Text
from sparring.core.verdict import Dimension, Finding, Outcome, Status, Verdict, unreadable
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.reading import read_parts
from sparring.kinds.tell.folder import load
from sparring.kinds.tell.proof import prove
from sparring.kinds.tell.schema import LONGEST, SHORTEST, TellSpec
from sparring.language.english.checking import Checker
from sparring.language.readable import guess_language, unreadable_because
from sparring.language.story import PARTS, Story, read_story

WEIGHTS = {"situation": 0.15, "task": 0.1, "action": 0.3, "result": 0.2, "reflection": 0.1, "numbers": 0.15}
PASS, CORRECT = 0.6, 0.85
WE_COST, LENGTH_COST, HINT_COST = 0.15, 0.15, 0.1
TOO_SHORT = 35
"""Seconds: a shorter one is no story."""
SOUGHT = {
    "situation": Text("Where and when it was", "Dove e quando"),
    "task": Text("What was yours to do", "Che cosa toccava a te"),
    "action": Text("What you did", "Che cosa hai fatto"),
    "result": Text("How it ended", "Com'è andata a finire"),
    "reflection": Text("What you learned", "Che cosa hai imparato"),
    "numbers": Text("Numbers", "Numeri"),
}


class Tell:
    """The kind `tell`."""

    id = "tell"

    def load(self, folder: Folder) -> Exercise[TellSpec] | tuple[Problem, ...]:
        """Read the folder."""
        return load(folder)

    def read(self, exercise: Exercise[TellSpec], raw: Raw) -> Answer | tuple[Problem, ...]:
        """The text that was written."""
        return read_parts(exercise, raw)

    def run(self, exercise: Exercise[TellSpec], answer: Answer, tools: Tools) -> Verdict:
        """Nothing to run: the same as grading."""
        return self.grade(exercise, answer, tools)

    def grade(self, exercise: Exercise[TellSpec], answer: Answer, tools: Tools) -> Verdict:
        """The structure, whose deeds they are, figures, length; and the English, which changes no score."""
        prose = answer.prose()
        language = guess_language(prose.text, prose.language)
        if reason := unreadable_because(prose.text, exercise.prompt.to(language), language):
            message = Message(f"tell.unreadable-{reason}")
            return unreadable((Finding("readable", False, message, Passage(prose.text)),), message)
        return judge_text(prose.text, language, answer.count("hint"), tools.english, prose.take)

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:  # noqa: ARG002 - words need no tools
        """See `proof.py`."""
        return prove(exercise, judge_text)


def judge_text(text: str, language: Language, hints: int = 0, english: Checker | None = None, take: Take | None = None) -> Verdict:
    """The verdict on a story that can be read. `take`: it was said; marks and capitals are then nobody's, and its length is known."""
    story = read_story(text, language)
    if take:
        story = replace(story, seconds=round(take.heard.told))
    parts = [_part_finding(part, story, text) for part in PARTS]
    findings = [_outline(story, text), *parts, _numbers(story, text)]
    score = sum(WEIGHTS[finding.criterion] for finding in findings[1:] if finding.ok)
    mostly_we = len(story.together) > len(story.own)
    if story.own or story.together:
        findings.append(_whose(story, text, mostly_we=mostly_we))
        score -= WE_COST * mostly_we
    findings.append(_length(story))
    score -= LENGTH_COST * (story.seconds < SHORTEST / 2) + HINT_COST * hints
    slips = english.check(text, spoken=take is not None, alone=True) if english and language == "en" else ()
    findings += [
        Finding(
            slip.rule,
            False,
            slip.message,
            Correction(text, slip.start, slip.end, slip.replacements, slip.why, slip.example),
            Dimension.ENGLISH,
        )
        for slip in slips
    ]
    return _verdict(story, max(0.0, min(1.0, score)), tuple(findings))


def _outline(story: Story, text: str) -> Finding:
    rows = tuple(OutlineRow(one.start, one.end, one.part) for one in story.sentences)
    missing = tuple(part for part in PARTS if not story.has(part))
    message = Message("tell.outline", {"count": len(PARTS) - len(missing), "parts": len(PARTS)})
    return Finding("outline", not missing or None, message, Outline(text, rows, missing), Dimension.EXPERIENCE)


def _part_finding(part: str, story: Story, text: str) -> Finding:
    places = story.places(part) if story.has(part) else ()
    passage = Passage(text, tuple(Span(*place) for place in places), SOUGHT[part])
    if part == "action" and places and not story.owned:
        return Finding(part, None, Message("tell.action-of-all"), passage, Dimension.EXPERIENCE)
    message = Message("tell.part-found" if places else f"tell.no-{part}")
    return Finding(part, True if places else None, message, passage, Dimension.EXPERIENCE)


def _numbers(story: Story, text: str) -> Finding:
    passage = Passage(text, tuple(Span(*place) for place in story.numbers), SOUGHT["numbers"])
    message = Message("tell.numbers", {"count": len(story.numbers)}) if story.numbers else Message("tell.no-numbers")
    return Finding("numbers", True if story.numbers else None, message, passage, Dimension.EXPERIENCE)


def _whose(story: Story, text: str, *, mostly_we: bool) -> Finding:
    """Whose deeds they are: *we* marked where it outweighs *I*."""
    places = story.together if mostly_we else story.own
    message = Message("tell.mostly-we" if mostly_we else "tell.mostly-i", {"own": len(story.own), "together": len(story.together)})
    return Finding("i-not-we", not mostly_we, message, Passage(text, tuple(Span(*place) for place in places)), Dimension.EXPERIENCE)


def _length(story: Story) -> Finding:
    name = "short" if story.seconds < SHORTEST else "long" if story.seconds > LONGEST else "fits"
    message = Message(f"tell.length-{name}", {"seconds": story.seconds, "low": SHORTEST, "high": LONGEST})
    counts = Logged({"words": story.words, "seconds": story.seconds})
    return Finding("length", True if name == "fits" else None, message, counts, Dimension.EXPLAINING)


def _verdict(story: Story, score: float, findings: tuple[Finding, ...]) -> Verdict:
    told = sum(story.has(part) for part in PARTS)
    whole = story.has("action") and story.has("result") and story.seconds >= TOO_SHORT
    passed = score >= PASS and whole
    if story.seconds < TOO_SHORT:
        summary = Message("tell.summary-short", {"seconds": story.seconds})
    elif not story.has("action"):
        summary = Message("tell.summary-no-action")
    elif not story.has("result"):
        summary = Message("tell.summary-no-result")
    elif told == len(PARTS) and passed:
        summary = Message("tell.summary-whole")
    else:
        summary = Message("tell.summary-some", {"count": told, "parts": len(PARTS)})
    if passed:
        outcome = Outcome.CORRECT if score >= CORRECT else Outcome.PARTIAL
    else:
        outcome = Outcome.PARTIAL if story.has("action") or story.has("result") else Outcome.INCORRECT
    return Verdict(outcome, Status.PASSED if passed else Status.WRONG_ANSWER, round(score, 3), passed, findings, summary)
