"""cosmic-ray on a module and its suite, for as long as it is given. Runs in the peers' environment: {"name", "source", "tests", "seconds"} in, counts and seconds out."""

import contextlib
import json
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CONFIG = """[cosmic-ray]
module-path = "{name}.py"
timeout = 10.0
excluded-modules = []
test-command = "{python} -m pytest -x -q -p no:cacheprovider test_{name}.py"

[cosmic-ray.distributor]
name = "local"
"""
resource.setrlimit(resource.RLIMIT_DATA, (4 << 30, 4 << 30))  # a mutant that loops and collects would take all memory
asked = json.load(sys.stdin)
with tempfile.TemporaryDirectory() as folder:
    name = asked["name"]
    (Path(folder) / f"{name}.py").write_text(asked["source"])
    (Path(folder) / f"test_{name}.py").write_text(asked["tests"])
    (Path(folder) / "pytest.ini").write_text("[pytest]\n")  # else pytest reads whatever lies above the folder
    (Path(folder) / "config.toml").write_text(CONFIG.format(name=name, python=sys.executable))
    tool = str(Path(sys.executable).parent / "cosmic-ray")
    quiet = {"cwd": folder, "env": dict(os.environ), "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run([tool, "init", "config.toml", "session.sqlite"], check=False, **quiet)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run([tool, "exec", "config.toml", "session.sqlite"], timeout=asked["seconds"], check=False, **quiet)
    seconds = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    rows = sqlite3.connect(Path(folder) / "session.sqlite").execute("select test_outcome from work_results").fetchall()
killed = sum(outcome == "KILLED" for (outcome,) in rows)
cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
sys.stdout.write(json.dumps({"mutants": len(rows), "killed": killed, "seconds": seconds, "cpu": cpu}) + "\n")
