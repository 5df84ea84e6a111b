"""Ruff's remarks on a file, where ruff is installed (`sparring install structure`, 24 MB: too much for what everybody installs)."""

import json
import subprocess
from importlib.util import find_spec

from sparring.core.evidence import Place

RULES = "B,BLE,C4,C90,E7,F,PERF,PIE,PLR,RET,S110,S112,SIM,UP"
"""Bugs, swallowed exceptions, what is complicated, unused or simpler said; nothing about layout, nor magic numbers."""
IGNORED = "PLR2004,RET505,RET506,RET507,RET508,PLR0911"
SECONDS = 20.0


def lint(source: str, name: str = "solution.py") -> tuple[Place, ...] | None:
    """The remarks, by line; None where there is no ruff or it fails. The source is data to it: its settings and `noqa` in the source count for nothing."""
    if find_spec("ruff") is None:
        return None
    from ruff import find_ruff_bin

    command = [find_ruff_bin(), "check", "--isolated", "--no-cache", "--quiet", "--ignore-noqa", "--exit-zero", "--output-format", "json"]
    command += ["--target-version", "py311", "--select", RULES, "--ignore", IGNORED, "--stdin-filename", name, "-"]
    try:
        done = subprocess.run(command, input=source, capture_output=True, text=True, check=False, timeout=SECONDS, encoding="utf-8")
        found = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    rows = (Place(name, row["location"]["row"], row["location"]["column"], f"{row['message']} ({row['code']})") for row in found)
    return tuple(sorted(rows, key=lambda place: (place.line, place.column)))
