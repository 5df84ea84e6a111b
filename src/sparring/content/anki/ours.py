"""Our own note type: what is exported, and how it is known again. Every field of a card is a field of the note, so nothing is lost on the way back."""

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape, unescape
from pathlib import Path
from typing import Any

import genanki

from sparring.content.anki.deck import Note
from sparring.core.text import Text

NAME = "Sparring"
FIELDS = ("Key", "Front", "Front (it)", "Back", "Back (it)", "Topic", "Extra")
MODEL_ID = 1_607_392_319
_QUESTION = "<div class=q>{{Front}}</div>{{#Front (it)}}<div class=it>{{Front (it)}}</div>{{/Front (it)}}"
_ANSWER = "{{FrontSide}}<hr id=answer><div>{{Back}}</div>{{#Back (it)}}<div class=it>{{Back (it)}}</div>{{/Back (it)}}<p class=topic>{{Topic}}</p>"
_CSS = ".card{font:18px/1.5 serif;max-width:40em;margin:auto;text-align:left;white-space:pre-wrap}.it{margin-top:1em;color:#5d626d}.topic{font-size:12px;color:#5d626d}"


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


def write_package(cards: Sequence[Exported], media: Mapping[str, bytes], seconds: float) -> bytes:
    """The cards as an `.apkg` that every Anki opens; `seconds` since 1970 stamp it. The same cards give the same ids."""
    model = genanki.Model(
        MODEL_ID,
        NAME,
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Card", "qfmt": _QUESTION, "afmt": _ANSWER}],
        css=_CSS,
    )
    decks: dict[str, genanki.Deck] = {}
    for card in cards:
        name = card.deck or "Sparring"
        deck = decks.setdefault(name, genanki.Deck(_number(name), name))
        deck.add_note(genanki.Note(model, _fields(card), guid=card.key, tags=[tag.replace(" ", "_") for tag in card.tags]))
    with tempfile.TemporaryDirectory() as folder:
        paths = _lay_out(Path(folder), media)
        target = Path(folder) / "deck.apkg"
        genanki.Package(list(decks.values()), [str(path) for path in paths]).write_to_file(str(target), timestamp=seconds)
        return target.read_bytes()


def _lay_out(folder: Path, media: Mapping[str, bytes]) -> list[Path]:
    (folder / "media").mkdir()
    paths = [folder / "media" / Path(name).name for name in media]
    for path, data in zip(paths, media.values(), strict=True):
        path.write_bytes(data)
    return paths


def _number(name: str) -> int:
    return (int(sha256(name.encode()).hexdigest()[:12], 16) & 0x3FFFFFFF) | 0x40000000


def _fields(card: Exported) -> list[str]:
    extra = json.dumps(
        {"deck": card.deck, "tags": card.tags, **({"extra": card.extra} if card.extra else {})}, ensure_ascii=False, sort_keys=True
    )
    values = (card.key, card.front.en, card.front.it, card.back.en, card.back.it, card.topic, extra)
    return [escape(value, quote=False).replace("\n", "<br>") for value in values]


def exported(note: Note) -> Exported | None:
    """The card that we exported as this note; None for anybody else's."""
    if tuple(note.fields) != FIELDS:
        return None
    key, front, front_it, back, back_it, topic, rest = (unescape(value.replace("<br>", "\n")) for value in note.fields.values())
    try:
        extra = json.loads(rest)
        return Exported(key, Text(front, front_it), Text(back, back_it), topic, extra["deck"], tuple(extra["tags"]), extra.get("extra", {}))
    except (ValueError, KeyError, TypeError):
        return Exported(key, Text(front, front_it), Text(back, back_it), topic, note.deck, note.tags, {})
