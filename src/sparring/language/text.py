"""A text as sentences of tokens, each with its place, its clause and its polarity: the ground on which key points are matched."""

import re
import threading
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from sparring.core.text import LANGUAGES, Language


def word_list(language: Language, name: str) -> frozenset[str]:
    """A list of words of the language's own file."""
    path = Path(__file__).with_name(f"{language}.toml")
    return frozenset(str(tomllib.loads(path.read_text(encoding="utf-8"))[name]).split())


STOPWORDS: dict[Language, frozenset[str]] = {language: word_list(language, "stopwords") for language in LANGUAGES}
NEGATIONS: dict[Language, frozenset[str]] = {language: word_list(language, "negations") for language in LANGUAGES}
CUTS: dict[Language, frozenset[str]] = {language: word_list(language, "clause_starts") for language in LANGUAGES}
TYPED: dict[Language, Mapping[str, str]] = {
    language: dict(word.split("=") for word in word_list(language, "typed")) for language in LANGUAGES
}
"""What people type for a word, and the word ("nn", "piu"); `+` joins two ("doesnt" is "does+not")."""

_SENTENCE = re.compile(r"[.!?;]+(?=[\s\"'”’»)*`]|$)|\n(?=\s*\n|\s*[-*\d•]|\s*[A-ZÀ-Ý])", re.UNICODE)
_CUT = re.compile(r"[,;:()\[\]{}—–…\"“”«»]|\s-\s")
_WORD = re.compile(r"__\w+__|[^\W_]+(?:[_'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word and where it stands, in characters of the whole text."""

    text: str
    stem: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of text: all its words, for each the number of the clause that it stands in, and which words come after a pause (a comma)."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    clauses: tuple[int, ...]
    pauses: frozenset[int]


class _Stemmers(threading.local):
    """A thread's own stemmers: they keep the word that they are at work on. Loaded with the first word: most answers are code."""

    @cached_property
    def of(self) -> Mapping[Language, Any]:
        """The stemmers by language."""
        import snowballstemmer

        return {"en": snowballstemmer.stemmer("english"), "it": snowballstemmer.stemmer("italian")}


_stemmers = _Stemmers()


@lru_cache(maxsize=20_000)
def stem(word: str, language: Language) -> str:
    """The stem of a word; English technical terms in an Italian text lose their plural s too."""
    word = word.lower()
    stemmed: str = _stemmers.of[language].stemWord(word)
    return stemmed.removesuffix("s") if language == "it" and word.endswith("s") else stemmed


def key(token: Token, language: Language) -> str:
    """What a word is compared by: its stem; small words only by themselves ("none" is no "non", "chi" no "chiave")."""
    small = token.text in STOPWORDS[language] or token.text in NEGATIONS[language]
    return f"={token.text}" if small else token.stem


@lru_cache(maxsize=10_000)
def tokens(text: str, language: Language, offset: int = 0) -> tuple[Token, ...]:
    """The words of a text, punctuation left out, as they are written where one takes care. An author's sentences are read with every answer: they are kept."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        word = match[0].lower().replace("’", "'")
        for part, first, last in _split(word, language):
            start = offset + match.start()
            found.append(Token(part, stem(part.strip("_"), language), start + first, start + last))
    return tuple(found)


def _split(word: str, language: Language) -> list[tuple[str, int, int]]:
    """The words in one, each with where it begins and ends: Italian elisions are two (`l'oggetto`), English contractions a word and a negation."""
    meant = TYPED[language].get(word, word)
    first, joined, second = meant.partition("+")
    if joined:
        cut = len(word) - 2
        return [(first, 0, cut), (second, cut, len(word))]
    if "'" not in meant:
        return [(meant, 0, len(word))]
    if language == "en" and word.endswith("n't"):
        return [(word[:-3] or word, 0, len(word) - 3), ("not", len(word) - 3, len(word))]
    parts, at = [], 0
    for part in word.split("'"):
        if part:
            parts.append((part, at, at + len(part)))
        at += len(part) + 1
    return parts


@lru_cache(maxsize=2_000)
def sentences(text: str, language: Language) -> tuple[Sentence, ...]:
    """The sentences of a text, in order. A colon joins (`missing token: 401`), a line that merely wraps goes on."""
    cuts = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
    stretches = [(start, end) for start, end in pairwise(cuts) if text[start:end].strip()]
    return tuple(sentence for start, end in stretches if (sentence := _sentence(text, start, end, language)).tokens)


def _sentence(text: str, start: int, end: int, language: Language) -> Sentence:
    words = tokens(text[start:end], language, start)
    pauses = {index for index in range(1, len(words)) if _CUT.search(text[words[index - 1].end : words[index].start])}
    numbers, clause = [], 0
    for index, word in enumerate(words):
        clause += index in pauses or (index > 0 and word.text in CUTS[language])
        numbers.append(clause)
    stretch = text[start:end]
    left, right = len(stretch) - len(stretch.lstrip()), len(stretch) - len(stretch.rstrip())
    return Sentence(start + left, end - right, words, tuple(numbers), frozenset(pauses))
