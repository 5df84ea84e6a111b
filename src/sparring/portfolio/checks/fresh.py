"""A fresh clone: whether it really installs, its tests really pass, and how much of it they run. Only where the candidate said yes (`fresh/trial.py`)."""

from collections.abc import Iterator

from sparring.core.evidence import Place
from sparring.core.verdict import Finding
from sparring.portfolio.check import Look, Subject, Weight, bad, good, not_observed
from sparring.portfolio.fresh.trial import Trial

COVERED = 0.6
"""Share of the statements that the tests should run."""
LOW = 0.4
SAID_LINES = 8


def _look(subject: Subject) -> Iterator[Finding]:
    trial = subject.trial
    if trial is None or not subject.sources.program:
        return
    if trial.why:
        yield not_observed("installs", trial.why, detail=trial.detail[-200:])
        return
    if trial.installed is not None:
        yield _installs(trial)
    if trial.refused and not trial.installed:
        yield not_observed("installs", "refused-lines", lines=", ".join(trial.refused)[:200])
    if trial.ran is not None and subject.sources.tests:
        yield from _tests(trial)
        yield from _coverage(trial)


def _installs(trial: Trial) -> Finding:
    if trial.installed:
        return good("installs", packages=trial.packages)
    return bad("installs", [Place("", 0, 0, "", line[:200]) for line in _end(trial.said)])


def _end(said: str) -> list[str]:
    return [line.strip() for line in said.splitlines() if line.strip()][-SAID_LINES:]


def _tests(trial: Trial) -> Iterator[Finding]:
    passed = (trial.counts or {}).get("passed", 0)
    if trial.ran and passed:
        yield good("tests-pass", passed=passed, seconds=trial.seconds)
        return
    places = [Place(test.file, test.line, 0, f"{test.name} · {test.outcome}", (_end(test.said) or [""])[-1][:160]) for test in trial.broken]
    yield bad("tests-pass", places or [Place("", 0, 0, "", line[:200]) for line in _end(trial.said)], count=len(places), passed=passed)


def _coverage(trial: Trial) -> Iterator[Finding]:
    program = {name: pair for name, pair in (trial.covered or {}).items() if pair[0] and not _is_test(name)}
    total = sum(count for count, _ in program.values())
    if not total or not trial.counts:
        return
    percent = round(100 * sum(hit for _, hit in program.values()) / total)
    if percent >= COVERED * 100:
        yield good("coverage", percent=percent, statements=total)
        return
    poor = sorted((pair[1] - pair[0], name) for name, pair in program.items() if pair[1] < LOW * pair[0])
    places = [Place(name, 1, 0, f"{program[name][1]}/{program[name][0]}") for _, name in poor]
    yield bad("coverage", places or [Place(name, 1, 0, f"{hit}/{count}") for name, (count, hit) in program.items()], percent=percent)


def _is_test(name: str) -> bool:
    last = name.rpartition("/")[2]
    return (
        last.startswith("test_")
        or last.endswith("_test.py")
        or last in ("tests.py", "conftest.py", "setup.py", "manage.py")
        or "tests/" in name
    )


LOOKS: tuple[Look, ...] = (_look,)
WEIGHTS = {"installs": Weight(5, 30), "tests-pass": Weight(5, 45), "coverage": Weight(3, 120)}
