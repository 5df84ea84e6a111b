"""What every request passes first: is it for us, does it come from who opened the page, is it of a bearable size.

Refusals are said in words. A page elsewhere can neither read us (no CORS, cookie SameSite=Strict, Host checked against DNS rebinding) nor do anything (Origin
and Sec-Fetch-Site checked here whatever the method, Django's CSRF token behind it); another user of this machine has neither ticket nor cookie, and no server
on another port is ever sent the cookie, which is bound to the secret path below which all pages lie (`access.py`).
"""

from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs

from sparring.core.text import LANGUAGES
from sparring.web import said
from sparring.web.access import Access
from sparring.web.assets import asset
from sparring.web.cookies import LANGUAGE_COOKIE, inward, outward
from sparring.web.reply import Application, Receive, Scope, Send, below, header, reply, reply_json, wants_json

MOST_RECORDED_BYTES = 201 << 20
"""What a recording may carry: the sound of half an hour, and the form around it."""
MOST_BYTES = 24 << 20
"""What a request may carry: a paste of 5 MB, which a form may write as 15, is still answered with its text kept."""
DRAINED_BYTES = 256 << 20


class _TooLargeError(Exception):
    pass


@dataclass(frozen=True, slots=True)
class Gate:
    """The outer application's door. `port` is the one it listens on."""

    inner: Application
    access: Access
    port: int

    def _language(self, scope: Scope) -> str:
        """The language that was chosen in this browser, else the one chosen at all, else the browser's own: as the pages have it."""
        cookies = header(inward(scope, self.access.cookie), "cookie").split("; ")
        chosen = next((one for one in LANGUAGES if f"{LANGUAGE_COOKIE}={one}" in cookies), None)
        return chosen or self.access.language or header(scope, "accept-language")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or say why not."""
        if scope["type"] == "lifespan":
            await self.inner(scope, receive, send)
        elif header(scope, "host") not in (f"127.0.0.1:{self.port}", f"localhost:{self.port}"):
            await self._refuse(scope, send, "host")
        elif scope["type"] == "websocket":
            await self._socket(scope, receive, send)
        elif scope["path"].startswith("/static/"):
            await _static(scope, send)
        elif scope["path"] == "/ticket" and scope["method"] == "POST":
            await self._ticket(scope, send)
        else:
            await self._page(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        admitted = self._admits(scope)
        start = parse_qs(scope["query_string"].decode("latin-1")).get("start", [""])[0]
        if scope["path"] == f"{self.access.root}/" and start and scope["method"] == "GET":
            await self._start(scope, send, start, admitted)
        elif not admitted:
            await self._refuse(scope, send, "stranger")
        elif not _from_here(scope):
            await self._refuse(scope, send, "elsewhere")
        else:
            await self._bounded(self._below(scope), receive, send)

    def _admits(self, scope: Scope) -> bool:
        inside: bool = scope["path"].startswith(f"{self.access.root}/")
        return inside and self.access.admits(header(scope, "cookie"))

    def _below(self, scope: Scope) -> Scope:
        """The request as the pages see it: the secret path is where they are mounted, our cookies have their plain names."""
        return inward({**scope, "root_path": self.access.root}, self.access.cookie)

    async def _start(self, scope: Scope, send: Send, ticket: str, admitted: bool) -> None:
        """Exchange the ticket for the cookie. The page then goes on by itself: a cookie set while coming from elsewhere is not sent at once."""
        good = self.access.redeem(ticket)  # spent even by somebody who was in already: an address in a history must open nothing
        if not good and not admitted:
            await self._refuse(scope, send, "used")
            return
        page = said.page(self._language(scope), "start", 200, f"{self.access.root}/")
        bound = f"HttpOnly; SameSite=Strict; Path={self.access.root}/"
        cookie = [("set-cookie", f"{self.access.cookie}={self.access.enter()}; {bound}")] if good else []
        await reply(send, 200, page, "text/html; charset=utf-8", [*cookie, *said.HEADERS])

    async def _socket(self, scope: Scope, receive: Receive, send: Send) -> None:
        own = header(scope, "origin") == f"http://{header(scope, 'host')}"
        if own and self._admits(scope):
            await self.inner(self._below(scope), receive, send)
        else:
            await send({"type": "websocket.close", "code": 1008})

    async def _ticket(self, scope: Scope, send: Send) -> None:
        """A second `sparring web` of the same owner asks to be let in."""
        if self.access.knows(header(scope, "authorization")):
            await reply_json(send, 200, {"address": self.address()})
        else:
            await self._refuse(scope, send, "stranger")

    def address(self) -> str:
        """An address that opens the page, once."""
        return f"http://127.0.0.1:{self.port}{self.access.root}/?start={self.access.ticket()}"

    async def _bounded(self, scope: Scope, receive: Receive, send: Send) -> None:
        length = header(scope, "content-length")
        most = MOST_RECORDED_BYTES if below(scope) == "/recordings" else MOST_BYTES
        if length.isdecimal() and (len(length) > len(str(most)) or int(length) > most):
            await _drain(receive)
            await self._refuse(scope, send, "large", 413)
            return
        taken = 0

        async def counted() -> MutableMapping[str, Any]:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise _TooLargeError
            return message

        async def renamed(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = outward(message.get("headers", ()), self.access.cookie)
            await send(message)

        try:
            await self.inner(scope, counted, renamed)
        except _TooLargeError:
            await _drain(receive)
            await self._refuse(scope, send, "large", 413)

    async def _refuse(self, scope: Scope, send: Send, why: str, status: int = 403) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
            return
        language = self._language(scope)
        if wants_json(scope["path"], header(scope, "accept")):
            await reply_json(send, status, {"error": said.sentence(language, why), "code": 2})
            return
        if header(scope, "hx-request"):
            body, headers = said.fragment(language, why), [*said.HEADERS, *said.TROUBLE]
        else:
            onward = (
                f"{self.access.root}/" if why == "elsewhere" and scope["method"] == "GET" else ""
            )  # they have the cookie, they know the place
            body, headers = said.page(language, why, status, onward), [*said.HEADERS]
        await reply(send, status, body, "text/html; charset=utf-8", headers)


def _from_here(scope: Scope) -> bool:
    """Whether our own page, or the person, asked for it: another port of this machine is the same site to a browser, not the same origin.

    A GET too may have effects (a look at an interview sets its clock right), so that not even a link elsewhere leads in: the refusal offers to go on.
    """
    own = header(scope, "origin") in ("", f"http://{header(scope, 'host')}")
    return own and header(scope, "sec-fetch-site") in ("same-origin", "none", "")


async def _drain(receive: Receive) -> None:
    """Read what is still coming, so that the browser listens to the answer instead of complaining about a closed line."""
    taken, more = 0, True
    while more and taken < DRAINED_BYTES:
        message = await receive()
        taken += len(message.get("body", b""))
        more = bool(message.get("more_body"))


async def _static(scope: Scope, send: Send) -> None:
    found = asset(scope["path"])
    if found is None or scope["method"] not in ("GET", "HEAD"):
        await reply(send, 404, b"", "text/plain")
        return
    packed = [("content-encoding", "gzip")] if found.packed else []
    await reply(send, 200, found.body, found.type, [("cache-control", "public, max-age=31536000, immutable"), *packed])
