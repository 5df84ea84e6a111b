"""Anyone's module and anyone's tests: how many wrong versions of the module the tests see."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from sparring.core.evidence import FailedTest, FailedTests, MutantRow, Mutants
from sparring.core.problem import JudgeError, UsageError
from sparring.core.text import Message
from sparring.judge.mutants import Judged, Mutant, Report, Subject, Suite, decoys, judge_suite, mutants, read_suite
from sparring.judge.mutants.suite import Framework
from sparring.judge.mutants.twins import twins
from sparring.sandbox.interface import Sandbox
from sparring.sandbox.native import PYTEST, NativeSandbox
from sparring.sandbox.own_machine import OwnMachine
from sparring.usecases.app import App
from sparring.usecases.sources import read_source

MOST_FILES = 200
_NO_FILE = re.compile(r"FileNotFoundError: \[Errno \d+\] No such file or directory: '([^'\n]{1,200})'")
_NO_PLUGIN = "async def functions are not natively supported"


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of it: the report, how many mutants there are, and the seconds that it took. `left_out`: mutants beyond the number asked for; `twins`: the ids of the
    survivors that are probably the module in other words.
    """

    report: Report
    suite: Suite
    seconds: float
    left_out: int = 0
    twins: frozenset[str] = frozenset()

    @property
    def forbidden(self) -> bool:
        """Whether tests pass on the module and fail on the same in other words: they look at the text, not at what it does."""
        return bool(self.report.wrong) and not self.report.flaky

    @property
    def passed(self) -> bool:
        """Whether everything was judged and every mutant killed."""
        report = self.report
        return not (report.trouble or report.survived or report.flaky or self.forbidden or report.unjudged) and bool(report.judged)


def measure(
    app: App,
    module: Path,
    tests: Path,
    *,
    framework: Framework | None = None,
    most: int | None = None,
    own_machine: bool = False,
    random: Random,
) -> Measured:
    """Judge the tests in `tests` (a file or a folder) on mutants of `module`; UsageError if one of them cannot be read.

    Of more than `most` mutants a sample is judged. What the exact engine lacks is run by the native one or, with the person's consent (`own_machine`), unconfined
    on this machine; the report's `engine` says which.
    """
    source = read_source(module)
    suite = read_suite(_test_files(tests, module), framework)
    subject = _subject(module, source, suite)
    found = _mutants(module, source)
    chosen = found if most is None or len(found) <= most else tuple(random.sample(found, most))
    started = perf_counter()
    report = _judged(app.engine, subject, suite, chosen, random)
    if (missing := _missing(report)) is not None:
        for sandbox in _others(missing, own_machine):
            with closing(sandbox):
                report = _judged(sandbox, subject, suite, chosen, random)
            if _missing(report) is None:
                break
    seconds = perf_counter() - started
    alike = frozenset() if report.wrong or report.flaky else twins(app.engine, subject, suite, report, os.cpu_count() or 1)
    return Measured(report, suite, seconds, len(found) - len(chosen), alike)


def _judged(sandbox: Sandbox, subject: Subject, suite: Suite, chosen: tuple[Mutant, ...], random: Random) -> Report:
    return judge_suite(sandbox, subject, suite, chosen, decoys(subject.source), random, os.cpu_count() or 1)


def _missing(report: Report) -> str | None:
    """The module, or the threads, that the engine lacks; None if it has what is needed."""
    trouble = report.trouble
    if trouble is None or trouble.kind not in ("missing", "red"):
        return None
    if trouble.kind == "missing":
        return trouble.detail
    return "threading" if any("not available in the exact engine" in failure.text for failure in trouble.tests) else None


def _others(missing: str, own_machine: bool) -> Iterator[Sandbox]:
    if missing.partition(".")[0] in sys.stdlib_module_names:
        with suppress(JudgeError):  # this machine gives no walls
            yield NativeSandbox(PYTEST, workers=2)
    if own_machine:
        yield OwnMachine(consent=True)


def _mutants(module: Path, source: str) -> tuple[Mutant, ...]:
    try:
        found = mutants(source)
    except SyntaxError as error:
        raise UsageError(
            Message("mutants.module-unreadable", {"file": module.name, "line": error.lineno or 0, "what": error.msg})
        ) from error
    except (ValueError, RecursionError) as error:
        raise UsageError(Message("mutants.module-no-python", {"file": module.name, "what": str(error)})) from error
    if not found:
        raise UsageError(Message("mutants.nothing-to-change", {"file": module.name}))
    return found


def _test_files(tests: Path, module: Path) -> dict[str, str]:
    """The suite's files by base name: a file with what lies beside it and is imported by it, or all of a folder."""
    if tests.is_dir():
        paths = sorted(path for path in tests.glob("*.py") if path.resolve() != module.resolve())
        if not paths:
            raise UsageError(Message("mutants.empty-folder", {"path": str(tests)}))
        return {path.name: read_source(path) for path in paths[:MOST_FILES]}
    files = {tests.name: read_source(tests)}
    if (beside := tests.with_name("conftest.py")).is_file():
        files[beside.name] = read_source(beside)
    return files | {name: text for name, text in _imported(tests.parent, files, {module.resolve()}).items() if not name.startswith("test")}


