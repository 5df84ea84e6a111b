import os
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def data(tmp_path, monkeypatch):
    """A data folder of the test's own, for the programs that it starts."""
    folder = tmp_path / "data"
    monkeypatch.setenv("SPARRING_DATA", str(folder))
    monkeypatch.delenv("SPARRING_LANG", raising=False)
    return folder


@pytest.fixture(autouse=True)
def _english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("NO_COLOR", "1")
    os.environ.pop("SPARRING_LANG", None)


@pytest.fixture(scope="session")
def pool(tmp_path_factory):
    """The exact engine, shared by a whole test process."""
    from sparring.config.folders import cache_folder
    from sparring.sandbox.exact import ExactPool

    with closing(ExactPool(cache_folder(), workers=1)) as engine:
        yield engine


@pytest.fixture(scope="session")
def cache():
    """Where the compiled engine is kept."""
    from sparring.config.folders import cache_folder

    return cache_folder()
