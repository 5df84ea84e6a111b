"""Sets everything up and runs it, on a machine that has only Python ≥ 3.11 and its package index.

    python3 dev.py start     set up, then open the program
    python3 dev.py test      set up, then every check and test
    python3 dev.py prove     what takes longer: all content cold, the whole hostile suite, long simulations, the bundle built anew, the benches' bars
    python3 dev.py engine    build the exact engine's component anew
    python3 dev.py lock      resolve the dependencies anew into requirements/*.txt

Every command can be run again at any time and then starts in seconds.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
import venv
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
REQUIREMENTS = ROOT / "requirements"


def say(text: str) -> None:
    print(f"\033[2m·\033[0m {text}" if sys.stdout.isatty() and "NO_COLOR" not in os.environ else f"· {text}", flush=True)


def fail(text: str) -> "None":
    sys.exit(f"dev.py: {text}")


def around() -> dict[str, str]:
    """What everything that is run here sees of the environment: compiled modules are kept, whatever this shell wants, or each of thousands of starts compiles anew."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run(*command: object, env: dict[str, str] | None = None, quiet: bool = False) -> int:
    stdout = subprocess.DEVNULL if quiet else None
    return subprocess.run([str(part) for part in command], cwd=ROOT, env={**around(), **(env or {})}, check=False, stdout=stdout).returncode


def must(*command: object, remedy: str, quiet: bool = False) -> None:
    if run(*command, quiet=quiet):
        fail(f"`{' '.join(str(part) for part in command[:6])} …` failed. {remedy}")


def digest(*paths: Path) -> str:
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()


def _uv() -> Path:
    return BIN / ("uv.exe" if os.name == "nt" else "uv")


def set_up(kind: str) -> bool:
    """Make `.venv` hold exactly what requirements/<kind>.txt pins (dev holds base); whether there was anything to do."""
    if sys.version_info < (3, 11):
        fail(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}. Run it with a newer one, e.g. `python3.12 dev.py …`.")
    stamp = VENV / "sparring-setup"
    wanted = {name: digest(REQUIREMENTS / f"{name}.txt", ROOT / "pyproject.toml") for name in ("base", "dev")}
    have = stamp.read_text().split() if stamp.exists() else []
    if PYTHON.exists() and (wanted[kind] in have or wanted["dev"] in have):
        compile_code()
        return False
    started = time.monotonic()
    if not PYTHON.exists() or not (_uv().exists() or run(PYTHON, "-m", "pip", "--version", quiet=True) == 0):
        say("making .venv")
        try:
            venv.create(VENV, with_pip=True, clear=VENV.exists())
        except (subprocess.CalledProcessError, OSError) as error:
            fail(f"cannot make {VENV} ({error}). On Debian and Ubuntu: apt install python3-venv.")
    index = "Is the package index reachable? Run the command again: what is there already is kept."
    say("installing the pinned dependencies")
    flags = ["--require-hashes", "-r", REQUIREMENTS / f"{kind}.txt"]
    uv = _uv()
    first = ["--require-hashes", "-r", REQUIREMENTS / "setup.txt"]
    if uv.exists():
        must(uv, "pip", "install", "--quiet", "--python", PYTHON, *first, remedy=index)
    else:
        must(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *first, remedy=index)
    must(uv, "pip", "install", "--python", PYTHON, *flags, remedy=index)
    must(
        uv,
        "pip",
        "install",
        "--quiet",
        "--python",
        PYTHON,
        "--no-deps",
        "--no-build-isolation",
        "--editable",
        ROOT,
        remedy="This is our failure.",
    )
    unneeded = ["pip", *(["setuptools"] if kind == "base" else [])]  # uv does their work from here on; 23 MB
    run(uv, "pip", "uninstall", "--quiet", "--python", PYTHON, *unneeded, quiet=True)
    leave_out_translations()
    (VENV / COMPILED).unlink(missing_ok=True)
    compile_code()
    stamp.write_text("\n".join([wanted[kind], *([wanted["base"]] if kind == "dev" else [])]) + "\n")
    say(f"set up in {time.monotonic() - started:.0f} s")
    return True


COMPILED = "sparring-compiled"
LOADED = (
    "annotated_types asgiref django h11 markdown_it mdurl platformdirs polib.py pydantic rich sqlparse typer typing_extensions.py typing_inspection "
    "uvicorn wasmtime websockets"
).split()
"""What a start loads of other people's code."""


def _packages() -> Path:
    """Where the dependencies lie."""
    return next(VENV.rglob("site-packages"))


def leave_out_translations() -> None:
    """Take Django's translations into languages that this program does not speak away: 27 MB that nobody reads."""
    for folder in _packages().glob("django/**/locale/*/"):
        if folder.name != "__pycache__" and folder.name.split("_")[0] not in ("en", "it"):
            shutil.rmtree(folder, ignore_errors=True)


