"""Other people's programs, each from its own package, in an environment of their own that is made when it is first needed.

The pins are those of `requirements/peers.txt`, with hashes; nothing of it ever enters the program's own environment. The scripts of `bench/peers/` run in there: a JSON request on
standard input, a JSON answer as the last line of standard output. Both stand in the repository, not in the installed program.
"""

import hashlib
import json
import os
import shutil
import signal
import subprocess
import venv
from contextlib import suppress
from pathlib import Path
from typing import Any

from sparring.core.problem import UsageError
from sparring.core.text import Message

ROOT = Path(__file__).resolve().parents[4]
SCRIPTS, PINS = ROOT / "bench" / "peers", ROOT / "requirements" / "peers.txt"


class Peers:
    """The peers' environment, in `cache`; made on entering if its pins are not there yet. UsageError if that is impossible."""

    def __init__(self, cache: Path) -> None:
        if not PINS.is_file():
            raise UsageError(Message("bench.no-pins", {"file": str(PINS)}))
        self._folder = cache / f"peers-{hashlib.sha256(PINS.read_bytes()).hexdigest()[:12]}"
        self.python = self._folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def __enter__(self) -> "Peers":
        if not (self._folder / "complete").exists():
            shutil.rmtree(self._folder, ignore_errors=True)
            venv.create(self._folder, with_pip=True)
            command = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", PINS]
            made = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)
            if made.returncode:
                shutil.rmtree(self._folder, ignore_errors=True)
                raise UsageError(Message("bench.no-peers", {"why": (made.stderr.strip().splitlines() or ["?"])[-1]}))
            (self._folder / "complete").touch()
        return self

    def __exit__(self, *_: Any) -> None:
        """Nothing runs between questions; the environment stays for the next time."""

    def ask(self, script: str, request: Any, seconds: float) -> Any:
        """The answer of a script to a request; None if it fails or takes too long."""
        command = [str(self.python), "-W", "ignore", str(SCRIPTS / script)]
        started = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, start_new_session=True
        )
        try:
            answer, _ = started.communicate(json.dumps(request), timeout=seconds)
            return json.loads(answer.splitlines()[-1]) if not started.returncode and answer else None
        except (subprocess.TimeoutExpired, ValueError):
            return None
        finally:
            _end_all_of(started)

    def versions(self, *packages: str) -> str:
        """`name version` of installed packages, for the record."""
        told = self.ask("versions.py", packages, 60)
        return ", ".join(f"{name} {version}" for name, version in (told or {}).items())


def _end_all_of(started: "subprocess.Popen[str]") -> None:
    """End a script with everything that it started: a mutant that loops may outlive the peer that ran it, and eat all memory."""
    if os.name == "posix":
        with suppress(ProcessLookupError):
            os.killpg(started.pid, signal.SIGKILL)
    started.kill()
    started.communicate()
