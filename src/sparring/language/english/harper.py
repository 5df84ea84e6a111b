"""Harper (harper-py, Automattic's grammar checker in Rust) as the second reader, where it is installed.

Only kinds that speak of grammar are listened to: on technical sentences its spelling, capitals and typographical remarks are false alarms (GIL,
pytest, asyncio), and its dictionary is told the words of the trade so that they do not mislead its grammar either. Its offsets count characters, as ours do.
"""

from collections.abc import Callable, Sequence
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
        found = linter.lint(text, language=harper.Language.PLAINTEXT)
        return [_slip(lint, text) for lint in found if _wanted(lint)]

    return read


@cache
def _plain() -> Any:
    import harper

    return harper.Linter(harper.Dialect.AMERICAN)


def everything(text: str) -> list[tuple[int, int, str]]:
    """All that Harper alone marks, as it comes: start, end, kind. For measuring it."""
    import harper

    linter = _plain()
    return [(lint.span.start, lint.span.end, lint.lint_kind) for lint in linter.lint(text, language=harper.Language.PLAINTEXT)]


def _wanted(lint: Any) -> bool:
    return lint.lint_kind in KINDS and not any(words in lint.message for words in HUSHED)


def _slip(lint: Any, text: str) -> Slip:
    start, end = lint.span.start, lint.span.end
    mends = tuple(_mend(suggestion, text[start:end]) for suggestion in lint.suggestions[:MOST_MENDS]) if lint.suggestion_count else ()
    return Slip(f"harper-{lint.lint_kind.lower()}", start, end, mends, Text(lint.message), None, "", "harper")


def _mend(suggestion: Any, marked: str) -> str:
    """What stands instead: Harper replaces, inserts after, or removes."""
    import harper

    if suggestion.kind == harper.SuggestionKind.REMOVE:
        return ""
    words = str(suggestion.replacement_text)
    return marked + words if suggestion.kind == harper.SuggestionKind.INSERT_AFTER else words
