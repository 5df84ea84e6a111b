"""Every step of every snippet agrees with what a debugger shows on the same interpreter."""

from contextlib import closing
from pathlib import Path

import pytest

from sparring.core.problem import JudgeError
from sparring.judge.trace import Bounds, record
from sparring.judge.trace.tests.written import written
from sparring.sandbox.interface import Job, Step, Value
from sparring.sandbox.native import PLAIN, NativeSandbox

HERE = Path(__file__).parent
SNIPPETS = sorted([*(HERE.parent / "snippets").glob("*.py"), *(HERE / "snippets").glob("*.py")], key=lambda path: path.stem)
SAME = {"resume": "call", "yield": "return", "unwind": "return"}


def debugged(sandbox, source):
    files = {"_debugger.py": (HERE / "debugger.py").read_text("utf-8"), "snippet.py": source}
    job = Job(files, None, [[Step("exec", "import _debugger"), Step("eval", "_debugger.watch(_source)", {"_source": source})]])
    outcome = sandbox.run(job)
    result = outcome.groups[0][1].result
    assert isinstance(result, Value), result
    return result.value


def check(sandbox, source):
    trace = record(sandbox, source, bounds=Bounds())
    shown = debugged(sandbox, source)
    assert not trace.bound
    assert not trace.failure
    assert [(SAME.get(step.event, step.event), step.line, step.frame.function) for step in trace.steps] == [
        (event, line, function) for event, line, function, _, _ in shown
    ]
    told = untold = 0
    for step, (_, _, _, names, alike) in zip(trace.steps, shown, strict=True):
        assert [name.name for name in step.frame.names] == list(names)
        for name in step.frame.names:
            text = written(step, name.to)
            told, untold = (told + 1, untold) if text is not None else (told, untold + 1)
            assert text in (None, names[name.name]), (step.number, step.line, name.name)
        same = sorted(sorted(other.name for other in step.frame.names if other.to == name.to) for name in step.frame.names)
        assert same == alike, (step.number, step.line)
    return told, untold


def test_there_are_enough_snippets():
    assert len(SNIPPETS) >= 30


@pytest.mark.parametrize("path", SNIPPETS, ids=lambda path: path.stem)
def test_every_step_agrees_with_a_debugger(pool, path):
    told, untold = check(pool, path.read_text("utf-8"))
    assert 2 * told > untold


@pytest.fixture(scope="module")
def native():
    with closing(NativeSandbox(PLAIN, workers=1)) as sandbox:
        try:
            sandbox.warm()
        except JudgeError as error:
            pytest.skip(f"no native engine here: {error.saying}")
        yield sandbox


@pytest.mark.parametrize("path", SNIPPETS[::6], ids=lambda path: path.stem)
def test_so_it_does_on_a_desktop(native, path):
    told, untold = check(native, path.read_text("utf-8"))
    assert 2 * told > untold
