"""What CPython's parser says of a text that it cannot read, in another language than its own: by the forms of `python.toml`, those that people meet most.

What has no form there is left to the caller, who quotes it as CPython's own words.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from sparring.core.text import Language

_PLACE = re.compile(r" \((?:<\w+>|[\w./-]+), line \d+\)$")
"""How `str` of a SyntaxError ends."""
_NAMED = ("thing", "after")
"""The blanks whose values have words of their own."""


def in_words(said: str, language: Language) -> str | None:
    """A message of the parser in a language; None where there is no form for it, or a part of it has no words."""
    bare = _PLACE.sub("", said.strip()).rstrip(".")
    for form, says in _forms():
        if (found := form.fullmatch(bare)) and language in says:
            blanks = {name: _blank(name, value or "", language) for name, value in found.groupdict().items()}
            filled = {name: value for name, value in blanks.items() if value is not None}
            return says[language].format(**filled) if len(filled) == len(blanks) else None
    return None


def _blank(name: str, value: str, language: Language) -> str | None:
    if name == "rest":
        return in_words(value, language)
    if name in _NAMED:
        told: str | None = _table()[name].get(value, {}).get(language)
        return told
    return value


@cache
def _forms() -> tuple[tuple[re.Pattern[str], Mapping[str, str]], ...]:
    return tuple((re.compile(row["like"]), {name: text for name, text in row.items() if name != "like"}) for row in _table()["forms"])


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("python.toml").read_text(encoding="utf-8"))