def _subject(module: Path, source: str, suite: Suite) -> Subject:
    """The module under the longest dotted name that the suite imports it by, with what it imports from its own folder or package."""
    parts = module.resolve().with_suffix("").parts[1:]
    length = next((count for count in range(min(len(parts), 8), 1, -1) if ".".join(parts[-count:]) in suite.imports), 1)
    root = module.resolve().parents[length - 1]
    file = "/".join(parts[-length:]) + ".py"
    if length == 1:
        beside = _imported(root, {file: source}, {module.resolve()})
    else:
        package = sorted((root / parts[-length]).rglob("*.py"))[:MOST_FILES]
        beside = {path.relative_to(root).as_posix(): read_source(path) for path in package if path != module.resolve()}
    return Subject(file, source, beside)


def _imported(folder: Path, files: Mapping[str, str], but: set[Path]) -> dict[str, str]:
    """The modules of `folder` that `files` import, and those that these import in turn."""
    found: dict[str, str] = {}
    waiting = list(files.values())
    while waiting and len(found) < MOST_FILES:
        for name in read_suite({"x.py": waiting.pop()}).imports:
            path = folder / f"{name.partition('.')[0]}.py"
            if path.name not in found and path.name not in files and path.is_file() and path.resolve() not in but:
                found[path.name] = read_source(path)
                waiting.append(found[path.name])
    return found


def as_json(measured: Measured) -> dict[str, Any]:
    """The stable JSON shape; what goes beyond it stands under names of its own."""
    report = measured.report
    return {
        "total": len(report.judged),
        "killed": len(report.killed),
        "survived": [_survivor(each, measured.twins) for each in report.survived],
        "timeouts": report.timeouts,
        "seconds": round(measured.seconds, 3),
        "tests": len(report.tests),
        "engine": report.engine,
        "trouble": report.trouble
        and {"kind": report.trouble.kind, "what": report.trouble.detail, "tests": _failures(report.trouble.tests)},
        "forbidden": _failures(report.wrong) if measured.forbidden else [],
        "flaky": list(report.flaky),
        "order_matters": list(report.ordered),
        "unjudged": report.unjudged + measured.left_out,
        "asserts": measured.suite.asserts is not False,
    }


def _survivor(each: Judged, twins: frozenset[str]) -> dict[str, Any]:
    told = {"diff": each.mutant.diff, "line": each.mutant.line, "tests": list(each.tests)}
    return {**told, "probably_equivalent": each.mutant.id in twins}


def _failures(failures: Any) -> list[dict[str, str]]:
    return [{"test": each.test, "text": each.text} for each in failures]


def trouble_message(report: Report) -> Message:
    """Why nothing can be said, as a sentence."""
    trouble = report.trouble
    assert trouble is not None
    for found, why in ((_NO_FILE.search(each.text), each) for each in trouble.tests):
        if trouble.kind == "red" and found:
            return Message("mutants.no-file", {"test": why.test, "what": found[1]})
        if trouble.kind == "red" and _NO_PLUGIN in why.text:
            return Message("mutants.async", {"test": why.test})
    unsaid = "-unsaid" if trouble.kind in ("time-limit", "memory-limit", "output-limit") and not trouble.detail else ""
    return Message(f"mutants.{trouble.kind}{unsaid}", {"what": trouble.detail, "line": trouble.line, "count": len(trouble.tests)})


def remarks(measured: Measured) -> Iterator[Message]:
    """What else is to be said of the suite."""
    report = measured.report
    if measured.forbidden:
        yield Message("mutants.forbidden", {"test": report.wrong[0].test})
    if report.remembers:
        yield Message("mutants.remembers", {"what": ", ".join(report.remembers[:5])})
    elif report.flaky:
        yield Message("mutants.flaky", {"what": ", ".join(report.flaky[:5])})
    if report.ordered:
        yield Message("mutants.ordered", {"what": ", ".join(report.ordered[:5])})
    if alike := [each.mutant.line for each in report.survived if each.mutant.id in measured.twins]:
        yield Message("mutants.equivalent", {"count": len(alike), "lines": ", ".join(map(str, dict.fromkeys(alike)))})
    if measured.suite.asserts is False and not report.trouble:
        yield Message("mutants.no-assertion")
    if unjudged := report.unjudged + measured.left_out:
        yield Message("mutants.unjudged", {"count": unjudged})
    if not report.engine.startswith("exact"):
        yield Message("mutants.unconfined" if report.engine.startswith("unconfined") else "mutants.native", {"engine": report.engine})


def evidence(report: Report) -> Mutants | FailedTests:
    """The survivors, or the tests that failed on the module itself."""
    if report.trouble:
        return FailedTests(tuple(FailedTest(each.test, each.text) for each in report.trouble.tests))
    return Mutants(len(report.judged), len(report.killed), report.timeouts, tuple(_row(each) for each in report.survived))


def _row(judged: Judged) -> MutantRow:
    return MutantRow(judged.mutant.diff, judged.mutant.line, judged.tests)
