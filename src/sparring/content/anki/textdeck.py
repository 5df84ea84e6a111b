"""Reads a text deck as Anki exports and imports it: columns parted by tab, semicolon or comma, `#` headers (docs.ankiweb.net, Text Files)."""

import csv
import io
from dataclasses import replace

from sparring.content.anki.deck import MOST_NOTES, Deck, Note, refused
from sparring.content.encodings import decoded

SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}


def read_text(data: bytes) -> Deck:
    """The deck in a text file, one note a row; UsageError in words for what is no text, or has no second column."""
    text = _text(data)
    headers, body = _headers(text)
    separator = SEPARATORS.get(headers.get("separator", "").lower(), headers.get("separator", "")) or _guess(body)
    csv.field_size_limit(1 << 24)
    try:
        reader, above = csv.reader(io.StringIO(body), delimiter=separator), text.count("\n") - body.count("\n")
        found = [(above + reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise refused("broken", what=str(error)[:200]) from error
    if max((len(row) for _, row in found), default=0) < 2:
        raise refused("no-columns")
    if len(found) > MOST_NOTES:
        raise refused("too-many", most=MOST_NOTES)
    return Deck(tuple(replace(_note(row, headers, number), place=line) for number, (line, row) in enumerate(found)))


def _text(data: bytes) -> str:
    """UTF-8 with whatever else stands in it, else what other programs write: UTF-16, the Western code page of Windows."""
    try:
        text: str | None = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = None
    if text is None or "\0" in text:
        text = decoded(data)
    if text is None:
        raise refused("not-text")
    return text


def _headers(text: str) -> tuple[dict[str, str], str]:
    headers: dict[str, str] = {}
    lines = text.splitlines(keepends=True)
    place = 0
    for line in lines:
        name, colon, value = line.rstrip("\r\n").removeprefix("#").partition(":")
        if not line.startswith("#") or not colon:
            break
        headers[name.strip().lower()] = value.strip(" ") if name.strip().lower() != "separator" else value.strip(" ") or value
        place += 1
    return headers, "".join(lines[place:])


def _guess(body: str) -> str:
    """The separator that stands in most of the first lines."""
    lines = [line for line in body.splitlines() if line.strip()][:50]
    return max("\t;,|", key=lambda mark: sum(mark in line for line in lines))


def _column(headers: dict[str, str], name: str) -> int | None:
    value = headers.get(f"{name} column", "")
    return int(value) - 1 if value.isdecimal() and int(value) > 0 else None


def _note(row: list[str], headers: dict[str, str], number: int) -> Note:
    special = {name: _column(headers, name) for name in ("guid", "notetype", "deck", "tags")}

    def cell(name: str, default: str) -> str:
        column = special[name]
        return row[column] if column is not None and column < len(row) else default

    names = headers.get("columns", "").split(SEPARATORS.get(headers.get("separator", "").lower(), "\t")) if "columns" in headers else []
    texts = [(place, text) for place, text in enumerate(row) if place not in special.values()]
    fields = {
        names[place] if place < len(names) and names[place] else f"Field {count + 1}": text for count, (place, text) in enumerate(texts)
    }
    tags = cell("tags", headers.get("tags", "")).split()
    return Note(
        cell("guid", f"row-{number}"),
        cell("notetype", headers.get("notetype", "")),
        cell("deck", headers.get("deck", "")),
        tuple(tags),
        fields,
    )
