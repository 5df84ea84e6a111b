"""Reads TOML, and says in our words what is wrong with one and where: Python's parser speaks English and gives no line to what is cut off."""

import re
import tomllib
from typing import Any

from sparring.core.text import Message

_WRONG: tuple[tuple[str, str], ...] = (
    (r"Unterminated string|Expected \"'+\"|(Illegal|Found invalid) character '\\n'", "text"),
    (r"Unclosed array", "array"),
    (r"Unclosed inline table", "inline-table"),
    (r"Expected '\]\]?' at the end", "header"),
    (r"Cannot (declare|overwrite|redefine|mutate)|Duplicate inline table key", "twice"),
    (r"Expected '=' after", "equals"),
    (r"Invalid value|Invalid date", "value"),
    (r"Expected newline", "newline"),
    (r"Invalid (statement|initial character)", "name"),
    (r"Unescaped|Invalid hex value|Escaped character", "escape"),
    (r"(Illegal|Found invalid) character", "character"),
)
"""What the parser says, and the end of the id of our words for it."""


_ENDS = "at end of document"


class NotTomlError(Exception):
    """It is no TOML: `line` counts from 1 (0: it cannot be told), `saying` is why."""

    def __init__(self, line: int, saying: Message) -> None:
        super().__init__(saying.id)
        self.line, self.saying = line, saying


def read_toml(source: str) -> dict[str, Any]:
    """What a TOML text holds; NotTomlError."""
    try:
        return tomllib.loads(source)
    except RecursionError:
        raise NotTomlError(0, Message("toml.deep")) from None
    except ValueError as error:  # TOMLDecodeError is one; others are numbers and dates that Python does not take
        raise NotTomlError(_line(str(error), source), _saying(str(error))) from None


def _line(said: str, source: str) -> int:
    """Where it is; the last line with something in it where the text just ends."""
    if _ENDS in said:
        return max(1, len(source.rstrip().splitlines()))
    found = re.search(r"at line (\d+)", said)
    return int(found[1]) if found else 0


def _saying(said: str) -> Message:
    name = next((name for pattern, name in _WRONG if re.match(pattern, said)), "")
    name = "cut" if _ENDS in said and name in ("equals", "value", "name") else name
    return Message(f"toml.{name}") if name else Message("toml.other", {"what": said})
