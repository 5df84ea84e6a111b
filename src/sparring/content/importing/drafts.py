"""What an import yields: drafts of exercises, and what had to be left behind."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sparring.core.text import Message


@dataclass(frozen=True, slots=True)
class Left:
    """Something that could not be taken over: an exercise, or one of its tests, where it stands and why."""

    name: str
    file: str
    line: int
    why: Message


@dataclass(frozen=True, slots=True)
class Draft:
    """An exercise to be: its id, its files by their place in its folder, and the tests that were left out of it."""

    name: str
    files: Mapping[str, str]
    left_out: tuple[Left, ...] = ()


@dataclass(slots=True)
class Drafts:
    """All that came out of one source. `pack`: the id the pack should have; `licence`: that of the source, where it says so."""

    pack: str
    title: str
    licence: str = ""
    drafts: list[Draft] = field(default_factory=list)
    refused: list[Left] = field(default_factory=list)


class CannotImportError(Exception):
    """Why something cannot become an exercise, or a case."""

    def __init__(self, line: int, message_id: str, **params: str | int | float | bool) -> None:
        super().__init__(line, message_id, params)
        self.line = line
        self.message = Message(message_id, dict(params))


def slug(text: str) -> str:
    """An id in kebab case made of any name: `HumanEval/12` is `humaneval-12`."""
    plain = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
    return plain if plain[:1].isalpha() else f"exercise-{plain}".rstrip("-")


def exercise_toml(entry: str, title: str, level: str, minutes: int) -> str:
    """The exercise.toml of a `solve` in English."""
    return f'kind = "solve"\nlevel = "{level}"\nminutes = {minutes}\nentry = "{entry}"\n\n[title]\nen = {json.dumps(title, ensure_ascii=False)}\n'
