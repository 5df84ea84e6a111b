"""Whatever a file holds, of whatever type: it is read, or refused with one of our own sentences."""

import json
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.planning.trackers.backlog import is_cut
from sparring.planning.trackers.exchange import to_project
from sparring.planning.trackers.files import WRITERS, read, warnings, write
from sparring.planning.trackers.story import story
from sparring.planning.trackers.tests.test_kept import BOARD, ISSUE, TASK, places, put

CALM = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
FILES = Path(__file__).parent / "files"
ODD = [
    None, True, False, 0, -7, 1.5, 10**30, "", "x", "\ud800", "\0", "9" * 30, "0001-01-01T00:00:00+14:00", "9999-12-31T23:00:00-14:00", "9999-12-31", "0001-01-01",
    [], {}, [1], ["x"], [None], [[]], [{}], {"a": 1}, {"name": 7}, {"id": []}, [{"name": ["x"]}], [{"id": {}}],
]  # fmt: skip


def through(content):
    """Everything that is done with a file; only our own refusals may come of it."""
    try:
        backlog = read("export", content)
    except UsageError:
        return None
    story(backlog, datetime(2025, 7, 30))
    with suppress(UsageError):
        to_project("export", backlog, date(2025, 7, 30))
    for form in WRITERS:
        written = write(backlog, form)
        warnings(written, form)
        with suppress(UsageError):
            read("again", written)
    return backlog


@CALM
@given(st.sampled_from([BOARD, [ISSUE], {"data": [TASK]}]), st.data())
def test_any_value_of_another_type(value, data):
    for _ in range(data.draw(st.integers(1, 2))):
        value = put(value, data.draw(st.sampled_from(list(places(value)))), data.draw(st.sampled_from(ODD)))
    through(json.dumps(value).encode())


@CALM
@given(st.sampled_from(sorted(path.name for path in FILES.iterdir() if path.suffix in (".csv", ".tsv"))), st.data())
def test_any_bytes_in_a_table(name, data):
    content = bytearray((FILES / name).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.sampled_from(b'",;\n\r\t\0=\xff\xfe\x1a0Z'))
    through(bytes(content))


@pytest.mark.parametrize(
    "content",
    [
        b'{"cards":[{"id":"5","idMembers":7}],"lists":[{"id":1}]}',
        b'[{"iid": 1,"title":"a","created_at":"0001-01-01T00:00:00+14:00"}]',
        b'[{"iid": 1,"title":"a","created_at":"9999-12-31T23:00:00-14:00"}]',
        rb'[{"iid": 1,"title":"\ud800"}]',
        rb'[{"iid": 1,"title":"\u0000"}]',
        b'[{"iid": 1, "x": ' + b"[" * 400 + b"]" * 400 + b"}]",
        b'[{"gid": "1", "subtasks": ' + b'[{"subtasks": ' * 60 + b"[]" + b"}]" * 60 + b"}]",
        b"Issue key,Summary,Created\nA-1,x,9999-12-31T23:00:00-14:00\n",
    ],
)
def test_what_once_broke_a_reader_or_a_writer(content):
    found = through(content)
    assert found is not None
    assert len(found.items) >= 1


@pytest.mark.parametrize("digits", [b"9" * 5000, b"NaN", b"-Infinity", b"1e400"])
def test_numbers_that_are_none_are_named(digits):
    with pytest.raises(UsageError) as caught:
        read("export", b'[{"iid": ' + digits + b"}]")
    assert caught.value.saying.id == "trackers.number"


def test_half_a_surrogate_pair_comes_back_in_json():
    content = rb'[{"iid": 1, "title": "\ud800"}]'
    assert json.loads(write(read("x", content), "gitlab-json")) == json.loads(content)


def ids(backlog):
    return [note.id for note in backlog.notes]


def test_a_cell_of_megabytes_is_read_and_so_is_what_follows():
    found = read("x", b'Issue key,Summary\nA-0,first\nA-1,"' + b"x" * (2 << 20) + b'"\nA-2,y\n')
    assert [len(item.title) for item in found.items] == [5, 2 << 20, 1]
    assert not found.notes


def test_a_single_inch_mark_is_no_open_quote():
    found = read("x", b'Issue key,Summary,Status\nA-1,5" disk,Open\nA-2,y,Open\nA-3,z,Open\n')
    assert [item.title for item in found.items] == ['5" disk', "y", "z"]
    assert not found.notes


def test_a_quote_that_never_closes_is_a_file_cut_off():
    found = read("x", b'Issue key,Summary\nA-1,a\nA-2,"b\nA-3,c\n')
    assert ([item.key for item in found.items], ids(found)) == (["A-1"], ["trackers.cut"])


