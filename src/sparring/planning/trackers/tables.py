"""CSV as trackers and spreadsheets make it: any encoding, any delimiter, lines above the header, a last row cut off."""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sparring.core.problem import UsageError
from sparring.core.text import Message

MOST_BYTES = 64 << 20
MOST_ROWS = 50_000
MOST_CELL = 1 << 20
LOOK = 20
"""Rows in which the header is looked for."""
DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Table:
    """Header and rows; each row has as many cells as the header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[Message, ...]


def decoded(file: str, content: bytes) -> tuple[str, tuple[Message, ...]]:
    """The text, and what was assumed: UTF-8 or UTF-16 by its mark, UTF-8 without one, else Windows' western encoding. UsageError for what is no text."""
    if len(content) > MOST_BYTES:
        raise UsageError(Message("trackers.too-large", {"file": file, "most": MOST_BYTES >> 20}))
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, "replace"), ()
    if b"\0" in content:
        raise UsageError(Message("trackers.binary", {"file": file}))
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.end == len(content):
            return content[: error.start].decode("utf-8"), ()
        return content.decode("cp1252", "replace"), (Message("trackers.encoding", {"file": file}),)


def table(file: str, text: str, is_header: Callable[[Sequence[str]], bool]) -> Table:
    """The table whose header `is_header` knows; UsageError if there is none. A quote that never closes, or a short last row, is a file cut off: what is whole is kept."""
    for delimiter in sorted(DELIMITERS, key=lambda one: -text[:5000].count(one)):
        head = _rows(text, delimiter, LOOK)
        at = next((number for number, row in enumerate(head) if is_header(row)), None)
        if at is not None:
            return _whole(file, text, delimiter, at)
    raise UsageError(Message("trackers.unknown", {"file": file}))


def _rows(text: str, delimiter: str, most: int) -> list[list[str]]:
    csv.field_size_limit(MOST_CELL)
    found: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            found.append(row)
            if len(found) >= most:
                break
    except csv.Error:
        return found
    return found


def _whole(file: str, text: str, delimiter: str, at: int) -> Table:
    rows = _rows(text, delimiter, MOST_ROWS + at + 2)[at:]
    if len(rows) > MOST_ROWS + 1:
        raise UsageError(Message("trackers.too-many", {"file": file, "most": MOST_ROWS}))
    header, notes = tuple(name.strip() for name in rows[0]), []
    body = [row for row in rows[1:] if any(cell.strip() for cell in row)]
    if body and (len(body[-1]) < len(header) or _open_quote(text)):
        notes.append(Message("trackers.cut", {"file": file, "row": len(body), "cells": len(body[-1]), "columns": len(header)}))
        body.pop()
    width = len(header)
    return Table(header, tuple(tuple([*row, *[""] * width][:width]) for row in body), tuple(notes))


def _open_quote(text: str) -> bool:
    return text.count('"') % 2 == 1


def written(header: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str = ",") -> bytes:
    """A table as UTF-8 CSV."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode("utf-8")
