"""mutmut on a module and its suite. Runs in the peers' environment: {"name", "source", "tests", "seconds"} in, counts and seconds out."""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

resource.setrlimit(resource.RLIMIT_DATA, (4 << 30, 4 << 30))  # a mutant that loops and collects would take all memory
asked = json.load(sys.stdin)
with tempfile.TemporaryDirectory() as folder:
    name = asked["name"]
    (Path(folder) / f"{name}.py").write_text(asked["source"])
    (Path(folder) / f"test_{name}.py").write_text(asked["tests"])
    (Path(folder) / "setup.cfg").write_text(f"[mutmut]\npaths_to_mutate={name}.py\ntests_dir=test_{name}.py\n")
    (Path(folder) / "pytest.ini").write_text("[pytest]\n")  # else pytest reads whatever lies above the folder
    tool = str(Path(sys.executable).parent / "mutmut")
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}"}
    started = time.perf_counter()
    subprocess.run(
        [tool, "run", "--max-children", str(os.cpu_count())],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=asked["seconds"],
        check=False,
    )
    seconds = time.perf_counter() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [tool, "export-cicd-stats"], cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    told = json.loads((Path(folder) / "mutants" / "mutmut-cicd-stats.json").read_text())
killed = told["killed"] + told.get("timeout", 0)
total = killed + told["survived"] + told.get("suspicious", 0)
sys.stdout.write(json.dumps({"mutants": total, "killed": killed, "seconds": seconds, "cpu": used.ru_utime + used.ru_stime}) + "\n")