def compile_code() -> None:
    """Make the bytecode of what every start loads, once for each change of the sources.

    Python would do so by itself, file by file, but not where PYTHONDONTWRITEBYTECODE is set: a start would compile some 800 files again each time, which doubles it.
    """
    sources = [path.stat().st_mtime_ns for path in (ROOT / "src").rglob("*.py")]
    stamp, wanted = VENV / COMPILED, f"{len(sources)} {max(sources)}"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    folders = [ROOT / "src", *(path for name in LOADED if (path := _packages() / name).exists())]
    other = r"[/\\](contrib|inside|new_pack|new_pack_it|samples|tests)[/\\]"
    if run(PYTHON, "-m", "compileall", "-q", "-j", "0", "-x", other, *folders, quiet=True) == 0:
        stamp.write_text(wanted)


def prepare_engine() -> None:
    """Compile the exact engine for this machine, with a progress display; at once if it is done already."""
    must(PYTHON, "-m", "sparring.cli", "prepare", remedy="`sparring doctor` says what is missing.")


def start(arguments: list[str]) -> int:
    if set_up("base"):
        prepare_engine()
    command = [str(PYTHON), "-m", "sparring.cli", *_command(arguments)]  # where the person is: a file that is named lies there
    return subprocess.run(command, env={**around(), "SPARRING_START": typed()}, check=False).returncode


def typed() -> str:
    """How this was called, for messages that name a command."""
    here = sys.argv[0] if Path.cwd() == ROOT else str(ROOT / "dev.py")
    return f"{'py' if os.name == 'nt' else 'python3'} {here} start"


def _command(arguments: list[str]) -> list[str]:
    """What `sparring` is told: options alone are the page's."""
    return arguments if arguments and not arguments[0].startswith("-") else ["web", *arguments]


CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("format", ("ruff", "format", "--check", "src", "tests", "bench", "dev.py")),
    ("lint", ("ruff", "check", "src", "tests", "bench", "dev.py")),
    ("architecture", ("lint-imports", "--no-cache")),
    ("types", ("mypy",)),
)


def test(arguments: list[str]) -> int:
    return whole(arguments)


def whole(arguments: list[str], *, anew: bool = False) -> int:
    """Every check and test; `anew`: exercises that were proved before and have not changed are proved again."""
    set_up("dev")
    with ThreadPoolExecutor(
        1
    ) as beside:  # each of these keeps one core busy at most, and tests wait often: for a browser, a microphone, a clock
        checked = [beside.submit(_check, *check) for check in CHECKS]
        prepare_engine()
        run(
            PYTHON, "-m", "sparring.cli", "list", env=scratch(), quiet=True
        )  # packs are kept as they were read: once, and not by each that follows
        proofs = ("sparring", "pack", "check", "packs/core", *(["--anew"] if anew else part()))
        checked.append(beside.submit(_check, "content", proofs, scratch("content-data")))
        failed = _tested(arguments)
        names = [*(name for name, _ in CHECKS), "content"]
        failed += [name for name, ended in zip(names, checked, strict=True) if tell_check(name, ended.result())]
    say(f"failed: {', '.join(failed)}" if failed else "everything passes")
    return 1 if failed else 0


PARTS = 10
"""Proving all exercises that run code takes minutes: a test run proves a tenth of them, another with each commit, and what the last commit changed; `prove` all."""


def _tested(arguments: list[str]) -> list[str]:
    say("tests")
    env = scratch()
    result = Path(env["SPARRING_DATA"]) / "tests.xml"
    failed = ["tests"] if tested(arguments, result, env) else []
    tell_skipped(skipped(result), loudly="CI" in os.environ)
    return failed


PROCESSES = 4
"""Of the tests, on two cores: with three these stood still for a fifth of the time."""


def tested(arguments: list[str], result: Path, env: dict[str, str]) -> int:
    """Run the tests in a few processes, `result` as JUnit's file. Each of them would rewrite the assertions of all test modules, half a minute in all, so that a
    failure tells its values: what fails is run once more for that, and has failed all the same."""
    tests = (PYTHON, "-m", "pytest", "-m", "not prove")
    code = run(*tests, "-n", str(PROCESSES), "--dist", "worksteal", "--assert=plain", f"--junit-xml={result}", *arguments, env=env)
    if code == 1:
        say("what failed, once more with its values; it has failed whatever comes now")
        run(*tests, "--last-failed", *arguments, env=env)
    return code


