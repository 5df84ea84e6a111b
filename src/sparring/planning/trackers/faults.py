"""What is wrong in single rows of a table that can be read: dates that no calendar has, a key that stands twice, work that was closed before it was there."""

from collections.abc import Iterator, Mapping, Sequence

from sparring.core.text import Message
from sparring.planning.trackers.backlog import Item
from sparring.planning.trackers.moments import Order, moment

MOST_TOLD = 20
"""Rows that are told one by one; of the others how many they are."""
MOST_SHOWN = 40


def dates(file: str, header: Sequence[str], dated: frozenset[str], rows: Mapping[int, Sequence[str]], order: Order) -> Iterator[Message]:
    """Cells of the columns `dated` that hold something with a figure and are no date, by the row's number."""
    for number, row in rows.items():
        for name, cell in zip(header, row, strict=True):
            if name in dated and any(map(str.isdigit, cell)) and moment(cell, order) is None:
                yield Message(
                    "trackers.row-date", {"file": file, "row": number, "column": name.strip(), "value": cell.strip()[:MOST_SHOWN]}
                )


def items(file: str, numbers: Sequence[int], found: Sequence[Item], *, keyed: bool) -> Iterator[Message]:
    """Items whose key (`keyed`: the table has one) another row has, and those closed on a day before the one on which they were made."""
    first: dict[str, int] = {}
    for number, item in zip(numbers, found, strict=True):
        if keyed and item.key and first.setdefault(item.key, number) != number:
            yield Message("trackers.row-twice", {"file": file, "row": number, "key": item.key[:MOST_SHOWN], "first": first[item.key]})
        if item.created and item.closed and item.closed.date() < item.created.date():
            yield Message("trackers.row-backwards", {"file": file, "row": number, "key": item.key[:MOST_SHOWN]})


def told(file: str, faults: Sequence[Message]) -> tuple[Message, ...]:
    """The faults in the order of the rows, MOST_TOLD of them and how many there are beyond."""
    ordered = sorted(faults, key=lambda one: int(str(one.params["row"])))
    more = len(ordered) - MOST_TOLD
    return (*ordered[:MOST_TOLD], *([Message("trackers.row-more", {"file": file, "count": more})] if more > 0 else []))
