"""Own code on own machine does what every engine does, after consent, and says that it confines nothing."""

import pytest

from sparring.core.problem import JudgeError
from sparring.sandbox.interface import Job, Limits, NotPlain, Raised, Step, Stop, Stopped, Unreadable, Value
from sparring.sandbox.own_machine import OwnMachine


@pytest.fixture
def engine():
    return OwnMachine(consent=True)


def results(outcome):
    return [[step and step.result for step in group] for group in outcome.groups]


def test_nothing_runs_without_consent():
    with pytest.raises(JudgeError):
        OwnMachine(consent=False)


def test_it_says_that_it_confines_nothing(engine):
    assert engine.run(Job({"solution.py": ""})).engine.startswith("unconfined-")


def test_steps_bind_share_and_start_anew(engine):
    program = "import threading\nseen = []\ndef f(x):\n    seen.append(x)\n    print('hi')\n    return len(seen)\n"
    groups = [[Step("eval", "f(a)", {"a": 3}), Step("eval", "f(a)")]] * 2
    shared, fresh = (engine.run(Job({"solution.py": program}, groups=groups, fresh=fresh)) for fresh in (False, True))
    assert results(shared) == [[Value(1), Value(2)], [Value(3), Value(4)]]
    assert results(fresh) == [[Value(1), Value(2)]] * 2
    assert fresh.groups[0][0].output == "hi\n"
    assert fresh.groups[0][0].cpu_seconds >= 0


def test_what_goes_wrong_has_its_name(engine):
    steps = [Step("eval", "1 / 0"), Step("eval", "object()"), Step("exec", "while True: pass"), Step("eval", "1")]
    outcome = engine.run(Job({"solution.py": ""}, groups=[steps], limits=Limits(cpu_seconds=1, wall_seconds=5)))
    first, second, third, fourth = results(outcome)[0]
    assert isinstance(first, Raised)
    assert first.type == "builtins.ZeroDivisionError"
    assert second == NotPlain("builtins.object")
    assert isinstance(third, Stopped)
    assert third.why == Stop.TIME
    assert fourth is None
    assert isinstance(engine.run(Job({"solution.py": "def f(:"})), Unreadable)
    assert isinstance(engine.run(Job({"solution.py": "raise KeyError(1)"})).load.result, Raised)


def test_a_late_load_comes_when_it_is_told(engine):
    steps = [Step("eval", "x", {"x": 3}), Step("load"), Step("eval", "f() + x")]
    outcome = engine.run(Job({"solution.py": "def f(): return 7\n"}, groups=[steps] * 2))
    assert results(outcome) == [[Value(3), Value(None), Value(10)]] * 2


def test_nothing_is_left(engine, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    engine.run(Job({"solution.py": "open('note', 'w').write('x')\n"}))
    assert list(tmp_path.iterdir()) == []
