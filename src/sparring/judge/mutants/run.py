"""Runs a suite on all variants of a module, and counts outside.

Theory of operation. The variants are shared out among as many jobs as there are workers. Each job is one interpreter with the suite in it; it runs the suite on the module as it
is, or on a right version that differs in one statement (the rehearsal: which test runs which lines), then on the variants one after the other, with the module's and the
suite's state made anew before each. A variant meets the tests that run its changed lines first; if they let it pass, the others. Right implementations stand between the mutants
at places that are drawn, in every job, some of them changed in one statement only, and all variants are asked for in the same words: nothing inside tells them apart. Only
afterwards a right one that was refused runs again, for the words that say why. Controls of ours run under drawn names, whose outcomes we know. A few mutants are judged in two
jobs; one of them is what the first job meets before anything else, and of many that were noticed a drawn sample is met once more, each in an interpreter that has seen nothing
else (`fresh.py`). What a job says is data that is checked here.
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from random import Random

from sparring.core.plain import Plain
from sparring.judge.mutants.decoys import alike, is_alike
from sparring.judge.mutants.fresh import SMALL, drawn, likely, met_first, remembering, stopped_first, vanished
from sparring.judge.mutants.generate import Mutant
from sparring.judge.mutants.report import Judged, Report, Subject
from sparring.judge.mutants.staging import MAIN, stage_files
from sparring.judge.mutants.suite import Framework, Suite
from sparring.judge.mutants.tally import tally
from sparring.sandbox.interface import Job, JobOutcome, Limits, Sandbox, Step, Unreadable

MOST_A_JOB, LEAST_A_JOB = 120, 24
TWICE = 2
"""How many mutants of each job are judged in another one too: there are always two."""
QUICK, STUCK, PATIENT = 2_500_000_000, 8_000_000_000, 15_000_000_000
"""Instructions that one run of the suite may take: at first; before a test that was running then, too, is one that does not end; and for suites that need longer."""
OWN = "own"
"""The version whose failures are told in detail, where versions are attended to their end."""
CONTROLS = {
    "pytest": "def test_{right}():\n    assert 4 == 2 + 2\n\ndef test_{wrong}():\n    assert 5 == 2 + 2\n",
    "unittest": "import unittest\n\nclass {name}(unittest.TestCase):\n"
    "    def test_{right}(self):\n        self.assertEqual(4, 2 + 2)\n\n    def test_{wrong}(self):\n        self.assertEqual(5, 2 + 2)\n",
}


@dataclass(frozen=True, slots=True)
class Control:
    """A test file of ours, and the names of the test that must pass and of the one that must fail."""

    file: str
    source: str
    right: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What one group of a job is: a mutant, a right implementation by its name ('' is the module itself), a control, or any version, attended to its end.

    `rehearsed`: it is asked for as the module is at first: all tests, to their end, with the lines that each runs.
    """

    mutant: Mutant | None = None
    right: str = ""
    control: Control | None = None
    attended: str = ""
    rehearsed: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """What all jobs share: `stage` is what runs in the engine."""

    subject: Subject
    suite: Suite
    right: Mapping[str, Mutant]
    stage: Mapping[str, str]
    most_tests: int = 0
    whole: bool = False
    """Every variant meets the whole suite, in its order."""


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
    most_tests: int = 0,
) -> Report:
    """The suite on every mutant `wrong` and every right implementation (texts by name, the module itself not among them).

    Of a suite of more than `most_tests` tests (0: as many as it likes) none is run. JudgeError when we fail; whatever the suite does is in the report.
    """
    others = [other(subject.source, name, source) for name, source in {**right, "": subject.source}.items()]
    ours = alike(subject.source, random)
    setting = Setting(subject, suite, {each.id: each for each in (*ours, *others)}, stage_files(sandbox, suite.framework), most_tests)
    report, told = _judged(sandbox, setting, wrong, random, workers)
    gone = _gone(sandbox, setting, report, told, random)
    if not gone:
        return report
    setting = replace(
        setting, whole=True
    )  # tests that lean on each other may come out otherwise where only some of them run: that is not what is asked
    report, told = _judged(sandbox, setting, wrong, random, workers)
    return remembering(report, _gone(sandbox, setting, report, told, random, gone))


