"""How an exercise's folder is read: what all kinds share, and errors that an author understands.

In goes a folder; out comes a kind's own pydantic model, texts in the pack's languages and source files, or every problem at once with file, line,
field and remedy.
"""

import difflib
import hashlib
import re
import stat
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from sparring.core.exercise import Budget, Exercise, FollowUp, Level, Section, Slot
from sparring.core.problem import Problem
from sparring.core.text import Message, Text
from sparring.core.toml import NotTomlError, read_toml
from sparring.kinds.kind import Folder

MAX_FILE_BYTES = 5 << 20
WHEN = r"^(correct|partial|incorrect|always|missed:[\w:.-]+|right:[\w:.-]+)$"


class Strict(BaseModel):
    """A table whose unknown keys are errors. Its validator is built with the first file: packs that were kept need none."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Bilingual(Strict):
    """A text in the pack's languages."""

    en: str = ""
    it: str = ""

    def text(self) -> Text:
        """The text as the program speaks of it."""
        return Text(self.en.strip(), self.it.strip())


class FollowUpTable(Bilingual):
    """A `[[follow_ups]]` table."""

    when: str = Field(pattern=WHEN)


class LimitsTable(Strict):
    """The `[limits]` table."""

    instructions: int | None = Field(default=None, gt=0)
    memory_bytes: int | None = Field(default=None, gt=0)
    output_bytes: int | None = Field(default=None, gt=0)


class Header(Strict):
    """What every exercise.toml holds; a kind adds its own fields in a subclass."""

    kind: str
    title: Bilingual
    topics: tuple[str, ...] = ()
    level: Level = "mid"
    minutes: int = Field(default=10, ge=1, le=240)
    engine: Literal["exact", "native"] = "exact"
    packages: tuple[str, ...] = ()
    limits: LimitsTable = LimitsTable()
    hints: tuple[Bilingual, ...] = Field(default=(), max_length=3)
    follow_ups: tuple[FollowUpTable, ...] = ()


HeaderT = TypeVar("HeaderT", bound=BaseModel)


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class NotReadableError(Exception):
    """A file that a pack may not name: outside its folder, no regular file, too large. `reason` is the message's id."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read_inside(folder: Path, name: str) -> bytes:
    """The bytes of the regular file `name` of `folder`, links out of it and special files refused unopened; NotReadableError, OSError."""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise NotReadableError("format.outside")
    if not stat.S_ISREG(path.stat().st_mode):
        raise NotReadableError("format.no-file")
    with path.open("rb") as file:
        content = file.read(MAX_FILE_BYTES + 1)
    if len(content) > MAX_FILE_BYTES:
        raise NotReadableError("format.too-large")
    return content


class Reader:
    """Reads the files of one folder and gathers the problems on the way."""

    def __init__(self, path: Path, languages: Sequence[str]) -> None:
        self.path = path
        self.languages = tuple(languages)
        self.problems: list[Problem] = []

    def report(self, where: str, message_id: str, *, line: int = 0, field: str = "", **params: str | int) -> None:
        """Note a problem of the file `where`."""
        self.problems.append(Problem(where, line, field, Message(message_id, dict(params))))

    def toml(self, name: str, source: str) -> dict[str, Any] | None:
        """What the TOML text `source` of the file `name` holds; None, and a problem noted, when it is none."""
        try:
            return read_toml(source)
        except NotTomlError as error:
            self.problems.append(Problem(name, error.line, "", error.saying))
            return None

    def table(self, name: str, model: type[HeaderT]) -> HeaderT | None:
        """The TOML file `name` as `model`; None, and problems noted, when it is not."""
        source = self.source(name)
        data = None if source is None else self.toml(name, source)
        if source is None or data is None:
            return None
        try:
            value = model.model_validate(data)
        except ValidationError as error:
            self.problems.extend(_problem(name, source, model, detail) for detail in _own(error.errors()))
            return None
        self._check_languages(name, source, value)
        return value

    def source(self, name: str, *, required: bool = True) -> str | None:
        """The text of the file `name`; None if it is missing (a problem when `required`) or no UTF-8 text."""
        try:
            content = read_inside(self.path, name)
            text = content.decode("utf-8-sig").replace("\r\n", "\n")
        except UnicodeDecodeError as error:
            self.report(name, "format.not-utf8", byte=error.start)
        except FileNotFoundError:
            if required:
                self.report(name, "format.file-missing", file=name)
        except NotReadableError as error:
            self.report(name, error.reason, most=MAX_FILE_BYTES)
        except OSError as error:
            self.report(name, "format.cannot-read", why=error.strerror or str(error))
        else:
            control = _CONTROL.search(text)
            if control is None:
                return text
            self.report(name, "format.control", line=text[: control.start()].count("\n") + 1, code=ord(control[0]))
        return None

    def text(self, stem: str, *, required: bool = True) -> Text | None:
        """The Markdown files `stem.en.md` and `stem.it.md` of the pack's languages."""
        found = {language: self.source(f"{stem}.{language}.md", required=required) for language in self.languages}
        if not any(found.values()):
            return None
        return Text((found.get("en") or "").strip(), (found.get("it") or "").strip())

    def _check_languages(self, name: str, source: str, value: BaseModel) -> None:
        for loc, text in _bilinguals(value, ()):
            for language in self.languages:
                if not getattr(text, language).strip():
                    where = (*loc, language)
                    self.report(name, "format.language-missing", line=line_of(source, where), field=_dotted(where), language=language)


