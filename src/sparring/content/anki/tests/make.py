"""Packages of every generation, made here by Anki's documented schema, so that reading is tested on files that we did not write."""

import io
import json
import sqlite3
import zipfile
from pathlib import Path

from sparring.content.anki.package import zstd

SCHEMA_11 = """
create table col (id integer primary key, crt integer not null, mod integer not null, scm integer not null, ver integer not null, dty integer not null,
  usn integer not null, ls integer not null, conf text not null, models text not null, decks text not null, dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null, mod integer not null, usn integer not null, tags text not null,
  flds text not null, sfld integer not null, csum integer not null, flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null, ord integer not null, mod integer not null, usn integer not null,
  type integer not null, queue integer not null, due integer not null, ivl integer not null, factor integer not null, reps integer not null,
  lapses integer not null, left integer not null, odue integer not null, odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null, ease integer not null, ivl integer not null,
  lastIvl integer not null, factor integer not null, time integer not null, type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
"""
SCHEMA_18 = """
create table notetypes (id integer not null primary key, name text not null collate unicase, mtime_secs integer not null, usn integer not null,
  config blob not null);
create table fields (ntid integer not null, ord integer not null, name text not null collate unicase, config blob not null,
  primary key (ntid, ord)) without rowid;
create table decks (id integer primary key not null, name text not null collate unicase, mtime_secs integer not null, usn integer not null,
  common blob not null, kind blob not null);
"""
MODELS = {"7": {"name": "Basic", "flds": [{"name": "Back", "ord": 1}, {"name": "Front", "ord": 0}]}}
DECKS = {"1": {"name": "Default"}, "9": {"name": "Python::Internals"}}


def collection(folder: Path, notes: list[tuple[str, str]], *, modern: bool = False) -> bytes:
    """A collection with notes given as guid and fields (parted by U+001F), in the deck Python::Internals."""
    path = folder / "made.sqlite"
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path)
    database.create_collation("unicase", lambda a, b: (a.casefold() > b.casefold()) - (a.casefold() < b.casefold()))
    database.executescript(SCHEMA_11 + (SCHEMA_18 if modern else ""))
    models, decks = ("", "") if modern else (json.dumps(MODELS), json.dumps(DECKS))
    database.execute("insert into col values (1,0,0,0,?,0,0,0,'{}',?,?,'{}','{}')", (18 if modern else 11, models, decks))
    if modern:
        database.execute("insert into notetypes values (7, 'Basic', 0, 0, x'')")
        database.executemany("insert into fields values (7, ?, ?, x'')", [(1, "Back"), (0, "Front")])
        database.executemany("insert into decks values (?, ?, 0, 0, x'', x'')", [(1, "Default"), (9, "Python\x1fInternals")])
    for number, (guid, fields) in enumerate(notes, 1):
        database.execute("insert into notes values (?,?,7,0,-1,' python gc ',?,0,0,0,'')", (number, guid, fields))
        database.executemany(
            "insert into cards values (?,?,?,?,0,-1,0,0,0,0,0,0,0,0,0,0,0,'')", [(2 * number, number, 9, 0), (2 * number + 1, number, 1, 1)]
        )
    database.commit()
    database.close()
    return path.read_bytes()


def package(name: str, data: bytes, media: dict[str, bytes] | None = None, *, modern: bool = False, dummy: bytes = b"") -> bytes:
    """An `.apkg` with its media listed as that generation does."""
    out = io.BytesIO()
    found = media or {}
    with zipfile.ZipFile(out, "w") as archive:
        if dummy:
            archive.writestr("collection.anki2", dummy)
        if modern:
            squeeze = zstd.compress
            archive.writestr("meta", b"\x08\x03")
            archive.writestr(name, squeeze(data))
            archive.writestr("media", squeeze(b"".join(_field(1, _field(1, key.encode()) + b"\x10\x05") for key in found)))
        else:
            squeeze = bytes
            archive.writestr(name, data)
            archive.writestr("media", json.dumps({str(place): key for place, key in enumerate(found)}))
        for place, content in enumerate(found.values()):
            archive.writestr(str(place), squeeze(content))
    return out.getvalue()


def _field(number: int, data: bytes) -> bytes:
    assert len(data) < 128
    return bytes([number << 3 | 2, len(data)]) + data
