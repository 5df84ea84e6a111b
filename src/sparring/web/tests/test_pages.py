"""Every page answers, in both languages; what a form brings is done once; bad input is answered in words."""

import re

import pytest
from django.test import Client

from sparring.web.written import inline

WHY = (
    "I write tests so that I can change the code without fear of breaking it: a test tells me when a change breaks something that worked. "
    "A test also documents what the code is meant to do."
)


def submit(client, name="two-names", text="[1, 2]", key="k1", field="output.md", **more):
    return client.post(f"/exercises/{name}", {field: text, "key": key, "action": "submit", "seq": "0"}, **more)


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/welcome",
        "/exercises",
        "/exercises/double-all",
        "/exercises/two-names/history",
        "/topics",
        "/interviews",
        "/portfolio",
        "/settings",
    ],
)
def test_every_page_answers_without_a_word_missing(client, path, language):
    client.cookies["sparring_language"] = language
    response = client.get(path)
    text = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}">' in text
    assert not re.findall(r">\s*(?:web|report|interview|outcome)\.[a-z-]+", text)


def test_the_first_visit_asks_three_things_and_goes_on_to_a_question(program):
    client = Client()
    assert client.get("/").headers["location"] == "/welcome"
    gone = client.post("/welcome", {"skip": "1"})
    assert gone.headers["location"].startswith("/exercises/")
    assert client.get("/").status_code == 200


def test_a_date_that_is_none_is_asked_again_and_what_was_written_stays(client):
    response = client.post("/welcome", {"day": "soon", "minutes": "20", "advert": "Django developer"})
    assert response.status_code == 400
    assert "“soon” is not a date" in response.content.decode()
    assert "Django developer" in response.content.decode()


def test_days_left(client, program):
    client.post("/settings", {"day": "2026-01-23", "minutes": "", "advert": ""})
    assert "22 days to the interview" in client.get("/").content.decode()


def test_language_is_switched_in_one_click_and_remembered(client):
    response = client.post("/language", {"language": "it", "next": "/topics"})
    assert response.headers["location"] == "/topics"
    assert "Temi" in client.get("/topics").content.decode()
    assert "Temi" in Client().get("/topics").content.decode()


@pytest.mark.parametrize("elsewhere", ["//evil.example", "https://evil.example/", "/\\evil.example", ""])
def test_the_language_switch_leads_nowhere_else(client, elsewhere):
    assert client.post("/language", {"language": "it", "next": elsewhere}).headers["location"] == "/"


def test_an_answer_is_judged_kept_and_shown_with_its_evidence(client, program):
    gone = submit(client)
    page = client.get(gone.headers["location"].partition("#")[0]).content.decode()
    assert "Exactly what it prints." in page
    assert "Line 2 decides" in page
    assert program.app.records.latest()[0].passed


def test_a_form_sent_twice_is_handed_in_once(client, program):
    first, second = submit(client), submit(client)
    assert first.headers["location"] == second.headers["location"]
    assert len(program.app.records.latest()) == 1


def test_the_same_form_with_another_text_is_another_answer(client, program):
    submit(client, text="[1]")
    submit(client, text="[1, 2]")
    assert [line.passed for line in program.app.records.latest()] == [True, False]


def test_a_hint_is_shown_and_costs(client, program):
    exercise = program.app.exercise("two-names")
    assert not exercise.hints
    assert client.post("/exercises/two-names", {"output.md": "x", "action": "hint"}).status_code == 302


def test_five_megabytes_are_refused_in_words_and_stay_in_the_page(client, program):
    text = "x = 1\n" * 900_000
    response = submit(client, "double-all", text, field="solution.py")
    assert response.status_code == 413
    page = response.content.decode()
    assert "too large" in page
    assert page.count("x = 1") >= 900_000
    assert not program.app.records.latest()


def test_a_file_that_is_no_code_is_refused_in_words(client, program):
    page = submit(client, "double-all", "\x00\x01PNG", field="solution.py").content.decode()
    assert "control character" in page
    assert not program.app.records.latest()


