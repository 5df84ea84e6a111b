"""Formats that are tables: which column means which field. A column that no field claims is kept by its name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sparring.core.text import Message
from sparring.planning.trackers.backlog import Backlog, Item, is_done
from sparring.planning.trackers.moments import Order, day, moment, order_of
from sparring.planning.trackers.tables import Table, table, written

TEXTS = ("assignees", "labels", "milestones", "blocked_by", "blocks")
MOMENTS, DAYS = ("created", "updated", "closed"), ("start", "due")
SECONDS, NUMBERS = ("estimate", "spent"), ("points",)


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
    moment_form: str = "%Y-%m-%d %H:%M:%S"
    open_status: str = ""
    closed_status: str = ""

    def known(self, header: Sequence[str]) -> bool:
        """Whether a row is this format's header."""
        names = {self.meant(name) for name in header}
        return all(need in names for need in self.needs)

    def meant(self, name: str) -> str:
        """A header as the vendor spells it in English."""
        return self.aliases.get(name.strip().lower(), name.strip())

    def read(self, file: str, text: str, notes: tuple[Message, ...] = ()) -> Backlog:
        """The backlog of a file."""
        found = table(file, text, self.known)
        header = [self.meant(name) for name in found.header]
        order = order_of(
            cell for row in found.rows for name, cell in zip(header, row, strict=True) if self.columns.get(name) in (*MOMENTS, *DAYS)
        )
        items = tuple(self._item(header, row, order, number) for number, row in enumerate(found.rows, 1))
        more = (Message("trackers.unsure", {"file": file}),) if order == "unsure" and _numeric(header, found, self) else ()
        return Backlog(self.name, items, (*notes, *found.notes, *more))

    def _item(self, header: Sequence[str], row: Sequence[str], order: Order, number: int) -> Item:
        values: dict[str, Any] = {}
        extra: dict[str, list[str]] = {}
        for name, cell in zip(header, row, strict=True):
            target = self.columns.get(name)
            value = self._value(target, cell, order) if target else None
            if target is None or (value is None and cell.strip()):
                if cell:
                    extra.setdefault(name, []).append(cell)
            elif target in TEXTS:
                values[target] = values.get(target, ()) + tuple(value or ())
            elif value is not None and (value != "" or target not in values):
                values.setdefault(target, value)
        values.setdefault("key", values.get("id") or str(number))
        values.setdefault("title", "")
        done = values.get("closed") is not None or is_done(values.get("status", ""))
        return Item(**values, done=done, extra={name: tuple(cells) for name, cells in extra.items()})

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
        """The backlog as a file of this format; what the format has no column for is not in it."""
        header: list[tuple[str, str, int]] = []
        for name, target in self.columns.items():
            most = max((len(getattr(item, target)) for item in backlog.items), default=1) if target in self.repeated else 1
            header += [(name, target, number) for number in range(max(most, 1))]
        widths: dict[str, int] = {}
        for item in backlog.items if backlog.format == self.name else ():
            for name, own in item.extra.items():
                widths[name] = max(widths.get(name, 0), len(own))
        names = [name for name, _, _ in header] + [name for name, width in widths.items() if name not in self.columns for _ in range(width)]
        rows = []
        for item in backlog.items:
            row = [self._cell(item, target, number, name) for name, target, number in header]
            for name, width in widths.items():
                if name not in self.columns:
                    more = item.extra.get(name, ())
                    row += [*more, *[""] * (width - len(more))]
            rows.append(row)
        return written(names, rows, self.delimiter)

    def _cell(self, item: Item, target: str, number: int, name: str) -> str:
        value = getattr(item, target)
        if target in self.repeated:
            return value[number] if number < len(value) else ""
        if target in self.separators:
            return (self.separators[target] + (" " if self.separators[target] == "," else "")).join(value)
        if target in TEXTS:
            return value[0] if value else ""
        if isinstance(value, datetime):
            return value.strftime(self.moment_form)
        if isinstance(value, date):
            return value.isoformat()
        if target == "status" and not value and self.closed_status:
            return self.closed_status if item.done else self.open_status
        if value in (None, ""):
            return (item.extra.get(name) or ("",))[0]
        return f"{value:g}" if isinstance(value, float) else str(value)


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
