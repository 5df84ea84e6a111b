"""What every run of a session was: a fold over the runs, with the facts of each snapshot at hand. Pure.

Theory of operation. A red is right when what fails now did not fail before for another reason, fails on the author's module without the requirement, and passes on the author's
module with it: a typo, a missing import or an expectation of one's own fails there, too. A green is the answer to such a red; it is the smallest if the module meets no later
requirement that it did not meet before (what no test runs is looked at by `facts.spare`). Whatever changes the module while all tests pass, and leaves what
it does to every requirement as it was, is a refactor; whatever else changes it then is code that no test asked for. A requirement is done when all tests pass, the
module meets its cases, and some test fails on the author's module without it.
"""

import ast
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sparring.core.evidence import RunPhase
from sparring.core.text import Message, Param
from sparring.judge.structure import gained, measure
from sparring.kinds.tdd.facts import Facts
from sparring.kinds.tdd.schema import TddSpec
from sparring.kinds.tdd.session import Session, Snapshot, Step

MISSING = re.compile(
    r"^(?:ImportError|ModuleNotFoundError|NameError|AttributeError: (?:partially initialized )?module|SyntaxError|IndentationError|TabError)"
)
MANY = 3
"""So many new tests at once are told: one is enough to go on."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run and what it was. `asked`: the requirement that was asked then, `about`: the one it belongs to (both from 0). `done`: how many were done or left after it."""

    step: Step
    phase: RunPhase
    note: Message
    asked: int
    about: int
    done: int
    changed: str = ""
    before: Snapshot | None = None
    tests: int = 0
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Cycle:
    """How a requirement was done. `driven`: a right red came first; `small`: no more than was needed; `skipped`: it was left."""

    driven: bool = False
    small: bool = True
    skipped: bool = False


@dataclass
class _Course:
    """What has happened so far."""

    snapshot: Snapshot
    facts: Facts | None = None
    asked: int = 0
    red: bool = False
    fresh: bool = False
    cycles: dict[int, Cycle] = field(default_factory=dict)
    runs: list[Run] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Course:
    """A session, judged: its runs, and the cycle of each requirement that was done or left (by number from 0)."""

    runs: tuple[Run, ...]
    cycles: Mapping[int, Cycle]
    asked: int

    @property
    def driven(self) -> int:
        """How many requirements were done after a right red."""
        return sum(cycle.driven for cycle in self.cycles.values())

    def count(self, phase: RunPhase) -> int:
        """How many runs were this."""
        return sum(run.phase == phase for run in self.runs)


def follow(spec: TddSpec, session: Session, facts: Mapping[Snapshot, Facts]) -> Course:
    """What every run was."""
    course = _Course(session.start)
    for step in session.steps:
        if step.snapshot is None:
            _skip(spec, course, step)
        else:
            _run(spec, course, step, step.snapshot, facts[step.snapshot])
    return Course(tuple(course.runs), course.cycles, course.asked)


def _skip(spec: TddSpec, course: _Course, step: Step) -> None:
    number = course.asked if step.skipped in (None, -1) else step.skipped
    if number != course.asked or number >= len(spec.requirements):
        return
    course.cycles[number] = Cycle(skipped=True)
    course.asked, course.red, course.fresh = number + 1, False, False
    course.runs.append(Run(step, "left", Message("tdd.left"), number, number, course.asked))


def _run(spec: TddSpec, course: _Course, step: Step, snapshot: Snapshot, facts: Facts) -> None:
    asked = course.asked
    changed = _changed(course.snapshot, snapshot)
    phase, note = _green(course, snapshot, facts, changed) if facts.own.green else _red(course, snapshot, facts, changed)
    if phase == "red" and note.id != "tdd.red-older":
        course.red = True
    course.fresh = course.fresh or changed in ("tests", "both")
    about = asked if course.fresh or phase not in ("refactor", "tidy") else max(0, asked - 1)
    if facts.own.green:
        _done(spec, course, facts, phase)
    if phase in ("green", "ahead"):
        course.red = False
    about = min(about, len(spec.requirements) - 1)
    ran, failed = len(facts.own.tests), len(facts.own.bad)
    course.runs.append(Run(step, phase, note, asked, about, course.asked, changed, course.snapshot, ran, failed))
    course.snapshot, course.facts = snapshot, facts


def _done(spec: TddSpec, course: _Course, facts: Facts, phase: RunPhase) -> None:
    """Whether what is asked is done now: then the next appears, unless this run does that, too. Each one is driven by a red of its own."""
    first, red, before = course.asked, course.red, course.facts
    bad = before.own.bad if before else {}
    while course.asked < len(spec.requirements) and all(facts.met[: course.asked + 1]) and facts.asks_for(course.asked):
        number = course.asked
        driven = red and (number == first or any(test in bad for test in facts.asking(number)))
        course.cycles[number] = Cycle(driven=driven, small=phase != "ahead")
        course.asked, course.red, course.fresh = number + 1, False, False


def _changed(before: Snapshot, after: Snapshot) -> str:
    """`tests`, `code`, `both` or '': what means something else to Python than before."""
    code, tests = _meaning(before.code) != _meaning(after.code), _meaning(before.tests) != _meaning(after.tests)
    return "both" if code and tests else "code" if code else "tests" if tests else ""