@pytest.mark.parametrize(
    ("content", "notes", "items"),
    [
        (b"Issue key,Summary,Status\n", ["trackers.no-rows"], 0),
        (b"Issue key,Summary,Status\nA-1,x,Open\nA-2,y", ["trackers.cut"], 1),
        (b"Issue key,Summary,Status\nA-1,x,Open\nA-2,y,Op", ["trackers.no-end"], 2),
        (b"Issue key,Summary,Status\nA-1,x,Open\nA-2,y\n", ["trackers.short"], 2),
        (b"Issue key,Summary,Status\nA-1,x\nA-2,y\n", [], 2),
        (b"Issue key,Summary,Status\nA-1,x\nA-2,y", ["trackers.no-end"], 2),
        (b"Issue key,Summary,Status\nA-1,x,Open\nA-2,y,Open\n", [], 2),
    ],
)
def test_how_a_file_ends_is_told(content, notes, items):
    found = read("x", content)
    assert (ids(found), len(found.items)) == (notes, items)


ROWS = "Summary,Issue key,Status,Created,Resolved\nOne,A-1,Done,2026-03-02 09:00,2026-03-04 10:00\n"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("Two,A-1,Done,2026-03-02 09:00,", ["trackers.row-twice"]),
        ("Three,A-3,Done,31/02/2026 09:00,", ["trackers.row-date"]),
        ("Three,A-3,Done,2026-03-02 09:00,,extra,more", ["trackers.row-long"]),
        ("Four,A-4", ["trackers.row-short"]),
        ("Neg,A-6,Done,2026-03-09 09:00,2026-03-02 09:00", ["trackers.row-backwards"]),
        ("Same day,A-6,Done,2026-03-09 09:00,2026-03-09", []),
        ("Two,A-2,Done,2026-03-02 09:00,,,", []),
        ("No date,A-7,Done,never,", []),
    ],
)
def test_what_is_wrong_in_a_row_is_told_with_its_number(row, told):
    found = read("x", f"{ROWS}\n{row}\nLast,A-9,Open,2026-03-05 09:00,\n".encode())
    assert ids(found) == told
    assert [note.params["row"] for note in found.notes] == [4] * len(told)
    assert is_cut(found.notes) == bool(told)
    assert len(found.items) == 3


def test_of_many_rows_with_errors_the_first_are_told_and_how_many_more():
    found = read("x", (ROWS + "Two,A-1,Done,2026-03-02 09:00,\n" * 30).encode())
    assert ids(found) == ["trackers.row-twice"] * 20 + ["trackers.row-more"]
    assert found.notes[-1].params["count"] == 10


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Issue key,Summary,Stat", "trackers.cut-header"),
        (b"Issue key,Summary,Status\nA-1,Wri", "trackers.cut-first"),
        (b'Issue key,Summary,Status\nA-1,"Wri', "trackers.cut-first"),
    ],
)
def test_a_file_without_a_whole_row_is_an_error(content, said):
    with pytest.raises(UsageError) as caught:
        read("x.csv", content)
    assert isinstance(caught.value.saying, Message)
    assert caught.value.saying.id == said
    assert caught.value.saying.params["columns"] == 3


@pytest.mark.parametrize("name", sorted(path.name for path in FILES.iterdir() if path.suffix in (".csv", ".tsv")))
def test_no_cut_inside_a_line_goes_unsaid(name):
    content = (FILES / name).read_bytes()
    for length in range(1, len(content)):
        if content[length - 1 : length] in (b"\n", b"\r"):
            continue
        with suppress(UsageError):
            assert any(note.id in ("trackers.cut", "trackers.no-rows", "trackers.no-end") for note in read(name, content[:length]).notes)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding):
    assert read("x", "Issue key,Summary\nA-1,Perché no\n".encode(encoding)).items[0].title == "Perché no"


def test_formulas_are_told_and_kept():
    backlog = read("x", b'Issue key,Summary,Points\nA-1,"=HYPERLINK(""http://x"",1)",-3\nA-2,=cmd|x,+1\nA-3,fine,1\n')
    content = write(backlog, "jira-csv")
    assert [(note.id, note.params["count"]) for note in warnings(content, "jira-csv")] == [("trackers.formulas", 2)]
    assert b"=cmd|x" in content
    assert warnings(write(backlog, "gitlab-json"), "gitlab-json") == ()


def test_an_item_without_a_key_still_waits():
    content = b'{"data": [{"gid": "", "name": "a", "created_at": "2025-01-01", "dependencies": [{"gid": "2"}]}, {"gid": "2", "name": "b", "completed_at": "2025-01-03"}]}'
    assert [wait.days for wait in story(read("x", content), datetime(2025, 7, 30)).waits] == [2.0]