def _gone(
    sandbox: Sandbox, setting: Setting, report: Report, told: Sequence[Told], random: Random, first: Sequence[Judged] = ()
) -> tuple[Judged, ...]:
    """Of a sample of the mutants that were noticed, those that no test notices where nothing was met before them: each is asked for as the module is at first, so
    that nothing inside tells them apart. Where few were noticed, the one that a job met before all else is sample enough.
    """
    met = None if first else met_first(report, told)
    if met and (met.gone or len(report.killed) < SMALL):
        return met.gone
    chosen = drawn(report, random, {each.mutant.id for each in first})
    alone = [replace(setting, subject=replace(setting.subject, source=each.mutant.source)) for each in chosen]
    jobs = [job(each, [Entry(rehearsed=True)], PATIENT, backwards=False) for each in alone]
    with ThreadPoolExecutor(max(1, len(jobs))) as threads:
        return vanished(chosen, list(threads.map(sandbox.run, jobs)))


def _judged(sandbox: Sandbox, setting: Setting, wrong: Sequence[Mutant], random: Random, workers: int) -> tuple[Report, Sequence[Told]]:
    instructions, alone, first = QUICK, False, True
    while True:
        plans = _plans(wrong, setting, random, workers, first=first)
        report, told = _round(sandbox, setting, plans, instructions, alone=alone)
        if first and stopped_first(told):
            first = False  # a mutant that does not end, perhaps: nothing else of its job ran
        elif report.ordered and len(plans) > 1 and not alone:
            alone = True  # every job must know that no test stands alone
        elif not _late(report) or instructions == PATIENT:
            return report, told
        elif (bad := _patient(sandbox, setting, report)) is not None:
            return bad, ()
        else:
            instructions = PATIENT


def _round(
    sandbox: Sandbox, setting: Setting, plans: Sequence[Sequence[Entry]], instructions: int, *, alone: bool
) -> tuple[Report, Sequence[Told]]:
    jobs = [job(setting, plan, instructions, backwards=not number or alone) for number, plan in enumerate(plans)]
    with ThreadPoolExecutor(len(plans)) as threads:
        outcomes = list(threads.map(sandbox.run, jobs))
    told = [Told(*each) for each in zip(plans, outcomes, strict=True)]
    return tally(told, setting.subject, sandbox.engine_id), told


def _late(report: Report) -> bool:
    """Whether it took more instructions than it was given; an engine that counts seconds gave it all the time that there is."""
    return report.trouble is not None and report.trouble.kind == "time-limit" and report.engine.startswith("exact")


def _patient(sandbox: Sandbox, setting: Setting, late: Report) -> Report | None:
    """The suite that took too long once more, alone and on the module as it is: what is wrong with it, None if it only needs longer."""
    for instructions in (STUCK, PATIENT):
        report, _ = _round(sandbox, setting, [[Entry(rehearsed=True)]], instructions, alone=True)
        if not _late(report):
            return report if report.trouble else None
        if report.trouble == late.trouble:
            break  # the same test still
    return report


def other(module: str, name: str, source: str) -> Mutant:
    """A right version: of one that is written differently throughout, all lines were changed."""
    return Mutant(name, source, 1, (1, max(1, len(module.splitlines()))), "right", "")