@pytest.mark.parametrize(
    "path",
    "/exercises/nope /attempts/nope /interviews/nope /interviews/nope/scorecard /nothing /topics/nope /stories/nope /projects/nope"
    " /applications/nope /portfolio/nope /exercises/nope/history".split(),
)
def test_an_unknown_id_is_answered_in_words(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert "There is nothing here" in response.content.decode()


def test_a_name_nearly_right_is_answered_with_what_was_meant(client):
    assert "Did you mean two-names?" in client.get("/exercises/two-name").content.decode()


def test_a_broken_page_says_so_and_tells_nothing_of_the_answer(client, monkeypatch):
    def fail(*_):
        raise RuntimeError("secret words of the candidate")

    monkeypatch.setattr("sparring.web.views.topics.areas", fail)
    response = client.get("/topics")
    page = response.content.decode()
    assert response.status_code == 500
    assert "Something broke on our side" in page
    assert "secret words" not in page


def test_htmx_gets_pieces_and_words(client):
    page = submit(client, text="[1]", headers={"hx-request": "true"})
    assert 'id="verdict"' in page.content.decode()
    assert "<html" not in page.content.decode()
    refused = client.get("/exercises/nope", headers={"hx-request": "true"})
    assert refused.headers["HX-Retarget"] == "#trouble"


def test_drafts_are_kept_and_a_second_window_is_told(client):
    first = client.post("/exercises/two-names/draft", {"output.md": "mine", "seq": "0"})
    assert first.json() == {"seq": 1}
    assert "mine" in client.get("/exercises/two-names").content.decode()
    stale = client.post("/exercises/two-names/draft", {"output.md": "theirs", "seq": "0"})
    assert (stale.status_code, stale.json()) == (409, {"seq": 1})


def test_a_mark_of_ones_own_stands_beside_the_finding(client, program):
    submit(client, "why-tests", WHY, field="text.md")
    key = program.app.records.latest()[0].id
    client.post(f"/attempts/{key}/findings/0", {"value": "wrong"})
    assert "you didn&#x27;t say it" in client.get(f"/attempts/{key}").content.decode()
    assert client.post(f"/attempts/{key}/findings/99", {"value": "wrong"}).status_code == 400
    assert client.post(f"/attempts/{key}/findings/0", {"value": "perhaps"}).status_code == 400


def test_history_shows_what_changed(client, clock):
    submit(client, text="[1]")
    clock.advance(minutes=1)
    submit(client, text="[1, 2]")
    page = client.get("/exercises/two-names/history").content.decode()
    assert '<del class="ln">[1]</del>' in page
    assert '<ins class="ln">[1, 2]</ins>' in page


def test_the_library_filters_without_script(client):
    submit(client)
    assert "One exercise of 3" in client.get("/exercises?state=passed").content.decode()
    assert "One exercise of 3" in client.get("/exercises?kind=solve&level=junior&words=double").content.decode()
    assert "No exercise fits" in client.get("/exercises?words=zzz").content.decode()


def test_the_prompt_is_shown_never_obeyed(packs, client):
    (packs / "exercises/explain/why-tests/prompt.en.md").write_text("<script>alert(1)</script> **bold** [x](javascript:alert(1))")
    page = client.get("/exercises/why-tests").content.decode()
    assert "<script>alert" not in page
    assert "<strong>bold</strong>" in page
    assert 'href="javascript' not in page


def test_pictures_are_never_loaded(packs, client):
    prompt = packs / "exercises/explain/why-tests/prompt.en.md"
    prompt.write_text("![far](https://evil.example/x.png) ![near](data:image/png;base64,AAAA)\n\n[a]: https://evil.example/y\n\n![a]")
    page = client.get("/exercises/why-tests").content.decode()
    assert "<img" not in page
    assert "far" in page
    assert "<img" not in inline("![x](https://evil.example/x.png)")


def test_an_answer_is_shown_never_obeyed(client, program):
    gone = submit(client, text="</textarea><script>alert(1)</script>")
    assert "<script>alert" not in client.get(gone.headers["location"].partition("#")[0]).content.decode()
    key = program.app.records.latest()[0].id
    assert "<script>alert" not in client.get(f"/attempts/{key}").content.decode()


def test_the_api_answers_like_the_command(client):
    asked = {"exercise": "two-names", "files": {"output.md": "[1, 2]"}}
    reply = client.post("/api/grade", asked, content_type="application/json").json()
    assert (reply["outcome"], reply["passed"], reply["exercise"]) == ("correct", True, "two-names")


def test_the_api_refuses_a_key_that_was_used_for_another_answer(client, program):
    def asked(text):
        return client.post(
            "/api/grade", {"exercise": "two-names", "files": {"output.md": text}, "key": "mine"}, content_type="application/json"
        )

    first = asked("[1, 2]").json()
    assert asked("[1, 2]").json()["attempt"] == first["attempt"]
    other = asked("[7]")
    assert other.status_code == 409
    assert "another answer" in other.json()["error"]
    assert len(program.app.records.latest()) == 1


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "{",
        '{"exercise": 1}',
        '{"exercise": "two-names"}',
        '{"exercise": "two-names", "files": {"a": 1}}',
        '{"exercise": "two-names", "files": {"a": "b"}, "language": "fr"}',
    ],
)
def test_the_api_says_what_is_wrong(client, body):
    response = client.post("/api/grade", body, content_type="application/json")
    assert response.status_code == 400
    assert response.json()["error"]


