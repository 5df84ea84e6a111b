"""The code itself, as ruff reads it: faults that an interviewer would stop at, with their places."""

import json
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from sparring.core.evidence import Place
from sparring.core.verdict import Finding
from sparring.portfolio.check import Look, Subject, Weight, bad, either, not_observed
from sparring.portfolio.sources import Source

SECONDS = 60
# Which rules stand for which check. https://docs.astral.sh/ruff/rules/
RULES: dict[str, tuple[str, ...]] = {
    "swallowed-errors": ("S110", "S112"),
    "bare-except": ("E722",),
    "mutable-default": ("B006",),
    "undefined-names": ("F821",),
    "read-before-set": ("F823",),
    "dead-code": ("F401", "F811", "F841"),
    "sql-injection": ("S608",),
    "runs-text": ("S102", "S307"),
    "shell": ("S602", "S605"),
    "pickle": ("S301",),
    "unsafe-yaml": ("S506",),
    "debug-on": ("S201",),
    "unverified-tls": ("S501",),
    "weak-hash": ("S324",),
    "no-timeout": ("S113",),
    "complex-functions": ("C901",),
}
LENIENT = {"dead-code": 10}
"""How many findings are not worth a word."""
_HARMLESS = "seems safe"
"""What ruff says of a command of the shell that the program itself spells out: nobody else decides what is run."""


def _lint(subject: Subject) -> dict[str, list[Place]] | None:
    """The places of each check, or None where ruff is not there.

    Ruff gets copies under names of ours, in a folder that holds nothing else: a name in a repository can be an option of a tool, and a module in it
    can stand in for one.
    """
    if find_spec("ruff") is None:
        return None
    from ruff import find_ruff_bin

    folder = subject.folder.parent / "lint"
    copies = _copied(subject, folder)
    if not copies:
        return {}
    command = [find_ruff_bin(), "check", "--isolated", "--no-cache", "--exit-zero", "--output-format", "json", "--quiet"]
    command += ["--select", ",".join(rule for rules in RULES.values() for rule in rules), "--config", "lint.mccabe.max-complexity = 15"]
    try:
        done = subprocess.run(
            [*command, str(folder)], cwd=folder, capture_output=True, timeout=max(1, min(SECONDS, subject.repository.left)), check=False
        )
        told = json.loads(done.stdout or b"null")
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None
    return None if told is None else _sorted(told, copies)


def _copied(subject: Subject, folder: Path) -> dict[str, Source]:
    """Write every module that can be read to `folder/NUMBER/module.py`; which copy is which. A package's `__init__.py` keeps its name: rules look at it."""
    copies = {}
    for number, source in enumerate(subject.sources.program):
        if not source.nodes:
            continue
        last = source.path.rpartition("/")[2]
        copy = folder / str(number) / ("__init__.py" if last == "__init__.py" else "module.py")
        copy.parent.mkdir(parents=True)
        copy.write_text(source.text, encoding="utf-8", errors="replace", newline="")
        copies[f"{number}/{copy.name}"] = source
    return copies


def _sorted(told: list[dict[str, object]], copies: dict[str, Source]) -> dict[str, list[Place]]:
    of = {rule: check for check, rules in RULES.items() for rule in rules}
    found: dict[str, list[Place]] = defaultdict(list)
    for item in told:
        source = copies.get("/".join(Path(str(item["filename"])).parts[-2:]))
        check = of.get(str(item["code"]))
        location = item["location"]
        if source and check and isinstance(location, dict) and _HARMLESS not in str(item["message"]):
            found[check].append(source.place(int(location["row"]), f"{item['code']}: {item['message']}"))
    swallowed = {(place.file, place.line) for place in found["swallowed-errors"]}  # two rules tell of one `except: pass`
    found["bare-except"] = [place for place in found["bare-except"] if (place.file, place.line) not in swallowed]
    return found


def _look(subject: Subject) -> Iterator[Finding]:
    modules = len(subject.sources.program)
    if not modules:
        return
    found = _lint(subject)
    if found is None:
        yield not_observed("dead-code", "ruff")
        return
    for check in RULES:
        places = found.get(check, [])
        if len(places) > LENIENT.get(check, 0):
            yield bad(check, places)
    if not any(len(found.get(check, [])) > LENIENT.get(check, 0) for check in RULES):
        yield from either("code", [], modules=modules)


def _readable(subject: Subject) -> Iterator[Finding]:
    broken = [source.error for source in subject.sources.all if source.error and _python3(source)]
    if broken:
        yield bad("syntax", broken)


def _python3(source: Source) -> bool:
    """Whether a file that cannot be parsed is meant to be Python: templates and Python 2 exercises aside."""
    return "{{" not in source.text and "cookiecutter" not in source.path


LOOKS: tuple[Look, ...] = (_readable, _look)
WEIGHTS = {
    "syntax": Weight(5, 20),
    "swallowed-errors": Weight(4, 20),
    "mutable-default": Weight(4, 10),
    "bare-except": Weight(3, 10),
    "undefined-names": Weight(5, 15),
    "read-before-set": Weight(5, 15),
    "dead-code": Weight(2, 10),
    "sql-injection": Weight(5, 30, 1),
    "runs-text": Weight(5, 30, 1),
    "shell": Weight(5, 20, 1),
    "pickle": Weight(3, 30),
    "unsafe-yaml": Weight(5, 5, 1),
    "debug-on": Weight(4, 10, 1),
    "unverified-tls": Weight(5, 15, 1),
    "weak-hash": Weight(3, 10),
    "no-timeout": Weight(4, 10),
    "complex-functions": Weight(3, 90),
    "code": Weight(1, 1),
}