def exercise(folder: Folder, header: Header, reader: Reader, **more: Any) -> Exercise[Any] | tuple[Problem, ...]:
    """The exercise made of what was read, `more` being the kind's own fields; or every problem noted on the way.

    `prompt` is read here unless the kind gives one.
    """
    prompt = more.pop("prompt", None) or reader.text("prompt")
    if reader.problems or prompt is None:
        return tuple(reader.problems)
    return Exercise(
        id=folder.id,
        kind=header.kind,
        title=header.title.text(),
        prompt=prompt,
        topics=header.topics,
        level=header.level,
        minutes=header.minutes,
        content_hash=content_hash(folder.path),
        engine=header.engine,
        packages=header.packages,
        budget=Budget(header.limits.instructions, header.limits.memory_bytes, header.limits.output_bytes),
        hints=tuple(hint.text() for hint in header.hints),
        follow_ups=tuple(FollowUp(table.when, table.text()) for table in header.follow_ups),
        complete=folder.complete,
        languages=folder.languages,
        **more,
    )


def check_follow_ups(header: Header, reader: Reader, known: Collection[str]) -> None:
    """Note each follow-up that waits for a criterion that the kind never finds (`known`: those that it can): nobody would ever be asked it."""
    for number, table in enumerate(header.follow_ups):
        criterion = table.when.partition(":")[2]
        if criterion and criterion not in known:
            where = ("follow_ups", number, "when")
            close = difflib.get_close_matches(criterion, sorted(known), 1)
            reader.report(
                "exercise.toml",
                "format.no-criterion-meant" if close else "format.no-criterion",
                line=line_of(reader.source("exercise.toml") or "", where),
                field=_dotted(where),
                criterion=criterion,
                **({"meant": close[0]} if close else {"known": ", ".join(sorted(known))}),
            )


