"""Audits a repository: every check, each finding with its places, and what to mend first."""

import gc
import hashlib
import tempfile
import time
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
from sparring.portfolio.check import Subject, Weight, not_observed
from sparring.portfolio.checks import LOOKS, WEIGHTS, secrets
from sparring.portfolio.fresh.trial import Trial, trial
from sparring.portfolio.questions import Question, questions
from sparring.portfolio.repository import OutOfTimeError, Repository
from sparring.portfolio.sources import Sources

SECONDS = 80
"""In which it is looked at: less than who waits for the report gives (`worker.SECONDS`), so that there is one, with what was seen by then."""


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


def is_current(audit: Audit) -> bool:
    """Whether this program knows all that the audit found wrong: an older one may have called it by other names."""
    return all(finding.criterion in WEIGHTS for finding in audit.findings if finding.ok is False)


def worth(finding: Finding) -> float:
    """Effect (1..5, squared: a hole outweighs three blemishes) for each quarter of an hour begun."""
    weight = weight_of(finding)
    return weight.effect**2 / max(1, -(-weight.effort // 15))


def weight_of(finding: Finding) -> Weight:
    """What mending the finding is worth and costs."""
    return WEIGHTS[finding.criterion]


def audit(repository: Repository, now: datetime, *, run: bool = False, seconds: float = SECONDS, most: int = 0) -> Audit:
    """Every check on `repository`, as of `now` (UTC), for `seconds`. Nothing in it is run, unless `run`: then a copy is installed and tested behind the wall.

    `most`: files that are copied, 0 for what `snapshot` thinks right.
    """
    with _no_collections(), tempfile.TemporaryDirectory(prefix="sparring-portfolio-") as scratch, ThreadPoolExecutor(1) as pool:
        folder = Path(scratch) / "commit"
        folder.mkdir()
        repository.until = time.monotonic() + seconds
        scan = secrets.begin(repository, Path(scratch), pool)
        written, unwritten = snapshot.write(repository, folder, most or (snapshot.MOST_TRIED if run else snapshot.MOST_WRITTEN))
        tried = _tried(repository, folder, Path(scratch), written, unwritten) if run else None
        repository.until = time.monotonic() + seconds if run else repository.until
        subject = Subject(repository, Sources(repository), folder, now, scan, tried, (written, unwritten))
        findings = tuple(finding for finding in _all(subject) if _seen(repository, finding))
        asked = _questions(subject)
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


def _seen(repository: Repository, finding: Finding) -> bool:
    """Whether a finding rests on something: where folders without end hid every file, nothing is missing and nothing is right that a file would tell."""
    hidden = repository.truncated and not repository.files
    return not hidden or finding.ok is None or finding.criterion in _OF_COMMITS


_OF_COMMITS = frozenset(("recent", "messages", "steps", "huge-commits"))


def _tried(repository: Repository, folder: Path, scratch: Path, written: int, unwritten: int) -> Trial:
    """What came of a fresh clone: half of one would fail for what is not in it."""
    return Trial("incomplete", f"{written} / {written + unwritten}") if unwritten else trial(repository, folder, scratch)


def _questions(subject: Subject) -> tuple[Question, ...]:
    try:
        return tuple(questions(subject))
    except OutOfTimeError:
        return ()


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
    late: dict[str, None] = {}
    for look in LOOKS:
        try:
            yield from list(look(subject))
        except OutOfTimeError:
            late[look.__module__.rpartition(".")[2]] = None
        except Exception as error:  # one check that breaks on odd content hides no other
            name = look.__module__.rpartition(".")[2]
            counts: dict[str, Param] = {"check": name, "what": f"{type(error).__name__}: {error}"[:200]}
            yield Finding("broken-check", None, Message("portfolio.not-observed.broken", counts), Logged({}))
    if late:
        yield not_observed("out-of-time", "late", count=len(late), checks=", ".join(late))
