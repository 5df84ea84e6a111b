"""The pages of study: the session goes on where it was, bad input is answered in words, what was written is kept, everything can leave and be deleted."""

import io
import json
import re
import zipfile

import pytest

from sparring.usecases.study import cards as own
from sparring.web import live

TOPICS = """
[[topics]]
id = "testing"
title.en = "Testing"

[[topics]]
id = "internals"
title.en = "Internals"

[[topics]]
id = "web"
title.en = "Web"

[[topics]]
id = "web.orm"
title.en = "ORM"
"""

PAGES = (
    "/study",
    "/study?show=1",
    "/plan",
    "/advert",
    "/placement",
    "/cards",
    "/applications",
    "/progress",
    "/progress/delete",
    "/topics",
    "/",
)


@pytest.fixture
def packs(packs):
    """The small pack with topics."""
    (packs / "topics.toml").write_text(TOPICS)
    for path, topics in (("explain/why-tests", '["testing"]'), ("predict/two-names", '["internals"]'), ("solve/double-all", '["web.orm"]')):
        file = packs / "exercises" / path / "exercise.toml"
        file.write_text(f"topics = {topics}\n" + file.read_text())
    return packs


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("day", ["", "2026-01-20"])
def test_every_page_answers_without_a_word_missing(client, path, language, day):
    client.post("/settings", {"day": day, "minutes": "20", "advert": "Python, Django and Kubernetes required"})
    client.cookies["sparring_language"] = language
    text = client.get(path).content.decode()
    assert f'<html lang="{language}">' in text
    assert not re.findall(r">\s*(?:web|study|cards|process|archive|placement|anki)\.[a-z-]+[.<( ]", text)


def test_a_card_is_answered_and_the_session_goes_on(client, program):
    page = client.get("/study").content.decode()
    assert "Step 1 of" in page
    assert "done today" not in page
    assert "I knew it, with effort" not in page
    shown = client.get("/study?show=1").content.decode()
    assert "I knew it, with effort" in shown
    item = re.search(r'name="item" value="([^"]+)"', shown)[1]
    assert client.post("/study", {"item": item, "grade": "hard"}).headers["location"] == "/study"
    assert "One done today" in client.get("/study").content.decode()
    assert "done" in client.get("/").content.decode()
    assert client.post("/study", {"item": item, "grade": "perhaps"}).status_code == 400
    assert client.post("/study", {"item": "core:nothing", "grade": "good"}).status_code in (400, 404)


def test_an_answer_handed_in_elsewhere_is_done_here_too(client):
    before = client.get("/").content.decode().count('class="mark right"')
    client.post("/exercises/two-names", {"output.md": "[1, 2]", "key": "k1", "action": "submit", "seq": "0"})
    assert client.get("/").content.decode().count('class="mark right"') == before + 1


def test_other_minutes_compose_the_day_anew_and_keep_what_is_done(client):
    item = re.search(r'name="item" value="([^"]+)"', client.get("/study").content.decode())[1]
    client.post("/study", {"item": item, "grade": "good"})
    assert client.post("/study/minutes", {"minutes": "5"}).status_code == 302
    assert client.get("/").content.decode().count('class="mark right"') == 1
    for bad in ("0", "601", "-3", "soon", ""):
        assert client.post("/study/minutes", {"minutes": bad}).status_code == 400


def test_what_is_imported_is_shown_never_obeyed(client):
    deck = b"#separator:tab\n<script>alert(1)</script>front\t<img src=x onerror=alert(1)>back\n"
    page = client.post("/cards", {"file": io.BytesIO(deck)}).content.decode()
    assert "One card read" in page
    assert "<script>alert" not in page
    for _ in range(4):
        step = client.get("/study?show=1").content.decode()
        assert "<script>alert" not in step
        assert "onerror" not in step
        found = re.search(r'name="item" value="([^"]+)"', step)
        if found:
            client.post("/study", {"item": found[1], "grade": "good"})


def test_a_broken_package_is_refused_in_words(client):
    for by_script, status in (({}, 400), ({"HTTP_HX_REQUEST": "true"}, 422)):
        response = client.post("/cards", {"file": io.BytesIO(b"PK\x03\x04 and then nothing")}, **by_script)
        assert response.status_code == status
        assert "not an Anki package" in response.content.decode()


