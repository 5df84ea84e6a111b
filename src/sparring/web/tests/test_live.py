"""What goes on by itself while a page is open."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from sparring.core.evidence import Cases
from sparring.core.text import Message
from sparring.core.verdict import Finding
from sparring.web import live


def events(program, key: str = "", until=None) -> list[str]:
    """The events of a stream; `until` is called at each, to move things on."""

    async def gathered() -> list[str]:
        found = []
        async for event in live._events(key, "en"):
            found.append(event.decode())
            if until:
                until(found)
        return found

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(gathered())).result()


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(live, "LOOK_SECONDS", 0)


def test_nothing_goes_on(program):
    assert events(program) == ["event: done\ndata: {}\n\n"]


def test_the_engine_is_prepared_and_says_how_far_it_is(program):
    program.ready.clear()
    program.progress(0.25)

    def move_on(found: list[str]) -> None:
        program.progress(0.75)
        if len(found) == 2:
            program.ready.set()

    first, second, last = events(program, until=move_on)
    assert json.loads(first.removeprefix("data: "))["share"] == 25
    assert "75 %" in second
    assert last.startswith("event: done")


def test_a_long_judging_says_how_long(program):
    busy = program.busy_with("k")
    busy.__enter__()
    first, last = events(program, "k", lambda _: busy.__exit__(None, None, None))
    assert json.loads(first.removeprefix("data: "))["text"] == "Judging… 0 s"
    assert last.startswith("event: done")


def test_what_stands_already_is_said_while_the_rest_is_measured(program):
    busy = program.busy_with("k")
    busy.__enter__()
    program.tell("k")((Finding("correctness", True, Message("solve.all-cases-pass", {"count": 12}), Cases(())),))
    first, _ = events(program, "k", lambda _: busy.__exit__(None, None, None))
    said = json.loads(first.removeprefix("data: "))["text"]
    assert "12" in said
    assert said.endswith("Measuring how the cost grows… 0 s")
    assert not program.early


def test_a_submission_that_never_comes_is_not_waited_for(program):
    assert events(program, "unknown")[-1].startswith("event: done")


def test_the_heart_beats_and_says_where_the_interview_stands(client, program, clock):
    taking = client.post("/interviews", {}).headers["location"].rpartition("/")[2]
    clock.advance(seconds=5)
    assert live._beat(taking) == 2
    assert program.app.records.interview(taking).alive_at == clock.now()
    assert live._beat("unknown") is None
