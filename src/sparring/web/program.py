"""The one program of this process: its `App`, and how far the long work is that somebody waits for."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic

from sparring.core.problem import SparringError
from sparring.core.text import Message, Saying
from sparring.core.verdict import Finding
from sparring.usecases.app import App, Progress
from sparring.usecases.practice import Tell, finish_waiting
from sparring.usecases.profile import profile
from sparring.web.access import Access

log = logging.getLogger("sparring.web")


@dataclass
class Program:
    """The opened program. `opened` is when; nothing of an interview can have run before it in this process. `access` is None where nobody guards the door (tests)."""

    app: App
    opened: datetime
    share: float = 0.0
    failure: Saying | None = None
    ready: threading.Event = field(default_factory=threading.Event)
    judging: dict[str, float] = field(default_factory=dict)
    early: dict[str, Saying] = field(default_factory=dict)
    counted: dict[str, Message] = field(default_factory=dict)
    access: Access | None = None

    def prepare(self) -> None:
        """Open the engine (compiling it on the first day), then judge what waits since the program was killed."""
        try:
            _ = self.app.tools
        except SparringError as error:
            self.failure = error.saying
        except Exception:
            log.exception("the engine does not open")
            self.failure = Message("web.engine.fails")
        self.share = 1.0
        self.ready.set()
        if self.failure is None:
            _quietly(self.app.warm)
            _quietly(lambda: finish_waiting(self.app))

    def progress(self, share: float) -> None:
        """What the engine tells of its preparation."""
        self.share = share

    @contextmanager
    def busy_with(self, key: str) -> Iterator[None]:
        """Somebody waits for the verdict of the submission `key`; the engine is there when this begins."""
        self.judging[key] = monotonic()
        try:
            self.ready.wait()
            yield
        finally:
            self.judging.pop(key, None)
            self.early.pop(key, None)

    def tell(self, key: str) -> Tell:
        """What takes the findings that stand already of the submission `key`, for who waits for the rest."""

        def told(findings: tuple[Finding, ...]) -> None:
            if findings:
                self.early[key] = findings[-1].message

        return told

    @contextmanager
    def counting(self, key: str, what: str) -> Iterator[Progress]:
        """Somebody waits for what takes long and goes by `key`; what is yielded hears how far it is, 0..1, and tells it as the message `what`."""

        def told(share: float) -> None:
            self.counted[key] = Message(what, {"percent": round(100 * share)})

        told(0.0)
        try:
            yield told
        finally:
            self.counted.pop(key, None)

    def waited(self, key: str) -> float | None:
        """Seconds that the submission `key` has been judged for; None if it is not being judged."""
        began = self.judging.get(key)
        return None if began is None else monotonic() - began


def _quietly(action: Callable[[], object]) -> None:
    """Do what nobody waits for; its failure is written down and stops nothing."""
    try:
        action()
    except Exception:
        log.exception("what waited was not judged")


_current: list[Program] = []


def open_program(make: Callable[[Progress], App], access: Access | None = None) -> Program:
    """Open the program of this process; `make` gets the place where the engine tells its progress, `access` is who may come in."""
    told: list[Program] = []

    def tell(share: float) -> None:
        if told:
            told[0].progress(share)

    app = make(tell)
    _ = (app.records, app.library)
    found = Program(app, app.clock.now(), access=access)
    told.append(found)
    if access:
        access.language = profile(app).language
    use(found)
    return found


def use(found: Program | None) -> None:
    """Make `found` the program of this process; None: there is none any more."""
    _current[:] = [found] if found else []


def program() -> Program:
    """The program of this process."""
    return _current[0]