def test_a_long_import_says_how_far_it_is(client, program, monkeypatch):
    told = []
    read = own.import_deck

    def import_deck(app, data, name, progress):
        return read(app, data, name, lambda share: (progress(share), told.append(live._now("k1", "it"))))

    monkeypatch.setattr(own, "import_deck", import_deck)
    page = client.post(
        "/cards", {"file": io.BytesIO(b"\n".join(b"f%d\tb" % n for n in range(4)) + b"\n\tno front"), "key": "k1"}
    ).content.decode()
    assert [json.loads(one)["share"] for one in told] == [20, 40, 60, 80, 100]
    assert "Line 5 was left out" in page
    assert live._now("k1", "it") is None


def test_media_of_cards_are_handed_over_by_their_stored_name_only(client, program):
    folder = program.app.data / "media"
    folder.mkdir(parents=True)
    (folder / "a.svg").write_text("<svg onload='alert(1)'/>")
    (folder / "b.png").write_bytes(b"\x89PNG")
    assert "attachment" in client.get("/cards/media/a.svg").headers["content-disposition"]
    assert client.get("/cards/media/b.png").headers["content-type"] == "image/png"
    assert client.get("/cards/media/..").status_code in (400, 404)
    assert client.get("/cards/media/none.png").status_code == 404


def test_an_application_with_a_date_moves_the_plan(client):
    made = client.post(
        "/applications", {"company": "Acme", "stage": "technical", "at": "2026-01-15T15:00", "advert": "Django and SQL required"}
    )
    assert made.status_code == 302
    page = client.get("/plan").content.decode()
    assert "Thursday 15 January 2026, at Acme" in page
    assert "<small>Acme</small>" in client.get("/").content.decode()
    assert b"SUMMARY:Interview: Acme" in client.get("/applications/calendar.ics").content
    page = client.post(made.headers["location"], {"asked": "What is a closure?\nHow does a JWT work?"}).content.decode()
    assert "2 questions kept as cards" in page
    assert "How does a JWT work?" in client.get("/cards").content.decode()
    bad = client.post("/applications", {"company": "", "stage": "technical", "notes": "keep me"})
    assert bad.status_code == 400
    assert "keep me" in bad.content.decode()
    assert client.post("/applications", {"company": "B", "stage": "technical", "at": "2099-01-01T10:00"}).status_code == 400


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Python and Django", "only a few words"),
        (
            "Wir suchen einen Entwickler für unser Team in Berlin und du hast Erfahrung mit Python und Django, das ist die Stelle für dich",
            "neither as English",
        ),
        ("We are looking for a friendly person who loves to talk with our guests and to serve coffee in the morning", "Nothing technical"),
        ("You know Django and PostgreSQL well, and Kubernetes is a plus for this role in our small team in Milan", "not cover"),
        (
            "Requirements: you know Django and PostgreSQL well, and have experience with Docker, Quarkle and AWS in small teams",
            "not in my list",
        ),
    ],
)
def test_an_advertisement_of_any_sort_is_answered(client, text, says):
    assert says in client.post("/advert", {"advert": text}).content.decode()


def test_not_knowing_is_a_button_of_placement_and_a_step_left_out_no_success(client):
    client.post("/placement", {"begin": "1"})
    exercise = re.search(r'name="exercise" value="([^"]+)"', client.get("/placement").content.decode())[1]
    client.post("/placement", {"exercise": exercise, "answer": "", "key": "a", "unknown": "1"})
    over = client.get("/placement").content.decode()
    assert "one question" in over
    assert "not asked: inferred" in over or ">asked<" in over
    item = re.search(r'name="item" value="([^"]+)"', client.get("/study").content.decode())[1]
    client.post("/study", {"item": item, "skip": "1"})
    page = client.get("/").content.decode()
    assert "left out" in page
    assert "mark right" not in page


def test_placement_stops_and_counts_what_could_be_read(client):
    client.post("/placement", {"begin": "1"})
    page = client.get("/placement").content.decode()
    exercise = re.search(r'name="exercise" value="([^"]+)"', page)[1]
    assert "does not count" in client.post("/placement", {"exercise": exercise, "answer": "", "key": "a"}).content.decode()
    client.post("/placement", {"exercise": exercise, "answer": "[1, 2]", "key": "b"})
    over = client.get("/placement").content.decode()
    assert "one question" in over
    assert "Internals" in over


