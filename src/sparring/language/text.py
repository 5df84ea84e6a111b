"""A text as sentences of tokens, each with its place: the ground on which key points are matched."""

import re
import threading
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import snowballstemmer

from sparring.core.text import LANGUAGES, Language


def _read(language: Language, name: str) -> frozenset[str]:
    path = Path(__file__).with_name(f"{language}.toml")
    return frozenset(str(tomllib.loads(path.read_text(encoding="utf-8"))[name]).split())


STOPWORDS: dict[Language, frozenset[str]] = {language: _read(language, "stopwords") for language in LANGUAGES}
NEGATIONS: dict[Language, frozenset[str]] = {language: _read(language, "negations") for language in LANGUAGES}
_SENTENCE = re.compile(r"[^.!?;:\n]+(?:[.!?;:](?![\s\n]|$)[^.!?;:\n]*)*[.!?;:]*", re.UNICODE)
_CLAUSE = re.compile(r",|\(|\)|—|–|\b(?:but|whereas|while|because|so that|which|ma|mentre|perché|invece|cioè)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word and where it stands, in characters of the whole text."""

    text: str
    stem: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of text with the words in it that carry meaning, and its negations."""

    start: int
    end: int
    words: tuple[Token, ...]
    negations: tuple[Token, ...]

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its words."""
        return frozenset(token.stem for token in self.words)


class _Stemmers(threading.local):
    """A thread's own stemmers: they keep the word that they are at work on."""

    def __init__(self) -> None:
        self.of = {"en": snowballstemmer.stemmer("english"), "it": snowballstemmer.stemmer("italian")}


_stemmers = _Stemmers()


@lru_cache(maxsize=20_000)
def stem(word: str, language: Language) -> str:
    """The stem of a word; English technical terms in an Italian text lose their plural s too."""
    word = word.lower()
    stemmed: str = _stemmers.of[language].stemWord(word)
    return stemmed if language == "en" else stemmed.removesuffix("s")


def tokens(text: str, language: Language, offset: int = 0) -> list[Token]:
    """The words of a text, punctuation left out."""
    found = []
    for match in re.finditer(r"[^\W_]+(?:[_'’][^\W_]+)*|__\w+__", text):
        word = match[0].lower().replace("’", "'")
        for part, shift in _split(word, language):
            start = offset + match.start() + shift
            found.append(Token(part, stem(part.strip("_"), language), start, start + len(part)))
    return found


def _split(word: str, language: Language) -> list[tuple[str, int]]:
    """Italian elisions are two words (`l'oggetto`); English contractions are a word and a negation."""
    if "'" not in word:
        return [(word, 0)]
    if language == "en" and word.endswith("n't"):
        return [(word[:-3] or word, 0), ("not", len(word) - 3)]
    parts, at = [], 0
    for part in word.split("'"):
        if part:
            parts.append((part, at))
        at += len(part) + 1
    return parts


def sentences(text: str, language: Language) -> list[Sentence]:
    """The sentences of a text, in order."""
    return [_sentence(text, match.start(), match.end(), language) for match in _SENTENCE.finditer(text) if match[0].strip()]


def clauses(text: str, sentence: Sentence, language: Language) -> list[Sentence]:
    """The clauses of a sentence: where a negation reaches and where it ends."""
    cuts = [sentence.start, *(sentence.start + m.start() for m in _CLAUSE.finditer(text[sentence.start : sentence.end])), sentence.end]
    return [_sentence(text, start, end, language) for start, end in pairwise(cuts) if end > start]


def _sentence(text: str, start: int, end: int, language: Language) -> Sentence:
    words = tokens(text[start:end], language, start)
    negations = tuple(token for token in words if token.text in NEGATIONS[language])
    content = tuple(token for token in words if token.text not in STOPWORDS[language] and token.text not in NEGATIONS[language])
    return Sentence(start, end, content, negations)
