"""How a command is called, in the chosen language: for the help and for what was typed wrongly alike."""

from functools import lru_cache
from pathlib import Path

from sparring.core.text import Language

LOCALE = Path(__file__).parent / "locale"
PLACES = ("OPTIONS", "COMMAND", "ARGS")
"""What stands in a call for what is to be typed there, as the parser writes it."""


@lru_cache(maxsize=2)
def sentences(lang: Language) -> dict[str, str]:
    """What the help says in a language, by its English words; none for English. Read when it is asked for: no start pays for it."""
    import polib

    path = LOCALE / f"help.{lang}.po"
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(path), encoding="utf-8")} if path.exists() else {}


def in_words(pieces: str, lang: Language) -> str:
    """What follows a command's name in its call."""
    said = sentences(lang)
    for word in PLACES:
        pieces = pieces.replace(word, said.get(word, word))
    return pieces
