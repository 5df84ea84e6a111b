"""What is said to a person: a translatable message, or a pack's own text in two languages."""

from dataclasses import dataclass, field
from typing import Literal

Language = Literal["en", "it"]
LANGUAGES: tuple[Language, ...] = ("en", "it")
Param = str | int | float | bool


def readable(text: str) -> str:
    r"""`text` with halves of surrogate pairs written out (`\ud800`): they are no characters, and no file, page, archive or terminal takes them.

    The same object where there are none: `core.codec.cleaned` goes by that.
    """
    shown = text if text.isascii() else text.encode("utf-8", "backslashreplace").decode("utf-8")
    return text if shown == text else shown


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of the program: its id (`solve.all-cases-pass`) and what fills its blanks.

    Ids are never reused with another meaning. A parameter named `count` chooses the plural.
    """

    id: str
    params: dict[str, Param] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence of a pack, written by hand in each language of the pack."""

    en: str
    it: str = ""

    def to(self, language: Language) -> str:
        """The text in `language`; packs in one language answer in the one they have."""
        return (self.it if language == "it" else self.en) or self.en or self.it


Saying = Message | Text
