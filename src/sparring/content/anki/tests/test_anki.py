"""Packages of all three generations are read, ours come back as they went, broken ones are refused in words, and what we write has Anki's schema."""

import io
import json
import re
import sqlite3
import zipfile
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sparring.content.anki.ours import FIELDS, Exported, exported, write_package
from sparring.content.anki.package import read_package, zstd
from sparring.content.anki.sides import media_names, plain, sides
from sparring.content.anki.textdeck import read_text
from sparring.content.anki.wire import fields
from sparring.core.problem import UsageError
from sparring.core.text import Text

from .make import SCHEMA_11, collection, package

NOTES = [
    ("g1", 'What is a <b>cycle</b>?<br><img src="ring.png">\x1fTwo objects that <i>refer</i> to each other [sound:a.mp3]'),
    ("g2", "è\x1f日本"),
]
MEDIA = {"ring.png": b"\x89PNG", "a.mp3": b"ID3"}


def made(tmp_path, generation: str) -> bytes:
    old = collection(tmp_path, [("x", "Please update Anki\x1f")])
    if generation == "anki2":
        return package("collection.anki2", collection(tmp_path, NOTES), MEDIA)
    if generation == "anki21":
        return package("collection.anki21", collection(tmp_path, NOTES), MEDIA, dummy=old)
    return package("collection.anki21b", collection(tmp_path, NOTES, modern=True), MEDIA, modern=True, dummy=old)


@pytest.mark.parametrize("generation", ["anki2", "anki21", "anki21b"])
def test_every_generation_is_read_with_its_media(tmp_path, generation):
    deck = read_package(made(tmp_path, generation))
    first, second = deck.notes
    assert (first.guid, first.kind, first.deck, first.tags) == ("g1", "Basic", "Python::Internals", ("python", "gc"))
    assert list(first.fields) == ["Front", "Back"]
    assert list(second.fields.values()) == ["è", "日本"]
    assert (deck.media, deck.missing) == (MEDIA, ())
    assert sides(first) == ("What is a cycle?\n![](ring.png)", "Two objects that refer to each other [a.mp3](a.mp3)")
    assert media_names(first) == set(MEDIA)


def test_media_that_the_list_names_and_the_archive_lacks_are_told(tmp_path):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("collection.anki2", collection(tmp_path, NOTES))
        archive.writestr("media", '{"0": "gone.png"}')
    assert read_package(out.getvalue()).missing == ("gone.png",)


