"""Which format a file has, reading it, and writing another."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.planning.trackers.asana import read_asana, write_asana
from sparring.planning.trackers.backlog import Backlog
from sparring.planning.trackers.formats import ASANA, GITHUB, GITLAB, JIRA, TABLES
from sparring.planning.trackers.gitlab import read_gitlab, write_gitlab
from sparring.planning.trackers.tables import decoded, formulas, headers
from sparring.planning.trackers.trees import parsed
from sparring.planning.trackers.trello import read_trello, write_trello

WRITERS: Mapping[str, Callable[[Backlog], bytes]] = {
    **{name: form.write for name, form in TABLES.items()},
    "trello-json": write_trello,
    "gitlab-json": write_gitlab,
    "asana-json": write_asana,
}
MOST_HEADERS, MOST_HEADER = 12, 40
"""Headers that are shown of a table that no format knows, and characters of each."""
SUFFIXES = {"github-csv": "tsv"}


def read(file: str, content: bytes) -> Backlog:
    """The backlog in a file of any format we know; UsageError saying what is wrong, where, and what to do."""
    text, notes = decoded(file, content)
    if not text.strip():
        raise UsageError(Message("trackers.empty", {"file": file}))
    if text.lstrip()[:1] in "{[":
        try:
            found = _json(file, *parsed(file, text))
        except RecursionError as error:
            raise UsageError(Message("trackers.deep", {"file": file})) from error
        return replace(found, notes=(*notes, *found.notes))
    for form in (JIRA, GITLAB, ASANA, GITHUB):
        try:
            return form.read(file, text, notes)
        except UsageError as error:
            if not isinstance(error.saying, Message) or error.saying.id != "trackers.unknown":
                raise
    raise UsageError(_no_header(file, text))


def _no_header(file: str, text: str) -> Message:
    """What is said of a text whose header no format knows: the headers that were read, and those that each format is known by."""
    read = headers(text)
    if len(read) < 2:
        return Message("trackers.unknown", {"file": file})
    known = {form.name.removesuffix("-csv"): ", ".join(form.needs) for form in (JIRA, GITLAB, ASANA, GITHUB)}
    shown = ", ".join(f"«{name}»" for name in (one[:MOST_HEADER] for one in read[:MOST_HEADERS])) + (
        " …" if len(read) > MOST_HEADERS else ""
    )
    return Message("trackers.no-header", {"file": file, "read": shown, **known})


def _json(file: str, value: Any, lines: bool) -> Backlog:
    if isinstance(value, dict) and "cards" in value and "lists" in value:
        return read_trello(file, value)
    rows = value.get("data") if isinstance(value, dict) else value
    first = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], dict) else {}
    if "gid" in first:
        return read_asana(file, value)
    if "iid" in first:
        return read_gitlab(file, value, lines=lines)
    raise UsageError(Message("trackers.unknown", {"file": file}))


def write(backlog: Backlog, form: str) -> bytes:
    """The backlog in the format called `form`; UsageError naming the known ones."""
    if form not in WRITERS:
        raise UsageError(Message("trackers.no-format", {"format": form[:40], "known": ", ".join(WRITERS)}))
    try:
        return WRITERS[form](backlog)
    except RecursionError as error:
        raise UsageError(Message("trackers.deep", {"file": form})) from error


def warnings(content: bytes, form: str) -> tuple[Message, ...]:
    """What is to be said of a file that was written: cells that a spreadsheet would reckon out. They are left as they are, for trackers to read them."""
    count = formulas(content, TABLES[form].delimiter) if form in TABLES else 0
    return (Message("trackers.formulas", {"count": count}),) if count else ()
