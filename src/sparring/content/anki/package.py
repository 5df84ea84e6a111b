"""Reads an `.apkg`: the archive, its collection of any generation, its media."""

import io
import json
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from sparring.content.anki.deck import MOST_BYTES, MOST_NOTES, Deck, Note, refused
from sparring.content.anki.media import Media, copied, zstd
from sparring.content.anki.wire import fields

COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
MOST_LIST = 64 << 20
"""Bytes of the list of media."""
MOST_VALUE = 64 << 20
"""Bytes of a value in the collection."""
STEP, MOST_STEPS = 1_000_000, 4_000
"""Instructions of SQLite between two looks, and looks: a million notes take some hundred."""


def read_package(data: bytes) -> Deck:
    """The deck in the bytes of an `.apkg`; UsageError in words where they are none, or broken. Nothing of it is left unread but the media's bytes."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive)
            name = next((name for name in COLLECTIONS if name in archive.namelist()), None)
            if name is None:
                raise refused("no-collection")
            notes, spent = _collection(archive, name)
            media, missing = _media(data, archive, spent)
    except zipfile.BadZipFile as error:
        raise refused("no-archive") from error
    except (zlib.error, zstd.ZstdError, EOFError, NotImplementedError, RuntimeError, OSError) as error:
        raise refused("broken", what=str(error)[:200]) from error
    return Deck(notes, media, missing)


def _check_size(archive: zipfile.ZipFile) -> None:
    """Refuse what would unpack to more than anybody's deck (a zip bomb)."""
    total = sum(entry.file_size for entry in archive.infolist())
    if total > MOST_BYTES:
        raise refused("too-large", megabytes=total >> 20, most=MOST_BYTES >> 20)


def _collection(archive: zipfile.ZipFile, name: str) -> tuple[tuple[Note, ...], int]:
    """The notes, and how many bytes the collection has unpacked."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection"
        with path.open("wb") as file:
            size = copied(archive, name, file, MOST_BYTES)
        database = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            _guard(database)
            return _notes(database), size
        except (sqlite3.DatabaseError, json.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise refused("broken", what=f"{type(error).__name__}: {error}"[:200]) from error
        finally:
            database.close()


def _guard(database: sqlite3.Connection) -> None:
    """Whoever made the file wrote its schema too: nothing in it may run without end. Anki's collections have neither views nor virtual tables."""
    looks = iter(range(MOST_STEPS))
    database.set_progress_handler(lambda: next(looks, None) is None, STEP)
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_VALUE)
    database.execute("pragma trusted_schema = off")
    database.create_collation("unicase", _unicase)
    made = "select type, name from sqlite_master where type = 'view' or (type = 'table' and rootpage = 0) limit 1"
    for kind, name in database.execute(made):
        raise refused("broken", what=f"{kind} {name}"[:200])


def _unicase(one: str, other: str) -> int:
    """Anki's order of names: upper and lower case are the same."""
    a, b = one.casefold(), other.casefold()
    return (a > b) - (a < b)


def _notes(database: sqlite3.Connection) -> tuple[Note, ...]:
    if database.execute("select count(*) from notes").fetchone()[0] > MOST_NOTES:
        raise refused("too-many", most=MOST_NOTES)
    kinds, decks = _kinds(database), _decks(database)
    first_deck = {nid: did for nid, did, _ in database.execute("select nid, did, min(ord) from cards group by nid")}
    notes = []
    rows = database.execute("select id, guid, mid, tags, flds from notes order by id")
    for place, (nid, guid, mid, tags, values) in enumerate(rows, 1):
        name, names = kinds.get(int(mid), (f"#{mid}", ()))
        texts = str(values).split("\x1f")
        known = [*names, *(f"Field {number + 1}" for number in range(len(names), len(texts)))]
        deck = decks.get(int(first_deck.get(nid, 0)), "")
        notes.append(Note(str(guid), name, deck, tuple(str(tags).split()), dict(zip(known, texts, strict=False)), place))
    return tuple(notes)


def _tables(database: sqlite3.Connection) -> set[str]:
    return {name for (name,) in database.execute("select name from sqlite_master where type = 'table'")}


def _kinds(database: sqlite3.Connection) -> Mapping[int, tuple[str, tuple[str, ...]]]:
    """Note types with their fields' names in order, by id."""
    if "notetypes" in _tables(database):
        names: dict[int, list[str]] = {}
        for ntid, name in database.execute("select ntid, name from fields order by ntid, ord"):
            names.setdefault(int(ntid), []).append(name)
        return {int(key): (name, tuple(names.get(int(key), ()))) for key, name in database.execute("select id, name from notetypes")}
    models = json.loads(database.execute("select models from col").fetchone()[0])
    ordered = {key: sorted(model["flds"], key=lambda one: one["ord"]) for key, model in models.items()}
    return {int(key): (model["name"], tuple(one["name"] for one in ordered[key])) for key, model in models.items()}


def _decks(database: sqlite3.Connection) -> Mapping[int, str]:
    if "decks" in _tables(database):
        return {int(key): str(name).replace("\x1f", "::") for key, name in database.execute("select id, name from decks")}
    decks = json.loads(database.execute("select decks from col").fetchone()[0])
    return {int(key): deck["name"] for key, deck in decks.items()}


def _media(data: bytes, archive: zipfile.ZipFile, before: int) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """The media by name, and the names of those that are not there."""
    inside = set(archive.namelist())
    if "media" not in inside:
        return {}, ()
    out = io.BytesIO()
    copied(archive, "media", out, MOST_LIST)
    listed = _listed(out.getvalue())
    media = Media(data, {name: entry for entry, name in listed.items() if entry in inside})
    media.check(archive, before, MOST_BYTES)
    return media, tuple(name for entry, name in listed.items() if entry not in inside)


def _listed(data: bytes) -> dict[str, str]:
    """Names of media by their entry in the archive: JSON, or a MediaEntries message."""
    try:
        if data.lstrip()[:1] == b"{":
            return {str(entry): str(name) for entry, name in json.loads(data).items()}
        entries = [dict(fields(value)) for number, value in fields(data) if number == 1 and isinstance(value, bytes)]
        return {str(entry.get(255, place)): bytes(entry[1]).decode() for place, entry in enumerate(entries)}
    except (ValueError, KeyError, TypeError) as error:
        raise refused("broken", what=f"media: {error}"[:200]) from error
