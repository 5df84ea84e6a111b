"""What the exact engine cannot run is measured elsewhere, and says so."""

from contextlib import closing
from dataclasses import replace

import pytest

from sparring.config.embedded import open_app
from sparring.core.problem import UsageError
from sparring.judge.growth import UNDECIDED, Curve, Growth, fit
from sparring.usecases import costs, growth
from sparring.usecases.growth import as_json, measure_file

THREADED = "import threading\ndef f(items):\n    t = threading.Thread(target=items.sort)\n    t.start()\n    t.join()\ndef make(n): return ([7] * n,)\n"


@pytest.fixture(scope="module")
def app():
    with closing(open_app(workers=1)) as app:
        yield app


@pytest.fixture
def spec(tmp_path, monkeypatch):
    monkeypatch.setattr("sparring.judge.growth.timed.SIZES", (64, 128, 256, 512, 1024))
    path = tmp_path / "threaded.py"
    path.write_text(THREADED)
    return str(path)


def test_without_walls_nothing_runs_unasked(app, spec, monkeypatch):
    monkeypatch.setattr(growth, "NativeSandbox", lambda *_, **__: growth.OwnMachine(consent=False))
    found = measure_file(app, f"{spec}:f", f"{spec}:make")
    assert found.time.sizes == ()
    assert "not available in the exact engine" in found.time.detail


def test_after_consent_it_is_marked(app, spec, monkeypatch):
    monkeypatch.setattr(growth, "NativeSandbox", lambda *_, **__: growth.OwnMachine(consent=False))
    found = as_json(measure_file(app, f"{spec}:f", f"{spec}:make", own_machine=True))
    assert found["engine"].startswith("unconfined-")
    assert len(found["time"]["nanoseconds"]) == len(found["time"]["sizes"]) == 5


def test_two_sizes_have_a_curve_each_and_one_together(app, tmp_path):
    path = tmp_path / "grid.py"
    path.write_text(
        "def f(n, m):\n    for _ in range(n):\n        sum(range(m))\n    return [0] * 50 * (n + m)\ndef make(n, m, rng): return n, m\ndef same(n): return n, n\n"
    )
    found = measure_file(app, f"{path}:f", f"{path}:make")
    told = as_json(found, "n^2")
    assert (told["time"]["class"], told["claim"]["agrees"], told["memory"]["class"]) == ("n^2", True, "n")
    assert [told["two_sizes"][name]["class"] for name in ("n", "m")] == ["n", "n"]
    assert [message.id for message, _ in growth.told(found)] == ["growth.two-n", "growth.two-m", "growth.two-both", "growth.memory"]


@pytest.mark.parametrize(("head", "sizes"), [("n", 1), ("n, random", 1), ("n, rng", 1), ("n, m", 2), ("n, m, random", 2), ("", 1)])
def test_a_generators_parameters_say_how_many_sizes_it_takes(head, sizes):
    assert growth.sizes_asked(f"def make({head}): ...\n", "make") == sizes
    assert growth.sizes_asked("def make(:", "make") == 1


@pytest.mark.parametrize(
    ("claim", "measured", "agrees", "said"),
    [("n", "n", True, "right"), ("n^2", "n", False, "wrong"), ("n", UNDECIDED, None, "undecided"), ("quick", "n", None, "unread")],
)
def test_the_claim_is_told_alike_in_words_and_in_json(claim, measured, agrees, said):
    sizes = tuple(100 * 2**step for step in range(6))
    curve = Curve(sizes, sizes, replace(fit(sizes, sizes), growth=measured), "instructions", "decided")
    assert growth.as_json(Growth(curve, None, "engine", 0), claim)["claim"]["agrees"] is agrees
    assert growth.judged(claim, curve).id == f"growth.claim-{said}"


@pytest.mark.parametrize("measuring", [measure_file, costs.measure_file])
@pytest.mark.parametrize(
    ("source", "name", "message"),
    [("def f(n): return n\n", "nope", "growth.no-function"), ("def f(n):\n    return n +\n", "f", "growth.no-python")],
)
def test_what_cannot_be_named_or_read_is_said_with_its_file(app, tmp_path, measuring, source, name, message):
    path, made = tmp_path / "own.py", tmp_path / "made.py"
    path.write_text(source)
    made.write_text("def make(n): return n\n")
    with pytest.raises(UsageError) as raised:
        measuring(app, f"{path}:{name}", f"{made}:make")
    assert raised.value.saying.id == message
    assert raised.value.saying.params["path"] == str(path)


def test_names_that_come_from_elsewhere_are_not_missed(tmp_path):
    path = tmp_path / "own.py"
    for source in (
        "from typing import *\n",
        "import f\n",
        "f = len\n",
        "async def f(n): ...\n",
        "from os import path as f\n",
        "exec('f = len')\n",
    ):
        path.write_text(source)
        growth.refuse_unnamed(f"{path}:f")
