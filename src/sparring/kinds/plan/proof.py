"""What a `plan` exercise must prove: it can be planned, its optimum is the optimum, and its sample plans are told apart."""

from collections.abc import Callable, Iterator, Sequence

from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.text import Message
from sparring.core.verdict import Verdict
from sparring.kinds.plan.schema import PlanSpec, Point
from sparring.planning.axis import Axis
from sparring.planning.checks import project_remarks
from sparring.planning.optimum import best

LEAST_PARTS, LEAST_DEFENCE, LEAST_TASKS = 6, 3, 8
SECONDS = 60.0
Sample = Callable[[str], Verdict | Sequence[Problem]]


def prove(exercise: Exercise[PlanSpec], sample: Sample) -> list[Problem]:
    """Every problem."""
    return [*_project(exercise), *_points(exercise), *_samples(exercise, sample)]


def _problem(file: str, message_id: str, **params: str | int | float) -> Problem:
    return Problem(file, 0, "", Message(message_id, dict(params)))


def _project(exercise: Exercise[PlanSpec]) -> Iterator[Problem]:
    spec = exercise.spec
    project = spec.projects["en"]
    axis = Axis(project)
    remarks = project_remarks(project)
    for one in remarks:
        if one.blocker or exercise.complete:
            yield Problem("project.toml", 0, "", one.message)
    if exercise.complete and len(project.tasks) < LEAST_TASKS:
        yield _problem("project.toml", "plan.few-tasks", least=LEAST_TASKS)
    found = best(project, axis, SECONDS) if not any(one.blocker for one in remarks) else None
    if found is None:
        yield _problem("project.toml", "plan.cannot-be-planned")
    elif found.bound > spec.optimum or (found.proved and found.end != spec.optimum) or found.end < spec.optimum:
        yield _problem("exercise.toml", "plan.optimum-wrong", said=spec.optimum, found=found.end)
    if found is not None and project.deadline and axis.end_of(project.deadline) < found.end:
        yield _problem("project.toml", "plan.deadline-impossible", best=found.end, due=axis.end_of(project.deadline))


def _points(exercise: Exercise[PlanSpec]) -> Iterator[Problem]:
    spec = exercise.spec
    for points, least in ((spec.parts, LEAST_PARTS), (spec.defence, LEAST_DEFENCE)):
        if exercise.complete and len(points) < least:
            yield _problem("exercise.toml", "plan.few-points", least=least)
        for one in points:
            yield from _phrases(exercise, one)


def _phrases(exercise: Exercise[PlanSpec], point: Point) -> Iterator[Problem]:
    for language in exercise.languages:
        count = len(point.paraphrases.get(language, ()))
        if count < (2 if exercise.complete else 1):
            yield _problem("exercise.toml", "plan.few-phrases", point=point.id, language=language, count=count)


def _samples(exercise: Exercise[PlanSpec], sample: Sample) -> Iterator[Problem]:
    verdicts: dict[str, Verdict] = {}
    for name, text in exercise.spec.samples.items():
        found = sample(text)
        if isinstance(found, Verdict):
            verdicts[name] = found
        else:
            yield from (Problem(f"samples/{name}.md", one.line, "", one.message) for one in found)
    good = verdicts.get("good")
    for name, verdict in verdicts.items():
        failed = {finding.criterion for finding in verdict.findings if not finding.ok}
        reason = _told(name, verdict, failed)
        if not reason or (good is not None and name != "good" and verdict.score >= good.score):
            yield _problem(f"samples/{name}.md", "plan.sample", sample=name, outcome=verdict.outcome, score=verdict.score)


def _told(name: str, verdict: Verdict, failed: set[str]) -> bool:
    """Whether a sample's verdict says what the sample was made to show."""
    match name:
        case "good":
            return verdict.passed
        case "overloaded":
            return "overload" in failed
        case "no-time":
            return {"no-time-for-test", "no-time-for-review"} <= failed
        case _:
            return "feasible" in failed and "overload" not in failed
