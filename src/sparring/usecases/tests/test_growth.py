"""What the exact engine cannot run is measured elsewhere, and says so."""

from contextlib import closing

import pytest

from sparring.config.embedded import open_app
from sparring.usecases import growth
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
        "def f(n, m):\n    for _ in range(n):\n        sum(range(m))\ndef make(n, m, rng): return n, m\ndef same(n): return n, n\n"
    )
    found = measure_file(app, f"{path}:f", f"{path}:make")
    told = as_json(found, "n^2")
    assert (told["time"]["class"], told["claim"]["agrees"], told["memory"]) == ("n^2", True, None)
    assert [told["two_sizes"][name]["class"] for name in ("n", "m")] == ["n", "n"]
    assert [message.id for message, _ in growth.told(found)] == ["growth.two-n", "growth.two-m", "growth.two-both"]


@pytest.mark.parametrize(("head", "sizes"), [("n", 1), ("n, random", 1), ("n, rng", 1), ("n, m", 2), ("n, m, random", 2), ("", 1)])
def test_a_generators_parameters_say_how_many_sizes_it_takes(head, sizes):
    assert growth.sizes_asked(f"def make({head}): ...\n", "make") == sizes
    assert growth.sizes_asked("def make(:", "make") == 1
