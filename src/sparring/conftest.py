"""What the tests of several rooms share."""

from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from sparring.sandbox.exact import ExactPool


@pytest.fixture(scope="session")
def pool() -> Iterator["ExactPool"]:
    """The exact engine, one for a whole test process."""
    from sparring.config.folders import cache_folder
    from sparring.sandbox.exact import ExactPool

    with closing(ExactPool(cache_folder(), workers=1)) as engine:
        yield engine
