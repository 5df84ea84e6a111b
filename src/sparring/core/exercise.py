"""An exercise, whatever its kind: what is asked, of whom, within what, and what is shown afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

from sparring.core.text import Message, Text

Level = Literal["junior", "mid", "senior"]
LEVELS: tuple[Level, ...] = ("junior", "mid", "senior")
Engine = Literal["exact", "native"]
SpecT = TypeVar("SpecT", covariant=True)


@dataclass(frozen=True, slots=True)
class Budget:
    """What the answer's program may use; None leaves the engine's own default."""

    instructions: int | None = None
    memory_bytes: int | None = None
    output_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What an interviewer asks next. `when`: correct, partial, incorrect, always, `missed:CRITERION` or `right:CRITERION`."""

    when: str
    text: Text


@dataclass(frozen=True, slots=True)
class BoardTask:
    """A task that can be put on a board; `note` says what it needs and waits for."""

    id: str
    title: Text
    hours: int
    note: Text


@dataclass(frozen=True, slots=True)
class BoardPerson:
    """Somebody who can be given tasks; `note` says their skills, hours and absences."""

    id: str
    name: str
    note: Text


@dataclass(frozen=True, slots=True)
class Board:
    """What a part of the shape `plan` is made of: each task gets a person and a day (from 1)."""

    tasks: tuple[BoardTask, ...]
    people: tuple[BoardPerson, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A part that the answer must hold: its shape decides the widget. `file` names it on disk, `starter` is what it begins with.

    A `plan` is written as lines `task: person, day`; `board` is what it is made of. `before` is said above the part. What is `optional` may be left out:
    it is offered once the rest was judged. `aloud`: it can be said, and takes from so many to so many seconds; None: it is only written.
    `instead`: it may be handed in in place of the part of that name.
    """

    name: str
    shape: Literal["code", "prose", "plan"]
    file: str
    starter: str = ""
    board: Board | None = None
    before: Text | None = None
    optional: bool = False
    aloud: tuple[int, int] | None = None
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Something shown only after the verdict (model answer, discussion, proof): Markdown, or Python source."""

    title: Message
    body: Text
    is_code: bool = False


@dataclass(frozen=True)
class Exercise(Generic[SpecT]):
    """An exercise as its kind read it. `id` is `pack:name`; `spec` is the kind's own business.

    `content_hash` changes with any byte of the folder. `can_run`: it can be tried without handing in; `measures_growth`: the candidate is asked how
    the cost grows before it is measured; `answer_once`: whoever has seen the answer proves nothing by writing it down, so that only what was handed
    in before counts; `stepped`: what is asked appears one by one, and every run is kept in the answer's log (`kinds/kind.py`, `Stepped`); `complete`
    holds it to all that a kind must prove (the core pack's standard). `given`: files by name that a candidate's own editor may have beside the answer
    (examples, modules); nothing that is hidden.
    """

    id: str
    kind: str
    title: Text
    prompt: Text
    topics: tuple[str, ...]
    level: Level
    minutes: int
    slots: tuple[Slot, ...]
    content_hash: str
    spec: SpecT
    engine: Engine = "exact"
    packages: tuple[str, ...] = ()
    budget: Budget = Budget()
    hints: tuple[Text, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    reveal: tuple[Section, ...] = ()
    can_run: bool = False
    measures_growth: bool = False
    answer_once: bool = False
    stepped: bool = False
    complete: bool = False
    languages: tuple[str, ...] = field(default=("en", "it"))
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def pack(self) -> str:
        """The pack's id."""
        return self.id.partition(":")[0]

    @property
    def name(self) -> str:
        """The id without its pack."""
        return self.id.partition(":")[2]


def full_id(name: str) -> str:
    """The `pack:name` that `name` means; a bare name means the core pack."""
    return name if ":" in name else f"core:{name}"


def short_id(name: str) -> str:
    """The shortest name that still means the same: core exercises go without their pack."""
    return name.removeprefix("core:")
