"""Cards, applications, placement and archives, as the use cases know them."""

import html
import io
import sqlite3
import zipfile
from contextlib import closing
from datetime import timedelta

import pytest
from icalendar import Calendar

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.core.verdict import Outcome
from sparring.mastery.memory import Grade
from sparring.usecases.study import archive, cards, placement, processes
from sparring.usecases.study.advert import examined, read
from sparring.usecases.study.asked import questions
from sparring.usecases.study.items import is_card, studied
from sparring.usecases.study.today import answered, session
from sparring.usecases.study.weights import weights
from sparring.words import words


def test_cards_go_out_and_come_back_with_both_languages_and_their_media(app, tmp_path):
    text = '#separator:tab\n#deck:Old\nA picture <img src="p.png">\tback\n'
    cards.import_deck(app, text.encode(), "old.txt")
    made = cards.add(
        app, front="What is the GIL?", back="A lock.", front_it="Cos’è il GIL?", back_it="Un lock.", topic="internals.concurrency"
    )
    before = {one.key: one for one in studied(app).cards()}
    package = cards.export_package(app)
    for key in before:
        cards.remove(app, key)
    assert studied(app).count_cards() == 0
    done = cards.import_deck(app, package, "x.apkg")
    assert {one.key: one for one in studied(app).cards() if one.key in before} == before
    assert studied(app).card(made.key).back.it == "Un lock."
    exercises = [one for one in app.library.exercises.values() if is_card(one) and one.reveal]
    assert (done.cards, done.new) == (len(before) + len(exercises), len(before)), (
        "exercises that are here already do not become cards beside themselves"
    )


def test_a_topic_alone_is_exported(app):
    cards.add(app, front="mine", back="b", topic="web.auth")
    cards.add(app, front="other", back="b", topic="language")
    done = cards.import_deck(app, cards.export_package(app, ["web"]), "x.apkg")
    assert done.cards == 1 + sum(
        any(topic.startswith("web") for topic in one.topics) for one in app.library.exercises.values() if is_card(one) and one.reveal
    )
    with pytest.raises(UsageError):
        cards.export_package(app, ["nonsense"])


def test_code_keeps_its_lines_on_an_exported_card_and_what_only_checks_it_stays_here(app, tmp_path):
    told = [part for one in app.library.exercises.values() if is_card(one) for part in one.reveal if part.is_code]
    with zipfile.ZipFile(io.BytesIO(cards.export_package(app))) as package:
        (tmp_path / "notes.db").write_bytes(package.read("collection.anki2"))
    with closing(sqlite3.connect(tmp_path / "notes.db")) as notes:
        fields = html.unescape("".join(row for (row,) in notes.execute("select flds from notes")))
    shown = {part.title.id: f">{part.body.en.strip()}\n</code></pre>" in fields for part in told}
    assert shown == {"explain.right-demo": True, "explain.proof": False}


def test_imported_again_a_note_changes_its_card_and_keeps_its_memory(app):
    deck = "#separator:tab\n#guid column:1\nG\tfront\t{}\n"
    cards.import_deck(app, deck.format("old").encode(), "d.txt")
    key = studied(app).cards()[0].key
    answered(app, key, Grade.GOOD)
    done = cards.import_deck(app, deck.format("new").encode(), "d.txt")
    assert (done.cards, done.new) == (1, 0)
    assert studied(app).card(key).back.en == "new"
    assert studied(app).memories([key])[key].answers == 1


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04broken", b"\xff\xfe\x00", b"only one column\n"])
def test_what_cannot_be_read_stores_nothing(app, data):
    with pytest.raises(UsageError):
        cards.import_deck(app, data, "x")
    assert studied(app).count_cards() == 0


def test_what_has_no_front_is_left_out_and_told(app):
    done = cards.import_deck(app, b"#separator:tab\n#html:true\n\nfront\tback\n\tback\nonly front\t\n \tx\n", "d.txt")
    assert (done.cards, done.new, done.no_back) == (2, 2, 1)
    assert done.left_out == Message("cards.no-front-lines", {"count": 2, "places": "5, 7"})


