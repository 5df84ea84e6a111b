"""Trello's board export: cards, lists, members, labels, and the actions that tell when a card was moved.

A card's number begins with its birth in seconds (the first eight hexadecimal digits), as Trello's own help says. The export holds at most the last 1,000 actions.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.planning.trackers.backlog import Backlog, Item, Move, Origin, is_done
from sparring.planning.trackers.trees import (
    Fields,
    date_of,
    iso,
    kept,
    numeral,
    objects,
    plain,
    restored,
    rewritten,
    stamp,
    text_of,
)

NAME = "trello-json"
_CARD = frozenset("id idShort name desc dueComplete due start dateLastActivity idList idMembers idLabels labels shortUrl".split())
_BOARD = frozenset("cards lists members labels actions".split())
MOST_ACTIONS = 1000


@dataclass(frozen=True, slots=True)
class _Board:
    """A board around its cards. `lists`, `people`: name by number; two people of one name are told apart by what they call themselves.

    `archived`: the numbers of the lists that were put away, with all their cards, which do not say so themselves.
    """

    lists: Mapping[str, str]
    archived: frozenset[str]
    people: Mapping[str, str]
    moves: Mapping[str, tuple[Move, ...]]


def read_trello(file: str, board: Mapping[str, Any]) -> Backlog:
    """The cards of a board, archived ones too."""
    found = _board(board)
    cards = board.get("cards")
    rows = [(place, one) for place, one in enumerate(cards) if isinstance(one, dict)] if isinstance(cards, list) else []
    if not found.lists and not rows:
        raise UsageError(Message("trackers.unknown", {"file": file}))
    items = tuple(_item(card, found, Origin(NAME, card, (place,))) for place, card in rows)
    full = len(objects(board.get("actions"))) >= MOST_ACTIONS
    notes = (Message("trackers.actions", {"file": file, "most": MOST_ACTIONS}),) if full else ()
    return Backlog(NAME, items, notes, kept(board, _BOARD), board)


def _board(board: Mapping[str, Any]) -> _Board:
    lists = {text_of(one.get("id")): text_of(one.get("name")) for one in objects(board.get("lists"))}
    archived = frozenset(text_of(one.get("id")) for one in objects(board.get("lists")) if one.get("closed") is True)
    return _Board(lists, archived, _people(objects(board.get("members"))), _moves(objects(board.get("actions"))))


def _people(members: list[dict[str, Any]]) -> dict[str, str]:
    names = {text_of(one.get("id")): text_of(one.get("fullName") or one.get("username")) for one in members}
    called = {text_of(one.get("id")): text_of(one.get("username")) or text_of(one.get("id")) for one in members}
    many = Counter(names.values())
    return {person: f"{name} ({called[person]})" if many[name] > 1 else name for person, name in names.items()}


def _moves(actions: list[dict[str, Any]]) -> dict[str, tuple[Move, ...]]:
    found: dict[str, list[Move]] = {}
    for action in actions:
        data, when = action.get("data"), stamp(action.get("date"))
        if not isinstance(data, dict) or when is None or not isinstance(data.get("card"), dict):
            continue
        before, after = data.get("listBefore"), data.get("listAfter")
        if action.get("type") == "createCard" and isinstance(data.get("list"), dict):
            before, after = {"name": ""}, data["list"]
        if isinstance(before, dict) and isinstance(after, dict):
            found.setdefault(text_of(data["card"].get("id")), []).append(
                Move(when, text_of(before.get("name")), text_of(after.get("name")))
            )
    return {card: tuple(sorted(own, key=lambda move: move.when)) for card, own in found.items()}


def _item(card: Mapping[str, Any], board: _Board, origin: Origin) -> Item:
    number, status = text_of(card.get("id")), board.lists.get(text_of(card.get("idList")), "")
    moves = board.moves.get(number, ())
    done = bool(card.get("dueComplete")) or is_done(status)
    ends = [move.when for move in moves if is_done(move.after)]
    born = next((move.when for move in moves if not move.before), None) or _birth(number)
    members = card.get("idMembers")
    return Item(
        key=text_of(card.get("idShort")) or number,
        id=number,
        title=text_of(card.get("name")),
        status=status,
        done=done,
        archived=card.get("closed") is True or text_of(card.get("idList")) in board.archived,
        assignees=tuple(
            board.people.get(one, text_of(one)) for one in (members if isinstance(members, list) else ()) if isinstance(one, str)
        ),
        created=born,
        updated=stamp(card.get("dateLastActivity")),
        closed=ends[-1] if ends and done else None,
        start=date_of(card.get("start")),
        due=date_of(card.get("due")),
        labels=tuple(map(_label_text, objects(card.get("labels")))),
        description=text_of(card.get("desc")),
        url=text_of(card.get("shortUrl")),
        moves=moves,
        extra=kept(card, _CARD),
        origin=origin,
    )


def _label_text(label: Mapping[str, Any]) -> str:
    return text_of(label.get("name")) or text_of(label.get("color"))


def _birth(number: str) -> datetime | None:
    try:
        found = datetime.fromtimestamp(int(number[:8], 16), UTC).replace(tzinfo=None) if len(number) == 24 else None
    except (ValueError, OverflowError, OSError):
        return None
    return found if found and 2010 <= found.year <= 2100 else None


def _number(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


class _Written:
    """The board that is being written: the one that was read, and what its cards need besides. Numbers that are not known are made of the names."""

    def __init__(self, board: Mapping[str, Any]) -> None:
        self.lists, self.members, self.labels, self.actions = (
            list(_rows(board, name)) for name in ("lists", "members", "labels", "actions")
        )
        self.people = {name: number for number, name in _people(objects(self.members)).items()}

    def list_number(self, name: str) -> Any:
        """The list of that name: an open one rather than an archived one; made if there is none."""
        ones = sorted((one for one in objects(self.lists) if text_of(one.get("name")) == name), key=lambda one: bool(one.get("closed")))
        if not ones:
            ones = [{"id": _number("list", name), "name": name, "closed": False, "pos": len(self.lists) + 1}]
            self.lists += ones
        return ones[0].get("id")

    def member_number(self, name: str) -> str:
        """The person of that name; made if there is none."""
        if name not in self.people:
            self.people[name] = _number("member", name)
            self.members.append({"id": self.people[name], "fullName": name, "username": name})
        return self.people[name]

    def label(self, name: str) -> dict[str, Any]:
        """The label of that name, or of that colour where it has none; made if there is none."""
        found = next((one for one in objects(self.labels) if _label_text(one) == name), None)
        if found is None:
            found = {"id": _number("label", name), "name": name}
            self.labels.append(found)
        return found

    def fields(self) -> Fields:
        """How a card's keys are made."""
        return {
            "id": (("id",), _card_number),
            "idShort": (("key",), lambda item: numeral(item.key)),
            "name": (("title",), lambda item: item.title),
            "desc": (("description",), lambda item: item.description),
            "dueComplete": (("done",), lambda item: item.done),
            "due": (("due",), lambda item: f"{item.due.isoformat()}T17:00:00.000Z" if item.due else None),
            "start": (("start",), lambda item: f"{item.start.isoformat()}T09:00:00.000Z" if item.start else None),
            "dateLastActivity": (("updated",), lambda item: iso(item.updated)),
            "idList": (("status",), lambda item: self.list_number(item.status or "Backlog")),
            "idMembers": (("assignees",), lambda item: [self.member_number(name) for name in item.assignees]),
            "idLabels": (("labels",), lambda item: [self.label(name).get("id") for name in item.labels]),
            "labels": (("labels",), lambda item: [self.label(name) for name in item.labels]),
            "shortUrl": (("url",), lambda item: item.url),
        }