def test_everything_leaves_comes_back_and_is_deleted_after_asking_twice(client, program):
    client.post("/cards", {"front": "mine", "back": "yours"})
    client.post("/exercises/two-names", {"output.md": "[1, 2]", "key": "k1", "action": "submit", "seq": "0"})
    archive = client.get("/progress/everything.zip").content
    names = zipfile.ZipFile(io.BytesIO(archive)).namelist()
    assert {"records/attempt.jsonl", "records/card.jsonl", "README.txt"} <= set(names)
    assert client.post("/progress/delete", {"word": "no"}).status_code == 400
    assert program.app.records.latest()
    assert client.post("/progress/delete", {"word": "delete"}).headers["location"] == "/welcome"
    assert not program.app.records.latest()
    assert "entries brought back" in client.post("/progress", {"file": io.BytesIO(archive)}).content.decode()
    assert "0 entries" in client.post("/progress", {"file": io.BytesIO(archive)}).content.decode()
    assert [line.exercise for line in program.app.records.latest()] == ["core:two-names"]
    assert "mine" in client.get("/cards").content.decode()
    assert client.post("/progress", {"file": io.BytesIO(b"nonsense")}).status_code == 400


def test_a_topic_with_more_exercises_than_it_lists_leads_to_all_of_them(client, monkeypatch):
    link = "/exercises?topic=testing"
    assert link not in client.get("/topics/testing").content.decode()
    monkeypatch.setattr("sparring.web.study.topic.EXERCISES", 0)
    assert link in client.get("/topics/testing").content.decode()


def test_a_topic_has_its_exercises_cards_and_notes_and_two_windows_do_not_overwrite_each_other(client):
    client.post("/cards", {"front": "Mine", "back": "b", "topic": "web.orm"})
    page = client.get("/topics/web.orm").content.decode()
    assert "Mine" in page
    assert "/exercises/double-all" in page
    assert client.post("/topics/web.orm", {"notes": "select_related first", "seq": "0"}).status_code == 302
    assert "select_related first" in client.get("/topics/web.orm").content.decode()
    late = client.post("/topics/web.orm", {"notes": "from the other window", "seq": "0"})
    assert late.status_code == 409
    assert {"select_related first", "from the other window"} <= set(
        re.findall(r"select_related first|from the other window", late.content.decode())
    )
    assert client.post("/topics/web.orm", {"notes": "x" * 100_001, "seq": "1"}).status_code in (400, 413)
    assert client.get("/topics/none").status_code == 404


def test_own_cards_are_written_in_the_pages_language_first(client, program):
    from sparring.usecases.study.items import studied

    client.cookies["sparring_language"] = "it"
    assert re.search(r'name="front-it".*name="front"', client.get("/cards").content.decode(), re.DOTALL)
    client.post("/cards", {"front-it": "Che cos’è una closure?", "back-it": "Una funzione con le sue variabili."})
    card = studied(program.app).cards()[0]
    assert (card.front.en, card.front.it) == ("", "Che cos’è una closure?")
    assert client.post(f"/cards/{card.key.partition(':')[2]}", {"front": "", "front-it": ""}).status_code == 400


def test_pictures_of_own_cards_are_shown_and_others_only_named(client, program, monkeypatch):
    from sparring.content.anki.tests.make import collection, package

    folder = program.app.data
    folder.mkdir(parents=True, exist_ok=True)
    notes = [("g", 'A ring <img src="my ring.png"> and <img src="https://elsewhere.example/x.png">\x1f[sound:a.mp3]')]
    data = package("collection.anki2", collection(folder, notes), {"my ring.png": b"\x89PNG", "a.mp3": b"ID3"})
    assert "One card read" in client.post("/cards", {"file": io.BytesIO(data)}).content.decode()
    client.post("/study/minutes", {"minutes": "200"})
    for _ in range(10):
        page = client.get("/study?show=1").content.decode()
        if "A ring" in page:
            break
        client.post("/study", {"item": re.search(r'name="item" value="([^"]+)"', page)[1], "skip": "1"})
    source = re.search(r'<img src="([^"]+)"', page)[1]
    assert client.get(source).content == b"\x89PNG"
    assert page.count("<img") == 1
    assert "[https://elsewhere.example/x.png]" in page
    assert re.search(r'<a href="[^"]*/cards/media/[0-9a-f]+\.mp3">a\.mp3</a>', page)


def test_what_was_said_first_stands_beside_the_answer(client):
    step = client.get("/study").content.decode()
    item = re.search(r'name="item" value="([^"]+)"', step)[1]
    assert 'id="said"' in step
    assert 'data-recorder="said"' in step
    shown = client.post("/study", {"item": item, "show": "1", "said": "A list is\na <b>mutable</b> sequence."}).content.decode()
    assert "A list is<br>a &lt;b&gt;mutable&lt;/b&gt; sequence." in shown
    assert "I knew it, with effort" in shown
    other = client.post("/study", {"item": "core:gone", "show": "1", "said": "x"}).content.decode()
    assert 'id="said"' in other
