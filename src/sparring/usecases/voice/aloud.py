"""What of a text in Markdown can be said aloud: its words, each stretch with its language, without what only an eye can read. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sparring.core.text import Language
from sparring.language.readable import guess_language

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_GROWTH = re.compile(r"\bO\(\s*([^()]*(?:\([^()]*\))?[^()]*)\s*\)")
_SIGNS = re.compile(r"[_*`#\[\]{}<>|\\^=]+")
_ENDED = re.compile(r"[.!?:;…]['\"”’)»]*$")
ON_SCREEN: dict[Language, str] = {"en": "The code is on the screen.", "it": "Il codice è sullo schermo."}
_OF: dict[Language, str] = {"en": "O of", "it": "O di"}


@dataclass(frozen=True, slots=True)
class Said:
    """Words to be said in one go, and the language that they are in."""

    text: str
    language: Language


def aloud(markdown: str, language: Language) -> tuple[Said, ...]:
    """What is said of a text in `language`. A quotation may be in the other language; code is not read out, but that it is there is said once."""
    said: list[Said] = []
    for text, quoted in _blocks(_MARKDOWN.parse(markdown), language):
        spoken = guess_language(text, language) if quoted else language
        words = _sayable(text, spoken)
        if not words:
            continue
        if said and said[-1].language == spoken:
            said[-1] = Said(f"{said[-1].text} {words}", spoken)
        else:
            said.append(Said(words, spoken))
    return tuple(said)


def shown(markdown: str) -> str:
    """What must be seen even where the words are only heard: the blocks of code, in Markdown; '' if there is none."""
    lines = markdown.splitlines()
    blocks = (token for token in _MARKDOWN.parse(markdown) if token.type in ("fence", "code_block") and token.map)
    return "\n\n".join("\n".join(lines[slice(*token.map)]) for token in blocks if token.map)


def _blocks(tokens: list[Token], language: Language) -> Iterator[tuple[str, bool]]:
    """The text of each block in order, and whether it stands in a quotation."""
    quoted, told = 0, False
    for token in tokens:
        if token.type == "blockquote_open":
            quoted += 1
        elif token.type == "blockquote_close":
            quoted -= 1
        elif token.type == "inline":
            yield _words(token), quoted > 0
        elif token.type in ("fence", "code_block") and not told:
            told = True
            yield ON_SCREEN[language], False


def _words(token: Token) -> str:
    """The words of a block, links and emphasis without their marks."""
    return "".join(" " if part.type in ("softbreak", "hardbreak") else part.content for part in token.children or ())


def _sayable(text: str, language: Language) -> str:
    """Signs that a voice would spell are left out; a block ends with a stop, so that the voice rests."""
    text = _GROWTH.sub(lambda found: f"{_OF[language]} {found[1]}", text)
    text = " ".join(_SIGNS.sub(" ", text).split())
    return text if not text or _ENDED.search(text) else f"{text}."
