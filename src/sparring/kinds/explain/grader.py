"""Marks which key points an answer speaks of and which claims to check. Coverage of words, honestly called so: it proves no level."""

from collections.abc import Sequence
from typing import Any

from sparring.core.answer import Answer, Raw
from sparring.core.evidence import Passage, Span
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.text import Language, Message
from sparring.core.verdict import Dimension, Finding, Outcome, Status, Verdict, unreadable
from sparring.kinds.explain.proof import prove
from sparring.kinds.explain.schema import ExplainFile, ExplainSpec, Misconception, Point
from sparring.kinds.format import Reader, exercise, prose_slot, section
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.reading import read_parts
from sparring.language.points import Found, find_points
from sparring.language.readable import guess_language, unreadable_because

PASS = 0.6
CORRECT = 0.85
PARTIAL = 0.3
MISCONCEPTION_COST = 0.25
ACCUSE = 0.65
"""Share of a misconception's words that must be there: to accuse wrongly is worse than to miss one."""
HINT_COST = 0.1


class Explain:
    """The kind `explain`."""

    id = "explain"

    def load(self, folder: Folder) -> Exercise[ExplainSpec] | tuple[Problem, ...]:
        """Read the folder."""
        reader = Reader(folder.path, folder.languages)
        table = reader.table("exercise.toml", ExplainFile)
        answer = reader.text("answer")
        proof = reader.source("proof.py", required=folder.complete)
        samples = {
            (name, language): text
            for name in ("good", "weak", "wrong")
            for language in folder.languages
            if (text := reader.source(f"samples/{name}.{language}.md", required=folder.complete)) is not None
        }
        if table is None or answer is None:
            return tuple(reader.problems)
        question = reader.text("prompt") or answer
        spec = ExplainSpec(question, _points(table), _misconceptions(table), answer, proof, samples)
        reveal = section("explain.model-answer", answer)
        return exercise(folder, table, reader, slots=(prose_slot(),), spec=spec, reveal=reveal)

    def read(self, exercise: Exercise[ExplainSpec], raw: Raw) -> Answer | tuple[Problem, ...]:
        """The text that was written."""
        return read_parts(exercise, raw)

    def run(self, exercise: Exercise[ExplainSpec], answer: Answer, tools: Tools) -> Verdict:
        """Nothing to run: the same as grading."""
        return self.grade(exercise, answer, tools)

    def grade(self, exercise: Exercise[ExplainSpec], answer: Answer, tools: Tools) -> Verdict:  # noqa: ARG002 - words need no tools
        """Coverage of the points, less what contradicts them."""
        prose = answer.prose()
        language = guess_language(prose.text, prose.language)
        reason = unreadable_because(prose.text, exercise.prompt.to(language), language)
        if reason:
            message = Message(f"explain.unreadable-{reason}")
            return unreadable((Finding("readable", False, message, Passage(prose.text)),), message)
        return judge_text(exercise.spec, prose.text, language, answer.count("hint"))

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:
        """See `proof.py`."""
        return prove(exercise, tools, judge_text)


def judge_text(spec: ExplainSpec, text: str, language: Language, hints: int = 0) -> Verdict:
    """The verdict on a text that can be read as an answer."""
    right = {f"point:{p.id}": p.paraphrases.get(language, ()) for p in spec.points}
    wrong_beliefs = {f"misconception:{m.id}": m.paraphrases.get(language, ()) for m in spec.misconceptions}
    question = spec.question.to(language)
    held = find_points(text, wrong_beliefs, language, question=question, enough=ACCUSE)
    found = _strongest(find_points(text, right, language, question=question) | held)
    points = tuple(_point_finding(point, found.get(f"point:{point.id}"), text) for point in spec.points)
    beliefs = [(m, found.get(f"misconception:{m.id}")) for m in spec.misconceptions]
    wrong = tuple(_belief_finding(m, hit, text) for m, hit in beliefs if hit is not None and not hit.contradicted)
    total = sum(point.weight for point in spec.points)
    coverage = sum(point.weight for point, finding in zip(spec.points, points, strict=True) if finding.ok) / total
    score = max(0.0, min(1.0, coverage - MISCONCEPTION_COST * len(wrong) - HINT_COST * hints))
    return _verdict(score, points + wrong, sum(bool(finding.ok) for finding in points), len(wrong))


def _strongest(found: dict[str, Found]) -> dict[str, Found]:
    """A passage that says a misconception better than it says a point is the misconception, and the other way round."""
    kept = dict(found)
    for key, hit in found.items():
        for other, rival in found.items():
            same_place = hit.start == rival.start and hit.end == rival.end
            if same_place and _kind(key) != _kind(other) and hit.share < rival.share and not rival.contradicted:
                kept.pop(key, None)
    return kept


def _kind(key: str) -> str:
    return key.partition(":")[0]


def _point_finding(point: Point, hit: Found | None, text: str) -> Finding:
    if hit is None:
        return Finding(point.id, False, Message("explain.point-missing"), Passage(text, (), point.title()), Dimension.PYTHON_DEPTH)
    passage = Passage(text, (Span(hit.start, hit.end),), point.title())
    if hit.contradicted:
        return Finding(point.id, False, Message("explain.point-denied"), passage, Dimension.PYTHON_DEPTH)
    return Finding(point.id, True, Message("explain.point-covered"), passage, Dimension.PYTHON_DEPTH)


def _belief_finding(belief: Misconception, hit: Found, text: str) -> Finding:
    passage = Passage(text, (Span(hit.start, hit.end, belief.reply),))
    return Finding(f"misconception:{belief.id}", False, Message("explain.check-claim"), passage, Dimension.PYTHON_DEPTH)


def _verdict(score: float, findings: tuple[Finding, ...], covered: int, wrong: int) -> Verdict:
    points = sum(not finding.criterion.startswith("misconception:") for finding in findings)
    if wrong:
        summary = Message("explain.summary-check", {"covered": covered, "points": points, "count": wrong})
    elif covered == points:
        summary = Message("explain.summary-all", {"points": points})
    else:
        summary = Message("explain.summary-some", {"covered": covered, "points": points})
    passed = score >= PASS and not wrong
    if passed:
        outcome = Outcome.CORRECT if score >= CORRECT else Outcome.PARTIAL
    else:
        outcome = Outcome.PARTIAL if score >= PARTIAL else Outcome.INCORRECT
    status = Status.PASSED if passed else Status.WRONG_ANSWER
    return Verdict(outcome, status, round(score, 3), passed, findings, summary)


def _points(table: ExplainFile) -> tuple[Point, ...]:
    return tuple(Point(point.id, point.weight, {"en": point.en, "it": point.it}) for point in table.points)


def _misconceptions(table: ExplainFile) -> tuple[Misconception, ...]:
    return tuple(Misconception(m.id, {"en": m.en, "it": m.it}, m.reply.text()) for m in table.misconceptions)
