"""What of a text is the candidate's own: pieces copied from the exercise are told apart, by words in their order.

A piece (a line, a sentence) is copied from running text if it is long enough not to agree by chance and nearly all of its runs of words stand there.
It is copied from the board if it is one of the board's titles and more of the text is: one title among ten lines is what anybody might write, and titles
of one or two words are copied only where they are most of the text. In a split, which is lines, a line that begins as the exercise does and goes on in words of its
own is one's own.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from sparring.core.evidence import Span

RUN = 4
"""Words in a row that are looked for."""
SHORTEST = 6
"""Words from which a piece can be copied from running text."""
NEARLY_ALL = 0.8
BY_CHANCE = 0.25
"""Share of a text's pieces that may be titles of the board without being copied from it."""
OWN_OF_LINE, FEWEST_OWN = 1 / 3, 3
"""Share of a line's words, and how many of them, that make it the candidate's own although a piece of it stands in the exercise."""
_PIECE = re.compile(r"[^\n.!?;]+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_MARK = re.compile(r"\s*(?:[-*•]|\d+[.)])?\s*")
Words = tuple[str, ...]


def copied(text: str, prose: Sequence[str], titles: Sequence[str]) -> tuple[Span, ...]:
    """The pieces of a text that stand in the exercise's `prose`, or are `titles` of its board. `titles` are given for a split."""
    runs = {run for source in prose for run in _runs(words(source))}
    pieces = [(Span(match.start(), match.end()), words(_MARK.sub("", match[0], count=1))) for match in _PIECE.finditer(text)]
    pieces = [(span, own) for span, own in pieces if not all(word.isdigit() for word in own)]  # the "1" of "1. Title" is nobody's
    known = {found for title in titles for found in _title_forms(title)}
    listed = [own in known for _, own in pieces]
    mostly, often = sum(listed) > len(pieces) / 2, sum(listed) > len(pieces) * BY_CHANCE
    as_title = {span for (span, own), is_title in zip(pieces, listed, strict=True) if is_title and (mostly or (often and len(own) > 2))}
    as_prose = {span for span, own in pieces if len(own) >= SHORTEST and _share(own, runs) >= NEARLY_ALL}
    if titles:
        as_prose = {span for span in as_prose if not _goes_on(text, span, as_prose)}
    return tuple(span for span, _ in pieces if span in as_title or span in as_prose)


def _goes_on(text: str, span: Span, copies: Collection[Span]) -> bool:
    """Whether the line of a copied piece has enough words besides what is copied."""
    start, end = text.rfind("\n", 0, span.end - 1) + 1, text.find("\n", span.end)
    line = Span(start, end if end >= 0 else len(text))
    every = len(words(text[line.start : line.end]))
    taken = sum(len(words(text[one.start : one.end])) for one in copies if line.start <= one.start < line.end)
    return every - taken >= max(FEWEST_OWN, every * OWN_OF_LINE)


def without(text: str, spans: Sequence[Span]) -> str:
    """The text with blanks where the spans are: every place in it stays what it was."""
    for span in spans:
        text = text[: span.start] + re.sub(r"[^\n]", " ", text[span.start : span.end]) + text[span.end :]
    return text


def words(text: str) -> Words:
    """The words of a text in small letters."""
    return tuple(match[0].lower().replace("’", "'") for match in _WORD.finditer(text))


def _title_forms(title: str) -> Iterator[Words]:
    """A title whole, and the sentences of it that one would get by cutting it."""
    yield words(title)
    yield from (words(match[0]) for match in _PIECE.finditer(title))


def _runs(of: Words) -> set[Words]:
    return {of[at : at + RUN] for at in range(len(of) - RUN + 1)}


def _share(of: Words, runs: set[Words]) -> float:
    own = _runs(of)
    return len(own & runs) / len(own) if own else 0.0
