"""Running a test suite beside the code that it tests, with the result counted here.

Theory of operation. A suite must share an interpreter with the code that it tests, so that code can reach the runner. Nothing that comes out is therefore
believed for being printed or for the exit code: every test must be named once with its outcome, in one answer, by a process that is still alive
afterwards; and among the tests are controls of ours, under names drawn anew for every run, that must fail and pass as we know they do. Who exits early,
answers in place of the runner without knowing the controls, or patches the runner, is `forbidden`, each with its own name.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sparring.core import plain
from sparring.sandbox.interface import Job, Limits, Raised, Result, Stop, Stopped, Unreadable, Value
from sparring.sandbox.native.pool import NativeSandbox

Framework = Literal["pytest", "unittest"]
OUTCOMES = ("passed", "failed", "error", "skipped")
CONTROL = """import unittest


class {name}(unittest.TestCase):
    def test_{a}(self):
        self.assertEqual(2 + 2, 4)

    def test_{b}(self):
        self.assertEqual(2 + 2, 5)

    def test_{c}(self):
        assert [1] == [2]

    def test_{d}(self):
        raise KeyError("{d}")
"""


@dataclass(frozen=True, slots=True)
class TestResult:
    """What came of one test: `id` as the framework names it, `text` why it did not pass (bounded, from the candidate: show it, never trust it)."""

    __test__ = False

    id: str
    outcome: Literal["passed", "failed", "error", "skipped"]
    text: str


@dataclass(frozen=True, slots=True)
class SuiteOutcome:
    """What a suite did: its tests in order, or what stopped it (`tests` is then empty), and what it printed."""

    tests: tuple[TestResult, ...]
    stopped: Stopped | Raised | Unreadable | None
    output: str

    @property
    def passed(self) -> bool:
        """Whether there was at least one test and all that ran passed."""
        return (
            self.stopped is None
            and any(t.outcome == "passed" for t in self.tests)
            and all(t.outcome in ("passed", "skipped") for t in self.tests)
        )


def run_suite(engine: NativeSandbox, files: Mapping[str, str], framework: Framework = "pytest", limits: Limits = Limits()) -> SuiteOutcome:  # noqa: B008
    """Run every `test*.py` of `files`. The engine's package set must hold pytest if that is the framework."""
    control = _Control(framework)
    step = engine.run_suite(Job({**files, control.file: control.source}, None, limits=limits), framework)
    if isinstance(step, Unreadable):
        return SuiteOutcome((), step, "")
    return _counted(step.result, step.output, control)


class _Control:
    """Tests whose outcomes we know."""

    def __init__(self, framework: Framework) -> None:
        names = {letter: secrets.token_hex(4) for letter in "abcd"}
        stem, name = f"test_{secrets.token_hex(4)}", f"Test{secrets.token_hex(4)}"
        self.file = f"{stem}.py"
        self.source = CONTROL.format(name=name, **names)
        start = f"{self.file}::{name}::" if framework == "pytest" else f"{stem}.{name}."
        self.failing = {f"{start}test_{names[letter]}" for letter in "bcd"}
        self.all = self.failing | {f"{start}test_{names['a']}"}

    def wrong(self, told: Mapping[str, str]) -> str:
        """What is wrong with the outcomes told for the controls; '' if nothing."""
        if not told.keys() >= self.all:
            return "control tests are missing: the report is not the runner's"
        right = all((told[name] in ("failed", "error")) == (name in self.failing) for name in self.all)
        return "" if right else "control tests came out wrong: the runner was patched"


def _counted(result: Result, output: str, control: _Control) -> SuiteOutcome:
    if isinstance(result, Stopped | Raised):
        return SuiteOutcome((), result, output)
    tests = _tests(result.value) if isinstance(result, Value) else None
    if tests is None:
        return SuiteOutcome((), Stopped(Stop.FORBIDDEN, "forged report"), output)
    wrong = control.wrong({test.id: test.outcome for test in tests})
    if wrong:
        return SuiteOutcome((), Stopped(Stop.FORBIDDEN, wrong), output)
    return SuiteOutcome(tuple(test for test in tests if test.id not in control.all), None, output)


def _tests(value: plain.Plain) -> list[TestResult] | None:
    """The tests of a report; None if it is not of the form, or names a test twice."""
    if not isinstance(value, list):
        return None
    tests = [_test(entry) for entry in value]
    names = {test.id for test in tests if test}
    return [test for test in tests if test] if len(names) == len(tests) and None not in tests else None


def _test(entry: Any) -> TestResult | None:
    right = isinstance(entry, list) and len(entry) == 3 and all(type(part) is str for part in entry) and entry[1] in OUTCOMES
    return TestResult(entry[0][:500], entry[1], entry[2][:2000]) if right else None
