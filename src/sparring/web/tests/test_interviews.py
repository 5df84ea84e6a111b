"""An interview through its forms alone: steps in order, two windows, pauses, silence, the scorecard and its files."""

import base64
import hashlib
import html
import json
import re

import pytest
from django.test import Client

from .test_pages import WHY


@pytest.fixture
def taking(client):
    """The address of an interview that has just begun."""
    return client.post("/interviews", {"plan": "core:short", "language": "en", "editor": "plain"}).headers["location"]


def at(client, address) -> str:
    """The number of the next event, as the page believes it."""
    return client.get(address).context["state"].seq


def step(client: Client, address: str, action: str, seq=None, **fields):
    return client.post(address, {"action": action, "at": str(at(client, address) if seq is None else seq), "key": "k", **fields})


def play(client, address):
    step(client, address, "submit", **{"text.md": WHY})
    step(client, address, "next")
    step(client, address, "submit", **{"output.md": "[1]"})
    return step(client, address, "next")


def test_a_whole_interview_by_forms(client, taking, clock):
    page = client.get(taking).content.decode()
    assert "Why do you write automated tests?" in page
    clock.advance(minutes=1)
    play(client, taking)
    assert client.get(taking).headers["location"] == f"{taking}/scorecard"
    card = client.get(f"{taking}/scorecard").content.decode()
    assert "Scorecard" in card
    assert "You submitted in round 1." in card
    assert "of 4" in card


def test_the_scorecard_leads_to_its_evidence(client, taking):
    play(client, taking)
    page = client.get(f"{taking}/scorecard")
    line = page.context["dimensions"][0][1][0][0]
    assert f'/attempts/{line.attempt}#finding-{line.number}"' in page.content.decode()
    assert f'id="finding-{line.number}"' in client.get(f"/attempts/{line.attempt}").content.decode()


def test_the_second_window_is_told_and_its_text_shown_again(client, taking):
    seq = at(client, taking)
    step(client, taking, "submit", seq, **{"text.md": WHY})
    late = step(client, taking, "submit", seq, **{"text.md": "the other window's words"})
    assert late.status_code == 409
    assert "the other window&#x27;s words" in late.content.decode()
    assert len(client.get(taking).context["current"].submissions) == 1


def test_what_another_window_wrote_stands_at_its_own_question_alone(client, taking):
    client.post(f"{taking}/draft", {"text.md": "first", "seq": "0", "round": "0", "window": "a"})
    client.post(f"{taking}/draft", {"text.md": "late", "seq": "0", "round": "0", "window": "b"})
    assert [one.texts for one in client.get(taking).context["asides"]] == [("late",)]
    step(client, taking, "submit", **{"text.md": WHY})
    step(client, taking, "next")
    page = client.get(taking)
    assert not page.context["asides"]
    assert "Written in another window" not in page.content.decode()
    step(client, taking, "end")
    card = client.get(f"{taking}/scorecard")
    assert [(part.exercise, one[0].texts) for part, _, one in card.context["kept_beside"]] == [("core:why-tests", ("late",))]
    assert card.content.decode().count("Written in another window") == 1


@pytest.mark.parametrize("choice", ["over", "left"])
def test_after_the_choice_and_the_answer_nothing_is_left_to_look_at(client, taking, choice):
    client.post(f"{taking}/draft", {"text.md": "first", "seq": "0", "round": "0", "window": "a"})
    assert client.post(f"{taking}/draft", {"text.md": "late", "seq": "0", "round": "0", "window": "b"}).status_code == 409
    chosen = {"text.md": "late", "seq": "1" if choice == "over" else "0", "round": "0", "window": "b", choice: "1"}
    client.post(f"{taking}/draft", chosen)
    assert [one.texts for one in client.get(taking).context["asides"]] == [("first",) if choice == "over" else ("late",)]
    step(client, taking, "submit", **{"text.md": WHY})
    assert not client.get(taking).context["asides"]
    step(client, taking, "end")
    assert not client.get(f"{taking}/scorecard").context["kept_beside"]


def test_a_step_sent_twice_is_taken_once(client, taking):
    seq = at(client, taking)
    assert step(client, taking, "skip", seq).status_code == 302
    assert step(client, taking, "skip", seq).status_code == 409
    assert client.get(taking).context["state"].position == 1


