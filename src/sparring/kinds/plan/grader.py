"""Judges the four steps: the split, the plan, its defence, and the plan after the event."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import Any

from sparring.core.answer import Answer, Raw
from sparring.core.evidence import Logged, Passage, Span
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.text import Language, Message
from sparring.core.verdict import Dimension, Finding, Outcome, Status, Verdict
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.plan import answers, loading
from sparring.kinds.plan.proof import prove
from sparring.kinds.plan.schema import PlanSpec, Point
from sparring.kinds.plan.steps import Case, Judged, judge
from sparring.language.points import Wanted, find_points
from sparring.language.readable import guess_language
from sparring.planning.axis import Axis
from sparring.planning.events import Changed, happen
from sparring.planning.lines import placements
from sparring.planning.model import Placement, Plan
from sparring.planning.placing import Bars, bars, last, plan_of
from sparring.planning.team import heuristic

SPLIT, PLAN, DEFENCE, REPLAN = 0.3, 0.35, 0.1, 0.25
PASS, CORRECT, PARTIAL = 0.6, 0.8, 0.25
HINT_COST = 0.1
WORDS_A_MINUTE, MINUTES = 140, 3
FEWEST_WORDS = 25


class PlanKind:
    """The kind `plan`."""

    id = "plan"

    def load(self, folder: Folder) -> Exercise[PlanSpec] | tuple[Problem, ...]:
        """Read the folder."""
        return loading.load(folder)

    def read(self, exercise: Exercise[PlanSpec], raw: Raw) -> Answer | tuple[Problem, ...]:
        """The four parts."""
        return answers.read(exercise, raw)

    def run(self, exercise: Exercise[PlanSpec], answer: Answer, tools: Tools) -> Verdict:  # noqa: ARG002 - nothing is executed
        """Check the plan as it stands, without its defence and the event."""
        judged = judge(_first(exercise.spec, answer))
        outcome = Outcome.CORRECT if judged.works else Outcome.INCORRECT
        status = Status.PASSED if judged.works else Status.WRONG_ANSWER
        return Verdict(outcome, status, judged.score, judged.works, judged.findings, judged.findings[0].message)

    def grade(self, exercise: Exercise[PlanSpec], answer: Answer, tools: Tools) -> Verdict:  # noqa: ARG002 - nothing is executed
        """The verdict over all four steps."""
        return grade(exercise.spec, answer)

    def board(self, exercise: Exercise[PlanSpec], slot: str, texts: Mapping[str, str], language: Language) -> Changed:
        """The board of a part as it stands: the project with the plan on it, and what is history by then. Nothing of it is judged."""
        project = exercise.spec.projects[language]
        axis = Axis(project)
        plan = answers.plan(texts.get("plan", ""), project, axis)
        if slot != "replan":
            return Changed(replace(project, plan=plan), 0, {})
        changed = _changed(exercise.spec, language, bars(project, axis, plan))
        return Changed(replace(changed.project, plan=_planned_again(changed, plan, texts.get("replan", ""))), changed.now, changed.done)

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:  # noqa: ARG002 - nothing is executed
        """See `proof.py`."""
        return prove(exercise, lambda raw: self._sample(exercise, raw))

    def _sample(self, exercise: Exercise[PlanSpec], text: str) -> Verdict | tuple[Problem, ...]:
        answer = self.read(exercise, Raw({"answer.md": text.encode()}))
        return grade(exercise.spec, answer) if isinstance(answer, Answer) else answer


def grade(spec: PlanSpec, answer: Answer) -> Verdict:
    """The verdict on an answer that could be read."""
    split, covered = _points(answer, "tasks", spec.parts, "split")
    first = judge(_first(spec, answer))
    defence, defended = _points(answer, "defence", spec.defence, "defence")
    again = _again(spec, answer, first)
    parts = SPLIT * covered + PLAN * first.score + DEFENCE * defended + REPLAN * again.score
    score = round(max(0.0, parts - HINT_COST * answer.count("hint")), 3)
    works = first.works and again.works
    passed = works and score >= PASS
    findings = (*split, *first.findings, *defence, *_length(answer), *again.findings)
    if passed:
        outcome = Outcome.CORRECT if score >= CORRECT else Outcome.PARTIAL
    else:
        outcome = Outcome.PARTIAL if score >= PARTIAL and (first.works or covered >= PASS) else Outcome.INCORRECT
    return Verdict(
        outcome, Status.PASSED if passed else Status.WRONG_ANSWER, score, passed, findings, _summary(first, again, covered, passed)
    )


def _summary(first: Judged, again: Judged, covered: float, passed: bool) -> Message:
    if not first.works:
        return Message("plan.summary-blocked")
    if not again.works:
        return Message("plan.summary-event")
    return Message("plan.summary-works" if passed else "plan.summary-thin", {"percent": round(covered * 100)})


def _first(spec: PlanSpec, answer: Answer) -> Case:
    project = spec.projects["en"]
    return Case(spec.projects, answers.plan(answer.prose("plan").text, project, Axis(project)), spec.optimum, "", {})


def _again(spec: PlanSpec, answer: Answer, first: Judged) -> Judged:
    """The plan after the event. What was planned and is not mentioned again stays, as far as it can."""
    text = answer.prose("replan").text
    if not placements(text):
        missing = Finding("event:feasible", False, Message("plan.no-replan"), Logged({"replanned": 0}), Dimension.PLANNING)
        return Judged((missing,), 0.0, False, {})
    changed = {language: _changed(spec, language, first.bars) for language in spec.projects}
    one = changed["en"]
    axis = Axis(one.project)
    plan = _planned_again(one, plan_of(first.bars), text)
    best = heuristic(one.project, axis, Random(0), fixed=one.done, not_before=one.now)
    projects = {language: found.project for language, found in changed.items()}
    return judge(Case(projects, plan, last(best) if best else 0, "event:", one.done, optimum_proved=False))


def _planned_again(changed: Changed, before: Plan, text: str) -> dict[str, Placement]:
    """What is not history: as the lines say, else where it was, and never before the event."""
    kept = {name: place for name, place in before.items() if name in changed.project.by_id}
    plan = {**kept, **answers.plan(text, changed.project, Axis(changed.project))}
    return {name: replace(place, start=max(place.start, changed.now)) for name, place in plan.items() if name not in changed.done}


def _changed(spec: PlanSpec, language: str, drawn: Bars) -> Changed:
    project = spec.projects[language]
    return happen(project, Axis(project), drawn, spec.events[language])


def _points(answer: Answer, part: str, points: Sequence[Point], prefix: str) -> tuple[tuple[Finding, ...], float]:
    """A finding for each point, and the covered share of their weights."""
    prose = answer.prose(part)
    language: Language = guess_language(prose.text, prose.language) if prose.text.strip() else prose.language
    found = find_points(prose.text, {one.id: Wanted(one.paraphrases.get(language, ())) for one in points}, language)
    findings, covered = [], 0
    for one in points:
        hit = found.get(one.id)
        ok = hit is not None and (part == "tasks" or not hit.denied)
        covered += one.weight if ok else 0
        spans = (Span(hit.start, hit.end),) if hit else ()
        message = Message(f"plan.{prefix}-{'there' if ok else 'missing'}")
        findings.append(Finding(f"{prefix}:{one.id}", ok, message, Passage(prose.text, spans, one.title()), Dimension.PLANNING))
    return tuple(findings), covered / sum(one.weight for one in points)


def _length(answer: Answer) -> tuple[Finding, ...]:
    """Whether the defence fits into three minutes."""
    text = answer.prose("defence").text
    count = len(text.split())
    if not count:
        return ()
    seconds = round(60 * count / WORDS_A_MINUTE)
    fits = FEWEST_WORDS <= count <= WORDS_A_MINUTE * MINUTES
    message = Message(
        "plan.length-fits" if fits else "plan.length-short" if count < FEWEST_WORDS else "plan.length-long",
        {"count": count, "seconds": seconds},
    )
    return (Finding("defence:length", fits, message, Logged({"words": count, "seconds": seconds}), Dimension.EXPLAINING),)
