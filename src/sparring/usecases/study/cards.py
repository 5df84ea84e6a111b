"""Own cards: written in the page, imported from Anki and text decks, exported with both languages. Media lie in the data folder under their digest."""

import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from sparring.content.anki.deck import Deck, Note, refused
from sparring.content.anki.ours import FIELDS, Exported, exported, write_package
from sparring.content.anki.package import read_package
from sparring.content.anki.sides import media_names, sides
from sparring.content.anki.textdeck import read_text
from sparring.core.exercise import Exercise, Section, short_id
from sparring.core.problem import SparringError, UsageError
from sparring.core.text import LANGUAGES, Message, Text
from sparring.language.skills import mentions
from sparring.language.text import STOPWORDS
from sparring.records.study_values import CardRecord
from sparring.usecases.app import App
from sparring.usecases.study.items import OWN, is_card, studied

MOST_SIDE, MOST_GUESSED, MOST_PLACES = 20_000, 400, 12
MOST_FILE = 512 << 20
ZIP = b"PK\x03\x04"
MEDIA_KEY, EXERCISE_KEY = "media", "exercise"
"""In a card's `extra`: its media by name, and the exercise that trains what was asked."""
_SAFE_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import brought: cards read (exercises of the library that came back as they left among them), how many are new, media stored and lacking.

    `no_front`: what was left out because it has no front, by line of a text (`lines`) or by number of the note; `no_back`: how many cards have no answer.
    """

    cards: int
    new: int
    media: int
    missing: tuple[str, ...]
    no_front: tuple[int, ...] = ()
    no_back: int = 0
    lines: bool = False

    @property
    def left_out(self) -> Message | None:
        """What was left out and where it stands, the first few by name; None if nothing."""
        if not self.no_front:
            return None
        shown, more = ", ".join(map(str, self.no_front[:MOST_PLACES])), " …" if len(self.no_front) > MOST_PLACES else ""
        return Message(f"cards.no-front-{'lines' if self.lines else 'notes'}", {"count": len(self.no_front), "places": shown + more})


def add(app: App, *, front: str, back: str, front_it: str = "", back_it: str = "", topic: str = "", key: str = "") -> CardRecord:
    """Write a card, or change the one called `key`; UsageError names the field that makes no sense."""
    if not (front.strip() or front_it.strip()):
        raise UsageError(Message("cards.no-front"))
    if topic and topic not in app.library.topics:
        raise UsageError(Message("cards.no-topic", {"topic": topic[:60]}))
    if max(map(len, (front, back, front_it, back_it))) > MOST_SIDE:
        raise UsageError(Message("cards.too-long", {"most": MOST_SIDE}))
    earlier = card(app, key) if key else None
    texts = Text(front.strip(), front_it.strip()), Text(back.strip(), back_it.strip())
    deck, tags, extra = (earlier.deck, earlier.tags, earlier.extra) if earlier else ("", (), {})
    record = CardRecord(earlier.key if earlier else f"{OWN}{app.new_id()[:16]}", *texts, topic, deck, tags, extra)
    studied(app).add_cards([record], app.clock.now())
    return record


def card(app: App, key: str) -> CardRecord:
    """An own card; UsageError if there is none."""
    found = studied(app).card(key if key.startswith(OWN) else OWN + key)
    if found is None:
        raise UsageError(Message("cards.unknown", {"id": key[:60]}))
    return found


def back_of(app: App, name: str) -> Text:
    """What answers a question that an exercise trains: what it reveals where it is a card itself, else its name; nothing without an exercise ('')."""
    exercise = app.library.exercises.get(name)
    if exercise is None:
        return Text("")
    if is_card(exercise):
        told = ["\n\n".join(filter(None, (_section(one, language) for one in exercise.reveal))) for language in LANGUAGES]
        return Text(*(side[:MOST_SIDE] for side in told))
    return Text(*(app.words(lang)("cards.trained-by", title=exercise.title.to(lang), id=short_id(name)) for lang in LANGUAGES))


def exercise_of(app: App, record: CardRecord) -> Exercise[Any] | None:
    """The exercise of the library that trains what a card asks; None if it names none."""
    return app.library.exercises.get(str(record.extra.get(EXERCISE_KEY, "")))


def remove(app: App, key: str) -> None:
    """Take a card away."""
    studied(app).remove_card(card(app, key).key)


def import_deck(app: App, data: bytes, name: str = "", progress: Callable[[float], None] = lambda _: None) -> Imported:
    """Read an `.apkg` or a text deck and store its cards; nothing is stored if it cannot be read. Imported again, a note changes its card.

    `progress` hears the share of the notes that are read, 0..1, a hundred times at most.
    """
    if len(data) > MOST_FILE:
        raise refused("too-large", megabytes=len(data) >> 20, most=MOST_FILE >> 20)
    if not data.strip():
        raise refused("empty")
    package = data.startswith(ZIP) or name.lower().endswith((".apkg", ".colpkg"))
    deck = read_package(data) if package else read_text(data)
    stored = _store_media(app, deck)
    topics, ours = app.library.topics, _Left(app)
    kept: list[CardRecord] = []
    no_front: list[int] = []
    step = max(1, len(deck.notes) // 100)
    for number, note in enumerate(deck.notes, 1):
        if not ours.holds(note):
            one = _record(note, stored, topics, PurePosixPath(name).stem)
            kept.append(one) if one.front.en or one.front.it else no_front.append(note.place)
        if number % step == 0 and number < len(deck.notes):
            progress(number / len(deck.notes))
    new = studied(app).add_cards(kept, app.clock.now())
    progress(1.0)
    no_back = sum(not (one.back.en or one.back.it) for one in kept)
    return Imported(len(deck.notes) - len(no_front), new, len(stored), deck.missing, tuple(no_front), no_back, not package)


class _Left:
    """The library's own exercises, as they leave in a package."""

    def __init__(self, app: App) -> None:
        self._app = app

    def holds(self, note: Note) -> bool:
        """Whether a note is an exercise of the library, come back as it left: it is a card here already, with its memory."""
        known = self._app.library.exercises.get(next(iter(note.fields.values()), "")) if tuple(note.fields) == FIELDS else None
        if known is None or not (is_card(known) and known.reveal):
            return False
        back, left = exported(note), _exercise(self._app, known)
        return back is not None and (back.front, back.back) == (left.front, left.back)


