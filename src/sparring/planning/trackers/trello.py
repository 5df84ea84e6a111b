"""Trello's board export: cards, lists, members, labels, and the actions that tell when a card was moved.

A card's number begins with its birth in seconds (the first eight hexadecimal digits), as Trello's own help says. The export holds at most the last 1,000 actions.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.planning.trackers.backlog import Backlog, Item, Move, is_done
from sparring.planning.trackers.trees import date_of, iso, kept, plain, restored, stamp, text_of

_CARD = frozenset("id idShort name desc closed dueComplete due start dateLastActivity idList idMembers idLabels labels shortUrl".split())
_BOARD = frozenset("cards lists members labels actions".split())
MOST_ACTIONS = 1000


def read_trello(file: str, board: Mapping[str, Any]) -> Backlog:
    """The cards of a board, archived ones too."""
    cards, lists = _objects(board.get("cards")), {text_of(one.get("id")): text_of(one.get("name")) for one in _objects(board.get("lists"))}
    if not lists and not cards:
        raise UsageError(Message("trackers.unknown", {"file": file}))
    people = {text_of(one.get("id")): text_of(one.get("fullName") or one.get("username")) for one in _objects(board.get("members"))}
    actions = _objects(board.get("actions"))
    moves = _moves(actions)
    items = tuple(_item(card, lists, people, moves.get(text_of(card.get("id")), ())) for card in cards)
    notes = (Message("trackers.actions", {"file": file, "most": MOST_ACTIONS}),) if len(actions) >= MOST_ACTIONS else ()
    return Backlog("trello-json", items, notes, kept(board, _BOARD))


def _objects(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


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


def _item(card: Mapping[str, Any], lists: Mapping[str, str], people: Mapping[str, str], moves: tuple[Move, ...]) -> Item:
    number, status = text_of(card.get("id")), lists.get(text_of(card.get("idList")), "")
    done = bool(card.get("dueComplete")) or is_done(status)
    ends = [move.when for move in moves if is_done(move.after)]
    born = next((move.when for move in moves if not move.before), None) or _birth(number)
    return Item(
        key=text_of(card.get("idShort")) or number,
        id=number,
        title=text_of(card.get("name")),
        status=status,
        done=done,
        assignees=tuple(people.get(one, one) for one in card.get("idMembers") or () if isinstance(one, str)),
        created=born,
        updated=stamp(card.get("dateLastActivity")),
        closed=ends[-1] if ends and done else None,
        start=date_of(card.get("start")),
        due=date_of(card.get("due")),
        labels=tuple(text_of(one.get("name")) or text_of(one.get("color")) for one in _objects(card.get("labels"))),
        description=text_of(card.get("desc")),
        url=text_of(card.get("shortUrl")),
        moves=moves,
        extra=kept(card, _CARD) | _flags(card),
    )


def _flags(card: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """What two fields of a card say more than ours can."""
    return {name: (json.dumps(card[name], ensure_ascii=False),) for name in ("closed", "dueComplete", "due", "start") if card.get(name)}


def _birth(number: str) -> datetime | None:
    try:
        found = datetime.fromtimestamp(int(number[:8], 16), UTC).replace(tzinfo=None) if len(number) == 24 else None
    except (ValueError, OverflowError, OSError):
        return None
    return found if found and 2010 <= found.year <= 2100 else None


def _number(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def write_trello(backlog: Backlog) -> bytes:
    """A board with the cards; numbers that are not known are made of the names."""
    own = backlog.format == "trello-json"
    lists = list(dict.fromkeys(item.status or "Backlog" for item in backlog.items))
    people = list(dict.fromkeys(name for item in backlog.items for name in item.assignees))
    labels = list(dict.fromkeys(name for item in backlog.items for name in item.labels))
    board = {
        **({} if own else {"name": "Board"}),
        **(restored(backlog.extra) if own else {}),
        "lists": [{"id": _number("list", name), "name": name, "closed": False, "pos": number} for number, name in enumerate(lists, 1)],
        "members": [{"id": _number("member", name), "fullName": name, "username": name} for name in people],
        "labels": [{"id": _number("label", name), "name": name} for name in labels],
        "cards": [_card(item, own=own) for item in backlog.items],
        "actions": [_action(item, move) for item in backlog.items for move in item.moves],
    }
    return plain(board)


def _card_number(item: Item) -> str:
    return item.id or _number("card", item.key)


def _card(item: Item, *, own: bool) -> dict[str, Any]:
    card = {
        "id": _card_number(item),
        "idShort": int(item.key) if item.key.isdecimal() and str(int(item.key)) == item.key else item.key,
        "name": item.title,
        "desc": item.description,
        "closed": False,
        "dueComplete": item.done,
        "due": f"{item.due.isoformat()}T17:00:00.000Z" if item.due else None,
        "start": f"{item.start.isoformat()}T09:00:00.000Z" if item.start else None,
        "dateLastActivity": iso(item.updated),
        "idList": _number("list", item.status or "Backlog"),
        "idMembers": [_number("member", name) for name in item.assignees],
        "labels": [{"id": _number("label", name), "name": name} for name in item.labels],
        "shortUrl": item.url,
    }
    return card | (restored(item.extra) if own else {})


def _action(item: Item, move: Move) -> dict[str, Any]:
    data: dict[str, Any] = {"card": {"id": _card_number(item), "name": item.title}}
    if move.before:
        data |= {"listBefore": {"name": move.before}, "listAfter": {"name": move.after}}
    else:
        data["list"] = {"name": move.after}
    return {"type": "updateCard" if move.before else "createCard", "date": iso(move.when), "data": data}