def broken(tmp_path) -> dict[str, tuple[bytes, str]]:
    whole = made(tmp_path, "anki21b")
    squeezed = zstd.compress(collection(tmp_path, NOTES, modern=True))
    nothing = io.BytesIO()
    zipfile.ZipFile(nothing, "w").close()
    return {
        "text": (b"PK\x03\x04 nothing", "no-archive"),
        "cut off": (whole[: len(whole) // 2], "no-archive"),
        "empty archive": (nothing.getvalue(), "no-collection"),
        "no database": (package("collection.anki2", b"SQLite format 3\0 or not"), "broken"),
        "other tables": (package("collection.anki2", _database(tmp_path, "create table t (a)")), "broken"),
        "no json": (
            package(
                "collection.anki2",
                _database(tmp_path, SCHEMA_11, "insert into col values (1,0,0,0,11,0,0,0,'{}','{','{}','{}','{}')"),
            ),
            "broken",
        ),
        "a view without an end": (package("collection.anki2", _database(tmp_path, ENDLESS)), "broken"),
        "a virtual table": (package("collection.anki2", _database(tmp_path, SCHEMA_11, "create virtual table v using fts5(a)")), "broken"),
        "half a frame": (package("collection.anki21b", squeezed[: len(squeezed) // 2]), "broken"),
        "flipped": (whole.replace(b"\x28\xb5\x2f\xfd", b"\x28\xb5\x2f\xfd\xff\xff", 1), "no-archive"),
    }


ENDLESS = """create view notes as with recursive n(id) as (select 1 union all select id + 1 from n)
select id, 'g' as guid, 1 as mid, '' as tags, 'f' as flds from n"""


def _database(tmp_path, *scripts: str) -> bytes:
    path = tmp_path / "other.sqlite"
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    for script in scripts:
        database.executescript(script)
    database.commit()
    database.close()
    return path.read_bytes()


@pytest.mark.parametrize(
    "name",
    [
        "text",
        "cut off",
        "empty archive",
        "no database",
        "other tables",
        "no json",
        "half a frame",
        "flipped",
        "a view without an end",
        "a virtual table",
    ],
)
def test_a_broken_package_is_refused_in_words(tmp_path, name):
    data, why = broken(tmp_path)[name]
    with pytest.raises(UsageError) as caught:
        read_package(data)
    assert caught.value.saying.id == f"anki.{why}"


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.integers(0, 3000))
def test_whatever_the_bytes_only_words_come_out(noise, place):
    whole = write_package([Exported("k", Text("a"), Text("b"), "", "d", (), {})], {}, 1e9)
    at = place % len(whole)
    with suppress(UsageError):
        read_package(whole[:at] + noise + whole[at + len(noise) :])


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr("sparring.content.anki.package.MOST_BYTES", 10_000)
    with pytest.raises(UsageError) as caught:
        read_package(made(tmp_path, "anki2"))
    assert caught.value.saying.id == "anki.too-large"
    bomb = zstd.compress(bytes(1_000_000))
    with pytest.raises(UsageError) as caught:
        read_package(_zipped("collection.anki21b", bomb))
    assert caught.value.saying.id in ("anki.too-large", "anki.broken")
    monkeypatch.setattr("sparring.content.anki.package.MOST_BYTES", 1_000_000)
    media = {f"{number}.png": bytes(200_000) for number in range(5)}  # each small enough, and all of them small while they are packed
    with pytest.raises(UsageError) as caught:
        read_package(package("collection.anki21b", collection(tmp_path, NOTES, modern=True), media, modern=True))
    assert caught.value.saying.id == "anki.too-large"


def _zipped(name: str, data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


sides_text = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=60)
texts = st.builds(Text, sides_text, sides_text)
words = st.text(st.characters(categories=("Ll", "Lu", "Nd")), min_size=1, max_size=8)
cards = st.lists(
    st.builds(
        Exported, words, texts, texts, words, words, st.lists(words, max_size=3).map(tuple), st.dictionaries(words, words, max_size=2)
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda card: card.key,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cards)
def test_nothing_of_ours_is_lost_on_the_way_out_and_in(found):
    deck = read_package(write_package(found, {"a.png": b"1"}, 1e9))
    back = {card.key: card for note in deck.notes if (card := exported(note))}
    assert back == {card.key: card for card in found}
    assert deck.media == {"a.png": b"1"}


def test_what_we_write_has_ankis_schema_and_what_it_asks_of_a_collection():
    data = write_package([Exported("k", Text("a", "b"), Text("c", "d"), "t", "A::B", ("x",), {})], {}, 1e9)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert set(archive.namelist()) == {"collection.anki2", "media"}
        assert json.loads(archive.read("media")) == {}
        raw = archive.read("collection.anki2")
    database = sqlite3.connect(":memory:")
    database.deserialize(raw)
    documented = sqlite3.connect(":memory:")
    documented.executescript(SCHEMA_11)
    for table in ("col", "notes", "cards", "revlog", "graves"):
        assert columns(database, table) == columns(documented, table), table
    version, models, decks, configs = database.execute("select ver, models, decks, dconf from col").fetchone()
    assert version == 11
    model = next(iter(json.loads(models).values()))
    assert {"id", "name", "flds", "tmpls", "css", "type", "sortf", "mod", "usn", "req", "did", "latexPre", "latexPost"} <= set(model)
    assert [one["name"] for one in model["flds"]] == list(FIELDS)
    assert [one["ord"] for one in model["flds"]] == list(range(len(FIELDS)))
    for template in model["tmpls"]:
        named = set(re.findall(r"\{\{[#/]?([^}]+)\}\}", template["qfmt"] + template["afmt"])) - {"FrontSide"}
        assert named <= set(FIELDS)
    assert {deck["name"] for deck in json.loads(decks).values()} == {"Default", "A::B"}
    assert all(str(deck["conf"]) in json.loads(configs) for deck in json.loads(decks).values())
    note = database.execute("select id, guid, mid, flds, tags from notes").fetchone()
    assert (note[1], str(note[2]), note[3].count("\x1f"), note[4].strip()) == ("k", str(model["id"]), len(FIELDS) - 1, "x")
    assert database.execute("select csum from notes").fetchone() == (0x13FBD79C,)
    card = database.execute("select nid, did, ord, type, queue from cards").fetchone()
    assert card[0] == note[0]
    assert str(card[1]) in json.loads(decks)
    assert card[2:] == (0, 0, 0)
    assert database.execute("pragma integrity_check").fetchone() == ("ok",)
    database.close()
    documented.close()


def columns(database, table):
    return [(name, kind.lower()) for _, name, kind, *_ in database.execute(f"pragma table_info({table})")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\tb\nc\td\n", [("a", "b"), ("c", "d")]),
        ("a;b\nc;d", [("a", "b"), ("c", "d")]),
        ('#separator:Comma\n#html:true\n"a, b",c\n', [("a, b", "c")]),
        ("#separator:tab\n#tags column:3\n#deck:Mine\nx\ty\tone two\n", [("x", "y")]),
        ("\ufeffa\tb\n\n\n", [("a", "b")]),
        ('"line one\nline two"\tback\n', [("line one\nline two", "back")]),
    ],
)
def test_text_decks(text, expected):
    deck = read_text(text.encode())
    assert [tuple(note.fields.values()) for note in deck.notes] == expected


def test_headers_of_text_decks_are_obeyed():
    note = read_text(
        b"#separator:tab\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\nG\tBasic\tA::B\tfront\tback\tx y\n"
    ).notes[0]
    assert (note.guid, note.kind, note.deck, note.tags, list(note.fields.values())) == ("G", "Basic", "A::B", ("x", "y"), ["front", "back"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_text_deck_is_read_in_the_encodings_that_programs_write(encoding):
    (note,) = read_text("Che cos\u2019è il GIL?\tÈ un lock: già".encode(encoding)).notes
    assert list(note.fields.values()) == ["Che cos\u2019è il GIL?", "È un lock: già"]


@pytest.mark.parametrize(
    ("data", "why"), [(b"\xff\xfe\x00", "not-text"), (b"one\ntwo\n", "no-columns"), (b"a\tb\0", "not-text"), (b"\n\n", "no-columns")]
)
def test_what_is_no_text_deck_is_refused(data, why):
    with pytest.raises(UsageError) as caught:
        read_text(data)
    assert caught.value.saying.id == f"anki.{why}"


def test_html_becomes_readable_text():
    assert plain("a&lt;b<br>c<div>d</div><ul><li>e</li></ul><script>x()</script>") == "a<b\nc\nd\n\n- e"
    note = read_text(b"The {{c1::GIL}} locks {{c2::bytecode::what?}}\tback\n").notes[0]
    assert sides(note) == ("The […] locks [what?]", "The GIL locks bytecode\n\nback")


@given(st.binary(max_size=60))
def test_a_message_is_read_or_refused(data):
    with suppress(ValueError):
        assert all(number >= 0 for number, _ in fields(data))