def content_hash(path: Path) -> str:
    """A short digest of every file below `path`, names included."""
    digest = hashlib.sha256()
    for file in sorted(path.rglob("*")):
        if stat.S_ISREG(file.lstat().st_mode) and "__pycache__" not in file.parts:
            with file.open("rb") as opened:
                content = opened.read(MAX_FILE_BYTES)
            digest.update(f"{file.relative_to(path).as_posix()}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


def section(message_id: str, body: Text | None, *, is_code: bool = False) -> tuple[Section, ...]:
    """A section to show after the verdict, or none where there is no text."""
    return (Section(Message(message_id), body, is_code),) if body else ()


def prose_slot(name: str = "text", aloud: tuple[int, int] | None = None) -> Slot:
    """A part of written words; `aloud`: it can be said, in so many to so many seconds."""
    return Slot(name, "prose", f"{name}.md", aloud=aloud)


def line_of(source: str, loc: Sequence[str | int]) -> int:
    """The 1-based line of a TOML text where the value at `loc` stands, or its nearest parent; 0 if none is found."""
    best, best_line, table, counts = 0, 0, [], {}  # type: tuple[int, int, list[str | int], dict[str, int]]
    for number, line in enumerate(source.splitlines(), 1):
        header = re.match(r"\s*(\[\[?)\s*([\w.\"-]+)\s*\]\]?", line)
        if header:
            table = list(header[2].replace('"', "").split("."))
            if header[1] == "[[":
                index = counts.get(header[2], -1) + 1
                counts[header[2]] = index
                table.append(index)
            path = table
        elif key := re.match(r"\s*([\w.\"-]+)\s*=", line):
            path = [*table, *key[1].replace('"', "").split(".")]
        else:
            continue
        depth = len(path)
        if list(loc[:depth]) == path and depth > best:
            best, best_line = depth, number
    return best_line


def _own(details: Sequence[Any]) -> list[Any]:
    """What is wrong, without what only follows: a list whose one entry is wrong counts as empty, too."""
    deeper = {detail["loc"][:length] for detail in details for length in range(len(detail["loc"]))}
    return [detail for detail in details if not (detail["type"] == "too_short" and detail["loc"] in deeper)]


def _problem(name: str, source: str, model: type[BaseModel], detail: Any) -> Problem:
    loc = [part for part in detail["loc"] if part != "__root__"]
    line, field = line_of(source, loc), _dotted(loc)
    match detail["type"]:
        case "missing":
            message = Message("format.field-missing", {"field": field})
        case "extra_forbidden":
            close = difflib.get_close_matches(str(loc[-1]), _fields(model, loc[:-1]), 1)
            message = Message("format.field-unknown-meant", {"field": field, "meant": close[0]}) if close else _unknown(model, loc)
        case "literal_error":
            message = Message("format.field-choice", {"value": str(detail["input"])[:60], "choices": _choices(detail["ctx"]["expected"])})
        case "not_rising":
            message = Message("format.not-rising", {"value": repr(detail["input"])[:60]})
        case kind:
            message = _told(kind, repr(detail["input"])[:60], detail)
    return Problem(name, line or 1, field, message)


def _choices(expected: str) -> str:
    """`'junior', 'mid' or 'senior'` without a word of English."""
    return ", ".join(re.findall(r"'[^']*'|\d+", expected)) or expected


_LIMITS = {
    "greater_than": ("above", "gt"),
    "greater_than_equal": ("at-least", "ge"),
    "less_than": ("below", "lt"),
    "less_than_equal": ("at-most", "le"),
    "too_short": ("few", "min_length"),
    "too_long": ("many", "max_length"),
    "string_too_short": ("short", "min_length"),
    "string_pattern_mismatch": ("pattern", "pattern"),
}
_TYPES = {
    "string_type": "text",
    "int_type": "whole-number",
    "int_parsing": "whole-number",
    "int_from_float": "whole-number",
    "bool_type": "boolean",
    "bool_parsing": "boolean",
    "tuple_type": "list",
    "list_type": "list",
    "model_type": "table",
    "dict_type": "table",
}
"""What pydantic names a value that does not fit, and how we say it."""


def _told(kind: str, value: str, detail: Any) -> Message:
    if kind in _TYPES:
        return Message(f"format.no-{_TYPES[kind]}", {"value": value})
    if kind in _LIMITS:
        name, bound = _LIMITS[kind]
        return Message(f"format.{name}", {"value": value, "bound": detail["ctx"][bound]})
    return Message("format.field-wrong", {"value": value, "what": detail["msg"]})


def _unknown(model: type[BaseModel], loc: Sequence[str | int]) -> Message:
    return Message("format.field-unknown", {"field": _dotted(loc), "known": ", ".join(_fields(model, loc[:-1]))})


def _fields(model: type[BaseModel], loc: Sequence[str | int]) -> list[str]:
    """The names of the fields of the table at `loc` inside `model`."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            inner = model.model_fields[part].annotation
            options = [inner, *getattr(inner, "__args__", ())]
            model = next((option for option in options if isinstance(option, type) and issubclass(option, BaseModel)), model)
    return list(model.model_fields)


def _bilinguals(value: object, loc: tuple[str | int, ...]) -> list[tuple[tuple[str | int, ...], Bilingual]]:
    if isinstance(value, BaseModel):
        own = [(loc, value)] if isinstance(value, Bilingual) else []
        return own + [found for name in type(value).model_fields for found in _bilinguals(getattr(value, name), (*loc, name))]
    if isinstance(value, tuple):
        return [found for index, item in enumerate(value) for found in _bilinguals(item, (*loc, index))]
    return []


def _dotted(loc: Sequence[str | int]) -> str:
    return ".".join(str(part) for part in loc)
