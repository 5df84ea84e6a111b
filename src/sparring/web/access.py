"""Who may come in: whoever opened the page with a start ticket, recognised afterwards by a cookie that this process made up.

Theory of operation. A ticket stands in the address that opens the page and is good for one use: an address in a browser's history opens nothing any more,
and it never stands in a list of processes (the browser is given a file that only its owner can read, and that leads to it).

Cookies know no ports: a browser would show ours to every server on 127.0.0.1 that the person visits. So all pages lie under a secret path, the *place*, and
the cookie is bound to it: no other server can name an address below it, so that none is ever sent the cookie. A session is random, known by its digest, and
lives in this process alone; it ends with it, or with "sign out everywhere", which also moves the place. The place stays the same from start to start, so that
a page that was open when the program was killed goes on as soon as its browser was let in again.

The `key` (derived from the folder's secret) lets a second `sparring web` ask the running one for a ticket. All that is stored is readable by the owner alone.
"""

import hashlib
import hmac
import os
import re
import secrets
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sparring.core.text import Language

SHORTEST_SECRET = 32
MOST_SESSIONS = 64
"""So many browsers may be in at once; one more sends away who came first."""
MOST_TICKETS = 64
_PLACE = re.compile(r"[\w-]{22,64}", re.ASCII)


class Access:
    """The secrets of one data folder, the tickets that are still good and who came in.

    `place`: the secret part of the path, if it is known already; `keep` is told each one that is made up.
    """

    def __init__(self, secret: str, place: str = "", keep: Callable[[str], None] = lambda _: None) -> None:
        self._secret = secret
        self._keep = keep
        self._tickets: dict[str, None] = {}
        self._sessions: dict[bytes, None] = {}
        self._lock = threading.Lock()
        self._place = place
        self.language: Language | None = None  # what was chosen in the pages, for who has to be refused without a look at anything stored
        if not _PLACE.fullmatch(place):
            self._move()

    @property
    def root(self) -> str:
        """The path that all pages lie under, without a slash at its end."""
        return f"/{self._place}"

    @property
    def cookie(self) -> str:
        """The cookie's name; cookies know no ports, so that it differs from folder to folder."""
        return f"sparring_{self._derived('name')[:8]}"

    @property
    def key(self) -> str:
        """What a second `sparring web` shows to be given a ticket."""
        return self._derived("key")

    def _derived(self, what: str) -> str:
        return hmac.new(self._secret.encode(), what.encode(), hashlib.sha256).hexdigest()

    def ticket(self) -> str:
        """A new ticket."""
        made = secrets.token_urlsafe(24)
        with self._lock:
            _remember(self._tickets, made, MOST_TICKETS)
        return made

    def redeem(self, ticket: str) -> bool:
        """Whether the ticket was good; it no longer is."""
        with self._lock:
            return self._tickets.pop(ticket, self) is None

    def enter(self) -> str:
        """Let somebody in: the value of the cookie that they are known by from now on."""
        made = secrets.token_urlsafe(32)
        with self._lock:
            _remember(self._sessions, _digest(made), MOST_SESSIONS)
        return made

    def admits(self, cookies: str) -> bool:
        """Whether a `Cookie` header belongs to somebody who came in. Another server of this host may have set one of the same name: any good one will do."""
        shown = [value for name, _, value in (part.strip().partition("=") for part in cookies.split(";")) if name == self.cookie]
        with self._lock:
            return any(_digest(value) in self._sessions for value in shown)

    def sign_out_everywhere(self) -> None:
        """End every session and every ticket, and move to a place that nobody knows."""
        with self._lock:
            self._sessions.clear()
            self._tickets.clear()
            self._move()

    def _move(self) -> None:
        self._place = secrets.token_urlsafe(18)
        self._keep(self._place)

    def knows(self, authorization: str) -> bool:
        """Whether an `Authorization` header shows the key."""
        return hmac.compare_digest(authorization.encode(), f"Bearer {self.key}".encode())


def _digest(value: str) -> bytes:
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).digest()


def _remember(known: dict[Any, None], new: object, most: int) -> None:
    """Add to what is known, forgetting the oldest where that is too many."""
    known[new] = None
    while len(known) > most:
        known.pop(next(iter(known)))


def folder_access(folder: Path) -> Access:
    """The access to a data folder: its secret and its place, made on the first day."""
    place = folder / "web.place"
    return Access(folder_secret(folder), _owners_text(place), lambda made: written(place, made))


def folder_secret(folder: Path) -> str:
    """The data folder's secret, made on the first day; readable by its owner alone."""
    path = folder / "web.secret"
    known = _owners_text(path)
    if len(known) >= SHORTEST_SECRET:
        return known
    made = secrets.token_urlsafe(32)
    written(path, made)
    return made


def _owners_text(path: Path) -> str:
    """What a file of ours says; '' if it is missing, damaged or readable by others."""
    try:
        known = path.read_bytes()
        private = os.name != "posix" or path.stat().st_mode & 0o077 == 0
    except OSError:
        return ""
    return known.decode("ascii") if private and known.isascii() else ""


def written(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    made = path.with_name(f"{path.name}.new")
    made.unlink(missing_ok=True)
    descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    made.replace(path)
