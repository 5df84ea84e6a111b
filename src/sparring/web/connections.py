"""Connections that say nothing must not keep the owner out: a process on this machine can open hundreds and leave them half open.

Theory of operation. A request's head must have come `HEAD_SECONDS` after its connection was made, or after the answer before it; a body may not pause for longer
than `BODY_SECONDS`. Above `MOST_WAITING` connections without a whole request, a new one closes the one that has waited longest: so the number of open
files stays bounded, and who sends a request at once, as browsers do, always gets in. uvicorn's own `limit_concurrency` would refuse the newcomer instead.
"""

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0
BODY_SECONDS = 20.0
MOST_WAITING = 64
MOST_HEAD_BYTES = 32 << 10


class Bounded(H11Protocol):
    """uvicorn's HTTP/1.1 connection, which does not wait for ever."""

    _waiting: dict["Bounded", None] = {}
    """All connections that have sent no whole request head, the oldest first."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """A new connection waits for its first request."""
        super().connection_made(transport)
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """It is gone, nobody waits for it."""
        self._arrived()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Some bytes came: of a head, which must be whole by its deadline, or of a body, which has a new one."""
        super().data_received(data)
        self._look()

    def on_response_complete(self) -> None:
        """An answer was given; the connection waits for the next request, which may be there already."""
        super().on_response_complete()
        if not self.transport.is_closing():
            self._look()

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        """A socket is watched by its own protocol."""
        self._arrived()
        super().handle_websocket_upgrade(event)
        self._upgraded = True

    _upgraded = False

    def _look(self) -> None:
        state = self.conn.their_state
        if self._upgraded or self.transport.is_closing():
            self._arrived()
        elif state is h11.IDLE:
            if self not in self._waiting:
                self._wait()
        else:
            self._arrived()
            if state is h11.SEND_BODY:
                self._deadline = self.loop.call_later(BODY_SECONDS, self._overdue)

    def _wait(self) -> None:
        self._arrived()
        self._waiting[self] = None
        self._deadline = self.loop.call_later(HEAD_SECONDS, self._overdue)
        while len(self._waiting) > MOST_WAITING:
            next(iter(self._waiting))._overdue()

    def _arrived(self) -> None:
        self._waiting.pop(self, None)
        if self._deadline:
            self._deadline.cancel()
            self._deadline = None

    def _overdue(self) -> None:
        self._arrived()
        self.transport.abort()
