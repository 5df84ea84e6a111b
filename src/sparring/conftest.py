"""What the tests of several rooms share."""

from contextlib import closing

import pytest


@pytest.fixture(scope="session")
def pool():
    """The exact engine, one for a whole test process."""
    from sparring.config.folders import cache_folder
    from sparring.sandbox.exact import ExactPool

    with closing(ExactPool(cache_folder(), workers=1)) as engine:
        yield engine
