"""The lead time of a card out of the actions of a board's export; archived cards are in it."""

import json
from datetime import datetime

BOARD = json.loads("""{
 "lists": [{"id": "l1", "name": "To do"}, {"id": "l2", "name": "Doing"}, {"id": "l3", "name": "Done"}],
 "cards": [
  {"id": "c1", "name": "Search", "idList": "l3", "closed": false, "due": "2025-04-20T12:00:00.000Z", "dueComplete": false},
  {"id": "c2", "name": "Old idea", "idList": "l1", "closed": true, "due": null, "dueComplete": false}],
 "actions": [
  {"type": "updateCard", "date": "2025-04-18T10:00:00.000Z", "data": {"card": {"id": "c1"}, "listBefore": {"id": "l2"}, "listAfter": {"id": "l3"}}},
  {"type": "updateCard", "date": "2025-04-14T10:00:00.000Z", "data": {"card": {"id": "c1"}, "listBefore": {"id": "l1"}, "listAfter": {"id": "l2"}}},
  {"type": "createCard", "date": "2025-04-10T10:00:00.000Z", "data": {"card": {"id": "c1"}, "list": {"id": "l1"}}}]
}""")


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def moves(card):
    mine = [a for a in BOARD["actions"] if a["data"]["card"]["id"] == card]
    return [(moment(a["date"]), (a["data"].get("listAfter") or a["data"]["list"])["id"]) for a in sorted(mine, key=lambda a: a["date"])]


history = moves("c1")
assert [place for _, place in history] == ["l1", "l2", "l3"], "newest first in the file, so they are sorted"
assert (history[-1][0] - history[0][0]).days == 8

closed = [card["name"] for card in BOARD["cards"] if card["closed"]]
assert closed == ["Old idea"], "archived is not deleted"

search = BOARD["cards"][0]
assert search["idList"] == "l3" and search["dueComplete"] is False, "the last list does not tick the due date"
assert not any("blocks" in card or "dependencies" in card for card in BOARD["cards"])
