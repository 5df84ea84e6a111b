"""Judges the four steps: the split, the plan, its defence, and the plan after the event."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import Any

from sparring.core.answer import Answer, Raw
from sparring.core.evidence import Logged
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.text import Language, Message
from sparring.core.verdict import Dimension, Finding, Outcome, Status, Verdict
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.plan import answers, loading, said, typed
from sparring.kinds.plan.facts import Facts
from sparring.kinds.plan.proof import prove
from sparring.kinds.plan.said import Said
from sparring.kinds.plan.schema import PlanSpec
from sparring.kinds.plan.steps import Case, Judged, judge
from sparring.planning.axis import Axis
from sparring.planning.events import Changed, happen
from sparring.planning.lines import placements
from sparring.planning.model import Placement, Plan, Project
from sparring.planning.placing import Bars, bars, last, plan_of
from sparring.planning.team import heuristic

SPLIT, PLAN, DEFENCE, REPLAN = 0.3, 0.35, 0.1, 0.25
PASS, CORRECT, PARTIAL = 0.6, 0.8, 0.25
BELOW = 0.59
"""The most that an answer scores that did not pass: a step that is missing or past its date is not made up for by the others."""
HINT_COST = 0.1
UNTRUE, UNTRUE_MOST = 0.06, 0.24
"""What each claim costs that the plan contradicts, and all of them at most: worse than saying nothing."""
THIN = 0.4
"""What a split loses for the share that is missing to ENOUGH_SPLIT, besides what it does not earn."""
NO_SPLIT = ("undivided", "hollow")
"""Flaws with which a split is none: one line of names, or mostly lines that undertake nothing."""
LEAST_SPLIT, ENOUGH_SPLIT = 0.25, 0.5
"""The share of the expected tasks without which nobody passes, and without which an answer is not right."""


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
        return grade(exercise, answer)

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
        return grade(exercise, answer) if isinstance(answer, Answer) else answer


def grade(exercise: Exercise[PlanSpec], answer: Answer) -> Verdict:
    """The verdict over all four steps."""
    spec = exercise.spec
    first = judge(_first(spec, answer))
    again, after = _again(spec, answer, first)
    plans = (Facts(spec.projects, first.bars), *((Facts(after, again.bars),) if after else ()))
    split, defence = said.split(exercise, answer), said.defence(exercise, answer, plans)
    parts = SPLIT * split.covered + PLAN * first.score + DEFENCE * defence.covered + REPLAN * again.score
    hollow = THIN * max(0.0, ENOUGH_SPLIT - split.covered) + min(UNTRUE_MOST, UNTRUE * defence.against)
    score = round(max(0.0, parts - hollow - HINT_COST * answer.count("hint")), 3)
    works = first.works and again.works and not first.missed and not again.missed
    passed = works and score >= PASS and split.covered >= LEAST_SPLIT and split.flaw not in NO_SPLIT and defence.done
    score = score if passed else min(score, BELOW)
    lines = typed.remarks(answer.prose("plan").text, spec.projects["en"])
    findings = (*split.findings, *lines, *first.findings, *defence.findings, *again.findings)
    if passed:
        right = score >= CORRECT and split.covered >= ENOUGH_SPLIT and not split.flaw and not defence.flaw and defence.covered > 0
        outcome = Outcome.CORRECT if right else Outcome.PARTIAL
    else:
        outcome = Outcome.PARTIAL if score >= PARTIAL and (first.works or split.covered >= PASS) else Outcome.INCORRECT
    summary = _summary(first, again, split, defence, passed=passed)
    return Verdict(outcome, Status.PASSED if passed else Status.WRONG_ANSWER, score, passed, findings, summary)


def _summary(first: Judged, again: Judged, split: Said, defence: Said, *, passed: bool) -> Message:
    if not first.works:
        return Message("plan.summary-blocked")
    if not again.works:
        return Message("plan.summary-event")
    for name, one in (("plan.summary-late", first), ("plan.summary-event-late", again)):
        if one.missed:
            return Message(name, {"days": one.missed})
    percent = round(split.covered * 100)
    if split.covered < LEAST_SPLIT:
        return Message("plan.summary-no-split", {"percent": percent, "least": round(LEAST_SPLIT * 100)})
    if split.flaw in NO_SPLIT:
        return Message(f"plan.summary-{split.flaw}")
    if not defence.done:
        return Message("plan.summary-other-plan" if defence.flaw == "another" else "plan.summary-no-defence")
    if split.flaw and passed:
        return Message("plan.summary-names", {"percent": percent})
    if passed and defence.flaw:
        return Message("plan.summary-against", {"percent": percent})
    name = "thin" if not passed else "works" if defence.covered else "undefended"
    return Message(f"plan.summary-{name}", {"percent": percent})


def _first(spec: PlanSpec, answer: Answer) -> Case:
    project = spec.projects["en"]
    return Case(spec.projects, answers.plan(answer.prose("plan").text, project, Axis(project)), spec.optimum, "", {})


def _again(spec: PlanSpec, answer: Answer, first: Judged) -> tuple[Judged, Mapping[str, Project]]:
    """The plan after the event and the projects by then ({} where nothing was planned again). What was planned and is not mentioned again stays, as far as it can."""
    text = answer.prose("replan").text
    if not placements(text):
        missing = Finding("event:feasible", False, Message("plan.no-replan"), Logged({"replanned": 0}), Dimension.PLANNING)
        return Judged((missing,), 0.0, False, {}), {}
    changed = {language: _changed(spec, language, first.bars) for language in spec.projects}
    one = changed["en"]
    axis = Axis(one.project)
    plan = _planned_again(one, plan_of(first.bars), text)
    best = heuristic(one.project, axis, Random(0), fixed=one.done, not_before=one.now)
    projects = {language: found.project for language, found in changed.items()}
    shortest = last(best) if best else 0
    against = min(shortest, spec.optimum)
    judged = judge(Case(projects, plan, shortest, "event:", one.done, optimum_proved=False, against=against))
    lines = typed.remarks(text, one.project, "event:", one.done)
    return replace(judged, findings=(*lines, *judged.findings)), projects


def _planned_again(changed: Changed, before: Plan, text: str) -> dict[str, Placement]:
    """What is not history: as the lines say, else where it was, and never before the event."""
    kept = {name: place for name, place in before.items() if name in changed.project.by_id}
    plan = {**kept, **answers.plan(text, changed.project, Axis(changed.project))}
    return {name: replace(place, start=max(place.start, changed.now)) for name, place in plan.items() if name not in changed.done}


def _changed(spec: PlanSpec, language: str, drawn: Bars) -> Changed:
    project = spec.projects[language]
    return happen(project, Axis(project), drawn, spec.events[language])
