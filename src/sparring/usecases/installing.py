"""Installing an extra while somebody looks on: in a thread, once however often it is asked for, its progress told by what was written to the disk."""

import importlib
import logging
import shutil
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from sparring.core.problem import SparringError
from sparring.core.text import Message, Saying
from sparring.usecases import extras

log = logging.getLogger("sparring.installing")
MEGABYTE = 1_000_000
NEARLY = 0.99


def _used() -> int:
    return shutil.disk_usage(sys.prefix).used


@dataclass
class Installing:
    """An extra that is being installed, or was. `failure`: why it was not, once it is `done`."""

    name: str
    megabytes: int
    began: float = field(default_factory=time.monotonic)
    before: int = field(default_factory=_used)
    failure: Saying | None = None
    done: threading.Event = field(default_factory=threading.Event)

    @property
    def seconds(self) -> int:
        """How long it has been going on."""
        return int(time.monotonic() - self.began)

    @property
    def share(self) -> float:
        """About how much of it is there, from 0 to 1: what the disk holds more than before, of what the extra takes. 1 only when it is done."""
        if self.done.is_set():
            return 1.0
        return max(0.0, min(NEARLY, (_used() - self.before) / (self.megabytes * MEGABYTE)))


_going: dict[str, Installing] = {}
_starting = threading.Lock()


def begin(requirements: Path, name: str) -> Installing:
    """Begin to install the extra `name`; where it is under way, what is under way."""
    with _starting:
        found = _going.get(name)
        if found is None or found.done.is_set():
            _going[name] = found = Installing(name, extras.MEGABYTES[name])
            threading.Thread(target=_install, args=(requirements, found), name=f"install-{name}", daemon=True).start()
        return found


def under_way(name: str) -> Installing | None:
    """The extra that is being installed, or that this process has installed or failed to."""
    return _going.get(name)


def _install(requirements: Path, found: Installing) -> None:
    try:
        extras.install(requirements, found.name, quiet=True)
        importlib.invalidate_caches()  # what is new is looked for again
    except SparringError as error:
        found.failure = error.saying
    except Exception:  # a thread of its own: whoever looks on must be told
        log.exception("an extra could not be installed")
        found.failure = Message("extras.failed", {"name": found.name})
    finally:
        found.done.set()
