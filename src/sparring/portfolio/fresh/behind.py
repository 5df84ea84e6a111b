"""Runs behind the wall, alone (it imports nothing of the program): installs the copy of the project and runs its tests.

`script.py SECONDS BUILDS MANAGE`: reads `/box/project` and `/box/packages`, writes below `/box/home`, prints one JSON object. Whatever the project does to
this process or to what it prints, it can only tell its own author a lie.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

NOBODY = 64613
HOME = Path("/box/home")
SOURCE = HOME / "project"
KEPT = 4000
MOST_SOURCES = 200
LEFT_OUT = frozenset(("build", "dist", "venv", "env", "node_modules", "site-packages"))
PLUGIN = """
import json, os
TOLD = []
def pytest_runtest_logreport(report):
    if report.when == "call" or report.outcome != "passed":
        path, line, name = report.location
        what = str(report.longrepr)[-600:] if report.outcome == "failed" else ""
        outcome = "error" if report.outcome == "failed" and report.when != "call" else report.outcome
        TOLD.append([str(path), (line or 0) + 1, str(name)[:200], outcome, what])
def pytest_collectreport(report):
    if report.outcome == "failed":
        TOLD.append([str(report.nodeid), 0, "", "error", str(report.longrepr)[-600:]])
def pytest_sessionfinish(session, exitstatus):
    with open(os.environ["TOLD"], "w") as out:
        json.dump([int(exitstatus), TOLD[:20000]], out)
"""


def bounded(seconds: float) -> None:
    """Nobody, with limits that everything started from here has too."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(NOBODY, NOBODY, NOBODY)
        os.setresuid(NOBODY, NOBODY, NOBODY)
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 256),
        (resource.RLIMIT_NOFILE, 1024),
        (resource.RLIMIT_FSIZE, 256 << 20),
        (resource.RLIMIT_DATA, 2 << 30),
        (resource.RLIMIT_CPU, int(seconds)),
    ):
        resource.setrlimit(what, (most, most))


def run(command: list[str], seconds: float, **environment: str) -> tuple[int, str]:
    """Exit code and the end of what it said; -1 where it took too long."""
    try:
        done = subprocess.run(
            command,
            cwd=SOURCE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=seconds,
            check=False,
            env={**os.environ, **environment},
        )
    except subprocess.TimeoutExpired as late:
        return -1, (late.stdout or b"")[-KEPT:].decode("utf-8", "replace")
    return done.returncode, done.stdout[-KEPT:].decode("utf-8", "replace")


def environment() -> tuple[Path, Path]:
    """A virtual environment with the packages in it: its Python, and where it keeps packages."""
    place = HOME / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(place)], check=True, stdout=subprocess.DEVNULL)
    packages = next((place / "lib").glob("python*")) / "site-packages"
    (packages / "given.pth").write_text("import site; site.addsitedir('/box/packages')\n")
    return place / "bin" / "python", packages


def compiled(packages: Path) -> bool:
    """Whether the project installed something that its source folder has not."""
    return any(packages.rglob("*.so"))


def sources() -> list[str]:
    """The folders from which packages and modules begin: in these coverage also counts what no test loads, below others it does not look."""
    found = {"."}
    for file in SOURCE.rglob("*.py"):
        folder = file.parent
        while folder != SOURCE and (folder / "__init__.py").exists():
            folder = folder.parent
        name = str(folder.relative_to(SOURCE))
        if "," not in name and not any(part.startswith(".") or part in LEFT_OUT for part in folder.relative_to(SOURCE).parts):
            found.add(name)
    return sorted(found)[:MOST_SOURCES]


def tests(python: Path, packages: Path, manage: str, seconds: float) -> dict[str, Any]:
    """The tests' outcomes, and the coverage where it could be measured."""
    (HOME / "plugin").mkdir()
    (HOME / "plugin" / "told_by_sparring.py").write_text(PLUGIN)
    report = HOME / "told.json"
    roots = [] if compiled(packages) else [str(path) for path in (SOURCE / "src", SOURCE) if path.is_dir()]
    variables = {
        "PYTHONPATH": os.pathsep.join([*roots, str(HOME / "plugin")]),
        "TOLD": str(report),
        "COVERAGE_FILE": str(HOME / ".coverage"),
    }
    counts = run([str(python), "-c", "import coverage"], 60)[0] == 0
    begin = [str(python), "-m", "coverage", "run", "--source", ",".join(sources())] if counts else [str(python)]
    started = time.monotonic()
    if manage:
        code, said = run([*begin, manage, "test", "--noinput"], seconds, **variables)
        told = None
    else:
        code, said = run([*begin, "-m", "pytest", "-q", "-p", "told_by_sparring", "-p", "no:cacheprovider"], seconds, **variables)
        told = json.loads(report.read_text())[1] if report.exists() else None
    taken = time.monotonic() - started
    cover, _ = run([str(python), "-m", "coverage", "json", "--include", "*.py", "-o", str(HOME / "coverage.json")], 60, **variables)
    covered = {}
    if cover == 0:
        files = json.loads((HOME / "coverage.json").read_text())["files"]
        covered = {name: [one["summary"]["num_statements"], one["summary"]["covered_lines"]] for name, one in files.items()}
    return {"code": code, "said": said, "tests": told, "seconds": round(taken, 1), "covered": covered}


def main() -> None:
    """Install, test, tell."""
    seconds, builds, manage = float(sys.argv[1]), sys.argv[2] == "yes", sys.argv[3]
    bounded(seconds)
    shutil.copytree("/box/project", SOURCE, symlinks=True)
    subprocess.run(["/bin/chmod", "-R", "u+w", str(SOURCE)], check=False)
    python, packages = environment()
    answer: dict[str, Any] = {}
    if builds:
        flags = ["--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check", "--no-input", "--quiet"]
        version = {"SETUPTOOLS_SCM_PRETEND_VERSION": "0.0.1", "PBR_VERSION": "0.0.1"}
        answer["code"], answer["said"] = run([str(python), "-m", "pip", "install", *flags, "."], seconds / 2, **version)
    if not answer.get("code"):
        answer["suite"] = tests(python, packages, manage, seconds / 2)
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
