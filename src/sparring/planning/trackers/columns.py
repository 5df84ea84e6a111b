"""Formats that are tables: which column means which field. A column that no field claims is kept by its name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sparring.core.text import Message
from sparring.planning.trackers import faults
from sparring.planning.trackers.backlog import Backlog, Item, Origin, is_done
from sparring.planning.trackers.moments import Order, day, moment, order_of
from sparring.planning.trackers.sheet import Row, Sheet
from sparring.planning.trackers.tables import Table, table, written

TEXTS = ("assignees", "labels", "milestones", "blocked_by", "blocks")
MOMENTS, DAYS = ("created", "updated", "closed"), ("start", "due")
SECONDS, NUMBERS = ("estimate", "spent"), ("points",)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a file holds around its rows: the header as it is spelled there, the rows above it, what separates cells, and which of day and month comes first."""

    header: tuple[str, ...]
    above: tuple[tuple[str, ...], ...]
    delimiter: str
    order: Order


@dataclass(frozen=True)
class Format:
    """A tabular export. `columns`: header to field; `aliases`: other spellings of a header, in lower case. A field of several values is one column for each (`repeated`) or
    one cell (`separators`). `needs`: headers by which the format is known.
    """

    name: str
    columns: Mapping[str, str]
    needs: tuple[str, ...]
    aliases: Mapping[str, str] = field(default_factory=dict)
    repeated: tuple[str, ...] = ()
    separators: Mapping[str, str] = field(default_factory=dict)
    delimiter: str = ","
    open_status: str = ""
    closed_status: str = ""

    def known(self, header: Sequence[str]) -> bool:
        """Whether a row is this format's header."""
        names = {self.meant(name) for name in header}
        return all(need in names for need in self.needs)

    def meant(self, name: str) -> str:
        """A header as the vendor spells it in English, whatever its capitals are."""
        plain = name.strip().lower()
        return self.aliases.get(plain) or next((own for own in self.columns if own.lower() == plain), name.strip())

    def read(self, file: str, text: str, notes: tuple[Message, ...] = ()) -> Backlog:
        """The backlog of a file."""
        found = table(file, text, self.known)
        header = [self.meant(name) for name in found.header]
        order = order_of(
            cell for row in found.rows for name, cell in zip(header, row, strict=True) if self.columns.get(name) in (*MOMENTS, *DAYS)
        )
        items = tuple(self._item(header, Origin(self.name, row, (number,)), order) for number, row in enumerate(found.rows))
        more = (Message("trackers.unsure", {"file": file}),) if order == "unsure" and _numeric(header, found, self) else ()
        widths = [note for note in found.notes if note.id in ("trackers.row-long", "trackers.row-short")]
        dated = frozenset(name for name in header if self.columns.get(name) in (*MOMENTS, *DAYS))
        wrong = [
            *widths,
            *faults.dates(file, header, dated, dict(zip(found.numbers, found.rows, strict=True)), order),
            *faults.items(file, found.numbers, items, keyed=any(self.columns.get(name) == "key" for name in header)),
        ]
        whole = [note for note in found.notes if note not in widths]
        return Backlog(
            self.name,
            items,
            (*notes, *whole, *more, *faults.told(file, wrong)),
            frame=Frame(found.header, found.above, found.delimiter, order),
        )

    def _item(self, header: Sequence[str], origin: Origin, order: Order) -> Item:
        """The item of a row. Of several columns for one value the first that says something counts; what the others say is kept by their name."""
        values: dict[str, Any] = {}
        extra: dict[str, list[str]] = {}
        for name, cell in zip(header, origin.record, strict=True):
            target = self.columns.get(name, "")
            value = self._value(target, cell, order) if target else None
            if target in TEXTS:
                values.setdefault(target, []).extend(value or ())
            elif value not in (None, "") and target not in values:
                values[target] = value
            elif cell and value != values.get(target, ""):
                extra.setdefault(name, []).append(cell)
        values |= {target: tuple(found) for target, found in values.items() if target in TEXTS}
        values.setdefault("key", values.get("id") or str(origin.place[0] + 1))
        values.setdefault("title", "")
        done = values.get("closed") is not None or is_done(values.get("status", ""))
        return Item(**values, done=done, extra={name: tuple(cells) for name, cells in extra.items()}, origin=origin)

    def _value(self, target: str, cell: str, order: Order) -> Any:
        """What a cell says; None if it is empty or cannot be read as that."""
        if target in TEXTS:
            parts = cell.split(self.separators[target]) if target in self.separators else [cell]
            return tuple(part.strip() for part in parts if part.strip())
        if target in MOMENTS:
            return moment(cell, order)
        if target in DAYS:
            return day(cell, order)
        if target in SECONDS or target in NUMBERS:
            return _number(cell, whole=target in SECONDS)
        return cell

    def write(self, backlog: Backlog) -> bytes:
        """The backlog as a file of this format; what the format has no column for is not in it.

        A row that came in this format is written as it was, but for what is another now.
        """
        own = backlog.format == self.name
        frame = backlog.frame if own and isinstance(backlog.frame, Frame) else None
        sheet = Sheet(frame.header if frame else tuple(self.columns))
        for item in backlog.items:
            origin = item.origin if frame and item.origin and item.origin.format == self.name else None
            before = self._item([self.meant(name) for name in frame.header], origin, frame.order) if frame and origin else None
            row = sheet.row(origin.record if origin else ())
            for target in dict.fromkeys(self.columns.values()):
                texts = self._texts(item, target)
                if texts != (self._texts(before, target) if before else []):
                    self._put(sheet, row, self._names(sheet, target), texts)
            old = before.extra if before else {}
            for name in [name for name in {**item.extra, **old} if own and item.extra.get(name) != old.get(name)]:
                self._put(sheet, row, [name], list(item.extra.get(name, ())), more=name in self.columns)
        delimiter, above = (frame.delimiter, frame.above) if frame else (self.delimiter, ())
        return written(sheet.header, sheet.rows(), delimiter, above)

    def _names(self, sheet: Sheet, target: str) -> list[str]:
        """The headers of a field in the sheet, as they are spelled there; the vendor's own if there is none."""
        found = [name for name in dict.fromkeys(sheet.header) if self.columns.get(self.meant(name)) == target]
        return found or [next(name for name, own in self.columns.items() if own == target)]

    @staticmethod
    def _put(sheet: Sheet, row: Row, names: Sequence[str], texts: Sequence[str], *, more: bool = False) -> None:
        """The texts in the columns of these names. `more`: beside what stands there; else only where it was, and the others are emptied."""
        cells = [cell for name in names for cell in sheet.columns(name)]
        if not more:
            filled = [cell for cell in cells if row.get(cell)]
            cells = cells if len(texts) != 1 or not filled else [filled[0], *(cell for cell in cells if cell is not filled[0])]
            for cell in cells:
                row.pop(cell, None)
        free = [cell for cell in cells if not row.get(cell)]
        while len(free) < len(texts):
            free.append(sheet.another(names[-1]))
        row |= dict(zip(free, texts, strict=False))

    def _texts(self, item: Item, target: str) -> list[str]:
        """What stands in the cells of a field: one text, or none; several for a field that has a column for each."""
        value = getattr(item, target)
        if target in self.repeated:
            return list(value)
        if target in self.separators:
            return [(self.separators[target] + (" " if self.separators[target] == "," else "")).join(value)] if value else []
        if target in TEXTS:
            return list(value[:1])
        if target == "status" and not value and self.closed_status:
            return [self.closed_status if item.done else self.open_status]
        if value in (None, ""):
            return []
        if isinstance(value, datetime):
            return [value.isoformat(" ", "seconds")]
        return [value.isoformat() if isinstance(value, date) else _numeral(value) if isinstance(value, float) else str(value)]


def _numeral(value: float) -> str:
    """3.0 as 3, and never in powers of ten: no tracker reads those."""
    return format(Decimal(repr(value)), "f").removesuffix(".0")


def _number(cell: str, *, whole: bool) -> float | int | None:
    text = cell.strip().replace(",", ".") if cell.count(",") == 1 and "." not in cell else cell.strip()
    try:
        value = float(text)
    except ValueError:
        return None
    return round(value) if whole and abs(value) < 1e12 else value if abs(value) < 1e12 else None


def _numeric(header: Sequence[str], found: Table, form: Format) -> bool:
    columns = [number for number, name in enumerate(header) if form.columns.get(name) in (*MOMENTS, *DAYS)]
    return any(
        "/" in row[number] and row[number][:2].strip("/").isdigit() and moment(row[number], "dmy") != moment(row[number], "mdy")
        for row in found.rows
        for number in columns
    )
