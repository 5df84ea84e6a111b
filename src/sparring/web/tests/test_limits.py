"""What is too long, or no text at all, is refused in words: what, how much fits, and nothing is lost. Never a 500."""

import json

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sparring.core.codec import dump
from sparring.core.text import Text
from sparring.usecases import interviews
from sparring.usecases.profile import MOST_ADVERT, profile
from sparring.web.forms import MOST

from .test_interviews import at, step

JSON = {"accept": "application/json"}


@pytest.fixture
def taking(client):
    return client.post("/interviews", {"plan": "core:short"}).headers["location"]


def test_notes_are_kept_whole_or_refused(client, taking, program):
    fits = "n" * MOST["notes"]
    assert client.post(f"{taking}/notes", {"notes": fits, "seq": "0"}, headers=JSON).json() == {"seq": 1}
    refused = client.post(f"{taking}/notes", {"notes": fits + "!", "seq": "1"}, headers=JSON)
    assert refused.status_code == 413
    assert "100,001 characters, and 100,000 fit" in refused.json()["error"]
    assert program.app.records.draft(f"{taking.rpartition('/')[2]}:notes").text == fits, "what was saved stays saved"
    page = client.post(f"{taking}/notes", {"notes": "long words " * 20_000, "seq": "1"})
    assert page.status_code == 413
    assert page.content.decode().count("long words") == 20_000


def test_a_reply_is_kept_whole_or_refused(client, program, taking):
    interviews.opened(program.app, taking.rpartition("/")[2])._append(("asked", {"round": 0, "text": dump(Text("Why?", "Perché?"))}))
    assert client.get(taking).context["current"].pending is not None
    refused = step(client, taking, "reply", reply="words " * 4_000)
    assert refused.status_code == 413
    assert "20,000 fit" in refused.content.decode()
    assert refused.content.decode().count("words ") >= 4_000
    assert client.get(taking).context["current"].pending is not None, "the question still waits"
    assert step(client, taking, "reply", reply="w" * MOST["reply"]).status_code == 302


@pytest.mark.parametrize("address", ["/welcome", "/settings"])
def test_an_advertisement_is_kept_whole_or_refused(client, program, address):
    client.post("/settings", {"day": "", "minutes": "", "advert": "before"})
    refused = client.post(address, {"day": "", "minutes": "", "advert": "django " * 40_000})
    assert refused.status_code == 400
    assert "200,000 fit" in refused.content.decode()
    assert refused.content.decode().count("django ") == 40_000
    assert profile(program.app).advert == "before"
    client.post(address, {"day": "", "minutes": "", "advert": "d" * MOST_ADVERT})
    assert len(profile(program.app).advert) == MOST_ADVERT


def test_a_hint_keeps_no_draft_that_could_not_be_handed_in(client, program, taking):
    for address in ("/exercises/two-names", taking):
        field = "output.md" if address != taking else "text.md"
        refused = client.post(address, {"action": "hint", "at": str(at(client, taking)), field: "x" * 250_000, "key": "k"})
        assert refused.status_code == 413
        assert "x" * 250_000 in refused.content.decode()
        again = client.post(
            address, {"action": "hint", "at": str(at(client, taking)), field: "x" * 250_000}, headers={"hx-request": "true"}
        )
        assert (again.status_code, again.headers["HX-Retarget"]) == (413, "#trouble")
    assert "xxx" not in client.get("/exercises/two-names").content.decode() + client.get(taking).content.decode()


@pytest.mark.parametrize("editor", ["vim", "x" * 100_000])
def test_an_editor_that_is_none(client, program, editor):
    assert client.post("/interviews", {"editor": editor}).status_code == 400
    assert not program.app.records.interviews()