def _record(note: Note, stored: Mapping[str, str], topics: Container[str], file: str) -> CardRecord:
    ours = exported(note)
    if ours is not None:
        topic = ours.topic if ours.topic in topics else ""
        whole = "\n".join((ours.front.en, ours.front.it, ours.back.en, ours.back.it))
        named = {name: stored[name] for name in media_names(note) if name in stored and name in whole}
        extra = {**ours.extra, MEDIA_KEY: {**ours.media, **named}} if ours.media or named else ours.extra
        return CardRecord(_key(ours.key), ours.front, ours.back, topic, ours.deck, ours.tags, extra)
    front, back = sides(note)
    names = {name: stored[name] for name in media_names(note) if name in stored}
    extra = {"guid": note.guid, "kind": note.kind, "fields": dict(note.fields)} | ({MEDIA_KEY: names} if names else {})
    same = f"{note.guid}|{front}" if note.guid.startswith("row-") else note.guid
    key = OWN + sha256(same.encode()).hexdigest()[:20]
    topic = _topic(note.deck, note.tags, front[:300], topics)
    texts = _text(front[:MOST_SIDE], f"{front}\n{back}"), _text(back[:MOST_SIDE], f"{front}\n{back}")
    return CardRecord(key, *texts, topic, note.deck or file, note.tags, extra)


def _text(text: str, whole: str) -> Text:
    """A side in the language that the card is written in."""
    words = whole[:MOST_GUESSED].casefold().split()
    english, italian = (sum(word in STOPWORDS[language] for word in words) for language in LANGUAGES)
    return Text("", text) if italian > english else Text(text)