def _plans(wrong: Sequence[Mutant], setting: Setting, random: Random, workers: int, *, first: bool) -> list[list[Entry]]:
    """The first job meets a mutant before it meets the module (unless `first` is false), the others never begin with the module but with a right version of it: a suite
    that only compares with what it met at first, or whose word depends on whether that was the module, disagrees with itself.
    """
    count = max(2, min(workers, -(-len(wrong) // LEAST_A_JOB)), -(-len(wrong) // MOST_A_JOB)) if wrong else 1
    shuffled = random.sample(list(wrong), len(wrong))
    shares = [shuffled[number::count] for number in range(count)]
    names = random.sample(sorted(setting.right.keys() - {""}), len(setting.right) - 1)
    near = ([name for name in names if is_alike(name)] or [""])[: count - 1]
    begun = [Entry(rehearsed=True)] + [Entry(right=near[number % len(near)], rehearsed=True) for number in range(count - 1)]
    others = [name for name in names if name not in near]
    dealt = [["", *others[number::count]] for number in range(count)]
    again = [shares[number - 1][:TWICE] for number in range(count)]
    if first and (chosen := likely(shares[1:], random)):
        begun[0] = Entry(chosen, rehearsed=True)
        again[0] = [each for each in again[0] if each is not chosen][: TWICE - 1]
    return [
        _plan([*share, *again[number]], dealt[number], begun[number], random, setting.suite.framework)
        for number, share in enumerate(shares)
    ]


def _plan(wrong: Sequence[Mutant], right: Sequence[str], begun: Entry, random: Random, framework: Framework) -> list[Entry]:
    entries = [Entry(mutant) for mutant in wrong]
    random.shuffle(entries)
    for other in [*(Entry(right=name) for name in right), Entry(control=control_file(random, framework))]:
        entries.insert(random.randint(0, len(entries)), other)
    return [begun, *([Entry(rehearsed=True)] if begun.mutant else []), *entries]


def control_file(random: Random, framework: Framework) -> Control:
    """A control under names that are drawn."""
    names = {name: f"{random.getrandbits(40):010x}" for name in ("name", "right", "wrong", "file")}
    case = f"Test{names['name']}"
    source = CONTROLS[framework].format(name=case, right=names["right"], wrong=names["wrong"])
    return Control(f"test_{names['file']}.py", source, f"test_{names['right']}", f"test_{names['wrong']}")


def job(setting: Setting, plan: Sequence[Entry], instructions: int, *, backwards: bool) -> Job:
    """The job that a plan is. `backwards`: the module's own rehearsal is also tried in the opposite order."""
    limits = replace(
        Limits(), instructions=instructions * (len(plan) + 2), step_instructions=instructions, cpu_seconds=60.0, wall_seconds=120.0
    )
    subject, suite = setting.subject, setting.suite
    ready: dict[str, Plain] = {
        "files": {**_plain(subject.beside), **_plain(suite.files)},
        "suite": list(suite.tests),
        "module": subject.file,
        "framework": suite.framework,
        "reference": subject.source,
    }
    prepare = Step("exec", "prepare(files, suite, module, framework, reference)", ready)
    rehearsals = [_rehearsal(entry, setting, backwards=backwards) for entry in plan if entry.rehearsed]
    groups = [[prepare, *(rehearsals[number : number + 1] or _steps(entry, setting))] for number, entry in enumerate(plan)]
    return Job(setting.stage, MAIN, groups, limits, gate=True)


def _rehearsal(entry: Entry, setting: Setting, *, backwards: bool) -> Step:
    version = entry.mutant or (setting.right[entry.right] if entry.right else None)
    bound: dict[str, Plain] = {
        "source": version.source if version else setting.subject.source,
        "backwards": backwards and not entry.mutant,
        "most": setting.most_tests,
        "whole": setting.whole,
    }
    return Step("eval", "rehearse(source, backwards, most, whole)", bound)


def _plain(files: Mapping[str, str]) -> dict[Plain, Plain]:
    return dict(files.items())


def _steps(entry: Entry, setting: Setting) -> list[Step]:
    if entry.control:
        return [Step("eval", "control(file, source)", {"file": entry.control.file, "source": entry.control.source})]
    if entry.attended:
        source = setting.right[entry.attended].source
        return [Step("eval", "attend(source, explained)", {"source": source, "explained": entry.attended == OWN})]
    variant = entry.mutant or setting.right[entry.right]
    perform = Step("eval", "perform(source, lines)", {"source": variant.source, "lines": list(variant.lines)})
    return [perform] if entry.mutant else [perform, Step("eval", "explain()")]
