"""Audits a repository: every check, each finding with its places, and what to mend first."""

import gc
import hashlib
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sparring.core.evidence import Logged
from sparring.core.text import Message, Param
from sparring.core.verdict import Finding
from sparring.portfolio import snapshot
from sparring.portfolio.check import Subject, Weight
from sparring.portfolio.checks import LOOKS, WEIGHTS, secrets
from sparring.portfolio.fresh.trial import trial
from sparring.portfolio.questions import Question, questions
from sparring.portfolio.repository import Repository
from sparring.portfolio.sources import Sources


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found in one repository at one commit. `truncated`: it was larger than what is looked at, and the rest was left out."""

    name: str
    path: str
    head: str
    when: datetime
    files: int
    commits: int
    truncated: bool
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]

    @property
    def key(self) -> str:
        """What names the repository among others: two may have the same folder name."""
        return key_of(self.path)

    @property
    def repairs(self) -> tuple[Finding, ...]:
        """What is wrong: what does harm first, then holes (`Weight.rank`), within these in the order of effect for effort."""
        wrong = [finding for finding in self.findings if finding.ok is False]
        return tuple(sorted(wrong, key=lambda finding: (weight_of(finding).rank, -worth(finding), finding.criterion)))


def key_of(path: str) -> str:
    """The key of the repository at `path`."""
    return hashlib.sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def worth(finding: Finding) -> float:
    """Effect (1..5, squared: a hole outweighs three blemishes) for each quarter of an hour begun."""
    weight = weight_of(finding)
    return weight.effect**2 / max(1, -(-weight.effort // 15))


def weight_of(finding: Finding) -> Weight:
    """What mending the finding is worth and costs."""
    return WEIGHTS[finding.criterion]


def audit(repository: Repository, now: datetime, *, run: bool = False) -> Audit:
    """Every check on `repository`, as of `now` (UTC). Nothing in it is run, unless `run`: then a copy is installed and tested behind the wall."""
    with _no_collections(), tempfile.TemporaryDirectory(prefix="sparring-portfolio-") as scratch, ThreadPoolExecutor(1) as pool:
        folder = Path(scratch) / "commit"
        folder.mkdir()
        scan = secrets.begin(repository, Path(scratch), pool)
        snapshot.write(repository, folder)
        tried = trial(repository, folder, Path(scratch)) if run else None
        subject = Subject(repository, Sources(repository), folder, now, scan, tried)
        findings = tuple(_all(subject))
        asked = tuple(questions(subject))
    return Audit(
        repository.name,
        str(repository.path),
        repository.head,
        now,
        len(repository.files),
        len(repository.commits),
        repository.truncated,
        findings,
        asked,
    )


@contextmanager
def _no_collections() -> Iterator[None]:
    """Syntax trees are millions of objects that all stay: the collector, walking them again and again, would take two thirds of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _all(subject: Subject) -> Iterator[Finding]:
    for look in LOOKS:
        try:
            yield from list(look(subject))
        except Exception as error:  # one check that breaks on odd content hides no other
            name = look.__module__.rpartition(".")[2]
            counts: dict[str, Param] = {"check": name, "what": f"{type(error).__name__}: {error}"[:200]}
            yield Finding("broken-check", None, Message("portfolio.not-observed.broken", counts), Logged({}))