def _meaning(source: str) -> str:
    try:
        return ast.dump(ast.parse(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return source


def _red(course: _Course, snapshot: Snapshot, facts: Facts, changed: str) -> tuple[RunPhase, Message]:
    own = facts.own
    if own.trouble:
        known = own.trouble.kind if own.trouble.kind in ("time-limit", "memory-limit", "output-limit", "exits") else "forged"
        return "stray", Message(f"tdd.stray-{known}", {"what": own.trouble.detail})
    for name, source, file in (("code", snapshot.code, "module"), ("tests", snapshot.tests, "tests")):
        if (line := _broken_at(source)) is not None:
            return "stray", Message(f"tdd.stray-syntax-{name}", {"line": line, "what": file})
    if not own.bad:
        return "stray", Message("tdd.stray-no-tests")
    passed_before = course.facts.own.passed if course.facts else frozenset[str]()
    broke = [test for test in own.bad if test in passed_before]
    if broke and changed != "tests":
        return "stray", _named("tdd.stray-broke", broke)
    fresh = [test for test in own.bad if course.facts is None or test not in course.facts.own.bad or changed in ("tests", "both")]
    return _red_of_tests(course.asked, facts, fresh) if fresh else ("stray", _named("tdd.stray-still", list(own.bad)))


def _red_of_tests(asked: int, facts: Facts, fresh: Sequence[str]) -> tuple[RunPhase, Message]:
    """New tests fail: for the right reason, if they say what is asked and nothing else."""
    count = len(facts.steps) - 1
    missing = [test for test in fresh if MISSING.match(facts.own.bad[test])]
    never = [test for test in fresh if not any(facts.steps[number].passes(test) for number in range(min(asked + 1, count), count + 1))]
    if missing:
        return "stray", _named("tdd.stray-typo" if set(missing) & set(never) else "tdd.stray-missing", missing, facts.own.bad[missing[0]])
    if never:
        return "stray", _named("tdd.stray-wrong", never, facts.own.bad[never[0]])
    if asked >= count:
        return "red", _named("tdd.red-older", fresh)
    early = [test for test in fresh if not facts.steps[asked + 1].passes(test)]
    if early:
        return "stray", _named("tdd.stray-early", early)
    if all(facts.steps[asked].passes(test) for test in fresh):
        return "red", _named("tdd.red-older", fresh)
    return "red", _named("tdd.red-many" if len(fresh) >= MANY else "tdd.red", fresh)


def _green(course: _Course, snapshot: Snapshot, facts: Facts, changed: str) -> tuple[RunPhase, Message]:
    before = course.facts
    if before is not None and before.own.green:
        return _under_green(course, snapshot, facts, before, changed)
    ahead = [number for number in range(course.asked + 1, len(facts.met)) if facts.met[number] and not (before and before.met[number])]
    if course.red and ahead:
        return "ahead", Message("tdd.ahead", {"count": len(ahead)})
    if course.red or (before and _older_red(course)):
        unmet = course.asked < len(facts.met) and not all(facts.met[: course.asked + 1])
        return "green", Message("tdd.green-part" if unmet else "tdd.green")
    return "unseen", Message("tdd.unseen-stray" if before and before.own.bad else "tdd.unseen-first")


def _older_red(course: _Course) -> bool:
    """Whether the last red showed a fault in what was done before."""
    reds = [run for run in course.runs if run.phase == "red"]
    return bool(reds) and reds[-1].note.id == "tdd.red-older" and course.runs[-1].phase in ("red", "stray")


def _under_green(course: _Course, snapshot: Snapshot, facts: Facts, before: Facts, changed: str) -> tuple[RunPhase, Message]:
    """Green before and after: tidied, or something came in that nobody saw fail."""
    same_tests = facts.own.passed == before.own.passed
    if facts.passing != before.passing:
        return "unseen", Message("tdd.unseen-both" if changed == "both" else "tdd.unseen-code")
    if changed in ("code", "both") and same_tests:
        return "refactor", _tidied(course.snapshot.code, snapshot.code)
    if changed == "tests" and not facts.own.passed - before.own.passed:
        return "tidy", Message("tdd.tidy")
    if changed == "":
        return "tidy", Message("tdd.tidy-comments")
    new = len(facts.own.passed - before.own.passed)
    asks = any(facts.asks_for(number) and not before.asks_for(number) for number in range(course.asked, len(facts.met)))
    if asks or changed == "both":
        return "unseen", Message("tdd.unseen-both" if changed == "both" else "tdd.unseen-test", {"count": new})
    return "tidy", Message("tdd.more-tests", {"count": new})


def _tidied(before: str, after: str) -> Message:
    """Whether the structure became better by its measures."""
    try:
        old, new = measure(before), measure(after)
    except (SyntaxError, ValueError, RecursionError):
        return Message("tdd.refactor")
    return Message(
        "tdd.refactor-better"
        if new.figures != old.figures and gained(old, new, new) > 0 and _none_grew(old.figures, new.figures)
        else "tdd.refactor"
    )


def _none_grew(before: Mapping[str, int], after: Mapping[str, int]) -> bool:
    return all(after[name] <= before[name] for name in before)


def _broken_at(source: str) -> int | None:
    """The line where a source is no Python; None if it is."""
    try:
        ast.parse(source)
    except SyntaxError as error:
        return error.lineno or 1
    except (ValueError, RecursionError, MemoryError):
        return 1
    return None


def _named(name: str, tests: Sequence[str], text: str = "") -> Message:
    params: dict[str, Param] = {"test": tests[0].rpartition("::")[2] or tests[0], "count": len(tests)}
    return Message(name, params | ({"text": text.splitlines()[0][:200]} if text else {}))


def beyond(course: Course, numbers: Sequence[int]) -> Course:
    """The course with the greens at these places of `runs` as going further than what their tests run."""
    runs = [
        replace(run, phase="ahead", note=Message("tdd.ahead-unrun")) if place in numbers and run.phase == "green" else run
        for place, run in enumerate(course.runs)
    ]
    late = {run.asked for place, run in enumerate(course.runs) if place in numbers}
    cycles = {number: replace(cycle, small=cycle.small and number not in late) for number, cycle in course.cycles.items()}
    return Course(tuple(runs), cycles, course.asked)
