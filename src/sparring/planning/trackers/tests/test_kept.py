"""What a file holds is in the file that is written again: files are compared with files, not what our reader makes of them."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sparring.planning.trackers.files import read, write

FILES = Path(__file__).parent / "files"
NAMES = sorted(path.name for path in FILES.iterdir() if path.suffix != ".md")
JSON_NAMES = [name for name in NAMES if name.endswith("json")]
CALM = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def rows(content, delimiter):
    text = content.decode("utf-8-sig", "strict")
    return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if any(row)]


def padded(table):
    width = max(map(len, table))
    return [[*row, *[""] * (width - len(row))] for row in table]


def fields(name, content):
    """All that a file says: rows of cells, or JSON values."""
    text = content.decode("utf-8-sig")
    if name.endswith("ndjson"):
        return [json.loads(line) for line in text.splitlines()]
    return json.loads(text) if name.endswith("json") else padded(rows(content, max("\t;,", key=text[:3000].count)))


def written(name, content):
    backlog = read(name, content)
    return write(backlog, backlog.format)


@pytest.mark.parametrize("name", [name for name in NAMES if "windows" not in name])
def test_each_file_comes_back_field_by_field(name):
    content = (FILES / name).read_bytes()
    assert fields(name, written(name, content)) == fields(name, content)


BOARD = {
    "id": "5f0000000000000000000001",
    "name": "B",
    "lists": [
        {"id": "l1", "name": "To do", "closed": False, "pos": 1, "color": "red"},
        {"id": "l2", "name": "Done", "closed": True, "pos": 2},
        {"id": "l3", "name": "Empty", "closed": False, "pos": 3},
        {"id": "l4", "name": "To do", "closed": False, "pos": 9.5},
    ],
    "members": [
        {"id": "m1", "fullName": "Anna Rossi", "username": "anna1"},
        {"id": "m2", "fullName": "Anna Rossi", "username": "anna2"},
        {"id": "m3", "fullName": "Unused", "username": "u"},
    ],
    "labels": [{"id": "b1", "name": "bug", "color": "red"}, {"id": "b2", "name": "", "color": "green"}, {"id": "b3", "name": "unused", "color": "blue"}],
    "cards": [
        {"id": "5f0000000000000000000010", "idShort": 1, "name": "T", "desc": "d", "idList": "l1", "idMembers": ["m1", "m2"], "idLabels": ["b1", "b2"],
         "labels": [{"id": "b1", "name": "bug", "color": "red"}, {"id": "b2", "name": "", "color": "green"}], "due": None, "dueComplete": False, "closed": False},
        {"id": "5f0000000000000000000011", "idShort": 2, "name": "T2", "desc": "", "idList": "l4", "idMembers": [], "labels": [], "idLabels": [],
         "due": "2025-03-01T08:30:00.000Z", "dueComplete": False, "closed": True, "shortUrl": "u2"},
    ],
    "actions": [
        {"id": "a1", "type": "commentCard", "date": "2025-01-01T00:00:00.000Z", "memberCreator": {"fullName": "Anna"},
         "data": {"text": "important comment", "card": {"id": "5f0000000000000000000010"}}},
    ],
    "checklists": [{"id": "c1", "name": "todo", "checkItems": []}],
}  # fmt: skip
ISSUE = {
    "id": 1, "iid": 5, "title": "t", "description": None, "state": "opened", "author": {"id": 9, "username": "a", "name": "A"},
    "assignees": [{"id": 3, "username": "x", "name": "X Y"}], "labels": ["a"], "weight": None, "web_url": "u", "closed_by": None,
    "milestone": {"id": 4, "iid": 1, "title": "v1", "due_date": "2025-04-01", "state": "active"}, "created_at": "2025-01-01T10:00:00.123456+02:00",
    "updated_at": "2025-01-01T10:00:00Z", "closed_at": None, "due_date": None, "epic": {"id": 2, "iid": 7, "title": "E"},
    "time_stats": {"time_estimate": 0, "total_time_spent": 0, "human_time_estimate": None},
}  # fmt: skip
TASK = {
    "gid": "1", "name": "t", "assignee": {"gid": "77", "name": "A"}, "tags": [{"gid": "t1", "name": "x"}], "completed": False, "completed_at": None,
    "memberships": [{"project": {"gid": "p1", "name": "P1"}, "section": {"gid": "s1", "name": "Doing"}},
                    {"project": {"gid": "p2", "name": "P2"}, "section": {"gid": "s2", "name": "Backlog"}}],
    "projects": [{"gid": "p1", "name": "P1"}, {"gid": "p2", "name": "P2"}], "created_at": "2025-01-01T10:00:00.123Z", "due_at": "2025-02-01T10:00:00.000Z",
    "due_on": "2025-02-01", "dependencies": [{"gid": "2"}], "estimated_minutes": 0, "subtasks": [{"gid": "3", "name": "below", "subtasks": [{"gid": "4"}]}],
}  # fmt: skip


@pytest.mark.parametrize("value", [BOARD, [ISSUE], {"data": [TASK], "next_page": {"offset": "x"}}, [TASK]])
def test_ids_comments_colours_zeros_and_what_is_unused_come_back(value):
    assert json.loads(written("x.json", json.dumps(value).encode())) == value


def test_two_members_of_one_name_are_two_people():
    one = read("x", json.dumps(BOARD).encode()).items[0]
    assert one.assignees == ("Anna Rossi (anna1)", "Anna Rossi (anna2)")


@pytest.mark.parametrize(
    "text",
    [
        "Summary,Issue key,Summary,Status,Status,Created,Component/s,Component/s\r\nA,K-1,B,Open,Closed,not a date,c1,c2\r\n",
        "Summary,Issue key,Custom field (Story Points),Custom field (Story point estimate),Original estimate\r\nA,K-1,3,5,3600.7\r\n",
        "Summary,Issue key,Custom field (Story Points)\r\nA,K-1,1234567.89\r\n",
        "Summary,Issue key,Description,Labels,Labels\r\n  lead,K-1,  keep  ,, late\r\n",
        "Issue key,Summary,Issue id\r\nK-1,x,007\r\nK-2,y,8\r\n",
        "Title;Status;Assignees;Sprint\r\nT;Doing;a,b;Sprint 1\r\n",
    ],
)
def test_second_columns_odd_numbers_and_blanks_come_back(text):
    assert written("x.csv", text.encode()).decode() == text


def test_a_number_of_points_is_written_as_it_is():
    again = written("x.csv", b"Issue key,Summary,Story\nK-1,x,1\n")
    assert b"Story" in again
    backlog = read("x", b"Issue key,Summary\nK-1,x\n")
    changed = replace(backlog, items=(replace(backlog.items[0], points=1234567.89),))
    assert b"1234567.89" in write(changed, "jira-csv")
    assert b"1234567.89" in write(changed, "gitlab-csv")


# What is changed, and only that, is another in the file.


def changed(backlog, number=0, **values):
    items = list(backlog.items)
    items[number] = replace(items[number], **values)
    return json.loads(write(replace(backlog, items=tuple(items)), backlog.format))


def test_a_card_that_moves_and_changes_hands():
    board = changed(read("x", json.dumps(BOARD).encode()), status="Shipped", assignees=("Anna Rossi (anna2)", "New One"), title="T!")
    card = board["cards"][0]
    assert (board["lists"][:4], board["lists"][4]["name"], card["idList"]) == (BOARD["lists"], "Shipped", board["lists"][4]["id"])
    assert (board["members"][:3], card["idMembers"]) == (BOARD["members"], ["m2", board["members"][3]["id"]])
    assert (card["name"], card["labels"], board["cards"][1], board["actions"]) == (
        "T!", BOARD["cards"][0]["labels"], BOARD["cards"][1], BOARD["actions"],
    )  # fmt: skip


def test_an_issue_that_changes():
    row = changed(read("x", json.dumps([ISSUE]).encode()), assignees=("x", "y"), description="d")[0]
    assert row["assignees"] == [*ISSUE["assignees"], {"username": "y"}]
    assert {**row, "assignees": 0, "description": 0} == {**ISSUE, "assignees": 0, "description": 0}
    assert row["description"] == "d"


def test_a_task_that_moves_keeps_its_other_project():
    row = changed(read("x", json.dumps([TASK]).encode()), status="Done")[0]
    assert row["memberships"] == [{"project": {"gid": "p1", "name": "P1"}, "section": {"name": "Done"}}, TASK["memberships"][1]]
    assert {**row, "memberships": 0} == {**TASK, "memberships": 0}


def test_items_that_are_gone_or_new():
    backlog = read("x", json.dumps([TASK, {"gid": "9", "name": "z"}]).encode())
    first, last, below, *_ = backlog.items
    assert (last.key, below.key) == ("9", "3")
    new = replace(first, key="10", title="new", origin=None)
    found = json.loads(write(replace(backlog, items=(below, last, new)), "asana-json"))
    assert [row["gid"] for row in found] == ["3", "9", "10"]


def test_a_row_that_changes():
    backlog = read("x", b"Issue key,Summary,Labels,Labels,Status,Mine\nK-1,a,x,y,Open,1\nK-2,b,,,Open,2\n")
    items = (replace(backlog.items[0], labels=("x", "y", "z")), replace(backlog.items[1], status="Done", author="Ugo"))
    assert rows(write(replace(backlog, items=items), "jira-csv"), ",") == [
        ["Issue key", "Summary", "Labels", "Labels", "Labels", "Status", "Mine", "Reporter"],
        ["K-1", "a", "x", "y", "z", "Open", "1", ""],
        ["K-2", "b", "", "", "", "Done", "2", "Ugo"],
    ]


# By chance: any cells under a vendor's columns, in any order and number; any JSON in and around a vendor's fields.

HEADERS = {
    "jira": ("Summary", "Issue key", "Issue id", "Status", "Created", "Due date", "Labels", "Assignee", "Original estimate", "Custom field (Story Points)",
             "Custom field (Story point estimate)", "Comment", "Riepilogo", "Sprint", "Parent", ""),
    "gitlab": ("Issue ID", "URL", "State", "Title", "Labels", "Weight", "Time Estimate", "Created At (UTC)", "Milestone", "Author Username", "Confidential"),
    "asana": ("Task ID", "Section/Column", "Name", "Tags", "Projects", "Notes", "Due Date", "Parent task", "Assignee Email", "My field"),
    "github": ("Title", "Status", "URL", "Assignees", "Labels", "Estimate", "Size", "Start date", "End date", "Iteration"),
}  # fmt: skip
NEEDED = {"jira": 2, "gitlab": 3, "asana": 2, "github": 2}
CELL = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"), max_size=12) | st.sampled_from(
    [
        "",
        "3",
        "3,5",
        "0",
        "1e3",
        "2025-01-02",
        "03/04/2025",
        "12/Mar/24 3:45 PM",
        "a, b",
        " x ",
        '5" disk',
        '"',
        "a\nb",
        "a\r\nb",
        "=1+1",
        "Done",
        "Closed",
    ]
)


@st.composite
def tables(draw):
    vendor = draw(st.sampled_from(sorted(HEADERS)))
    names = HEADERS[vendor]
    header = draw(st.permutations([*names[: NEEDED[vendor]], *draw(st.lists(st.sampled_from(names), max_size=8))]))
    one = st.lists(CELL, min_size=len(header), max_size=len(header)).filter(lambda row: any(cell.strip() for cell in row))
    return [header, *draw(st.lists(one, min_size=1, max_size=4))]


@CALM
@given(tables(), st.sampled_from(",;\t"))
def test_any_table(table, delimiter):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
    again = written("x", out.getvalue().encode())
    assert list(csv.reader(io.StringIO(again.decode(), newline=""), delimiter=delimiter)) == table


NUMBER = st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False)
SCALAR = (
    st.none()
    | st.booleans()
    | NUMBER
    | st.text(max_size=8)
    | st.sampled_from(["2025-01-02", "2025-01-01T10:00:00.123456+02:00", "l1", "m1"])
)
VALUE = st.recursive(
    SCALAR,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("id gid name a".split()), inner, max_size=3),
    max_leaves=6,
)


def places(value, path=()):
    yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield from places(inner, (*path, key))


def put(value, path, new):
    if not path:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[path[0]] = put(copy[path[0]], path[1:], new)
    return copy


@st.composite
def documents(draw):
    value = draw(st.sampled_from([BOARD, [ISSUE, ISSUE], {"data": [TASK, TASK]}]))
    for _ in range(draw(st.integers(1, 3))):
        inside = [path for path in places(value) if len(path) > (2 if "data" in value else 1)]
        value = put(value, draw(st.sampled_from(inside)), draw(VALUE))
    return value


@settings(CALM, max_examples=200)
@given(documents())
def test_any_json_inside_the_vendors_records(value):
    content = json.dumps(value).encode()
    assert json.loads(written("x", content)) == value
