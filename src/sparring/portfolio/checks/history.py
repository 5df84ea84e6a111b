"""The history: whether the messages say something, the steps are small, anybody is still at home."""

import re
from collections.abc import Iterator
from datetime import timedelta

from sparring.core.evidence import Logged, Place
from sparring.core.text import Message, Param
from sparring.core.verdict import Finding
from sparring.portfolio.check import Look, Subject, Weight, bad, good, missing, not_observed
from sparring.portfolio.repository import Commit

_EMPTY = re.compile(
    r"^(update[ds]?|fix(e[ds])?|wip|test(s|ing)?|changes?|misc|stuff|asdf?|\.+|-+|ok|done|final|commit|initial|minor|modific\w*|aggiornament\w*|sistemat\w*|prova|varie|"
    r"(update|add files|create|delete|rename)( via upload| [\w./-]+\.\w+)?|add files via upload)[ .!]*\d*$",
    re.IGNORECASE,
)
FEW = 4
"""Commits below which a history says nothing of how one works."""
HUGE = 100
"""Files changed in one commit after the first."""
LONG_AGO = 60
"""Days from which one says the date."""
OLD = timedelta(days=540)


def _messages(subject: Subject) -> Iterator[Finding]:
    commits = [commit for commit in subject.repository.commits if commit.parents < 2]
    if len(commits) < FEW:
        return
    empty = [commit for commit in commits if _EMPTY.match(commit.subject.strip()) or len(commit.subject.strip()) < 4]
    if len(empty) * 4 > len(commits):
        yield bad("messages", [_place(commit) for commit in empty], total=len(commits))
    else:
        yield good("messages", commits=len(commits))


def _steps(subject: Subject) -> Iterator[Finding]:
    repository = subject.repository
    if not repository.commits or repository.shallow or not subject.sources.program:
        return
    if len(repository.commits) < FEW:
        yield missing("steps", count=len(repository.commits))
        return
    looked = [commit for commit in repository.commits if commit.parents == 1][:300]
    huge = [commit for commit in looked if repository.changed(commit) > HUGE]
    if len(huge) * 10 > len(looked):
        yield bad("huge-commits", [_place(commit) for commit in huge])
    else:
        yield good("steps", commits=len(repository.commits))


def _recent(subject: Subject) -> Iterator[Finding]:
    if not subject.repository.commits:
        return
    moment = subject.repository.commits[0].when
    days = max(0, (subject.now - moment).days)
    counts: dict[str, Param] = {"days": days, "date": moment.date().isoformat()}
    told = "of" if days > LONG_AGO else "ok" if days > 1 else "now"
    yield Finding("recent", days <= OLD.days, Message(f"portfolio.recent.{told}", counts), Logged({"days": days}))


def _whole(subject: Subject) -> Iterator[Finding]:
    if subject.repository.shallow:
        yield not_observed("shallow", "shallow", commits=len(subject.repository.commits))


def _place(commit: Commit) -> Place:
    return Place(commit.id, 0, 0, commit.when.date().isoformat(), commit.subject[:120])


LOOKS: tuple[Look, ...] = (_messages, _steps, _recent, _whole)
WEIGHTS = {"messages": Weight(2, 5), "steps": Weight(2, 5), "huge-commits": Weight(2, 5), "recent": Weight(2, 60), "shallow": Weight(1, 1)}
