"""Our own note type: what is exported, and how it is known again.

A side is Markdown here and HTML in Anki. The note's last field keeps the Markdown, so that nothing is lost on the way back; a side that was changed in
Anki no longer is what its Markdown becomes, and is read from its HTML like anybody else's.
"""

import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha1, sha256
from html import escape, unescape
from pathlib import Path
from sqlite3 import Cursor
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt

from sparring.content.anki.deck import Note
from sparring.content.anki.sides import plain
from sparring.core.text import Text

NAME = "Sparring"
FIELDS = ("Key", "Front", "Front (it)", "Back", "Back (it)", "Topic", "Extra")
MODEL_ID = 1_607_392_320
MOST_SORTED = 200
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_LINK, _PLAYED = re.compile(r'<a href="([^"]*)">.*?</a>', re.DOTALL), re.compile(r"\.(?:mp3|ogg|oga|wav|m4a|opus|flac)$")
_QUESTION = "<div class=q>{{Front}}</div>{{#Front (it)}}<div class=it>{{Front (it)}}</div>{{/Front (it)}}"
_ANSWER = "{{FrontSide}}<hr id=answer><div>{{Back}}</div>{{#Back (it)}}<div class=it>{{Back (it)}}</div>{{/Back (it)}}<p class=topic>{{Topic}}</p>"
_CSS = """.card{font:18px/1.5 serif;max-width:40em;margin:auto;text-align:left;}
pre,code{font:15px/1.45 monospace;white-space:pre-wrap}
pre{background:#8882;padding:.6em}
img{max-width:100%}
.it{margin-top:1em;color:#5d626d}
.topic{font-size:12px;color:#5d626d}"""


@dataclass(frozen=True, slots=True)
class Exported:
    """A card on its way out. Front and back are plain text or Markdown; `extra` is kept as it is."""

    key: str
    front: Text
    back: Text
    topic: str
    deck: str
    tags: tuple[str, ...]
    extra: Mapping[str, Any]
    media: Mapping[str, str] = field(default_factory=dict)
    """Names in the package by the names that the sides use."""


def write_package(cards: Sequence[Exported], media: Mapping[str, bytes], seconds: float) -> bytes:
    """The cards as an `.apkg` that every Anki opens; `seconds` since 1970 stamp it. The same cards give the same ids."""
    import genanki

    class Summed(genanki.Package):  # type: ignore[misc]  # genanki has no types
        def write_to_db(self, cursor: Cursor, *more: Any) -> None:
            super().write_to_db(cursor, *more)
            _sum_up(cursor)

    model = genanki.Model(
        MODEL_ID,
        NAME,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Card", "qfmt": _QUESTION, "afmt": _ANSWER}],
        css=_CSS,
        sort_field_index=FIELDS.index("Front"),
    )
    decks: dict[str, genanki.Deck] = {}
    for card in cards:
        name = card.deck or "Sparring"
        deck = decks.setdefault(name, genanki.Deck(_number(name), name))
        shown = card.front.en or card.front.it
        tags = [tag.replace(" ", "_") for tag in card.tags]
        deck.add_note(genanki.Note(model, _fields(card), sort_field=shown[:MOST_SORTED], guid=card.key, tags=tags))
    with tempfile.TemporaryDirectory() as folder:
        paths = _lay_out(Path(folder), media)
        target = Path(folder) / "deck.apkg"
        Summed(list(decks.values()), [str(path) for path in paths]).write_to_file(str(target), timestamp=seconds)
        return target.read_bytes()


def _sum_up(cursor: Cursor) -> None:
    """Each note's checksum, by which Anki finds duplicates: genanki leaves it 0. The first 8 hexadecimal digits of the SHA-1 of the first field's text."""
    for number, values in cursor.execute("select id, flds from notes").fetchall():
        first = unescape(str(values).partition("\x1f")[0])
        cursor.execute(
            "update notes set csum = ? where id = ?", (int(sha1(first.encode(), usedforsecurity=False).hexdigest()[:8], 16), number)
        )


def _lay_out(folder: Path, media: Mapping[str, bytes]) -> list[Path]:
    (folder / "media").mkdir()
    paths = [folder / "media" / Path(name).name for name in media]
    for path, data in zip(paths, media.values(), strict=True):
        path.write_bytes(data)
    return paths


def _number(name: str) -> int:
    return (int(sha256(name.encode()).hexdigest()[:12], 16) & 0x3FFFFFFF) | 0x40000000


def _fields(card: Exported) -> list[str]:
    texts = (card.front.en, card.front.it, card.back.en, card.back.it)
    rest = {"deck": card.deck, "tags": card.tags, "texts": texts, "media": card.media} | ({"extra": card.extra} if card.extra else {})
    sides = (_html(text, card.media) for text in texts)
    return [
        escape(card.key, quote=False),
        *sides,
        escape(card.topic),
        escape(json.dumps(rest, ensure_ascii=False, sort_keys=True), quote=False),
    ]


def _html(text: str, media: Mapping[str, str]) -> str:
    """A side as Anki shows it, its pictures and sounds under their names in the package."""
    tokens = _MARKDOWN.parse(text.replace("\x1f", " "))
    for token in (part for block in tokens for part in block.children or ()):
        if token.type in ("strong_open", "strong_close") and token.markup == "__":  # a card on Python writes __slots__, not bold
            token.type, token.tag, token.nesting, token.content = "text", "", 0, "__"
        place = {"image": "src", "link_open": "href"}.get(token.type, "")
        name = unquote(str(token.attrs.get(place, "")))
        if name in media:
            token.attrs[place] = media[name]
    html = str(_MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})).strip()
    return _LINK.sub(lambda link: f"[sound:{link[1]}]" if link[1] in media.values() and _PLAYED.search(link[1]) else link[0], html)


def exported(note: Note) -> Exported | None:
    """The card that we exported as this note; None for anybody else's."""
    if tuple(note.fields) != FIELDS:
        return None
    key, *sides, topic, rest = note.fields.values()
    try:
        kept = json.loads(unescape(rest))
        media = {str(name): str(stored) for name, stored in kept.get("media", {}).items()}
        front, front_it, back, back_it = (
            text if text is not None and _html(text, media) == side else plain(side)
            for text, side in zip(kept.get("texts", [None] * 4), sides, strict=True)
        )
        texts = Text(front, front_it), Text(back, back_it)
        return Exported(unescape(key), *texts, unescape(topic), kept["deck"], tuple(kept["tags"]), kept.get("extra", {}), media)
    except (ValueError, KeyError, TypeError, AttributeError):
        texts = Text(*map(plain, sides[:2])), Text(*map(plain, sides[2:]))
        return Exported(unescape(key), *texts, unescape(topic), note.deck, note.tags, {})
