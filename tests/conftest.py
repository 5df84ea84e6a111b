import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def migrated(tmp_path_factory):
    """A database with empty tables. Making them takes half a second; that a first start does is seen by `test_start.py` and by every server of `e2e`."""
    folder = tmp_path_factory.mktemp("migrated")
    make = "from sparring.records.database import open_database; open_database()"
    subprocess.run([sys.executable, "-c", make], check=True, env={**os.environ, "SPARRING_DATA": str(folder)})
    return folder / "sparring.sqlite3"


@pytest.fixture
def data(tmp_path, monkeypatch, migrated):
    """A data folder of the test's own, for the programs that it starts."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    shutil.copy(migrated, folder)
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
