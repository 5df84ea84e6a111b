"""Who may come in: whoever opened the page with a start ticket, recognised afterwards by a cookie.

Theory of operation. A ticket stands in the address that opens the page and is good for one use: an address in a browser's history opens nothing any more,
and it never stands in a list of processes (the browser is given a file that only its owner can read, and that leads to it).
The cookie's value is a secret of the data folder, so that a page that was open when the
program was killed goes on working when it is started again. The `key` (also the folder's secret) lets a second `sparring web` ask the running one for a
ticket. All of it is readable by the owner of the data folder alone.
"""

import hashlib
import hmac
import os
import secrets
import threading
from http.cookies import CookieError, SimpleCookie
from pathlib import Path

SHORTEST_SECRET = 32


class Access:
    """The secrets of one data folder, and the tickets that are still good."""

    def __init__(self, secret: str) -> None:
        self._secret = secret
        self._tickets: set[str] = set()
        self._lock = threading.Lock()

    @property
    def cookie(self) -> str:
        """The cookie's name; cookies know no ports, so that it differs from folder to folder."""
        return f"sparring_{self._derived('name')[:8]}"

    @property
    def value(self) -> str:
        """The cookie's value."""
        return self._derived("session")

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
            self._tickets.add(made)
        return made

    def redeem(self, ticket: str) -> bool:
        """Whether the ticket was good; it no longer is."""
        with self._lock:
            if ticket in self._tickets:
                self._tickets.remove(ticket)
                return True
        return False

    def admits(self, cookies: str) -> bool:
        """Whether a `Cookie` header belongs to somebody who came in."""
        try:
            found = SimpleCookie(cookies).get(self.cookie)
        except CookieError:
            return False
        return found is not None and hmac.compare_digest(found.value.encode(), self.value.encode())

    def knows(self, authorization: str) -> bool:
        """Whether an `Authorization` header shows the key."""
        return hmac.compare_digest(authorization.encode(), f"Bearer {self.key}".encode())


def folder_secret(folder: Path) -> str:
    """The data folder's secret, made on the first day; readable by its owner alone."""
    path = folder / "web.secret"
    try:
        known = path.read_bytes()
    except FileNotFoundError:
        known = b""
    if len(known) >= SHORTEST_SECRET and known.isascii() and path.stat().st_mode & 0o077 == 0:
        return known.decode("ascii")
    made = secrets.token_urlsafe(32)
    written(path, made)
    return made


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
