"""What each run was, found out by running it: on the sample exercise, in the exact engine."""

from pathlib import Path
from random import Random

import pytest

from sparring.core.answer import Raw
from sparring.core.clock import FakeClock
from sparring.judge.judge import Judge
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.tdd import KIND
from sparring.kinds.tdd.grader import judgement

ROOM = Path(__file__).parents[1]
HEAD = "import pytest\n\nfrom badge import initials\n\n\n"
ONE = HEAD + 'def test_one():\n    assert initials("ada") == "A"\n'
TWO = ONE + '\n\ndef test_two():\n    assert initials("ada king") == "AK"\n'
FIRST = "def initials(text):\n    return text[0].upper()\n"
ALL = 'def initials(text):\n    return "".join(name[0].upper() for name in text.split())\n'
EVERYTHING = (ROOM / "samples/exercise/steps/nobody.py").read_text()


@pytest.fixture(scope="module")
def tools(pool):
    return Tools(Judge(pool), FakeClock(), Random(0))


@pytest.fixture(scope="module")
def exercise():
    return KIND.load(Folder(ROOM / "samples/exercise", "samples:tdd"))


def told(*runs: tuple[str, str] | None) -> Raw:
    """Runs as (module, tests); None leaves a requirement."""
    text = "".join("=== skip\n" if run is None else f"=== run\n--- badge.py\n{run[0]}\n--- test_badge.py\n{run[1]}\n" for run in runs)
    return Raw({"log.runs": text.encode()})


def course(exercise, tools, *runs):
    return judgement(exercise, KIND.read(exercise, told(*runs)), tools).course


EMPTY = (ROOM / "samples/exercise/starter.py").read_text()
NO_NAME = "def initial(text):\n    return text\n"
LOOPS = "def initials(text):\n    while True:\n        pass\n"
CASES = [
    ((EMPTY, ONE), "red", "tdd.red"),
    ((NO_NAME, ONE), "stray", "tdd.stray-missing"),
    ((EMPTY, ONE.replace("initials(", "initals(")), "stray", "tdd.stray-typo"),
    ((EMPTY, ONE.replace('"A"', '"B"')), "stray", "tdd.stray-wrong"),
    ((EMPTY, TWO.replace("test_one", "skipped_one")), "stray", "tdd.stray-early"),
    ((EMPTY, HEAD + "def test_one()\n    pass\n"), "stray", "tdd.stray-syntax-tests"),
    ((LOOPS, ONE), "red", "tdd.red"),
    ((EMPTY, HEAD), "stray", "tdd.stray-no-tests"),
]


@pytest.mark.parametrize(("run", "phase", "note"), CASES, ids=[f"{case[2]}-{number}" for number, case in enumerate(CASES)])
def test_the_first_run(exercise, tools, run, phase, note):
    first = course(exercise, tools, run).runs[0]
    assert (first.phase, first.note.id) == (phase, note)


def test_a_change_that_breaks_what_was_green(exercise, tools):
    runs = course(exercise, tools, (EMPTY, ONE), (FIRST, ONE), (FIRST.replace("[0]", ""), ONE), (FIRST, ONE)).runs
    assert [run.note.id for run in runs] == ["tdd.red", "tdd.green", "tdd.stray-broke", "tdd.unseen-stray"]


def test_more_than_was_asked(exercise, tools):
    ahead = course(exercise, tools, (EMPTY, ONE), (EVERYTHING, ONE))
    assert [run.note.id for run in ahead.runs] == ["tdd.red", "tdd.ahead"]
    assert ahead.runs[1].note.params["count"] == 2
    unrun = FIRST + "\n\ndef unused(text):\n    if text:\n        return 1\n    return 2\n"
    assert course(exercise, tools, (EMPTY, ONE), (unrun, ONE)).runs[1].note.id == "tdd.ahead-unrun"


def test_code_first_is_seen_whenever_its_tests_come(exercise, tools):
    found = course(exercise, tools, (EMPTY, ONE), (FIRST, ONE), (ALL, ONE), (ALL, TWO))
    assert [run.phase for run in found.runs] == ["red", "green", "unseen", "unseen"]
    assert [cycle.driven for cycle in found.cycles.values()] == [True, False]


def test_a_requirement_that_was_left_counts_as_left(exercise, tools):
    found = course(exercise, tools, (EMPTY, ONE), None, (ALL, TWO))
    assert [run.phase for run in found.runs] == ["red", "left", "unseen"]
    assert found.cycles[0].skipped


def test_green_that_does_not_do_it_all_is_told_in_a_run(exercise, tools):
    half = 'def initials(text):\n    return "A"\n'
    verdict = KIND.run(exercise, KIND.read(exercise, told((EMPTY, ONE), (half, ONE))), tools)
    assert verdict.summary.id == "tdd.green-part"
    asked = next(finding for finding in verdict.findings if finding.criterion == "asked")
    assert (asked.message.id, asked.message.params["count"], KIND.reached(verdict)) == ("tdd.unmet", 1, 0)


def test_tests_that_would_pass_without_the_requirement_do_not_end_it(exercise, tools):
    weak = HEAD + "def test_something():\n    assert callable(initials)\n"
    verdict = KIND.run(exercise, KIND.read(exercise, told((FIRST, weak))), tools)
    assert next(finding.message.id for finding in verdict.findings if finding.criterion == "asked") == "tdd.untested"
