"""Reads an `.apkg`: the archive, its collection of any generation, its media."""

import io
import json
import sqlite3
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from sparring.content.anki.deck import MOST_BYTES, MOST_MEDIUM, MOST_NOTES, Deck, Note, refused
from sparring.content.anki.wire import fields

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

COLLECTIONS = ("collection.anki21b", "collection.anki21", "collection.anki2")
ZSTD = b"\x28\xb5\x2f\xfd"


def read_package(data: bytes) -> Deck:
    """The deck in the bytes of an `.apkg`; UsageError in words where they are none, or broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive)
            name = next((name for name in COLLECTIONS if name in archive.namelist()), None)
            if name is None:
                raise refused("no-collection")
            notes = _collection(_plain(archive.read(name)))
            media, missing = _media(archive)
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


def _plain(data: bytes, most: int = MOST_BYTES) -> bytes:
    """The data, decompressed if it is Zstandard."""
    if not data.startswith(ZSTD):
        return data
    with zstd.ZstdFile(io.BytesIO(data)) as reader:
        plain: bytes = reader.read(most + 1)
    if len(plain) > most:
        raise refused("too-large", megabytes=len(plain) >> 20, most=most >> 20)
    return plain


def _collection(data: bytes) -> tuple[Note, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "collection"
        path.write_bytes(data)
        database = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        database.create_collation("unicase", _unicase)
        try:
            return _notes(database)
        except (sqlite3.DatabaseError, json.JSONDecodeError, KeyError, TypeError, ValueError, AttributeError) as error:
            raise refused("broken", what=f"{type(error).__name__}: {error}"[:200]) from error
        finally:
            database.close()


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
    for nid, guid, mid, tags, values in database.execute("select id, guid, mid, tags, flds from notes order by id"):
        name, names = kinds.get(int(mid), (f"#{mid}", ()))
        texts = str(values).split("\x1f")
        known = [*names, *(f"Field {place + 1}" for place in range(len(names), len(texts)))]
        deck = decks.get(int(first_deck.get(nid, 0)), "")
        notes.append(Note(str(guid), name, deck, tuple(str(tags).split()), dict(zip(known, texts, strict=False))))
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


def _media(archive: zipfile.ZipFile) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The media by name, and the names of those that are not there."""
    inside = set(archive.namelist())
    if "media" not in inside:
        return {}, ()
    listed = _listed(_plain(archive.read("media")))
    found = {name: _plain(archive.read(entry), MOST_MEDIUM) for entry, name in listed.items() if entry in inside}
    return found, tuple(name for entry, name in listed.items() if entry not in inside)


def _listed(data: bytes) -> dict[str, str]:
    """Names of media by their entry in the archive: JSON, or a MediaEntries message."""
    try:
        if data.lstrip()[:1] == b"{":
            return {str(entry): str(name) for entry, name in json.loads(data).items()}
        entries = [dict(fields(value)) for number, value in fields(data) if number == 1 and isinstance(value, bytes)]
        return {str(entry.get(255, place)): bytes(entry[1]).decode() for place, entry in enumerate(entries)}
    except (ValueError, KeyError, TypeError) as error:
        raise refused("broken", what=f"media: {error}"[:200]) from error
