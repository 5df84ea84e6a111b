"""Puts messages into words: every room's `locale/*.po`, read once a language.

In comes a Message or a pack's Text and a language; out comes a sentence. Gettext's own file format and plural rules; the files are read directly,
so that nothing has to be compiled and a new language is one `.po` file in each room that speaks.
"""

import errno
import gettext
import os
import re
import string
from contextlib import suppress
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import polib

from sparring.core.text import Language, Message, Param, Saying, Text

ROOT = Path(__file__).parent.parent
MONTHS: dict[Language, str] = {
    "en": "January February March April May June July August September October November December",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
}
_ELIDED = re.compile(
    rf"\b([Ii]l|[Aa]l|[Dd]el|[Dd]al|[Nn]el|[Ss]ul) (?=(?:1|11|8\d*)(?:,\d+)? ?%|(?:8|11) (?:{MONTHS['it'].replace(' ', '|')}))"
)
"""Italian articles before a percentage or a day that begins with a vowel when it is said: l'8 %, dell'11 %, all'85 %, l'8 maggio."""
_SYSTEM = {os.strerror(number): f"errno.{name}" for number, name in errno.errorcode.items()} | {
    "database or disk is full": "errno.ENOSPC",
    "disk I/O error": "errno.EIO",
    "attempt to write a readonly database": "sqlite.read-only",
    "unable to open database file": "sqlite.not-opened",
    "database is locked": "sqlite.locked",
    "database disk image is malformed": "sqlite.damaged",
    "file is not a database": "sqlite.none",
}
"""What the system says of files and SQLite of its own, in English, and the id of our words for it."""
_REASONS = frozenset(("why", "reason"))
"""The blanks of a sentence that such a reason is put into."""
_DAYS = frozenset(("date", "deadline"))
"""The blanks of a sentence that a day is put into; as ISO writes it in the message, as the language does in the sentence."""
_COUNTED_DAYS = frozenset(("day", "days", "begin", "end"))
"""The blanks of a sentence that a number of days is put into: quarters of a day are told, noughts are not."""
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_COMMAND = re.compile(r"(?<=[`“])sparring(?: web(?=[`”]))?(?=[ `”])")


