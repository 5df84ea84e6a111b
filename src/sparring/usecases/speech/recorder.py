"""The microphone from the terminal: a program of the system's that records into a file until it is asked to stop.

Which one is looked for by what is installed; `SPARRING_RECORDER` names another one, `{file}` in it standing for the file to write (WAV).
"""

import os
import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import which
from time import monotonic, sleep

from sparring.core.problem import SparringError
from sparring.core.text import Message

FILE = "{file}"
SETTING = "SPARRING_RECORDER"
LINUX = (
    "pw-record --rate 16000 --channels 1 {file}",
    "parecord --rate=16000 --channels=1 --file-format=wav {file}",
    "arecord -q -f S16_LE -r 16000 -c 1 {file}",
    "ffmpeg -v error -y -f pulse -i default -ac 1 -ar 16000 {file}",
    "ffmpeg -v error -y -f alsa -i default -ac 1 -ar 16000 {file}",
    "rec -q -r 16000 -c 1 {file}",
)
MACOS = ("ffmpeg -v error -y -f avfoundation -i :default -ac 1 -ar 16000 {file}", "rec -q -r 16000 -c 1 {file}")
ELSEWHERE = ("rec -q -r 16000 -c 1 {file}",)
"""Tried in this order: what speaks to the sound server first."""
STOP_SECONDS = 5.0
BEGIN_SECONDS, BEGIN_TICK = 5.0, 0.02
LEAST_BYTES = 1000
"""Less is a head without sound."""


def commands() -> list[str]:
    """The commands that may record here, the likeliest first."""
    if given := os.environ.get(SETTING):
        return [given]
    known = LINUX if sys.platform == "linux" else MACOS if sys.platform == "darwin" else ELSEWHERE
    return [command for command in known if which(command.split()[0])]


def record(until: Callable[[Callable[[], bool]], None]) -> bytes:
    """What the microphone hears until `until` returns; it is given a function that tells whether the recorder still runs.

    SparringError where nothing can record, or no microphone opens.
    """
    found = commands()
    if not found:
        raise SparringError(Message("speech.no-recorder", {"names": _names(), "setting": SETTING}))
    whys = []
    with tempfile.TemporaryDirectory() as folder:
        for number, command in enumerate(found):
            path = Path(folder) / f"{number}.wav"
            why = _run(_filled(command, path), path, until)
            if path.is_file() and path.stat().st_size > LEAST_BYTES:
                return path.read_bytes()
            whys.append(f"{command.split()[0]}: {why}")
            if not why:
                break
    raise SparringError(Message("speech.no-microphone", {"why": "; ".join(dict.fromkeys(whys))[:300], "setting": SETTING}))


def _names() -> str:
    known = LINUX if sys.platform == "linux" else MACOS if sys.platform == "darwin" else ELSEWHERE
    return ", ".join(dict.fromkeys(command.split()[0] for command in known))


def _filled(command: str, path: Path) -> list[str]:
    return [part.replace(FILE, str(path)) for part in shlex.split(command)]


def _run(command: Sequence[str], path: Path, until: Callable[[Callable[[], bool]], None]) -> str:
    """Let a recorder run until `until` returns, which is called when its file `path` was begun; what it complained of where it ended by itself, '' if it was stopped."""
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=complaints, stderr=complaints, start_new_session=True)
        except OSError as error:
            return error.strerror or str(error)
        try:
            _begin(process, path)
            until(lambda: process.poll() is None)
            ended = process.poll() is not None
        finally:
            _stop(process)
        complaints.seek(0)
        told = complaints.read(4000).decode("utf-8", "replace").strip().splitlines()
    return (told[-1] if told else f"exit code {process.returncode}") if ended and process.returncode else ""


def _begin(process: "subprocess.Popen[bytes]", path: Path) -> None:
    """Wait until the recorder listens: a recording of few seconds would else be over before a slow start was."""
    latest = monotonic() + BEGIN_SECONDS
    while process.poll() is None and not path.exists() and monotonic() < latest:
        sleep(BEGIN_TICK)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """Ask it to finish its file; end it if it does not."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGINT)
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
