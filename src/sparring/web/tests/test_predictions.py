"""What a program prints is told to whoever predicted it or gave up, and what is written down afterwards counts for nothing."""

import json

import pytest

from sparring.usecases.revealed import REMEMBERED

from .test_interviews import at, step
from .test_pages import WHY, submit

PRINTED = "[41, 42]\nsurprise\nZeroDivisionError"
FIRST_WRONG = "[41, 42]\nnothing"


@pytest.fixture(autouse=True)
def _prints(engine):
    engine.prints = PRINTED + "\n"


def page_after(client, response) -> str:
    return client.get(response.headers["location"].partition("#")[0]).content.decode()


def test_a_wrong_prediction_says_where_and_not_what(client, program):
    page = page_after(client, submit(client, text=FIRST_WRONG))
    assert "nothing" in page
    assert "Line 2 decides" in page
    key = program.app.records.latest()[0].id
    for address in (f"/attempts/{key}", "/exercises/two-names/history", "/exercises/two-names"):
        page += client.get(address).content.decode()
    page += json.dumps(
        client.post("/api/grade", {"exercise": "two-names", "files": {"output.md": "x"}}, content_type="application/json").json()
    )
    assert "surprise" not in page
    assert "ZeroDivisionError" not in page
    assert "gives the list a second name" not in page


def test_the_second_attempt_counts_as_long_as_nothing_was_shown(client, program):
    submit(client, text=FIRST_WRONG)
    page = page_after(client, submit(client, text=PRINTED, key="k2"))
    assert "surprise" in page
    assert "gives the list a second name" in page
    assert program.app.records.latest()[0].passed


def test_giving_up_shows_everything_and_what_is_pasted_afterwards_is_not_kept(client, program, clock):
    submit(client, text=FIRST_WRONG)
    page = page_after(client, client.post("/exercises/two-names", {"action": "give-up", "output.md": FIRST_WRONG, "key": "k2"}))
    assert "surprise" in page
    assert "gives the list a second name" in page
    late = submit(client, text=PRINTED, key="k3")
    assert "not kept in your history" in late.content.decode()
    assert [line.passed for line in program.app.records.latest()] == [False]
    clock.advance(seconds=REMEMBERED.total_seconds())
    submit(client, text=PRINTED, key="k4")
    assert [line.passed for line in program.app.records.latest()] == [True, False]


def test_after_passing_the_same_output_is_no_second_success(client, program):
    submit(client, text=PRINTED)
    submit(client, text=PRINTED, key="again")
    assert len(program.app.records.latest()) == 1
    assert submit(client, text=PRINTED).status_code == 302  # the first form, sent twice, leads to the first verdict
    for name in ("../../x", "/x", "a\\..\\x", "C:x", "a//x", ".."):
        refused = client.post("/api/grade", {"exercise": "two-names", "files": {name: PRINTED}}, content_type="application/json")
        assert (refused.status_code, name in refused.json()["error"]) == (400, True)
    reply = client.post("/api/grade", {"exercise": "two-names", "files": {"a": PRINTED}}, content_type="application/json").json()
    assert reply["attempt"] is None


def test_giving_up_before_any_answer_shows_no_verdict(client):
    assert client.post("/exercises/two-names", {"action": "give-up", "output.md": "x", "key": "k"}).status_code == 302


@pytest.fixture
def taking(client):
    """An interview at its prediction."""
    address = client.post("/interviews", {"plan": "core:short", "language": "en"}).headers["location"]
    step(client, address, "submit", **{"text.md": WHY})
    step(client, address, "next")
    return address


def finding(client, address) -> dict:
    card = json.loads(client.get(f"{address}/scorecard.json").content)
    found = [f for dimension in card["dimensions"] for f in dimension["findings"] if f["exercise"] == "two-names"]
    assert len(found) == 1
    return found[0]


def test_in_an_interview_the_first_answer_counts(client, taking):
    step(client, taking, "submit", **{"output.md": FIRST_WRONG})
    assert finding(client, taking)["level"] == 2
    again = client.post(taking, {"action": "submit", "at": str(at(client, taking)), "key": "k2", "output.md": PRINTED})
    assert again.status_code == 400
    assert "the first answer counts" in again.content.decode()
    assert finding(client, taking)["level"] == 2


def test_in_an_interview_the_output_is_shown_once_the_round_is_over(client, taking):
    step(client, taking, "submit", **{"output.md": FIRST_WRONG})
    assert client.get(taking).context["current"].pending is None
    assert "surprise" in client.get(taking).content.decode()


def test_what_was_seen_before_the_interview_supports_no_level(client, program):
    submit(client, text=PRINTED)
    address = client.post("/interviews", {"plan": "core:short", "language": "en"}).headers["location"]
    step(client, address, "submit", **{"text.md": WHY})
    step(client, address, "next")
    step(client, address, "submit", **{"output.md": PRINTED})
    assert finding(client, address)["level"] is None
