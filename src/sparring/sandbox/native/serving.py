"""A candidate's HTTP server, alive inside, with probes from outside.

The server listens on a loopback that exists only in its own network namespace. A probe is bytes: they go through the zygote's pipe to the init, which
connects, sends them, and brings back what came. What came is parsed here, by h11, bounded.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import h11

from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.sandbox.interface import Job, Raised, Result, Stop, Stopped, Unreadable
from sparring.sandbox.native.pool import NativeSandbox
from sparring.sandbox.native.process import ZygoteDiedError, ZygoteProcess
from sparring.sandbox.native.runner import CRASHED, GRACE_SECONDS, begin_serving, outcome_tree

MOST_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class HttpReply:
    """What a server answered: status, headers with lower-case names, body."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class NoReply:
    """No proper answer: `refused` (nothing listens), `timeout`, `reset`, `malformed`, or `ended` with what ended the server."""

    why: str
    stopped: Result | None = None


WHY = {b"ConnectionRefusedError": "refused", b"TimeoutError": "timeout", b"ConnectionResetError": "reset", b"BrokenPipeError": "reset"}


class Server:
    """A running server; made by `serving`."""

    def __init__(self, zygote: ZygoteProcess, port: int) -> None:
        self._zygote = zygote
        self._port = port

    def request(
        self, method: str, target: str, headers: Mapping[str, str] | None = None, body: bytes = b"", seconds: float = 5.0
    ) -> HttpReply | NoReply:
        """One request on a connection of its own. `seconds` of wall time, waiting for the server to listen included."""
        lines = {"Host": f"127.0.0.1:{self._port}", "Connection": "close", "Content-Length": str(len(body)), **(headers or {})}
        connection = h11.Connection(h11.CLIENT)
        head = connection.send(h11.Request(method=method, target=target, headers=list(lines.items()))) or b""
        data = head + (connection.send(h11.Data(body)) or b"" if body else b"") + (connection.send(h11.EndOfMessage()) or b"")
        raw = self.exchange(data, seconds)
        return raw if isinstance(raw, NoReply) else _parsed(connection, raw)

    def exchange(self, data: bytes, seconds: float = 5.0) -> bytes | NoReply:
        """Send these bytes on a connection of its own and read to its end, at most 1 MiB."""
        head = json.dumps({"port": self._port, "seconds": seconds, "bytes": MOST_BYTES}).encode()
        try:
            reply = self._zygote.ask(b"P" + head + b"\n" + data, seconds + GRACE_SECONDS)
        except ZygoteDiedError as died:
            raise JudgeError(Message("sandbox.worker-died")) from died
        if reply.kind == "E":
            return NoReply("ended", _ended(reply.head["why"], reply.head["detail"]))
        return reply.payload[1:] if reply.payload[:1] == b"k" else NoReply(WHY.get(reply.payload[1:], "refused"))


def _ended(why: str, detail: str) -> Result | None:
    if why == "crash":
        return Raised(detail, (detail,), CRASHED)
    return Stopped(Stop(why), detail) if why in set(Stop) else None


@contextmanager
def serving(engine: NativeSandbox, job: Job, port: int) -> Iterator[Server | Unreadable | Stopped]:
    """Run `job.main` as a script that serves on `port` of its loopback, for as long as the context lasts; what came instead if it cannot even be read."""
    with engine.zygote() as zygote:
        reply = zygote.ask(b"S" + begin_serving(job), job.limits.wall_seconds + GRACE_SECONDS)
        tree = outcome_tree(reply)
        if tree[0] == "unreadable":
            file, line, column, text = json.loads(tree[1])[1]
            yield Unreadable(file, int(line[1], 16), int(column[1], 16), text)
        elif tree[0] == "stopped":
            yield Stopped(Stop(tree[1][0]), tree[1][1])
        else:
            yield Server(zygote, port)


def _parsed(connection: h11.Connection, raw: bytes) -> HttpReply | NoReply:
    body = bytearray()
    response = None
    try:
        connection.receive_data(raw)
        connection.receive_data(b"")
        while type(event := connection.next_event()) not in (h11.EndOfMessage, h11.ConnectionClosed) and event is not h11.NEED_DATA:
            if isinstance(event, h11.Response):
                response = event
            elif isinstance(event, h11.Data):
                body += event.data
    except h11.RemoteProtocolError:
        return NoReply("malformed")
    if response is None:
        return NoReply("malformed")
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in response.headers)
    return HttpReply(response.status_code, headers, bytes(body))