def _topic(deck: str, tags: tuple[str, ...], front: str, topics: Container[str]) -> str:
    """The first topic that a card's deck, its tags or its front name."""
    around = f"{deck.replace('::', '. ')}. {'. '.join(tags)}"
    return next((topic for topic in (*_named(around), *_named(front)) if topic in topics), "")


@lru_cache(maxsize=1024)
def _named(text: str) -> tuple[str, ...]:
    return tuple(topic for one in mentions(text) if one.sure for topic in one.skill.topics)


def _key(key: str) -> str:
    """Exercises that come back from a deck become own cards beside them."""
    return key if key.startswith(OWN) else OWN + key.replace(":", "-")


def _store_media(app: App, deck: Deck) -> dict[str, str]:
    """Store media under their digest; their file names by the names that notes use."""
    folder = media_folder(app)
    names: dict[str, str] = {}
    try:
        if deck.media:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for name, data in deck.media.items():
            suffix = PurePosixPath(name).suffix.lower()
            stored = sha256(data).hexdigest()[:32] + (suffix if _SAFE_SUFFIX.fullmatch(suffix) else "")
            if not (folder / stored).exists():
                (folder / stored).write_bytes(data)
            names[name] = stored
    except OSError as error:
        raise SparringError(Message("records.no-folder", {"path": str(app.data), "why": error.strerror or str(error)})) from error
    return names


def media_folder(app: App) -> Path:
    """Where media of own cards lie."""
    return app.data / "media"


def export_package(app: App, topics: Iterable[str] = ()) -> bytes:
    """An `.apkg` of own cards and of the exercises that work as cards, of some topics or of all, with both languages."""
    wanted = tuple(topics)
    unknown = next((topic for topic in wanted if topic not in app.library.topics), None)
    if unknown is not None:
        raise UsageError(Message("cards.no-topic", {"topic": unknown[:60]}))
    cards = [_own(one) for one in studied(app).cards() if _wanted((one.topic,), wanted)]
    cards += [_exercise(app, one) for one in app.library.exercises.values() if is_card(one) and one.reveal and _wanted(one.topics, wanted)]
    if not cards:
        raise UsageError(Message("cards.nothing-to-export"))
    names = {name for one in cards for name in one.media.values()}
    folder = media_folder(app)
    media = {name: (folder / name).read_bytes() for name in sorted(names) if (folder / name).is_file()}
    return write_package(cards, media, app.clock.now().timestamp())


def _wanted(topics: Iterable[str], wanted: tuple[str, ...]) -> bool:
    return not wanted or any(own == topic or own.startswith(f"{topic}.") for own in topics for topic in wanted)


def _own(one: CardRecord) -> Exported:
    return Exported(one.key, one.front, one.back, one.topic, one.deck, one.tags, one.extra, media_of(one))


def _exercise(app: App, one: Exercise[object]) -> Exported:
    topic = next(iter(one.topics), "")
    title = app.library.topics[topic].title.en if topic in app.library.topics else ""
    front = Text(*(f"{one.title.to(lang)}\n\n{one.prompt.to(lang)}" if lang in one.languages else "" for lang in ("en", "it")))
    back = Text(*("\n\n".join(filter(None, (_section(told, lang) for told in one.reveal))) for lang in ("en", "it")))
    return Exported(one.id, front, back, topic, f"Sparring::{title}" if title else "Sparring", (one.kind, one.level), {})


def _section(one: Section, lang: str) -> str:
    """A section as the back of a card has it: code keeps its lines, and what only checks that the answer is right stays here."""
    body = one.body.it if lang == "it" else one.body.en
    if not body or one.title.id == "explain.proof":
        return ""
    return f"```python\n{body.strip()}\n```" if one.is_code else body


def media_of(record: CardRecord) -> Mapping[str, str]:
    """What a card shows and plays: stored names by the names that its sides use."""
    return dict(record.extra.get(MEDIA_KEY, {}))


__all__ = ["Imported", "add", "card", "export_package", "import_deck", "media_folder", "media_of", "remove"]