def test_own_cards_come_up_and_are_not_lost(app, told):
    told(minutes="600")
    keys = {cards.add(app, front=f"f{n}", back="b").key for n in range(30)}
    assert keys <= {step.item for step in session(app).steps}


def test_what_they_asked_becomes_cards_and_weighs(app):
    one = processes.save(app, company="Acme", stage="technical", at="2026-03-10T15:00")
    before = weights(app)["web.auth"]
    told = processes.told(app, "acme", "How does OAuth2 work? And JWT?\n- Explain a Python generator\n")
    assert [card.front.en for card in told.cards] == ["How does OAuth2 work?", "And JWT?", "Explain a Python generator"]
    assert told.cards[0].topic == "web.auth"
    assert "generator" in told.cards[2].back.en
    assert "assert" not in told.cards[2].back.en  # what only checks the answer stays in the exercise
    told = processes.told(app, "acme", "Write an LRU cache, please")
    assert told.cards[0].back.it == "Lo alleni con l'esercizio **" + app.exercise("lru-cache").title.it + "**: `sparring open lru-cache`."
    assert cards.exercise_of(app, cards.card(app, told.cards[0].key)).id == "core:lru-cache"
    assert weights(app)["web.auth"] > before
    assert processes.process(app, one.key).asked.startswith("How does OAuth2")
    with pytest.raises(UsageError):
        processes.told(app, one.key, "  ")


TOLD = (
    "Mi hanno chiesto come funziona il GIL, poi di scrivere una LRU cache e di raccontare un conflitto con un collega. "
    "Alla fine la differenza tra select_related e prefetch_related e se uso Docker. Caffè ottimo."
)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (TOLD, ["gil-threads-asyncio-processes", "lru-cache", "conflict-colleague", "web.orm", ""]),
        (
            "Small talk first. They asked me to explain what happens with a mutable default argument, and how a decorator with arguments works. Nice people.",
            ["mutable-vs-immutable", "language.decorators"],
        ),
        ("A cosa serve __slots__?\nselect_related and prefetch_related", ["internals", "web.orm"]),
        ("Mi faranno sapere.", []),
        ("Non mi hanno chiesto nulla di Django.", []),
        ("They asked nothing about SQL, only about closures", ["language.functions.closures"]),
        ("Mi hanno chiesto di Django, non di Docker. SQL didn't come up.", ["web.orm"]),
        ("Che domande? Nessuna domanda tecnica.", []),
        ("- No technical questions\n- pizza", []),
        ("Mi hanno chiesto cosa succede se non si chiude un file.", ["language.context-managers"]),
        ("We also talked about Kubernetes ingress.", [""]),
    ],
)
def test_what_they_asked_in_free_text_is_cut_into_its_questions(app, text, asked):
    found = questions(app, text)
    assert len(found) == len(asked)
    for one, wanted in zip(found, asked, strict=True):
        assert wanted in (one.exercise.removeprefix("core:"), *one.topics, *([] if one.topics else [""])), one


def test_what_is_no_question_is_told_and_weighs_nothing(app):
    processes.save(app, company="Acme", stage="technical", at="2026-03-10T15:00")
    before = weights(app)
    told = processes.told(app, "acme", "Non mi hanno chiesto nulla di Django.\npizza")
    assert (told.cards, told.topics, told.left) == ((), [], ("Non mi hanno chiesto nulla di Django.", "pizza"))
    assert weights(app) == before
    told = processes.told(app, "acme", "We also talked about Kubernetes ingress.")
    assert (told.uncovered, len(told.cards)) == (["Kubernetes"], 1)


def test_the_calendar_is_one(app):
    processes.save(app, company="Past", stage="final", at="2026-01-29T02:30")
    processes.save(app, company="Over", stage="rejected", at="2026-03-29T04:30")
    processes.save(app, company="Acme; Söhne, Inc.", stage="final", at="2026-03-29T04:30", notes="Bring:\nid, CV")
    processes.save(app, company="No date", stage="applied")
    events = Calendar.from_ical(processes.ics(app, words("en"))).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Interview: Acme; Söhne, Inc. (final interview)"]
    assert events[0].decoded("dtstart") == processes.processes(app)[0].at
    assert str(events[0]["description"]) == "Bring:\nid, CV"


