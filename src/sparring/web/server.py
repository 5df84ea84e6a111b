"""Starts the page: finds the server of this data folder that is already there, or becomes it."""

import http.client
import json
import socket
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from sparring.config.embedded import open_app
from sparring.config.folders import data_folder
from sparring.core.problem import SparringError, UsageError
from sparring.core.text import Message
from sparring.usecases.app import App, Progress
from sparring.web.access import folder_access
from sparring.web.asgi import Router
from sparring.web.connections import MOST_HEAD_BYTES, Bounded
from sparring.web.gate import Gate
from sparring.web.lock import FolderLock, Running, last

HOST = "127.0.0.1"
Told = Callable[["Opened"], None]


@dataclass(frozen=True, slots=True)
class Opened:
    """An address that opens the page, once. `here`: whether this process serves it; `port`: where it listens, whatever port was asked for."""

    address: str
    here: bool
    port: int


def serve(told: Told, port: int | None = None, make: Callable[[Progress], App] | None = None) -> None:
    """Serve the page until the process is interrupted, or tell the address of the server that does so already.

    `told` is called as soon as the page answers. SparringError where the folder or the port cannot be used.
    """
    folder = data_folder()
    try:
        with FolderLock(folder) as lock:
            if lock.held:
                _become(folder, lock, told, port, make or _embedded)
            else:
                running = last(folder)
                told(Opened(_ask(running), False, running.port if running else 0))
    except OSError as error:
        raise SparringError(Message("records.no-folder", {"path": str(folder), "why": error.strerror or str(error)})) from error


def _embedded(progress: Progress) -> App:
    return open_app(progress=progress)


def _become(folder: Path, lock: FolderLock, told: Told, port: int | None, make: Callable[[Progress], App]) -> None:
    access = folder_access(folder)
    listening = _listen(folder, port)
    number = listening.getsockname()[1]
    router = Router(make, access)
    gate = Gate(router, access, number)
    server = _server(gate)
    lock.announce(Running(number, access.key))

    def announce() -> None:
        told(Opened(gate.address(), True, number))

    server.started_told = announce
    try:
        server.run(sockets=[listening])
    finally:
        listening.close()
    if router.failure:
        raise router.failure


class _Server(uvicorn.Server):
    """uvicorn's server, which says when it answers."""

    started_told: Callable[[], None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and self.started_told:
            threading.Thread(target=self.started_told, daemon=True).start()


def _server(app: Gate) -> _Server:
    return _Server(
        uvicorn.Config(
            app,
            http=Bounded,
            h11_max_incomplete_event_size=MOST_HEAD_BYTES,
            ws="websockets-sansio",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            ws_max_size=64 << 10,
            timeout_graceful_shutdown=3,
        )
    )


def _listen(folder: Path, port: int | None) -> socket.socket:
    """A socket on the port asked for; else on the one used last, so that open pages go on working; else on any that is free."""
    earlier = last(folder)
    wanted = [port] if port else [earlier.port, 0] if earlier else [0]
    for number in wanted:
        made = socket.socket(
            socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP
        )  # asyncio switches Nagle off for sockets that say they are TCP
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind((HOST, number))
        except (OSError, OverflowError):
            made.close()
            continue
        return made
    raise UsageError(Message("web.port-taken", {"port": str(port)}))


def _ask(running: Running | None) -> str:
    """A ticket's address from the server that holds the folder; SparringError if it does not answer."""
    if running is not None:
        asked = http.client.HTTPConnection(HOST, running.port, timeout=10)
        try:
            asked.request("POST", "/ticket", headers={"Authorization": f"Bearer {running.key}"})
            answer = asked.getresponse()
            if answer.status == 200:
                return str(json.loads(answer.read())["address"])
        except (OSError, ValueError, http.client.HTTPException):
            pass
        finally:
            asked.close()
    raise SparringError(Message("web.no-answer"))
