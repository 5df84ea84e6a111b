"""Every kind has an exercise with answers that are correct, partial, wrong and unreadable, and their golden verdicts."""

import json
import shutil
from random import Random

import pytest

from sparring import catalog
from sparring.core.answer import Answer, Raw
from sparring.core.clock import FakeClock
from sparring.core.evidence import Cases, Printed
from sparring.core.exercise import Exercise
from sparring.judge.judge import Judge
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.tdd.session import Snapshot, Step, log_of, read_runs
from tests.conftest import ROOT

KINDS = ROOT / "src" / "sparring" / "kinds"
SAMPLES = [
    (name, path)
    for name in catalog.names()
    for path in sorted((KINDS / name / "samples").iterdir())
    if path.is_file() and path.suffix != ".json"
]


@pytest.fixture(scope="module")
def tools(pool):
    return Tools(Judge(pool), FakeClock(), Random(0))


def load(name: str) -> Exercise:
    folder = KINDS / name / "samples" / "exercise"
    languages = tuple(path.suffixes[0][1:] for path in sorted(folder.glob("prompt.*.md")))
    exercise = catalog.kind(name).load(Folder(folder, f"samples:{name}", languages))
    assert isinstance(exercise, Exercise), exercise
    return exercise


@pytest.mark.parametrize(("name", "path"), SAMPLES, ids=lambda value: getattr(value, "stem", value))
def test_samples_get_their_golden_verdicts(tools, name, path):
    golden = json.loads((KINDS / name / "samples" / "golden.json").read_text())
    assert verdict_of(tools, name, path) == golden[path.name]


@pytest.mark.parametrize("name", catalog.names())
def test_a_follow_up_that_waits_for_what_the_kind_never_finds_is_a_problem(tmp_path, name):
    folder = shutil.copytree(KINDS / name / "samples" / "exercise", tmp_path / "x")
    toml = folder / "exercise.toml"
    toml.write_text(toml.read_text("utf-8") + '\n[[follow_ups]]\nwhen = "missed:nothing-like-it"\nen = "Why?"\nit = "Perché?"\n', "utf-8")
    found = catalog.kind(name).load(Folder(folder, f"samples:{name}", ("en", "it")))
    assert not isinstance(found, Exercise)
    assert [problem.message.id.removesuffix("-meant") for problem in found if problem.field.endswith(".when")] == ["format.no-criterion"]


def raw_of(exercise, path) -> Raw:
    """The sample as it is handed in; a session with the log that the program keeps of one."""
    log = ()
    if path.suffix == ".runs":
        names = exercise.spec.file, exercise.spec.test_file
        steps = read_runs(path.read_text(), Snapshot(exercise.spec.starter, exercise.spec.tests), names)
        if all(isinstance(step, Step) for step in steps):
            log = log_of(steps, names, FakeClock().now())
    return Raw({path.name: path.read_bytes()}, "en", log)


VERDICTS = {}
"""The verdicts so far, by the sample's path."""


def verdict_of(tools, name, path) -> dict:
    kind, exercise = catalog.kind(name), load(name)
    answer = kind.read(exercise, raw_of(exercise, path))
    if not isinstance(answer, Answer):
        return {"outcome": "unreadable", "problems": [problem.message.id for problem in answer]}
    verdict = VERDICTS[path] = kind.grade(exercise, answer, tools)
    findings = {finding.criterion: [finding.ok, getattr(finding.message, "id", "text"), finding.level] for finding in verdict.findings}
    shown = {"outcome": verdict.outcome, "status": verdict.status, "score": verdict.score, "passed": verdict.passed, "findings": findings}
    return shown | _evidence(verdict)


def _evidence(verdict) -> dict:
    """What the candidate is shown of the first case that failed, and of an output that was predicted."""
    for finding in verdict.findings:
        if isinstance(finding.evidence, Cases) and (failed := [row for row in finding.evidence.rows if row.status != "passed"]):
            return {"failed": [failed[0].name, failed[0].expected, failed[0].got, failed[0].raised_nothing]}
        if isinstance(finding.evidence, Printed):
            return {"printed": [finding.evidence.expected, finding.evidence.got, finding.evidence.differs]}
    return {}


@pytest.mark.parametrize("name", catalog.names())
def test_a_kind_is_a_complete_room(name):
    room = KINDS / name
    stems = {path.stem.partition("_")[0] for kind, path in SAMPLES if kind == name}
    assert stems >= {"correct", "partial", "wrong", "unreadable"}
    assert all((room / file).is_file() for file in ("README.md", "schema.py", "grader.py", "locale/en.po", "locale/it.po"))
    outcomes = {value["outcome"] for value in json.loads((room / "samples" / "golden.json").read_text()).values()}
    assert outcomes >= {"correct", "partial", "incorrect", "unreadable"}


@pytest.mark.parametrize("name", catalog.names())
def test_grading_twice_gives_the_same_verdict(tools, name):
    kind, exercise = catalog.kind(name), load(name)
    path = next(path for sample, path in SAMPLES if sample == name and path.stem == "correct")
    answer = kind.read(exercise, raw_of(exercise, path))
    first = VERDICTS.get(path) or kind.grade(exercise, answer, tools)
    assert kind.grade(exercise, answer, tools) == first
