import os
from contextlib import closing
from pathlib import Path

import platformdirs
import pytest

from sparring.sandbox.exact import ExactPool


@pytest.fixture(scope="session")
def pool():
    folder = os.environ.get("SPARRING_CACHE") or platformdirs.user_cache_dir("sparring", appauthor=False)
    with closing(ExactPool(Path(folder), workers=1)) as pool:
        yield pool


@pytest.fixture
def app(pool, tmp_path):
    from sparring.usecases.app import App

    return App((), tmp_path, tmp_path, sandbox=pool)
