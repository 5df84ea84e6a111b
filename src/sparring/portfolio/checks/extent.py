"""What of a large repository was not looked at, in numbers: a report that leaves something out says so."""

from collections.abc import Iterator

from sparring.core.verdict import Finding
from sparring.portfolio.check import Look, Subject, Weight, not_observed
from sparring.portfolio.repository import MOST_COMMITS


def _files(subject: Subject) -> Iterator[Finding]:
    looked, (total, exact) = len(subject.repository.files), subject.repository.counted
    if looked < total or not exact:
        yield not_observed("files-left", "files-left" if exact else "files-left-many", files=looked, total=total)


def _modules(subject: Subject) -> Iterator[Finding]:
    parsed, left = len(subject.sources.all), subject.sources.unparsed
    if left:
        yield not_observed("modules-left", "modules-left", modules=parsed, total=parsed + left)


def _copy(subject: Subject) -> Iterator[Finding]:
    written, left = subject.copied
    if left:
        yield not_observed("copy-left", "copy-left", files=written, total=written + left)


def _history(subject: Subject) -> Iterator[Finding]:
    repository = subject.repository
    if len(repository.commits) >= MOST_COMMITS:
        yield not_observed("commits-left", "commits-left", commits=len(repository.commits))
    if repository.past and repository.past_cut:
        yield not_observed("past-left", "past-left", files=len(repository.past))


LOOKS: tuple[Look, ...] = (_files, _modules, _copy, _history)
WEIGHTS = {name: Weight(1, 1) for name in ("files-left", "modules-left", "copy-left", "commits-left", "past-left")}
