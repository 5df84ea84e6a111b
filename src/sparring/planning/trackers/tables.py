"""CSV as trackers and spreadsheets make it: any encoding, any delimiter, lines above the header, a last row cut off."""

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sparring.core.problem import UsageError
from sparring.core.text import Message, Param

MOST_BYTES = 64 << 20
MOST_ROWS = 50_000
LOOK = 20
"""Rows in which the header is looked for."""
DELIMITERS = ",;\t|"
_END = "\x1eend of the table\x1e"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """Header and rows as they stand, each as wide as the widest; the rows above the header, and what separates cells."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[Message, ...]
    above: tuple[tuple[str, ...], ...] = ()
    delimiter: str = ","
    numbers: tuple[int, ...] = ()
    """The rows' numbers as a spreadsheet shows them."""


def decoded(file: str, content: bytes) -> tuple[str, tuple[Message, ...]]:
    """The text, and what was assumed: UTF-8 or UTF-16 by its mark, UTF-16 by its zeros, UTF-8 without a mark, else Windows' western encoding. UsageError for what is no text."""
    if len(content) > MOST_BYTES:
        raise UsageError(Message("trackers.too-large", {"file": file, "most": MOST_BYTES >> 20}))
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, "replace"), ()
    if b"\0" in content:
        return content.decode(_sixteen(file, content), "replace"), ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.end == len(content):
            return content[: error.start].decode("utf-8"), ()
        return content.decode("cp1252", "replace"), (Message("trackers.encoding", {"file": file}),)


def _sixteen(file: str, content: bytes) -> str:
    """UTF-16 without a mark: every other byte of western text is zero, always on the same side."""
    look = content[: 4096 & ~1]
    even, odd, pairs = look[::2].count(0), look[1::2].count(0), len(look) // 2
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        text = look.decode(encoding, "replace")
        if zeros > 0.6 * pairs and others < 0.01 * pairs and all(one >= " " or one in "\t\r\n" for one in text):
            return encoding
    raise UsageError(Message("trackers.binary", {"file": file}))


def table(file: str, text: str, is_header: Callable[[Sequence[str]], bool]) -> Table:
    """The table whose header `is_header` knows; UsageError if there is none. Where the file was cut off, what is whole is kept, and the cut is told."""
    for delimiter in sorted(DELIMITERS, key=lambda one: -text[:5000].count(one)):
        head = list(islice(_rows(file, text, delimiter), LOOK))
        at = next((number for number, row in enumerate(head) if is_header([name.strip() for name in row])), None)
        if at is not None:
            return _whole(file, text, delimiter, at)
    raise UsageError(Message("trackers.unknown", {"file": file}))


def headers(text: str) -> list[str]:
    """What looks like the header of a table that nobody knows: the widest of its first rows, at the delimiter that makes it widest."""
    rows = [row for delimiter in DELIMITERS for row in csv.reader(text[:20_000].splitlines()[:LOOK], delimiter=delimiter, strict=False)]
    return [name.strip().lstrip("\ufeff") for name in max(rows, key=len, default=[])]


def _rows(file: str, text: str, delimiter: str) -> Iterator[list[str]]:
    """The rows, then the row `[_END]`: where that is missing, a quote was open at the end of the file and has swallowed it."""
    csv.field_size_limit(MOST_BYTES)  # a file has no more, so that no cell is too long
    reader = csv.reader(_lines(text), delimiter=delimiter)
    try:
        yield from reader
    except csv.Error as error:
        raise UsageError(Message("trackers.broken", {"file": file, "line": reader.line_num, "what": str(error)})) from error


def _lines(text: str) -> Iterator[str]:
    yield from io.StringIO(text, newline="")
    yield "" if text.endswith(("\n", "\r")) else "\n"
    yield _END


def _whole(file: str, text: str, delimiter: str, at: int) -> Table:
    found = list(islice(_rows(file, text, delimiter), MOST_ROWS + at + 3))
    closed = found[-1] == [_END]
    rows = found[:-1] if closed else found
    if len(rows) > MOST_ROWS + at + 1:
        raise UsageError(Message("trackers.too-many", {"file": file, "most": MOST_ROWS}))
    numbered = [(number, row) for number, row in enumerate(rows[at + 1 :], at + 2) if any(cell.strip() for cell in row)]
    body, numbers = [row for _, row in numbered], tuple(number for number, _ in numbered)
    notes = _ends(file, text, rows[at], body, closed=closed)
    last_told = any(note.id == "trackers.short" for note in notes)
    notes += tuple(_widths(file, rows[at], body[: len(body) - last_told], numbers))
    width = max(map(len, (rows[at], *body)))
    header, *wide = ((*row, *[""] * (width - len(row))) for row in (rows[at], *body))
    return Table(header, tuple(wide), notes, tuple(map(tuple, rows[:at])), delimiter, numbers[: len(body)])


def _widths(file: str, header: Sequence[str], body: Sequence[Sequence[str]], numbers: Sequence[int]) -> Iterator[Message]:
    """Rows with cells beyond the header (a separator that nobody quoted), and those that end before it where most do not (spreadsheets drop empty cells at the end)."""
    usual = 2 * sum(len(row) >= len(header) for row in body) > len(body)
    for number, row in zip(numbers, body, strict=False):
        params: dict[str, Param] = {"file": file, "row": number, "cells": len(row), "columns": len(header)}
        if any(cell.strip() for cell in row[len(header) :]):
            yield Message("trackers.row-long", params)
        elif usual and len(row) < len(header):
            yield Message("trackers.row-short", params)


def _ends(file: str, text: str, header: Sequence[str], body: list[list[str]], *, closed: bool) -> tuple[Message, ...]:
    """What the end of a file says of its being whole. A last row that was surely cut off is taken away; UsageError if that leaves nothing."""
    if not body and not text.endswith(("\n", "\r")):
        raise UsageError(
            Message("trackers.cut-header", {"file": file, "columns": len(header), "last": header[-1].removesuffix(_END).strip()[:40]})
        )
    if not body:
        return (Message("trackers.no-rows", {"file": file, "columns": len(header)}),)
    ended = text.endswith(("\n", "\r"))
    if not closed:
        body[-1][-1] = body[-1][-1].removesuffix(_END)
    short = len(body[-1]) < len(header) and not any(len(row) < len(header) for row in body[:-1])
    params: dict[str, Param] = {"file": file, "row": len(body), "cells": len(body[-1]), "columns": len(header)}
    if not closed or (short and not ended):
        body.pop()
        if not body:
            raise UsageError(Message("trackers.cut-first", params))
        return (Message("trackers.cut", params),)
    if short:
        return (Message("trackers.short", params),)
    return () if ended else (Message("trackers.no-end", {"file": file, "row": len(body)}),)


def written(header: Sequence[str], rows: Sequence[Sequence[str]], delimiter: str = ",", above: Sequence[Sequence[str]] = ()) -> bytes:
    """A table as UTF-8 CSV. What UTF-8 or CSV cannot hold (half of a surrogate pair, a zero byte) becomes a mark of replacement."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows(above)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().replace("\0", "\ufffd").encode("utf-8", "replace")


def formulas(content: bytes, delimiter: str) -> int:
    """How many cells of a written table a spreadsheet would take for a formula and reckon out."""
    rows = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), delimiter=delimiter)
    return sum(cell.startswith(_FORMULA) and not _is_number(cell) for row in rows for cell in row)


def _is_number(cell: str) -> bool:
    try:
        float(cell.replace(",", "."))
    except ValueError:
        return False
    return True
