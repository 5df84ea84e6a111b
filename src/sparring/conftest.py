"""What the tests of several rooms share."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from sparring.sandbox.exact import ExactPool


def in_turns(names: Sequence[str]) -> list[Any]:
    """Each name in English or Italian, in turns; `prove` takes it in the other language, too."""
    both = [(("en", "it"), ("it", "en"))[number % 2] for number in range(len(names))]
    first = [(name, language) for name, (language, _) in zip(names, both, strict=True)]
    return [*first, *(pytest.param(name, other, marks=pytest.mark.prove) for name, (_, other) in zip(names, both, strict=True))]


@pytest.fixture(scope="session")
def pool() -> Iterator["ExactPool"]:
    """The exact engine, one for a whole test process."""
    from sparring.config.folders import cache_folder
    from sparring.sandbox.exact import ExactPool

    with closing(ExactPool(cache_folder(), workers=1)) as engine:
        yield engine


@pytest.fixture(scope="session")
def kept() -> Path:
    """Where packs are kept as they were read, the program's own place: reading the core pack takes seconds, and no test changes it."""
    from sparring.config.folders import cache_folder

    return cache_folder()
