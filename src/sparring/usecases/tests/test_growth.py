"""What the exact engine cannot run is measured elsewhere, and says so."""

from contextlib import closing

import pytest

from sparring.config.embedded import open_app
from sparring.usecases import growth
from sparring.usecases.growth import as_json, measure

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
    found = measure(app, f"{spec}:f", f"{spec}:make")
    assert found.time.sizes == ()
    assert "not available in the exact engine" in found.time.detail


def test_after_consent_it_is_marked(app, spec, monkeypatch):
    monkeypatch.setattr(growth, "NativeSandbox", lambda *_, **__: growth.OwnMachine(consent=False))
    found = as_json(measure(app, f"{spec}:f", f"{spec}:make", own_machine=True))
    assert found["engine"].startswith("unconfined-")
    assert len(found["time"]["nanoseconds"]) == len(found["time"]["sizes"]) == 5
