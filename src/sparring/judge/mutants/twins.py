"""Which survivors are probably the module itself in other words: no test could notice them.

Theory of operation. Nothing is known of anyone's module but its tests, so they are what asks: rewritten to take other constants and to note every value that an assert
compares (`probes.py`), they run on the module and on each survivor whose lines they run, many times, each time with other constants. A survivor that shows anything else than the
module does, once, is one that a test could notice. One that never does is *probably equivalent*: it is said, and it counts as what it is, a survivor.
"""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sparring.core.plain import Plain
from sparring.judge.mutants.probes import boundaries, probes
from sparring.judge.mutants.report import Judged, Report, Subject
from sparring.judge.mutants.suite import Suite
from sparring.sandbox.interface import Job, JobOutcome, Limits, Sandbox, Step, Value

BATCHES, BATCH, FIRST = 40, 4, 5
"""How often each version runs: so many steps with so many choices of constants; those that still look alike after the `FIRST` steps go on. A step of a survivor that is
stopped says that it is another; one of the module (some loops do not end with any constant) says nothing.
"""
FEWEST, LEAST = 12, 0.5
"""Different things that the module must show, and the part of its steps that must end, before its likeness means anything."""
MOST = 40
LIMITS = Limits(instructions=4_000_000_000, step_instructions=200_000_000)
Shown = tuple[Plain, ...] | None
PROBING = Path(__file__).parent / "inside" / "probing.py"


def twins(sandbox: Sandbox, subject: Subject, suite: Suite, report: Report, workers: int = 2) -> frozenset[str]:
    """The ids of the survivors (the first `MOST`) that are probably equivalent. None where the engine is not the exact one, or no test can be rewritten."""
    asked = [each for each in report.survived if each.tests][:MOST]
    files = probes(suite.files, suite.tests)
    if not asked or not files or report.trouble or not report.engine.startswith("exact"):
        return frozenset()
    own = _Own(sandbox, subject, suite, files)
    module = own.shown(subject.source, range(BATCHES))
    if len({digest for shown in module for digest in shown or ()}) < FEWEST or sum(shown is not None for shown in module) < LEAST * BATCHES:
        return frozenset()

    ended = [batch for batch, shown in enumerate(module) if shown is not None]

    def same(each: Judged) -> bool:
        wanted = (
            [module[batch] for batch in batches] == own.shown(each.mutant.source, batches) for batches in (ended[:FIRST], ended[FIRST:])
        )
        return all(wanted)

    with ThreadPoolExecutor(workers) as threads:
        return frozenset(each.mutant.id for each, alike in zip(asked, threads.map(same, asked), strict=True) if alike)


@dataclass(frozen=True, slots=True)
class _Own:
    """What asks: the rewritten test `files` of a suite."""

    sandbox: Sandbox
    subject: Subject
    suite: Suite
    files: Mapping[str, str]

    def shown(self, source: str, batches: Sequence[int]) -> list[Shown]:
        """What a version shows with each choice of constants, by batches; None for one that was stopped."""
        suite, subject = self.suite, self.subject
        program = {**{name: text for name, text in suite.files.items() if name not in suite.tests}, **subject.beside, subject.file: source}
        program = {**{f"{folder}/__init__.py": "" for folder in _folders(program)}, **program}
        own: list[Plain] = [*sorted({name.partition("/")[0].removesuffix(".py") for name in program})]
        bound: dict[str, Plain] = {"files": dict(self.files.items()), "own": own, "known": [*boundaries(subject.source)]}
        seeds = [list(range(batch * BATCH, (batch + 1) * BATCH)) for batch in batches]
        groups = [[Step("eval", "observe(files, own, known, seeds)", {**bound, "seeds": [*each]})] for each in seeds]
        outcome = self.sandbox.run(Job({**program, PROBING.name: PROBING.read_text("utf-8")}, PROBING.name, groups, LIMITS))
        done = outcome.groups if isinstance(outcome, JobOutcome) and len(outcome.groups) == len(batches) else [()] * len(batches)
        results = [group[0].result if group and group[0] else None for group in done]
        return [tuple(each.value) if isinstance(each, Value) and isinstance(each.value, list) else None for each in results]


def _folders(program: Mapping[str, str]) -> set[str]:
    return {str(folder) for name in program for folder in PurePosixPath(name).parents if str(folder) != "."}
