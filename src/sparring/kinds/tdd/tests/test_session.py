"""A session as data: read from a file, from the program's log, and which of the two is believed."""

from datetime import UTC, datetime, timedelta

from sparring.core.answer import Answer, Code, LogEntry, Prose
from sparring.core.problem import Problem
from sparring.kinds.tdd.session import Snapshot, Step, read_runs, session_of

NAMES = ("m.py", "test_m.py")
START = Snapshot("start\n", "tests\n")
NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)


def test_files_stay_are_replaced_and_are_added_to():
    text = "=== run 5\n--- test_m.py +\nmore\n=== run\n--- m.py = done\n=== skip\n=== run 90\n--- m.py\nlast\n"
    steps = read_runs(text, START, NAMES, {"done": "all of it\n"})
    assert steps == (
        Step(Snapshot("start\n", "tests\nmore\n"), 5),
        Step(Snapshot("all of it\n", "tests\nmore\n")),
        Step(None, -1, -1),
        Step(Snapshot("last\n", "tests\nmore\n"), 90),
    )


def test_every_line_that_tells_nothing_is_named():
    text = "hello\n=== run\nlost\n--- other.py\n--- m.py = done\n--- m.py\nfine\n"
    problems = [each for each in read_runs(text, START, NAMES) if isinstance(each, Problem)]
    assert [(each.line, each.message.id) for each in problems] == [(line, "tdd.no-run-line") for line in (1, 3, 4, 5)]


def test_a_file_needs_runs_and_not_endless_ones():
    assert read_runs("=== skip\n", START, NAMES)[-1].message.id == "tdd.no-runs"
    assert read_runs("=== run\n" * 301, START, NAMES)[-1].message.id == "tdd.many-runs"


def answer(log=(), told=""):
    parts = {"module": Code({"m.py": "end\n"}, "m.py"), "tests": Code({"test_m.py": "tests\n"}, "test_m.py")}
    return Answer("x:y", {**parts, **({"log": Prose(told)} if told else {})}, tuple(log))


def run(second: int, code: str) -> LogEntry:
    return LogEntry(NOON + timedelta(seconds=second), "run", {"m.py": code, "test_m.py": "tests\n", "reached": 0})


def test_what_the_program_recorded_is_followed_by_what_was_handed_in():
    log = [
        LogEntry(NOON, "opened"),
        run(10, "one\n"),
        run(20, "one\n"),
        LogEntry(NOON + timedelta(seconds=25), "skip", {"number": 0}),
        run(40, "two\n"),
    ]
    session = session_of(answer([*log, LogEntry(NOON + timedelta(seconds=50), "hint")]), START, NAMES)
    assert session.recorded
    assert [(step.snapshot.code if step.snapshot else step.skipped, step.seconds) for step in session.steps] == [
        ("one\n", 0),
        (0, 15),
        ("two\n", 30),
        ("end\n", 40),
    ]


def test_a_file_is_no_word_against_the_record():
    told = "=== run\n--- m.py\nforged\n"
    session = session_of(answer([LogEntry(NOON, "opened"), run(1, "true\n")], told), START, NAMES)
    assert session.recorded
    assert [step.snapshot.code for step in session.steps] == ["true\n", "end\n"]
    alone = session_of(answer(told=told), START, NAMES)
    assert not alone.recorded
    assert [step.snapshot.code for step in alone.steps] == ["forged\n", "end\n"]


def test_where_nothing_was_recorded_nothing_was_seen():
    assert not session_of(answer(), START, NAMES).seen
