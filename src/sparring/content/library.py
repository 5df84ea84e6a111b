"""All packs together, and how they are read from folders."""

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from sparring import catalog
from sparring.content.anyway import looked_at, once
from sparring.content.schema import (
    LENGTHS,
    ROWS,
    InterviewFile,
    InterviewPlan,
    PackFile,
    Role,
    RoleFile,
    Round,
    RoundTable,
    Topic,
    TopicsFile,
)
from sparring.core.exercise import LEVELS, Exercise
from sparring.core.problem import Problem, SparringError
from sparring.core.text import Message, Text
from sparring.core.toml import NotTomlError, read_toml
from sparring.kinds.format import Reader, line_of
from sparring.kinds.kind import Folder

EXERCISE_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack as it was read: what can be used, and `problems` by exercise id ('' for the pack's own files)."""

    id: str
    path: Path
    version: str
    title: Text
    exercises: Mapping[str, Exercise[Any]]
    topics: Mapping[str, Topic]
    plans: Mapping[str, InterviewPlan]
    problems: Mapping[str, tuple[Problem, ...]]
    languages: tuple[str, ...] = ("en", "it")
    roles: Mapping[str, Role] = field(default_factory=dict)


@dataclass(frozen=True)
class Library:
    """Everything that can be practised. Its maps are made once: pages look into them by the hundred."""

    packs: tuple[Pack, ...] = ()

    @cached_property
    def exercises(self) -> dict[str, Exercise[Any]]:
        """All exercises by `pack:name`, in a steady order."""
        return {key: exercise for pack in self.packs for key, exercise in sorted(pack.exercises.items())}

    @cached_property
    def topics(self) -> dict[str, Topic]:
        """All topics by id."""
        return {key: topic for pack in self.packs for key, topic in pack.topics.items()}

    @cached_property
    def plans(self) -> dict[str, InterviewPlan]:
        """All interview plans by id."""
        return {key: plan for pack in self.packs for key, plan in pack.plans.items()}

    @cached_property
    def roles(self) -> dict[str, Role]:
        """All roles that interviews are put together for, by name; of one that two packs name, the first pack's."""
        return {key: role for pack in reversed(self.packs) for key, role in pack.roles.items()}

    def version_of(self, pack: str) -> str:
        """The version of a pack; '' if it is not here."""
        return next((found.version for found in self.packs if found.id == pack), "")


def read_library(paths: Iterable[Path], read: Callable[[Path, Iterable[str]], Pack] | None = None) -> Library:
    """The library of all packs below `paths`; later packs know the topics of earlier ones. `read`: how one is read (`read_pack`)."""
    packs: dict[str, Pack] = {}
    refused: list[Pack] = []
    for path in paths:
        pack = (read or read_pack)(path, {key for known in packs.values() for key in known.topics})
        if pack.id in packs:
            refused.append(_refused(pack, packs[pack.id]))
        else:
            packs[pack.id] = pack
    return Library((*packs.values(), *refused))


def _refused(pack: Pack, first: Pack) -> Pack:
    """A pack whose id is taken: nothing of it is used, so that no exercise stands in for another."""
    problem = Problem("pack.toml", 0, "id", Message("content.pack-twice", {"id": pack.id, "path": str(first.path)}))
    return replace(pack, id=f"{pack.id}@{pack.path.name}", exercises={}, topics={}, plans={}, roles={}, problems={"": (problem,)})


@dataclass
class _Draft:
    exercises: dict[str, Exercise[Any]] = field(default_factory=dict)
    problems: dict[str, tuple[Problem, ...]] = field(default_factory=dict)

    def note(self, owner: str, problems: Iterable[Problem]) -> None:
        found = tuple(problems)
        if found:
            self.problems[owner] = self.problems.get(owner, ()) + found


def read_pack(path: Path, known_topics: Iterable[str] = ()) -> Pack:
    """The pack in the folder `path`, with every problem that its files have."""
    draft = _Draft()
    reader = Reader(path, ())
    if not path.is_dir():
        draft.note("", [Problem(path.name, 0, "", Message("content.no-folder", {"path": str(path)}))])
        return Pack(path.name, path, "", Text(path.name), {}, {}, {}, draft.problems)
    about = _about(path, reader)
    reader.languages = about.languages
    topics = _topics(reader)
    plans, roles = _plans(reader, about.id), _roles(reader)
    draft.note("", reader.problems)
    for folder in sorted((path / "exercises").glob("*/*/")):
        if folder.resolve() == path.resolve().joinpath(*folder.parts[-3:]):
            _read_exercise(folder, about, {*known_topics, *topics}, draft)
        else:  # a link would lead out of the pack, or be the same exercise twice
            inside = "/".join(folder.parts[-3:])
            draft.note(f"{about.id}:{folder.name}", [Problem(inside, 0, "", Message("content.linked", {"folder": inside}))])
    title = about.title.text() if about.title else Text(about.id)
    return Pack(about.id, path, about.version, title, draft.exercises, topics, plans, draft.problems, about.languages, roles)


def _about(path: Path, reader: Reader) -> PackFile:
    """pack.toml; a folder without one is a pack in both languages named after the folder, and a problem."""
    table = reader.table("pack.toml", PackFile)
    if table is not None:
        reader.languages = table.languages
        reader.table("pack.toml", PackFile)
    return table or PackFile(id=_as_id(path.name))


def read_topics(path: Path) -> dict[str, Topic]:
    """The topics of the pack in `path`, its exercises left alone."""
    return _topics(Reader(path, ()))


def _as_id(name: str) -> str:
    return "".join(char if char.isalnum() else "-" for char in name.lower()).strip("-") or "pack"


def _read_exercise(path: Path, about: PackFile, topics: set[str], draft: _Draft) -> None:
    key = f"{about.id}:{path.name}"
    if path.name.startswith(("_", ".")):
        return
    inside = f"exercises/{path.parent.name}/{path.name}"
    if not EXERCISE_ID.fullmatch(path.name):
        draft.note(key, [Problem(inside, 0, "id", Message("content.bad-id", {"id": path.name}))])
    try:
        kind = catalog.kind(path.parent.name)
    except SparringError as error:
        draft.note(key, [Problem(f"{inside}/exercise.toml", _line(path, "kind"), "kind", error.saying)])
        return
    try:
        read = kind.load(Folder(path, key, about.languages, about.complete))
    except SparringError as error:
        draft.note(key, [Problem(inside, 0, "kind", error.saying)])
        return
    except Exception as error:  # one exercise that breaks us must not take the others with it
        draft.note(key, [Problem(inside, 0, "", Message("content.breaks", {"what": f"{type(error).__name__}: {error}"[:300]}))])
        return
    problems = [] if isinstance(read, Exercise) else once([*read, *looked_at(path, about.languages)])
    problems += _no_topics(path, read.topics if isinstance(read, Exercise) else _said_topics(path), topics)
    if isinstance(read, Exercise):
        if key in draft.exercises:
            problems.append(Problem("exercise.toml", 0, "id", Message("content.id-twice", {"id": key})))
        if read.kind != path.parent.name:
            problems.append(
                Problem("exercise.toml", 1, "kind", Message("content.kind-differs", {"kind": read.kind, "folder": path.parent.name}))
            )
        if not problems and key not in draft.problems:
            draft.exercises[key] = read
    draft.note(key, [replace(problem, file=f"{inside}/{problem.file}") for problem in problems])


def _toml(path: Path) -> str:
    """The text of an exercise's exercise.toml, for what is told of it beside its kind's own problems; '' where it cannot be read."""
    return Reader(path, ()).source("exercise.toml", required=False) or ""


def _line(path: Path, field: str) -> int:
    """Where a field of exercise.toml stands; its first line where it is not there."""
    return line_of(_toml(path), (field,)) or 1


def _said_topics(path: Path) -> tuple[str, ...]:
    """The topics of an exercise that could not be read: an unknown one is told along with what else is wrong."""
    try:
        said = read_toml(_toml(path)).get("topics", ())
    except NotTomlError:
        return ()
    return tuple(topic for topic in said if isinstance(topic, str)) if isinstance(said, list) else ()


def _no_topics(path: Path, said: Iterable[str], known: set[str]) -> list[Problem]:
    """Each topic that there is not, with the nearest one."""
    problems = []
    for topic in said if known else ():
        if topic not in known:
            close = difflib.get_close_matches(topic, sorted(known), 1)
            message = Message("content.no-topic-meant", {"topic": topic, "meant": close[0]}) if close else None
            message = message or Message("content.no-topic", {"topic": topic})
            problems.append(Problem("exercise.toml", _line(path, "topics"), "topics", message))
    return problems


def _topics(reader: Reader) -> dict[str, Topic]:
    if not (reader.path / "topics.toml").exists():
        return {}
    table = reader.table("topics.toml", TopicsFile)
    topics = {t.id: Topic(t.id, t.title.text(), t.rows) for t in table.topics} if table else {}
    for topic in topics.values():
        if topic.parent and topic.parent not in topics:
            reader.report("topics.toml", "content.topic-no-parent", field=topic.id, topic=topic.id, parent=topic.parent)
        for row in topic.rows:
            if row not in ROWS:
                reader.report("topics.toml", "content.no-row", field=topic.id, row=row)
    return topics


def _plans(reader: Reader, pack: str) -> dict[str, InterviewPlan]:
    plans = {}
    for file in sorted((reader.path / "interviews").glob("*.toml")):
        table = reader.table(f"interviews/{file.name}", InterviewFile)
        if table is None:
            continue
        _known_kinds(reader, f"interviews/{file.name}", table.rounds)
        rounds = tuple(Round(part.kind, part.topics, part.minutes) for part in table.rounds)
        plans[f"{pack}:{file.stem}"] = InterviewPlan(f"{pack}:{file.stem}", table.title.text(), table.role, table.level, rounds)
    return plans


def _known_kinds(reader: Reader, name: str, rounds: Iterable[RoundTable]) -> None:
    for number, part in enumerate(rounds):
        if part.kind not in catalog.names():
            known = ", ".join(catalog.names())
            reader.report(name, "catalog.no-kind", field=f"rounds.{number}.kind", kind=part.kind, known=known)


LEAST_SHARE = 0.8
"""How much of the time that was asked for an interview must fill at least."""


def _roles(reader: Reader) -> dict[str, Role]:
    """The roles of roles/*.toml; each level and length must give an interview that fills its time and does not exceed it."""
    roles = {}
    for file in sorted((reader.path / "roles").glob("*.toml")):
        name = f"roles/{file.name}"
        table = reader.table(name, RoleFile)
        if table is None:
            continue
        _known_kinds(reader, name, table.rounds)
        pieces = tuple((Round(part.kind, part.topics, part.minutes), part.lengths, part.levels) for part in table.rounds)
        role = roles[file.stem] = Role(file.stem, table.title.text(), pieces)
        for level in LEVELS:
            for minutes in LENGTHS:
                filled = sum(part.minutes for part in role.rounds(level, minutes))
                if not LEAST_SHARE * minutes <= filled <= minutes:
                    reader.report(name, "content.role-length", field="rounds", level=level, minutes=minutes, filled=filled)
    return roles
