"""Recordings of snippets: made once, kept for the next steps of the same person, found again by a link that holds the snippet itself."""

import base64
import json
import threading
import zlib
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from sparring.core.exercise import Exercise, short_id
from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.judge import trace as tracing
from sparring.judge.trace import Bounds, Trace, record
from sparring.kinds.explain.schema import ExplainSpec
from sparring.kinds.predict.schema import PredictSpec
from sparring.sandbox.interface import Sandbox, Unreadable
from sparring.sandbox.native import PLAIN, NativeSandbox
from sparring.sandbox.own_machine import OwnMachine
from sparring.usecases.app import App

MOST_SOURCE: Final = 20_000
MOST_TYPED: Final = 2_000
MOST_LINK: Final = 12_000
ENGINES: Final = ("exact", "native")
KEPT = 8


@dataclass(frozen=True, slots=True)
class Snippet:
    """What is recorded: the program, what is typed into it, the engine, and the number of the first step that is recorded."""

    source: str
    typed: str = ""
    engine: str = "exact"
    first: int = 0


def checked(snippet: Snippet) -> Snippet:
    """The snippet with lines as Python ends them; UsageError if there is none, or too much of it."""
    source, typed = (text.replace("\r\n", "\n").replace("\r", "\n") for text in (snippet.source, snippet.typed))
    if not any(line.strip() and not line.lstrip().startswith("#") for line in source.splitlines()):
        raise UsageError(Message("lab.nothing"))
    if len(source) > MOST_SOURCE or len(typed) > MOST_TYPED:
        raise UsageError(Message("lab.too-long", {"count": max(len(source), len(typed)), "most": MOST_SOURCE}))
    if (odd := next((at for at, letter in enumerate(source) if letter == "\0" or "\ud800" <= letter <= "\udfff"), -1)) >= 0:
        raise UsageError(Message("lab.not-text", {"line": source.count("\n", 0, odd) + 1, "code": f"U+{ord(source[odd]):04X}"}))
    if snippet.engine not in ENGINES:
        raise UsageError(Message("lab.no-engine", {"engine": snippet.engine[:40]}))
    return replace(snippet, source=source if source.endswith("\n") else source + "\n", typed=typed)


def snippet_of(app: App, name: str) -> Snippet | None:
    """The snippet of a `predict` or the proof of an `explain` of that name; None if there is none of that name or it has no such thing."""
    key = name if name in app.library.exercises else next((key for key in app.library.exercises if short_id(key) == name), "")
    if not key:
        return None
    exercise = app.library.exercises[key]
    spec = exercise.spec
    source = spec.snippet if isinstance(spec, PredictSpec) else spec.proof if isinstance(spec, ExplainSpec) else None
    engine = spec.engine if isinstance(spec, PredictSpec) else exercise.engine
    return Snippet(source, engine=engine if engine in ENGINES else "exact") if source else None


def decided(exercise: Exercise[Any]) -> tuple[Snippet, int, int] | None:
    """The snippet of a `predict`, the line that decides it (0: none does) and which of the times that it runs; None for other kinds."""
    spec = exercise.spec if exercise.kind == "predict" else None
    return (Snippet(spec.snippet, engine=spec.engine), spec.deciding_line, spec.deciding_time) if isinstance(spec, PredictSpec) else None


def packed(snippet: Snippet) -> str:
    """The snippet as a piece of an address; '' if it is too long for one."""
    text = json.dumps([snippet.source, snippet.typed, snippet.engine, snippet.first], ensure_ascii=False)
    link = base64.urlsafe_b64encode(zlib.compress(text.encode(), 9)).decode("ascii").rstrip("=")
    return link if len(link) <= MOST_LINK else ""


def unpacked(link: str) -> Snippet:
    """The snippet that a link holds; UsageError if it holds none."""
    try:
        data = base64.urlsafe_b64decode(link.encode("ascii") + b"=" * (-len(link) % 4))
        unzip = zlib.decompressobj()
        text = unzip.decompress(data, 8 * MOST_SOURCE)
        source, typed, engine, first = json.loads(text.decode())
        if (
            not unzip.eof
            or not all(type(text) is str for text in (source, typed, engine))
            or type(first) is not int
            or not 0 <= first < 10_000_000
        ):
            raise ValueError
    except (ValueError, zlib.error, RecursionError) as error:
        raise UsageError(Message("lab.bad-link")) from error
    return Snippet(source, typed, engine, first)


class Recordings:
    """The last recordings, most recent last. Safe to use from several threads."""

    def __init__(self, most: int = KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[tuple[Snippet, bool], Trace | Unreadable] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, app: App, snippet: Snippet, *, own_machine: bool = False) -> Trace | Unreadable:
        """The recording of a snippet; made now if it is not kept. UsageError where the engine that it asks for is not there."""
        key = snippet, own_machine
        with self._lock:
            if (found := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
                return found
        with engine_for(app, snippet.engine, own_machine=own_machine) as sandbox:
            made = record(sandbox, snippet.source, snippet.typed, Bounds(first=snippet.first), threads=snippet.engine == "native")
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made


RECORDINGS: Final = Recordings()


@contextmanager
def engine_for(app: App, name: str, *, own_machine: bool = False) -> Iterator[Sandbox]:
    """The exact engine, or a desktop's CPython: behind the native engine's walls, else with the person's consent (`own_machine`) as a plain process."""
    if name == "exact":
        yield app.engine
        return
    sandbox: Sandbox
    if own_machine:
        sandbox = OwnMachine(consent=True)
    else:
        sandbox = NativeSandbox(PLAIN, workers=1)
    with closing(sandbox):
        yield sandbox


@cache
def examples() -> dict[str, str]:
    """The lab's own snippets, by name; `lab.example.NAME` says what each shows."""
    folder = Path(tracing.__file__).parent / "snippets"
    return {name: (folder / f"{name}.py").read_text("utf-8") for name in EXAMPLES}


EXAMPLES: Final = (
    "aliasing", "default-argument", "shallow-and-deep", "small-integers", "class-attribute", "counter-closure", "late-binding", "decorator",
    "suspended-generator", "with-and-exception", "unwinding", "metaclass", "cycle-and-collector", "weak-reference",
)  # fmt: skip