def test_begin_pressed_twice_begins_one_interview(client, program):
    key = client.get("/interviews").context["key"]
    first, second = (client.post("/interviews", {"plan": "core:short", "key": key, "editor": "plain"}) for _ in range(2))
    assert first.headers["location"] == second.headers["location"]
    assert len(program.app.records.interviews()) == 1
    assert client.get("/interviews").context["key"] != key
    again = client.get("/interviews")
    assert f'name="key" value="{again.context["key"]}"' in again.content.decode()
    assert client.post("/interviews", {"plan": "core:short", "key": "another"}).headers["location"] != first.headers["location"]


@pytest.mark.parametrize("minutes", ["9" * 5000, "-1", "0", "601", "٣٥" * 3000, "1e3", "²"])
def test_minutes_that_make_no_sense(client, minutes):
    response = client.post("/settings", {"day": "", "minutes": minutes, "advert": "kept"})
    assert response.status_code == 400
    assert "not a number of minutes" in response.content.decode()
    assert "kept" in response.content.decode()


@pytest.mark.parametrize("number", ["9" * 4300, "9" * 5000, "99"])
def test_findings_with_numbers_that_are_none(client, program, number):
    client.post("/exercises/two-names", {"output.md": "[1]", "key": "k", "action": "submit"})
    key = program.app.records.latest()[0].id
    assert client.post(f"/attempts/{key}/findings/{number}", {"value": "wrong"}).status_code in (400, 404)


REFUSED = (400, "error")


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"key": "\ud800"}, REFUSED),
        ({"key": "a\udfff"}, REFUSED),
        ({"files": {"output.md\ud800": "x"}}, REFUSED),
        ({"files": {"output.md": "\ud800"}}, (200, "unreadable")),
        ({"exercise": "two\ud800"}, REFUSED),
        ({"language": ["en"]}, REFUSED),
        ({"language": {}}, REFUSED),
        ({"key": 5}, REFUSED),
        ({"key": ""}, REFUSED),
        ({"key": "k" * 65}, REFUSED),
        ({"store": "yes"}, (200, "passed")),
    ],
)
def test_half_characters_and_wrong_types_in_the_api(client, asked, code):
    body = json.dumps({"exercise": "two-names", "files": {"output.md": "[1, 2]"}, **asked})
    response = client.post("/api/grade", body, content_type="application/json")
    reply = response.json()
    assert (response.status_code, reply.get("status", "error")) == code
    assert (len(reply.get("error", "")) > 10) is (code == REFUSED)


@pytest.mark.parametrize("body", [b"\xff\xfe", b"[" * 100_000, b'{"exercise": ' + b"9" * 5000 + b"}", b'"\\ud800"', b"NaN", b"\x00"])
def test_bodies_that_are_no_json(client, body):
    response = client.post("/api/grade", body, content_type="application/json")
    assert response.status_code == 400
    assert response.json()["error"]


def test_refusals_of_the_api_are_json(program):
    strict = Client(enforce_csrf_checks=True)
    for response, status in ((strict.post("/api/grade", b"{}", content_type="application/json"), 403), (strict.get("/api/grade"), 405)):
        assert response.status_code == status
        assert response.json()["error"]
        assert response.json()["code"] == 2


@pytest.mark.parametrize("seq", [None, "", "x", "-1", "1.0", "²", "9" * 5000])
def test_a_draft_whose_number_cannot_be_read_overwrites_nothing(client, taking, seq):
    said = {} if seq is None else {"seq": seq}
    for address, field, more in (
        ("/exercises/two-names/draft", "output.md", {}),
        (f"{taking}/draft", "text.md", {"round": "0"}),
        (f"{taking}/notes", "notes", {}),
    ):
        assert client.post(address, {field: "mine", "seq": "0", **more}, headers=JSON).json() == {"seq": 1}
        refused = client.post(address, {field: "theirs", **more, **said}, headers=JSON)
        assert refused.status_code == 400
        assert refused.json()["error"]
        assert client.post(address, {field: "mine", "seq": "1", **more}, headers=JSON).json() == {"seq": 2}