def test_an_answer_sent_twice_is_handed_in_once_and_leads_where_the_first_did(client, taking):
    seq = at(client, taking)
    first, second = (step(client, taking, "submit", seq, **{"text.md": WHY}) for _ in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert first.headers["location"] == second.headers["location"]
    assert len(client.get(taking).context["current"].submissions) == 1
    step(client, taking, "next")
    assert step(client, taking, "submit", seq, **{"text.md": WHY}).status_code == 302, "the round is over, the form is known all the same"


def test_who_does_not_know_is_told_so_and_not_that_nothing_was_played(client, taking):
    step(client, taking, "submit", **{"text.md": "I don't know."})
    step(client, taking, "skip")
    step(client, taking, "end")
    page = client.get(f"{taking}/scorecard").content.decode()
    assert "you said you didn&#x27;t know" in page
    assert "work out “" in page
    assert "not played" not in page


def test_nobody_is_held_at_a_question_by_what_is_not_understood(client, taking):
    step(client, taking, "submit", **{"text.md": "I don't know."})
    assert "next question" not in client.get(taking).content.decode()
    step(client, taking, "submit", **{"text.md": "I have no idea."})
    page = client.get(taking)
    assert (page.context["done"], page.context["current"].attempt) == (True, None)
    assert "does not count either" in page.content.decode()
    assert 'data-action="submit"' not in page.content.decode()
    assert step(client, taking, "submit", **{"text.md": WHY}).status_code == 400
    step(client, taking, "next")
    assert client.get(taking).context["state"].rounds[0].skipped


def test_only_the_follow_ups_that_were_shown_are_on_the_scorecard(client, packs):
    toml = packs / "exercises/explain/why-tests/exercise.toml"
    asks = "".join(f'\n[[follow_ups]]\nwhen = "always"\nen = "{text}"\n' for text in ("Which first?", "Which never?"))
    toml.write_text(toml.read_text() + asks)
    taking = client.post("/interviews", {"plan": "core:short", "language": "en"}).headers["location"]
    step(client, taking, "submit", **{"text.md": WHY})
    page = client.get(taking).content.decode()
    assert ("Which first?" in page, "Which never?" in page) == (True, False)
    step(client, taking, "next")
    step(client, taking, "end")
    card = client.get(f"{taking}/scorecard").content.decode()
    assert ("Which first?" in card, "Which never?" in card) == (True, False)
    assert card.count("The interviewer asked more") == 1
    assert "Which never?" not in client.get(f"{taking}/scorecard.json").content.decode()


def test_the_clock_stops_while_paused(client, taking, clock):
    clock.advance(seconds=30)
    client.post(taking, {"action": "pause"})
    clock.advance(hours=20)
    page = client.get(taking)
    assert "The clock is stopped" in page.content.decode()
    client.post(taking, {"action": "resume"})
    assert client.get(taking).context["seconds"] == 30


def test_the_clock_stops_when_the_page_was_left(client, taking, program, clock):
    clock.advance(seconds=20)
    program.app.records.alive(taking.rpartition("/")[2], clock.now())
    clock.advance(hours=9)
    assert client.get(taking).context["seconds"] == 20


def test_the_clock_stops_when_the_program_was_killed(client, taking, program, clock):
    seq = at(client, taking)
    clock.advance(seconds=10)
    program.app.records.alive(taking.rpartition("/")[2], clock.now())
    clock.advance(seconds=40)
    program.opened = clock.now()
    assert step(client, taking, "submit", seq, **{"text.md": WHY}).status_code == 302
    assert client.get(taking).context["seconds"] == 10


def test_notes_are_kept_and_go_onto_the_scorecard(client, taking):
    kept = client.post(f"{taking}/notes", {"notes": "ask about the team", "seq": "0"}, headers={"accept": "application/json"})
    assert kept.json() == {"seq": 1}
    late = client.post(f"{taking}/notes", {"notes": "x", "seq": "0"}, headers={"accept": "application/json"})
    assert late.status_code == 409
    play(client, taking)
    assert "ask about the team" in client.get(f"{taking}/scorecard").content.decode()


def test_drafts_belong_to_their_round(client, taking):
    first = client.post(f"{taking}/draft", {"text.md": "half", "seq": "0", "round": "0"})
    assert first.json() == {"seq": 1}
    assert "half" in client.get(taking).content.decode()
    step(client, taking, "skip")
    assert client.post(f"{taking}/draft", {"text.md": "late", "seq": "1", "round": "0"}).status_code == 409


def test_it_can_be_ended_early_and_says_what_was_not_played(client, taking):
    step(client, taking, "end")
    page = client.get(f"{taking}/scorecard").content.decode()
    assert "given up" in page, "the round that was open"
    assert "not reached" in page
    assert step(client, f"{taking}", "submit", 0).status_code == 409


def test_today_offers_to_go_on(client, taking):
    assert "You are in the middle of an interview" in client.get("/").content.decode()


@pytest.mark.parametrize("form", ["html", "md", "json"])
def test_the_scorecard_as_a_file(client, taking, form):
    play(client, taking)
    response = client.get(f"{taking}/scorecard.{form}")
    text = response.content.decode()
    assert "attachment" in response.headers["content-disposition"]
    assert "What a test is for" in text
    if form == "json":
        assert json.loads(text)["finished"] is True
    if form == "html":
        assert "<style>" in text
        assert not any(word in text for word in ("href=", "src=", "url("))
        policy, style = re.search(r'Security-Policy" content="([^"]+)"', text), re.search(r"<style>(.*?)</style>", text, re.DOTALL)
        assert policy
        assert style
        digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
        assert html.unescape(policy[1]) == f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'none'; base-uri 'none'"
        assert " style=" not in text


def test_a_form_of_file_that_is_none(client, taking):
    assert client.get(f"{taking}/scorecard.exe").status_code == 400


def test_an_unknown_step(client, taking):
    assert step(client, taking, "dance").status_code == 400


def test_an_unknown_plan(client):
    response = client.post("/interviews", {"plan": "core:nope"})
    assert response.status_code == 400
    assert "nope" in response.content.decode()


def test_the_conversation_is_in_the_interviews_language(client, program, packs):
    taking = client.post("/interviews", {"plan": "core:short", "language": "it"}).headers["location"]
    assert client.get(taking).context["tongue"] == "it"


def test_an_unfinished_interview_comes_first_and_can_be_resumed(client, taking):
    page = client.get("/interviews").content.decode()
    assert page.index(f'href="{taking}"') < page.index('<form method="post" action="/interviews"')
    assert "Resume" in page
    step(client, taking, "end")
    assert f'href="{taking}"' not in client.get("/interviews").content.decode()


def test_the_interview_that_the_advertisement_speaks_of_is_chosen(client, program, packs):
    (packs / "interviews" / "a-first.toml").write_text((packs / "interviews" / "short.toml").read_text().replace("backend", "ai"))
    client.post("/settings", {"day": "", "minutes": "", "advert": "Backend developer, Django"})
    assert client.get("/interviews").context["chosen"].id == "core:short"


def test_without_a_script_the_clock_shows_what_is_left_too(client, taking, clock):
    limit = client.get(taking).context["limit"]
    clock.advance(seconds=50)
    left = limit - 50
    assert f">{left // 60}:{left % 60:02d}</time>" in client.get(taking).content.decode()
    clock.advance(seconds=9)
    assert f">{(left - 9) // 60}:{(left - 9) % 60:02d}</time>" in client.get(taking).content.decode()


def test_an_interview_is_put_together_from_role_level_and_length(client, packs, program):
    assert 'value="own"' not in client.get("/interviews").content.decode(), "no pack says what a role is asked"
    (packs / "roles").mkdir()
    rounds = "".join(f'[[rounds]]\nkind = "{kind}"\nminutes = {minutes}\n' for kind, minutes in (("explain", 12), ("predict", 6)))
    longer = "".join(f'[[rounds]]\nkind = "solve"\nminutes = {minutes}\nlengths = [{length}]\n' for minutes, length in ((20, 40), (38, 60)))
    (packs / "roles" / "pilot.toml").write_text(f'title.en = "Pilot"\n{rounds}{longer}')
    vars(program.app).pop("library", None)
    page = client.get("/interviews").content.decode()
    assert "explain 12′, predict the output 6′, write code 20′" in page
    asked = client.get("/interviews", {"role": "pilot", "level": "senior", "minutes": "20"}).content.decode()
    assert "(18 min): explain 12′, predict the output 6′<" in asked
    assert re.search(r'value="own" checked', asked)
    for wrong, known in (
        ({"role": "nobody"}, "pilot"),
        ({"role": "pilot", "level": "x"}, "junior, mid, senior"),
        ({"role": "pilot", "minutes": "9" * 99}, "20, 40, 60"),
    ):
        refused = client.get("/interviews", wrong)
        assert refused.status_code == 400
        assert known in html.unescape(refused.content.decode())
    form = {"plan": "own", "role": "pilot", "level": "senior", "minutes": "20", "language": "en", "editor": "plain"}
    key = client.post("/interviews", form).headers["location"].rpartition("/")[2]
    assert program.app.records.interview(key).snapshot["plan"] == "pilot/senior/20"
    assert [part["minutes"] for part in program.app.records.interview(key).snapshot["rounds"]] == [12, 6]