@pytest.mark.parametrize("wrong", [{"company": " "}, {"stage": "x"}, {"at": "soon"}, {"at": "2040-01-01"}])
def test_an_application_that_makes_no_sense_is_refused(app, wrong):
    with pytest.raises(UsageError):
        processes.save(app, **({"company": "A", "stage": "applied"} | wrong))


def test_an_hour_that_the_clocks_skip_is_refused_and_one_that_they_repeat_is_not(app, rome):
    with pytest.raises(UsageError) as refused:
        processes.save(app, company="A", at="2026-03-29T02:30")
    assert (refused.value.saying.id, refused.value.saying.params["next"]) == ("process.no-hour", "03:30")
    assert processes.save(app, company="A", at="2026-10-25T02:30").at is not None
    assert processes.save(app, company="A", at="2026-03-29T02:30+01:00").at is not None


def test_placement_stays_within_a_quarter_of_an_hour_and_asks_each_once(app):
    placement.begin(app)
    asked = []
    while question := placement.question(app):
        asked.append(question.id)
        placement.took(app, question.id, Outcome.CORRECT, 1.0)
    now = placement.state(app)
    assert now.over in ("known", "time")
    assert now.minutes <= placement.MINUTES
    assert len(set(asked)) == len(asked) >= 3
    assert all(level > 0.2 for level in placement.levels(app, now.results).values())


def test_placement_counts_the_time_that_answers_really_take(app, clock):
    placement.begin(app)
    first = placement.question(app)
    clock.advance(minutes=3)
    placement.took(app, first.id, Outcome.CORRECT, 1.0)
    assert placement.state(app).minutes == pytest.approx(min(3.0, first.minutes))
    asked = 1
    while question := placement.question(app):
        clock.advance(hours=9)
        placement.took(app, question.id, Outcome.CORRECT, 1.0)
        asked += 1
    assert 1 < asked < 8
    assert placement.state(app).over == "time"


def test_placement_asks_differently_and_ends_otherwise_after_other_answers(app):
    ends = []
    for score in (1.0, 0.0):
        placement.begin(app)
        while question := placement.question(app):
            placement.took(app, question.id, Outcome.CORRECT if score else Outcome.INCORRECT, score)
        ends.append(placement.levels(app, placement.state(app).results))
    assert all(ends[0][topic] > ends[1][topic] for topic in ends[0])


def test_what_was_not_judged_does_not_count_in_placement(app):
    placement.begin(app)
    placement.took(app, placement.question(app).id, Outcome.UNGRADED, 0.0)
    assert not placement.state(app).results


@pytest.mark.parametrize("text", ["I don't know", "non lo so", "Boh.", "?"])
def test_not_knowing_is_an_answer_in_placement_and_each_row_says_where_it_comes_from(app, text):
    placement.begin(app)
    first = placement.question(app)
    assert placement.is_unknown(text)
    assert not placement.is_unknown("[1, 2]")
    placement.unknown(app, first.id)
    placement.unknown(app, first.id)
    assert placement.question(app).id != first.id
    rows = placement.rows(app, placement.state(app).results)
    assert {row.topic for row in rows if not row.inferred} == set(first.topics)
    assert all(set(row.inferred) <= set(first.topics) for row in rows)
    assert all(row.low < row.level < row.high for row in rows)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("", "empty"),
        ("Python Django SQL", "short"),
        ("word " * 20, "nothing"),
        ("Wir suchen für unser Team eine Person mit Erfahrung und du bist nicht allein Python", "language"),
    ],
)
def test_an_advertisement_of_which_little_can_be_said(app, text, note):
    assert examined(app, text).note == note


@pytest.mark.parametrize("data", [b"%PDF-1.7 \x00", b"\xff\xfe\x00", b"a\0b"])
def test_an_advertisement_that_is_no_text_is_refused(app, data):
    with pytest.raises(UsageError):
        read(app, data)


