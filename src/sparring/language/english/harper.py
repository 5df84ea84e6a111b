"""Harper (harper-py, Automattic's grammar checker in Rust) as the second reader, where it is installed.

Only kinds that speak of grammar are listened to: on technical sentences its spelling, capitals and typographical remarks are false alarms (GIL,
pytest, asyncio), and its dictionary is told the words of the trade so that they do not mislead its grammar either. Its offsets count characters, as ours do.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sparring.core.text import Text
from sparring.language.english.rules import Slip

KINDS = frozenset({"Agreement", "Grammar", "Usage", "Eggcorn", "Malapropism", "Miscellaneous"})
HUSHED = (
    "missing a preposition",
    "missing the word `be`",
    "is a mass noun",
    "determiner before this noun phrase",
    "before a number",
    "`their`",
    "possessive pronoun `its`",
)
"""What it says of right technical sentences too often (measured on this program's own texts and the standard library's)."""
MOST_MENDS = 3
_NO_WORD = re.compile(r"\S{61,}")
"""Longer than any word that people write; what Harper needs for such a one (a key, a pasted blob) grows with its square, to gigabytes."""
_EMPTY = re.compile(r"\s{20,}")
"""So does its time with empty lines, and with the length of a text: it is read in pieces."""
PIECE = 4000
_CUTS = ("\n\n", "\n", ". ", " ")
_STANDS_FOR_IT = "Python"


def installed() -> bool:
    """Whether Harper is there."""
    return find_spec("harper") is not None


@cache
def second_reader() -> Callable[[str], Sequence[Slip]] | None:
    """Harper as a reader of texts; None where it is not installed. Made once; it takes about 100 MB."""
    if not installed():
        return None
    import harper

    linter = harper.Linter(harper.Dialect.AMERICAN)
    linter.import_words(Path(__file__).with_name("technical.txt").read_text(encoding="utf-8").split())

    def read(text: str) -> list[Slip]:
        return [_slip(lint, piece, start) for start, piece, lint in _lints(linter, text) if _wanted(lint)]

    return read


def _lints(linter: Any, text: str) -> Iterator[tuple[int, str, Any]]:
    """What the linter says, piece by piece: where the piece starts, the piece, the lint with its place in the piece."""
    import harper

    for start, piece in pieces(text):
        for lint in linter.lint(readable(piece), language=harper.Language.PLAINTEXT):
            yield start, piece, lint


def pieces(text: str) -> Iterator[tuple[int, str]]:
    """The text in pieces of at most PIECE characters, each with its start; cut between paragraphs, else lines, sentences, words."""
    start = 0
    while start < len(text):
        end = min(len(text), start + PIECE)
        if end < len(text):
            ends = (at + len(mark) for mark in _CUTS if (at := text.rfind(mark, start + PIECE // 2, end)) >= 0)
            end = next(ends, end)
        yield start, text[start:end]
        start = end


def readable(text: str) -> str:
    """The text, of the same length, with a name and blanks instead of what is too long to be a word, and few empty lines."""
    text = _NO_WORD.sub(lambda blob: _STANDS_FOR_IT.ljust(len(blob[0])), text)
    return _EMPTY.sub(lambda gap: ("\n\n" if "\n" in gap[0] else "").ljust(len(gap[0])), text)


@cache
def _plain() -> Any:
    import harper

    return harper.Linter(harper.Dialect.AMERICAN)


def everything(text: str) -> list[tuple[int, int, str]]:
    """All that Harper alone marks, as it comes: start, end, kind. For measuring it."""
    return [(start + lint.span.start, start + lint.span.end, lint.lint_kind) for start, _, lint in _lints(_plain(), text)]


def _wanted(lint: Any) -> bool:
    return lint.lint_kind in KINDS and not any(words in lint.message for words in HUSHED)


def _slip(lint: Any, text: str, offset: int) -> Slip:
    """A lint of the piece `text`, which begins at `offset`."""
    start, end = lint.span.start, lint.span.end
    mends = tuple(_mend(suggestion, text[start:end]) for suggestion in lint.suggestions[:MOST_MENDS]) if lint.suggestion_count else ()
    return Slip(f"harper-{lint.lint_kind.lower()}", offset + start, offset + end, mends, Text(lint.message), None, "", "harper")


def _mend(suggestion: Any, marked: str) -> str:
    """What stands instead: Harper replaces, inserts after, or removes."""
    import harper

    if suggestion.kind == harper.SuggestionKind.REMOVE:
        return ""
    words = str(suggestion.replacement_text)
    return marked + words if suggestion.kind == harper.SuggestionKind.INSERT_AFTER else words