def _rows(board: Mapping[str, Any], name: str) -> list[Any]:
    found = board.get(name)
    return found if isinstance(found, list) else []


def write_trello(backlog: Backlog) -> bytes:
    """A board with the cards: the board that they came from, as far as they came from one."""
    own = backlog.format == NAME
    frame: Mapping[str, Any] = backlog.frame if own and isinstance(backlog.frame, Mapping) else {}
    board, context = _Written(frame), _board(frame)
    fields = board.fields()
    cards = []
    for item in backlog.items:
        origin = item.origin if frame and item.origin and item.origin.format == NAME else None
        before = _item(origin.record, context, origin) if origin else None
        card = rewritten(item, before, origin.record if origin else {"closed": item.archived}, fields, own=own)
        cards.append((origin.place[0] if origin else None, card))
        board.actions += [_action(item, move) for move in item.moves if before is None or move not in before.moves]
    more = {} if frame else ({} if own else {"name": "Board"}) | (restored(backlog.extra) if own else {})
    parts = {
        "lists": board.lists,
        "members": board.members,
        "labels": board.labels,
        "cards": list(_placed(frame, cards)),
        "actions": board.actions,
    }
    return plain(
        {**frame, **more, **{name: rows for name, rows in parts.items() if rows or not frame or isinstance(frame.get(name), list)}}
    )


def _placed(frame: Mapping[str, Any], cards: list[tuple[int | None, dict[str, Any]]]) -> Iterator[Any]:
    """The cards in the order of the items; what stood among them and was no card stays where it was."""
    odd = {place: one for place, one in enumerate(_rows(frame, "cards")) if not isinstance(one, dict)}
    for place, card in cards:
        for number in [number for number in odd if place is not None and number < place]:
            yield odd.pop(number)
        yield card
    yield from odd.values()


def _card_number(item: Item) -> str:
    return item.id or _number("card", item.key)


def _action(item: Item, move: Move) -> dict[str, Any]:
    data: dict[str, Any] = {"card": {"id": _card_number(item), "name": item.title}}
    if move.before:
        data |= {"listBefore": {"name": move.before}, "listAfter": {"name": move.after}}
    else:
        data["list"] = {"name": move.after}
    return {"type": "updateCard" if move.before else "createCard", "date": iso(move.when), "data": data}