def test_everything_goes_out_and_in_again(app, told, attempt):
    told(day="2026-03-20", advert="Python")
    attempt("shortest-path")
    cards.add(app, front="f", back="b")
    answered(app, session(app).steps[0].item, Grade.HARD)
    (app.data / "media").mkdir(parents=True)
    (app.data / "media" / "a.png").write_bytes(b"png")
    whole = archive.export_all(app)
    archive.delete_all(app)
    assert (app.records.latest(), studied(app).cards(), studied(app).reviews(), (app.data / "media").exists()) == ([], [], [], False)
    counts = archive.import_all(app, whole)
    assert counts["attempt"] == counts["card"] == counts["review"] == counts["remembered"] == 1
    assert (app.data / "media" / "a.png").read_bytes() == b"png"
    again = archive.export_all(app)
    for name in zipfile.ZipFile(io.BytesIO(whole)).namelist():
        assert zipfile.ZipFile(io.BytesIO(again)).read(name) == zipfile.ZipFile(io.BytesIO(whole)).read(name), name
    assert not any(archive.import_all(app, whole).values())


@pytest.mark.parametrize("spoil", ["cut", "rows", "names", "form", "medium", "list", "value", "nested", "no dict", "folder"])
def test_a_damaged_archive_changes_nothing(app, spoil):
    cards.add(app, front="f\u2028g", back="b")
    cards.media_folder(app).mkdir(parents=True)
    (cards.media_folder(app) / "a.png").write_bytes(bytes(range(256)))
    whole = archive.export_all(app)
    archive.delete_all(app)
    with pytest.raises(UsageError):
        archive.import_all(app, whole[:200] if spoil == "cut" else _spoiled(whole, spoil))
    assert studied(app).cards() == []
    assert not cards.media_folder(app).exists()
    assert not list(app.data.glob(".import-*"))
    assert sum(archive.import_all(app, whole).values()) > 0
    assert [one.front.en for one in studied(app).cards()] == ["f\u2028g"]


def _spoiled(whole: bytes, spoil: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if spoil == "rows" and name == "records/process.jsonl":
                data = b'{"key": "a", "unknown": 1}\n'
            if spoil == "names" and name == "records/card.jsonl":
                data = data[:-10]
            wrong = SPOILED.get(spoil)
            new.writestr(name, wrong[1] if wrong and wrong[0] == name else data)
        if spoil == "folder":
            new.writestr("media/a.png/b", "x")
    spoiled = out.getvalue()
    return spoiled.replace(bytes(range(100)), bytes(100)) if spoil == "medium" else spoiled


SPOILED = {
    "form": ("sparring.json", b'{"form": 99, "program": "9"}'),
    "list": ("sparring.json", b"[1]"),
    "value": ("records/review.jsonl", b'{"item": "a", "grade": "x", "day": "soon", "at": "never", "source": ""}\n'),
    "nested": ("records/card.jsonl", b"[" * 100_000),
    "no dict": ("records/card.jsonl", b"[1]\n"),
}


def test_an_archive_writes_nowhere_else(app, tmp_path):
    whole = archive.export_all(app)
    out = io.BytesIO(whole)
    with zipfile.ZipFile(out, "a") as more:
        more.writestr("media/../../escaped.txt", "x")
        more.writestr("web.json", "x")
        more.writestr(".", "x")
        more.writestr("media/fine.txt", "x")
    archive.import_all(app, out.getvalue())
    assert not list(tmp_path.rglob("escaped.txt"))
    assert not (app.data / "web.json").exists()
    assert (app.data / "media" / "fine.txt").exists()


def test_what_lies_ahead_comes_first_and_what_is_over_last(app):
    today = app.clock.now().date()
    for company, days in (("Over", -30), ("Later", 20), ("Next", 5), ("Just over", -2)):
        processes.save(app, company=company, at=f"{today + timedelta(days=days)}T15:00")
    processes.save(app, company="No date")
    assert [one.company for one in processes.processes(app)] == ["Next", "Later", "No date", "Just over", "Over"]
