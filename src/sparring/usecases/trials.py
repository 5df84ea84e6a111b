"""Installing and testing repositories takes minutes: a thread of its own does it, one after the other, while the pages go on."""

import threading
from collections.abc import Sequence
from pathlib import Path

from sparring.core.problem import SparringError
from sparring.core.text import Message, Saying
from sparring.usecases import portfolio
from sparring.usecases.app import App


class Trials:
    """What is under way, and what went wrong and was not told yet."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[Path] = []
        self._problems: list[tuple[str, Saying]] = []
        self._thread: threading.Thread | None = None

    def start(self, app: App, paths: Sequence[Path]) -> None:
        """Look at each, install it and run its tests. A path that is waiting already is not taken twice."""
        with self._lock:
            self._waiting += [path for path in paths if path not in self._waiting]
            if self._thread is None and self._waiting:
                self._thread = threading.Thread(target=self._work, args=(app,), name="trials", daemon=True)
                self._thread.start()

    @property
    def under_way(self) -> list[str]:
        """The folders that are waited for, the one at work first."""
        with self._lock:
            return [str(path) for path in self._waiting]

    def problems(self) -> list[tuple[str, Saying]]:
        """What could not be done, told once."""
        with self._lock:
            told, self._problems = self._problems, []
        return told

    def join(self) -> None:
        """Wait until all is done."""
        thread = self._thread
        if thread:
            thread.join()

    def _work(self, app: App) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread = None
                    return
                path = self._waiting[0]
            problem = _looked(app, path)
            with self._lock:
                self._waiting.remove(path)
                if problem:
                    self._problems.append((str(path), problem))


def _looked(app: App, path: Path) -> Saying | None:
    try:
        return portfolio.look(app, path, run=True)[2]
    except SparringError as error:
        return error.saying
    except Exception as error:  # the thread must live, and the page must say so
        return Message("portfolio.stopped", {"path": str(path), "why": f"{type(error).__name__}: {error}"[:200]})


TRIALS = Trials()
"""This process's."""