class Words:
    """The sentences of one language."""

    def __init__(self, language: Language, folders: tuple[Path, ...]) -> None:
        self.language = language
        self._singular: dict[str, str] = {}
        self._plural: dict[str, dict[int, str]] = {}
        self._index = gettext.c2py("n != 1")
        self._command = os.environ.get("SPARRING_START", "")
        for folder in folders:
            self._read(folder / f"{language}.po")

    def _read(self, path: Path) -> None:
        for key, text in _entries(path):
            if isinstance(text, str):
                self._singular[key] = self._typed(text)
            else:
                self._plural[key] = {number: self._typed(form) for number, form in text.items()}

    def _typed(self, text: str) -> str:
        """A sentence with the commands as the person at hand types them: `SPARRING_START` is how the program was started, where that was not by its name."""
        return _COMMAND.sub(self._command.replace("\\", r"\\"), text) if self._command and "sparring" in text else text

    def say(self, saying: Saying) -> str:
        """The sentence; a message nobody has put into words yet is shown by its id, never lost."""
        if isinstance(saying, Text):
            return saying.to(self.language)
        template = self._template(saying)
        if template is None:
            details = ", ".join(f"{name}={value}" for name, value in saying.params.items())
            return f"{saying.id} ({details})" if details else saying.id
        sentence = _Formatter(self).vformat(template, (), saying.params)
        if ":python}" in template:
            sentence = sentence.replace("?.", "?")  # the parser asks: "Perhaps you forgot a comma?"
        return _ELIDED.sub(_elided, sentence) if self.language == "it" else sentence

    def __call__(self, message_id: str, **params: Param) -> str:
        """`say(Message(message_id, params))`."""
        return self.say(Message(message_id, params))

    def has(self, message_id: str) -> bool:
        """Whether there is a sentence for the id."""
        return message_id in self._singular or message_id in self._plural

    def _template(self, message: Message) -> str | None:
        if message.id in self._plural:
            count = message.params.get("count", 1)
            return self._plural[message.id].get(self._index(int(count)))
        return self._singular.get(message.id)

    def day(self, day: date) -> str:
        """A day as the language writes it: 29 November 2026, 29 novembre 2026."""
        number = "1º" if day.day == 1 and self.language == "it" else str(day.day)
        return f"{number} {MONTHS[self.language].split()[day.month - 1]} {day.year}"

    def moment(self, moment: datetime) -> str:
        """A moment where the person is: 29 November 2026, 09:05."""
        here = moment.astimezone()
        return f"{self.day(here)}, {here:%H:%M}"

    def number(self, value: float, digits: int | None = None) -> str:
        """A number as the language writes it: 1,380.5 in English, 1.380,5 in Italian."""
        text = f"{value:,}" if digits is None and isinstance(value, int) else f"{value:,.{digits or 0}f}"
        return text.translate(str.maketrans(",.", ".,")) if self.language == "it" else text

    def plain(self, value: float) -> str:
        """A number with as many digits as it has, two at most: 4, 4.5, in Italian 1,25."""
        text = self.number(value, 2)
        return text.rstrip("0").rstrip(",.")

    def took(self, milliseconds: float) -> str:
        """How long something took, as exactly as it means anything: 17 ms, 1.2 s."""
        if milliseconds < 1000:
            return f"{max(1, round(milliseconds))} ms"
        return f"{self.number(milliseconds / 1000, 1)} s"

    def of_system(self, said: str) -> str:
        """What the system or SQLite says of a file in our words, where there are any; every other text as it is."""
        return self._singular.get(_SYSTEM.get(said, ""), said)

    def of_python(self, said: str) -> str:
        """What CPython's parser says, in this language where there are words for it; else as it is."""
        from sparring.words.python import in_words  # few sentences quote the parser

        return in_words(said, self.language) or said

    def quote_python(self, said: str) -> str:
        """As `of_python`; what there are no words for is quoted as CPython's own."""
        told = self.of_python(said)
        return f"“{said}”" if told is said and self.language != "en" else told

    def say_number(self, value: Param) -> str:
        """A counted value, as the language writes it."""
        return self.number(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


@cache
def _entries(path: Path) -> tuple[tuple[str, str | dict[int, str]], ...]:
    """Each id in a file with its sentence, or with its plural forms; nothing where there is no file."""
    if not path.exists():
        return ()
    entries = polib.pofile(str(path), encoding="utf-8")
    return tuple((one.msgid, one.msgstr_plural if one.msgid_plural else one.msgstr) for one in entries if one.msgid_plural or one.msgstr)


def _elided(article: re.Match[str]) -> str:
    """`il` as `l'`, `del` as `dell'`."""
    word = article[1]
    return f"{word[:-2]}{'L' if word[0] == 'I' else 'l'}'" if word in ("il", "Il") else f"{word}l'"


class _Formatter(string.Formatter):
    """Numbers as the language writes them; a blank without a value stays visible."""

    def __init__(self, words: Words) -> None:
        self.words = words

    def get_value(self, key: Any, args: Any, kwargs: Any) -> Any:  # noqa: ARG002 - string.Formatter's signature
        value = kwargs.get(key, "{" + str(key) + "}")
        if key in _COUNTED_DAYS and isinstance(value, float):
            return self.words.plain(value)
        if not isinstance(value, str):
            return value
        if key in _DAYS and _ISO_DAY.fullmatch(value):
            with suppress(ValueError):  # the thirty-first of February
                return self.words.day(date.fromisoformat(value))
        return self.words.of_system(value) if key in _REASONS else value

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, float) or (isinstance(value, int) and not isinstance(value, bool)):
            if format_spec == "plain":
                return str(value)
            if format_spec == "percent":
                return f"{round(value * 100)}%" if self.words.language == "en" else f"{round(value * 100)} %"
            return self.words.number(value, None if isinstance(value, int) else 1)
        return self.words.quote_python(value) if format_spec == "python" else str(value)


@lru_cache(maxsize=8)
def words(language: Language, extra: tuple[Path, ...] = ()) -> Words:
    """The words of `language`: those of every room, and of the folders in `extra` (third parties' kinds)."""
    return Words(language, (*sorted(ROOT.glob("**/locale")), *extra))
