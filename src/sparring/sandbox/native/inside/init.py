"""The pausing init: process 1 of a candidate's namespaces. It builds them, forks the candidate, and waits.

Process 1 is not killed by its own faults (SIGSEGV and a soft SIGXCPU are ignored there), which is why the candidate is process 2. Everything of the
candidate ends with this process. While it waits it carries bytes between the supervisor and the loopback, which nobody outside can reach.
"""

import json
import os
import select
import signal
import socket
import time
from collections.abc import Callable

from sparring.sandbox.native.inside import frames, kernel
from sparring.sandbox.native.inside.settings import SCRATCH_UID, Settings

RETRY_SECONDS = 0.01
DYING_SECONDS = 0.1  # from closing its sockets to its end


def main(settings: Settings, outer: tuple[int, int], status: int, relay: int, candidate: Callable[[], None]) -> None:
    """Never returns. `outer`: user and group outside; `status` is written: frames E (ended), P (a probe's answer), F (we failed); `relay` is read: probes."""
    try:
        _confine(settings, outer)
        child = os.fork()
        if child == 0:
            candidate()
            os._exit(0)
        _close_others(status, relay)
        _serve(child, status, relay)
    except BaseException as error:
        frames.send(status, b"F" + f"{type(error).__name__}: {error}".encode())
    os._exit(0)


def _confine(settings: Settings, outer: tuple[int, int]) -> None:
    os.setsid()
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
    kernel.map_user(*outer, SCRATCH_UID)
    kernel.private_mounts()
    kernel.mount_tmpfs(settings.scratch, f"size={settings.scratch_bytes},nr_inodes={settings.scratch_inodes},mode=0700")
    kernel.mount_tmpfs("/proc", "size=4k,nr_inodes=1,mode=0555", kernel.MS_RDONLY)
    kernel.raise_loopback()
    kernel.drop_capabilities()


def _close_others(*kept: int) -> None:
    first = 3
    for descriptor in sorted(kept):
        os.closerange(first, descriptor)
        first = descriptor + 1
    os.closerange(first, 256)


def _serve(child: int, status: int, relay: int) -> None:
    ended = os.pidfd_open(child)
    while True:
        ready, _, _ = select.select([ended, relay], [], [])
        if ended in ready:
            frames.send(status, b"E" + json.dumps(_ending(child)).encode())
            return
        probe = frames.receive(relay)
        if probe is None:
            return
        answer = exchange(probe, ended)
        if answer[:1] == b"k" or not select.select([ended], [], [], DYING_SECONDS)[0]:  # else it is told that it ended
            frames.send(status, b"P" + answer)


def _ending(child: int) -> dict[str, float]:
    _, wait, used = os.wait4(child, 0)
    signalled = os.WTERMSIG(wait) if os.WIFSIGNALED(wait) else 0
    code = os.WEXITSTATUS(wait) if os.WIFEXITED(wait) else 0
    return {"signal": signalled, "code": code, "cpu": used.ru_utime + used.ru_stime}


def exchange(probe: bytes, ended: int) -> bytes:
    """Send a probe's bytes to the loopback and read until the end: `k` and the bytes, or `x` and why not.

    A probe is a line of JSON, {"port", "seconds", "bytes" (at most so many are read)}, and the bytes to send.
    """
    head, _, data = probe.partition(b"\n")
    told = json.loads(head)
    deadline = time.monotonic() + told["seconds"]
    try:
        with _connected(told["port"], deadline, ended) as connection:
            connection.sendall(data)
            return b"k" + _all_of(connection, told["bytes"], deadline)
    except OSError as error:
        return b"x" + type(error).__name__.encode()


def _connected(port: int, deadline: float, ended: int) -> socket.socket:
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), max(0.01, deadline - time.monotonic()))
        except ConnectionRefusedError:
            if time.monotonic() > deadline or select.select([ended], [], [], RETRY_SECONDS)[0]:
                raise


def _all_of(connection: socket.socket, most: int, deadline: float) -> bytes:
    parts = bytearray()
    while len(parts) < most:
        connection.settimeout(max(0.01, deadline - time.monotonic()))
        part = connection.recv(min(1 << 16, most - len(parts)))
        if not part:
            break
        parts += part
    return bytes(parts)
