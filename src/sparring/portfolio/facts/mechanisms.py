"""Mechanisms that answers say a program has (a queue, an index, a retry), and whether anything in the repository shows it."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from sparring.portfolio.check import Subject
from sparring.portfolio.sources import Sources

MOST = 2_000_000
"""Characters that are looked through: of a larger program nothing is said to be absent."""
_CONFIGURED = re.compile(r"(^|/)(Dockerfile|[^/]*\.(toml|cfg|ini|ya?ml|sql|txt|in|html)|Pipfile|Makefile)$")


@cache
def known() -> dict[str, tuple[re.Pattern[str], tuple[str, ...]]]:
    """By name: what shows a mechanism in a file, and the forms that name it."""
    table = tomllib.loads(Path(__file__).with_name("mechanisms.toml").read_text(encoding="utf-8"))
    return {name: (re.compile(one["code"], re.MULTILINE), tuple(one["words"].split())) for name, one in table.items()}


def absent(subject: Subject) -> tuple[str, ...]:
    """Those that no file of the program, of its tests or its configuration shows."""
    return _absent(subject.sources)


@lru_cache(maxsize=1)
def _absent(sources: Sources) -> tuple[str, ...]:
    texts = [source.text for source in sources.all]
    files = [file for file in sources.repository.files if _CONFIGURED.search(file.path)]
    if sources.unparsed or sum(map(len, texts)) + sum(file.size for file in files) > MOST:
        return ()
    whole = "\n".join([*texts, *map(sources.repository.text, files)])
    return tuple(name for name, (code, _) in known().items() if not code.search(whole))
