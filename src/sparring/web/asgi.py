"""The outer application: opens and closes the program, and hands each request to whom it concerns."""

import asyncio
import threading
from collections.abc import Callable
from typing import Any

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIHandler
from django.http import HttpRequest, HttpResponseBase

from sparring.core.problem import SparringError
from sparring.usecases.app import App, Progress
from sparring.web.access import Access
from sparring.web.live import heartbeat, stream_heard, stream_progress
from sparring.web.program import Program, open_program, program, use
from sparring.web.reply import Receive, Scope, Send, below

MakeApp = Callable[[Progress], App]


class Pages(ASGIHandler):
    """Django, all of a request in one thread: its middleware and views are synchronous, and hopping between threads costs more than they do."""

    def load_middleware(self, is_async: bool = False) -> None:  # noqa: ARG002 - Django's signature
        """The synchronous chain."""
        super().load_middleware(is_async=False)

    async def get_response_async(self, request: HttpRequest) -> HttpResponseBase:
        """The response, made in this request's thread."""
        return await sync_to_async(self.get_response, thread_sensitive=True)(request)


class Router:
    """Lifespan, streams, sockets; the rest is Django's."""

    def __init__(self, make: MakeApp, access: Access) -> None:
        self._make = make
        self._access = access
        self._pages: Any = None
        self.failure: SparringError | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand the request on."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "websocket":
            await heartbeat(scope, receive, send)
        elif below(scope) == "/live/progress":
            await stream_progress(scope, receive, send)
        elif below(scope) == "/live/heard":
            await stream_heard(scope, receive, send)
        else:
            assert self._pages is not None
            await self._pages(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                try:
                    await asyncio.to_thread(self._open)
                except SparringError as error:
                    self.failure = error
                    await send({"type": "lifespan.startup.failed", "message": ""})
                    return
                await send({"type": "lifespan.startup.complete"})
            else:
                await asyncio.to_thread(_close)
                await send({"type": "lifespan.shutdown.complete"})
                return

    def _open(self) -> None:
        found = open_program(self._make, self._access)
        self._pages = Pages()
        threading.Thread(target=found.prepare, name="prepare-engine", daemon=True).start()


def _close() -> None:
    found: Program = program()
    found.ready.wait(timeout=60)
    use(None)
    found.app.close()
