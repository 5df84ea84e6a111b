"""What is told of an exercise that its kind could not read: whatever else is wrong with it, so that nobody mends one thing to meet the next.

A kind stops where its exercise.toml does not fit; these looks need nothing of it but the files.
"""

import ast
import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sparring.core.problem import Problem
from sparring.core.text import Message
from sparring.core.toml import NotTomlError, read_toml
from sparring.kinds.format import Reader, line_of

FILE = "exercise.toml"
NAMED = ("wrong", "right", "bug", "solutions")
"""Tables of exercise.toml whose `file` names a file of the exercise."""
CODE = (
    "reference.py",
    "snippet.py",
    "cases.py",
    "generator.py",
    "checker.py",
    "starter.py",
    "slow.py",
    "buggy.py",
    "mended.py",
    "original.py",
)
"""Files of an author that must be Python (what a wrong answer holds need not be)."""


def looked_at(path: Path, languages: Sequence[str]) -> tuple[Problem, ...]:
    """The problems of the exercise in `path` that can be seen without its kind."""
    reader = Reader(path, languages)
    reader.text("prompt")
    table = _table(reader)
    _titles(reader, table)
    for name in NAMED:
        rows = table.get(name)
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, dict) and isinstance(row.get("file"), str):
                reader.source(row["file"])
    return (*reader.problems, *_syntax(path))


def once(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, in the order in which they were found first."""
    return list({(one.file, one.line, one.field, repr(one.message)): one for one in problems}.values())


def _table(reader: Reader) -> Mapping[str, Any]:
    quiet = Reader(reader.path, ())  # that it cannot be read was told
    try:
        return read_toml(quiet.source(FILE) or "")
    except NotTomlError:
        return {}


def _titles(reader: Reader, table: Mapping[str, Any]) -> None:
    title = table.get("title")
    if not isinstance(title, dict):
        return
    for language in reader.languages:
        text = title.get(language, "")
        if isinstance(text, str) and not text.strip():
            line = line_of(reader.source(FILE) or "", ("title", language))
            reader.report(FILE, "format.language-missing", line=line, field=f"title.{language}", language=language)


def _syntax(path: Path) -> Iterator[Problem]:
    for name in CODE:
        source = Reader(path, ()).source(name, required=False)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                ast.parse(source or "")
        except SyntaxError as error:
            yield Problem(name, error.lineno or 0, "", Message("format.python", {"what": error.msg}))
        except (ValueError, RecursionError, MemoryError) as error:
            yield Problem(name, 0, "", Message("format.python", {"what": str(error)}))
