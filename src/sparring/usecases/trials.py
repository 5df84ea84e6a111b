"""Looking at repositories takes seconds, installing and testing them minutes: a thread of its own does it, one after the other, while the pages go on."""

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
        self._waiting: list[tuple[Path, bool]] = []
        self._done = 0
        self._problems: list[tuple[str, Saying]] = []
        self._thread: threading.Thread | None = None

    def start(self, app: App, paths: Sequence[Path], *, run: bool = False) -> None:
        """Look at each; `run`: install it and run its tests, too. What is waiting already is not taken twice."""
        with self._lock:
            self._waiting += [(path, run) for path in dict.fromkeys(paths) if (path, run) not in self._waiting]
            if self._thread is None and self._waiting:
                self._thread = threading.Thread(target=self._work, args=(app,), name="trials", daemon=True)
                self._thread.start()

    @property
    def under_way(self) -> list[tuple[str, bool]]:
        """The folders that are waited for, the one at work first, and whether it is run."""
        with self._lock:
            return [(str(path), run) for path, run in self._waiting]

    @property
    def done(self) -> int:
        """How many are done of those that were begun while others were under way."""
        with self._lock:
            return self._done

    def problems(self) -> list[tuple[str, Saying]]:
        """What could not be done: told again as long as anything is under way, since the page draws itself anew, and then once more."""
        with self._lock:
            told = list(self._problems)
            if not self._waiting:
                self._problems = []
        return told

    def join(self, seconds: float | None = None) -> bool:
        """Wait until all is done, for `seconds` at most; whether it is."""
        thread = self._thread
        if thread:
            thread.join(seconds)
        return thread is None or not thread.is_alive()

    def _work(self, app: App) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    self._thread, self._done = None, 0
                    return
                path, run = self._waiting[0]
            problem = _looked(app, path, run=run)
            with self._lock:
                self._waiting.remove((path, run))
                self._done += 1
                if problem:
                    self._problems.append((str(path), problem))


def _looked(app: App, path: Path, *, run: bool) -> Saying | None:
    try:
        return portfolio.look(app, path, run=run)[2]
    except SparringError as error:
        return error.saying
    except (ValueError, OSError) as error:
        return Message("cli.cannot-read", {"path": str(path), "why": getattr(error, "strerror", None) or str(error)})
    except Exception as error:  # the thread must live, and the page must say so
        return Message("portfolio.stopped", {"path": str(path), "why": f"{type(error).__name__}: {error}"[:200]})


TRIALS = Trials()
"""This process's."""