@pytest.mark.parametrize("at", [None, "x", "-1"])
def test_a_step_whose_number_cannot_be_read_is_not_taken(client, taking, at):
    refused = client.post(taking, {"action": "skip"} | ({} if at is None else {"at": at}))
    assert refused.status_code == 400
    assert client.get(taking).context["state"].position == 0


ODD = st.one_of(
    st.text(max_size=60),
    st.text(alphabet=st.characters(), max_size=20),
    st.sampled_from(
        ["9" * 5000, "-1", "\x00", "٣", "²", "2026-13-40", "0000-01-01", "9999-12-31", "core:", "../x", "%s{0}{x}", "x" * 30_000, "\r\n\r"]
    ),
)
SEEN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
ADDRESSES = (
    "/welcome", "/settings", "/language", "/interviews", "/exercises/two-names", "/exercises/double-all", "/exercises/two-names/draft",
    "/attempts/x/findings/0", "{taking}", "{taking}/draft", "{taking}/notes", "/sign-out",
)  # fmt: skip
FIELDS = (
    "day", "minutes", "advert", "plain", "skip", "language", "next", "plan", "editor", "key", "action", "at", "seq", "round",
    "claim", "reply", "notes", "value", "output.md", "text.md", "solution.py",
)  # fmt: skip
ACTIONS = st.sampled_from(["hint", "restart", "run", "submit", "reply", "next", "skip", "end", "pause", "resume"])


@SEEN
@given(st.sampled_from(ADDRESSES), st.dictionaries(st.sampled_from(FIELDS), ODD, max_size=8), st.none() | ACTIONS, st.booleans())
def test_no_form_breaks_us(client, taking, address, fields, action, script):
    address = address.format(taking=taking)
    form = {name: text.encode("utf-8", "replace").decode() for name, text in fields.items()} | ({"action": action} if action else {})
    if action:
        form["at"] = "2"
    response = client.post(address, form, headers={"hx-request": "true"} if script else {})
    assert response.status_code < 500
    assert bool(response.content) is not (response.status_code in (204, 302))


KINDS = (
    "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=utf-7", "multipart/form-data", "multipart/form-data; boundary=x", "x"
)  # fmt: skip


@SEEN
@given(st.binary(max_size=200), st.sampled_from(ADDRESSES), st.sampled_from(KINDS))
def test_no_body_breaks_us(client, taking, body, address, kind):
    assert client.generic("POST", address.format(taking=taking), body, content_type=kind).status_code < 500


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(alphabet=st.characters(exclude_categories=()), max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(alphabet=st.characters(exclude_categories=()), max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)
TEXTS = st.text(alphabet=st.characters(exclude_categories=()), max_size=30)


@SEEN
@given(
    st.fixed_dictionaries(
        {},
        optional={
            "exercise": st.sampled_from(["two-names", "double-all", "core:two-names"]) | JSONS,
            "files": st.dictionaries(st.sampled_from(["output.md", "solution.py"]) | TEXTS, TEXTS | JSONS, max_size=2) | JSONS,
            "language": st.sampled_from(["en", "it"]) | JSONS,
            "key": JSONS,
            "store": JSONS,
        },
    )
)
def test_no_request_to_the_api_breaks_us(client, asked):
    response = client.post("/api/grade", json.dumps(asked), content_type="application/json")
    assert response.status_code < 500
    assert response.json()


@SEEN
@given(
    st.sampled_from(["/exercises", "/exercises/two-names", "/exercises/two-names/history", "/settings", "/"]),
    st.dictionaries(st.sampled_from(["page", "from", "words", "topic", "state", "attempt", "saved", "kind"]), ODD, max_size=4),
)
def test_no_question_breaks_us(client, address, fields):
    asked = {name: text.encode("utf-8", "replace").decode() for name, text in fields.items()}
    assert client.get(address, asked).status_code < 500
