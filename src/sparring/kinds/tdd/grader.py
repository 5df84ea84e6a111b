"""Runs every snapshot of the session again, says what each run was, then judges what came out of it all."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

from sparring.core.answer import Answer, LogEntry, Prose, Raw
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.text import Message
from sparring.core.verdict import Verdict
from sparring.judge.mutants import Judged, Mutant, Subject, read_suite
from sparring.kinds.kind import Asked, Folder, Tools
from sparring.kinds.reading import read_parts
from sparring.kinds.tdd import verdicts
from sparring.kinds.tdd.facts import budget_of, facts_of, spare
from sparring.kinds.tdd.folder import load
from sparring.kinds.tdd.phases import Course, beyond, follow
from sparring.kinds.tdd.proof import prove
from sparring.kinds.tdd.schema import TddSpec
from sparring.kinds.tdd.session import LOG, Session, Snapshot, Step, read_runs, session_of
from sparring.kinds.tdd.verdicts import Judgement
from sparring.sandbox.interface import Unreadable

MOST_BYTES = 64_000
"""A module or a suite of a kata is never as long; every run keeps a copy of both."""


class Tdd:
    """The kind `tdd`."""

    id = "tdd"

    def load(self, folder: Folder) -> Exercise[TddSpec] | tuple[Problem, ...]:
        """Read the folder."""
        return load(folder)

    def read(self, exercise: Exercise[TddSpec], raw: Raw) -> Answer | tuple[Problem, ...]:
        """Module and tests, and where a file tells a session (`*.runs`), that."""
        told = {name: body for name, body in raw.files.items() if name.endswith(".runs")}
        if not told:
            return _bounded(read_parts(exercise, raw))
        name, body = next(iter(told.items()))
        files = {other: content for other, content in raw.files.items() if other != name}
        return _told(exercise, raw, name, body, files)

    def run(self, exercise: Exercise[TddSpec], answer: Answer, tools: Tools) -> Verdict:
        """A step of the session: red or green, and what is asked next."""
        session, course = _course(exercise, answer, tools)
        facts = facts_of(exercise, [session.last], tools)[session.last]
        return verdicts.stepped(exercise.spec, session, course, facts, tools.judge.engine_id)

    def grade(self, exercise: Exercise[TddSpec], answer: Answer, tools: Tools) -> Verdict:
        """The whole session, and what came out of it."""
        return verdicts.graded(judgement(exercise, answer, tools), answer)

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:
        """See `proof.py`."""
        return prove(exercise, tools, lambda answer: judgement(exercise, answer, tools))

    def asked(self, exercise: Exercise[TddSpec], log: Sequence[LogEntry]) -> Asked:
        """The requirements that appeared, by what the log says was reached."""
        requirements, states = exercise.spec.requirements, dict[int, str]()
        now = 0
        for entry in log:
            if entry.what == "run" and "reached" in entry.detail:
                reached = int(entry.detail["reached"])
                states |= dict.fromkeys(range(now, reached), "done")
                now = max(now, reached)
            elif entry.what == "skip" and int(entry.detail["number"]) == now < len(requirements):
                states[now] = "skipped"
                now += 1
        texts = tuple((each.text, states.get(number, "now")) for number, each in enumerate(requirements[: now + 1]))
        return Asked(texts, len(requirements))

    def reached(self, verdict: Verdict) -> int:
        """How many requirements were done or left when a run was judged: one fewer than have appeared, unless all are done."""
        finding = next((each for each in verdict.findings if each.criterion == "asked"), None)
        return int(finding.message.params["reached"]) if finding and isinstance(finding.message, Message) else 0


def judgement(exercise: Exercise[TddSpec], answer: Answer, tools: Tools) -> Judgement:
    """Everything that a verdict rests on."""
    spec = exercise.spec
    session, course = _course(exercise, answer, tools)
    course, spares = _smallest(exercise, course, tools)
    last = session.last
    facts = facts_of(exercise, [last], tools)[last]
    suite = read_suite({spec.test_file: last.tests})
    right = {name: source for name, (source, _) in spec.right.items()}
    appeared = min(course.asked + 1, len(spec.requirements)) if session.seen else len(spec.requirements)
    variants = appeared_variants(exercise, appeared, tools)
    report = tools.judge.suite(Subject(spec.file, spec.reference), suite, variants, right, Random(tools.random.getrandbits(64)))
    cases = tools.judge.cases({spec.file: last.code}, spec.file, spec.cases_of(appeared), budget_of(exercise, appeared))
    return Judgement(spec, session, course, facts, report, cases, spares)


def appeared_variants(exercise: Exercise[TddSpec], appeared: int, tools: Tools) -> tuple[Mutant, ...]:
    """The wrong versions that break one of the first `appeared` requirements: the others would tell what has not been asked yet."""
    spec = exercise.spec
    if appeared == len(spec.requirements):
        return spec.variants
    script, budget = spec.cases_of(appeared), budget_of(exercise, appeared)
    reports = [(each, tools.judge.cases({spec.file: each.source}, spec.file, script, budget)) for each in spec.variants]
    return tuple(
        # how it differs stands in the last step's code, which does what is asked later, too
        replace(each, diff="")
        for each, report in reports
        if not isinstance(report, Unreadable) and (report.failed or report.load_failure)
    )


def _course(exercise: Exercise[TddSpec], answer: Answer, tools: Tools) -> tuple[Session, Course]:
    spec = exercise.spec
    session = session_of(answer, Snapshot(spec.starter, spec.tests), (spec.file, spec.test_file))
    snapshots = [step.snapshot for step in session.steps if step.snapshot] or [session.start]
    return session, follow(spec, session, facts_of(exercise, snapshots, tools))


def _smallest(exercise: Exercise[TddSpec], course: Course, tools: Tools) -> tuple[Course, tuple[Judged, ...]]:
    """The greens that hold code which no test runs, and everything in any green that could stand otherwise."""
    found: list[Judged] = []
    numbers = []
    for place, run in enumerate(course.runs):
        if run.phase == "green" and run.before and run.step.snapshot:
            spared = spare(exercise, run.before, run.step.snapshot, tools)
            found += spared
            if any(not each.tests for each in spared):
                numbers.append(place)
    return beyond(course, numbers), tuple(found)


def _bounded(read: Answer | tuple[Problem, ...]) -> Answer | tuple[Problem, ...]:
    """The answer, if no part is longer than a kata's."""
    if not isinstance(read, Answer):
        return read
    problems = tuple(
        Problem(name, 0, "", Message("answer.too-large", {"bytes": len(source.encode("utf-8", "replace")), "most": MOST_BYTES}))
        for part in ("module", "tests")
        for name, source in read.code(part).files.items()
        if len(source.encode("utf-8", "replace")) > MOST_BYTES
    )
    return problems or read


def _told(exercise: Exercise[TddSpec], raw: Raw, name: str, body: bytes, files: dict[str, bytes]) -> Answer | tuple[Problem, ...]:
    """An answer with a session that a file tells; without files of its own it ends as the session does."""
    spec = exercise.spec
    try:
        text = body.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return (Problem(name, body[: error.start].count(b"\n") + 1, "", Message("answer.not-utf8", {"byte": error.start})),)
    read = list(read_runs(text, Snapshot(spec.starter, spec.tests), (spec.file, spec.test_file)))
    problems = tuple(replace(each, file=name) for each in read if isinstance(each, Problem))
    if problems:
        return problems
    last = next(step.snapshot for step in reversed(read) if isinstance(step, Step) and step.snapshot)
    ended = {spec.file: last.code.encode(), spec.test_file: last.tests.encode()}
    answer = _bounded(read_parts(exercise, Raw(ended | files, raw.language, raw.log)))
    return replace(answer, parts={**answer.parts, LOG: Prose(text)}) if isinstance(answer, Answer) else answer
