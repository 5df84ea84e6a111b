"""Runs a suite on all variants of a module, and counts outside.

Theory of operation. The variants are shared out among as many jobs as there are workers. Each job is one interpreter with the suite in it; it runs the suite on the module as it
is (the rehearsal: which test runs which lines), then on the variants one after the other, with the module's and the suite's state made anew before each. A mutant meets only the
tests that run its lines first; if they let it pass, all of them. The right implementations stand between the mutants at places that are drawn, in every job: nothing inside
tells them apart. Controls of ours run under drawn names, whose outcomes we know. A few mutants are judged in two jobs. What a job says is data that is checked here.
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from sparring.core.plain import Plain
from sparring.judge.mutants.generate import Mutant
from sparring.judge.mutants.report import Report, Subject
from sparring.judge.mutants.suite import Suite
from sparring.judge.mutants.tally import tally
from sparring.sandbox.interface import Job, JobOutcome, Limits, Sandbox, Step, Unreadable

INSIDE = Path(__file__).parent / "inside"
MAIN = "sparring_stage.py"
MOST_A_JOB, LEAST_A_JOB = 120, 10
TWICE = 2
"""How many mutants of each job are judged in another one too."""
QUICK, PATIENT = 2_500_000_000, 15_000_000_000
"""Instructions that one run of the suite may take: at first, and for suites that need longer."""
CONTROL = """import unittest

class {name}(unittest.TestCase):
    def test_{right}(self):
        self.assertEqual(4, 2 + 2)

    def test_{wrong}(self):
        self.assertEqual(5, 2 + 2)
"""


@dataclass(frozen=True, slots=True)
class Control:
    """A test file of ours, and the names of the test that must pass and of the one that must fail."""

    file: str
    source: str
    right: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What one group of a job is: the rehearsal (nothing set), a mutant, a right implementation by its name, or a control."""

    mutant: Mutant | None = None
    right: str = ""
    control: Control | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A job as it was planned, and what came of it."""

    entries: Sequence[Entry]
    outcome: JobOutcome | Unreadable


def judge_suite(
    sandbox: Sandbox,
    subject: Subject,
    suite: Suite,
    wrong: Sequence[Mutant],
    right: Mapping[str, str],
    random: Random,
    workers: int = 2,
) -> Report:
    """The suite on every mutant `wrong` and every right implementation (texts by name, the module itself not among them).

    JudgeError when we fail; whatever the suite does is in the report.
    """
    for instructions in (QUICK, PATIENT):
        plans = _plans(wrong, right, random, workers)
        jobs = [_job(subject, suite, plan, right, instructions) for plan in plans]
        with ThreadPoolExecutor(len(plans)) as threads:
            outcomes = list(threads.map(sandbox.run, jobs))
        report = tally([Told(*each) for each in zip(plans, outcomes, strict=True)], subject, sandbox.engine_id)
        if report.trouble is None or report.trouble.kind != "time-limit":
            break
    return report


def _plans(wrong: Sequence[Mutant], right: Mapping[str, str], random: Random, workers: int) -> list[list[Entry]]:
    count = max(1, min(workers, -(-len(wrong) // LEAST_A_JOB)), -(-len(wrong) // MOST_A_JOB))
    shuffled = random.sample(list(wrong), len(wrong))
    shares = [shuffled[number::count] for number in range(count)]
    return [_plan(share, shares[number - 1][:TWICE] if count > 1 else share[:TWICE], right, random) for number, share in enumerate(shares)]


def _plan(share: Sequence[Mutant], again: Sequence[Mutant], right: Mapping[str, str], random: Random) -> list[Entry]:
    entries = [Entry(mutant) for mutant in [*share, *again]]
    random.shuffle(entries)
    for other in [Entry(right=name) for name in ("", *right)] + [Entry(control=_control(random))]:
        entries.insert(random.randint(0, len(entries)), other)
    return [Entry(), *entries, Entry(control=_control(random))]


def _control(random: Random) -> Control:
    names = {name: f"{random.getrandbits(40):010x}" for name in ("name", "right", "wrong", "file")}
    case = f"Test{names['name']}"
    source = CONTROL.format(name=case, right=names["right"], wrong=names["wrong"])
    return Control(f"test_{names['file']}.py", source, f"test_{names['right']}", f"test_{names['wrong']}")


def _job(subject: Subject, suite: Suite, plan: Sequence[Entry], right: Mapping[str, str], instructions: int) -> Job:
    limits = replace(
        Limits(), instructions=instructions * (len(plan) + 2), step_instructions=instructions, cpu_seconds=60.0, wall_seconds=120.0
    )
    inside = {path.name: path.read_text("utf-8") for path in sorted(INSIDE.glob("sparring_*.py"))}
    ready: dict[str, Plain] = {
        "files": {**_plain(subject.beside), **_plain(suite.files)},
        "suite": list(suite.tests),
        "module": subject.file,
        "framework": suite.framework,
        "reference": subject.source,
    }
    prepare = Step("exec", "prepare(files, suite, module, framework, reference)", ready)
    groups = [[prepare, _step(entry, subject, right, number)] for number, entry in enumerate(plan)]
    return Job(inside, MAIN, groups, limits, gate=True)


def _plain(files: Mapping[str, str]) -> dict[Plain, Plain]:
    return dict(files.items())


def _step(entry: Entry, subject: Subject, right: Mapping[str, str], number: int) -> Step:
    if number == 0:
        return Step("eval", "rehearse()")
    if entry.control:
        return Step("eval", "control(file, source)", {"file": entry.control.file, "source": entry.control.source})
    if entry.mutant:
        return Step("eval", "perform(source, lines, False)", {"source": entry.mutant.source, "lines": list(entry.mutant.lines)})
    return Step("eval", "perform(source, None, True)", {"source": right[entry.right] if entry.right else subject.source})