def part() -> list[str]:
    """Which exercises a test run proves, as arguments of `pack check`; without git the first part."""
    head = _git("rev-parse", "HEAD")
    number = int(head[0][:8], 16) % PARTS + 1 if head else 1
    folder = "packs/core/exercises"
    changed = _git("diff", "--name-only", "HEAD~1", "--", folder) + _git("ls-files", "--others", "--exclude-standard", "--", folder)
    names = sorted({path.split("/")[4] for path in changed if path.count("/") > 4})
    return ["--part", f"{number}/{PARTS}", *(argument for name in names for argument in ("--exercise", name))]


def _git(*arguments: str) -> list[str]:
    """What git tells, line by line; nothing where it cannot."""
    try:
        return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")[:-1]
    except (OSError, subprocess.CalledProcessError):
        return []


def skipped(result: Path) -> dict[str, int]:
    """Why tests were skipped, and how many for each reason; `result` is pytest's JUnit file."""
    if not result.exists():
        return {}
    found = ElementTree.parse(result).getroot().iter("skipped")
    return dict(Counter(element.get("message") or "no reason given" for element in found))


def tell_skipped(reasons: dict[str, int], *, loudly: bool) -> None:
    """What did not run and why. `loudly`: nobody watches (CI), so that missing browser tests must not pass for run ones."""
    for reason, count in sorted(reasons.items()):
        say(f"not run: {count} tests ({reason})")
    if loudly and any("no browser" in reason for reason in reasons):
        say("!" * 78)
        say("THE BROWSER TESTS DID NOT RUN: Chromium is missing here. Nothing is known of the page in a browser.")
        say("!" * 78)


def _check(name: str, command: tuple[str, ...], env: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    """Run beside the rest; what it says waits until it can be read in one piece."""
    seen = {**around(), **(env or {})}
    told = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, env=seen, check=False, capture_output=True, text=True)
    say(f"{name}: {'passes' if told.returncode == 0 else 'FAILS, see below'}")
    return told


def tell_check(name: str, ended: "subprocess.CompletedProcess[str]") -> bool:
    """Whether a check failed; then with all that it says, where it is not buried under the tests'."""
    if ended.returncode:
        say(name)
        print(ended.stdout + ended.stderr, flush=True)
    return ended.returncode != 0


def scratch(name: str = "test-data") -> dict[str, str]:
    """Tests and checks keep their records in a folder of their own."""
    folder = ROOT / "build" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return {"SPARRING_DATA": str(folder), "PYTHONHASHSEED": "random"}


def rebuilt() -> int:
    """Build the front-end bundle anew from its pinned packages and compare it with the committed one; needs Node."""
    npm = shutil.which("npm")
    if npm is None:
        say("skipped: the bundle is not rebuilt (no npm here); its digests are checked all the same")
        return 0
    say("front-end bundle")
    installed = subprocess.run([npm, "ci", "--no-audit", "--no-fund", "--silent"], cwd=ROOT / "frontend", check=False).returncode
    return installed or subprocess.run([npm, "run", "check"], cwd=ROOT / "frontend", check=False).returncode


def measured() -> int:
    """Measure the page and the judge; fails where a bar is missed, after both were measured."""
    say("bench: the page")
    page = run(PYTHON, "bench/web.py", env=scratch())
    say("bench: the judge beside pytest")
    return run(PYTHON, "-m", "sparring.cli", "bench", "verdict", env=scratch()) or page


def prove(arguments: list[str]) -> int:
    """Everything, to its end: one failure hides no other."""
    failed = [name for name, check in (("tests", lambda: whole([], anew=True)), ("bundle", rebuilt), ("bench", measured)) if check()]
    say("what takes longer")
    failed += ["proofs"] if run(PYTHON, "-m", "pytest", "-m", "prove", *arguments, env=scratch()) else []
    say(f"failed: {', '.join(failed)}" if failed else "everything is proved")
    return 1 if failed else 0


def engine(arguments: list[str]) -> int:
    set_up("dev")
    return run(PYTHON, ROOT / "engine" / "build.py", *arguments)


def lock(_: list[str]) -> int:
    set_up("dev")
    # Each set is held to what the sets before it pin: installing one later changes nothing that is there.
    held: list[str | Path] = []
    for name in ("setup", "base", "english", "meaning", "native", "pdf", "planning", "portfolio", "speech", "structure", "dev", "peers"):
        source, target = REQUIREMENTS / f"{name}.in", REQUIREMENTS / f"{name}.txt"
        flags = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet"]
        must(BIN / "uv", "pip", "compile", *flags, *held, source, "-o", target, remedy="See the message above.")
        held += ["--constraint", target]
    return 0


COMMANDS = {"start": start, "test": test, "prove": prove, "engine": engine, "lock": lock}

if __name__ == "__main__":
    name, *rest = sys.argv[1:] or ["help"]
    if name not in COMMANDS:
        sys.exit(__doc__)
    sys.exit(COMMANDS[name](rest))