@pytest.mark.parametrize("name", ["two-names", "double-all"])
def test_the_api_names_the_files_that_it_has_no_use_for(client, program, name):
    file = program.app.exercise(name).slots[0].file
    body = {"exercise": name, "files": {file: "x = 1", "notes.txt": "y", "more.md": "z"}}
    response = client.post("/api/grade", body, content_type="application/json")
    assert response.status_code == 400
    for told in ("notes.txt, more.md", file):
        assert told in response.json()["error"]
    assert not program.app.records.latest()


def test_modules_beside_the_solution_are_used(client):
    body = {"exercise": "double-all", "files": {"solution.py": "from more import f", "more.py": "f = 1"}, "store": False}
    assert client.post("/api/grade", body, content_type="application/json").status_code == 200


@pytest.mark.parametrize("action", ["sumbit", "", "run"])
def test_an_unknown_action_hands_nothing_in(client, program, action):
    response = client.post("/exercises/two-names", {"output.md": "keep me", "key": "k", "action": action})
    assert response.status_code == 400
    assert "keep me" in response.content.decode()
    assert not program.app.records.latest()


@pytest.mark.parametrize("path", ["/", "/exercises", "/exercises/double-all", "/interviews", "/settings", "/nowhere"])
def test_head_is_answered_like_get(client, path):
    got, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (got.status_code, b"")
    assert head.headers["content-type"] == got.headers["content-type"]


def test_forms_without_the_token_are_refused_and_the_text_is_shown(program):
    strict = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    response = strict.post("/exercises/two-names", {"output.md": "do not lose me", "key": "k"})
    assert response.status_code == 403
    assert "do not lose me" in response.content.decode()
    for path in ("/welcome", "/settings", "/language", "/interviews", "/api/grade", "/exercises/two-names/draft", "/attempts/x/findings/0"):
        assert strict.post(path, {"a": "b"}).status_code == 403


def test_every_page_has_its_policy(client):
    response = client.get("/exercises/double-all")
    policy = response.headers["content-security-policy"]
    page = response.content.decode()
    nonce = re.search(r'csp-nonce" content="([^"]+)"', page)
    assert nonce
    assert f"'nonce-{nonce[1]}'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["referrer-policy"] == "same-origin"
    assert " style=" not in page
    assert not re.search(r"\son\w+=", page)
    assert nonce[1] not in client.get("/exercises/double-all").content.decode()


@pytest.mark.parametrize("asked", ["fr", "", "EN"])
def test_a_language_that_is_not_spoken_is_refused_in_words(client, asked):
    answer = client.post("/language", {"language": asked, "next": "/topics"}, headers={"accept": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["error"] == f"The page does not speak “{asked}”. It speaks: en, it."
    assert "sparring_language" not in answer.cookies
