"""A text as sentences of tokens, each with its place: the ground on which key points are matched."""

import re
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from sparring.core.text import Language

STOPWORDS: dict[Language, frozenset[str]] = {
    "en": frozenset(
        [
            "a",
            "an",
            "the",
            "and",
            "or",
            "but",
            "so",
            "as",
            "of",
            "to",
            "in",
            "on",
            "at",
            "by",
            "for",
            "with",
            "from",
            "into",
            "than",
            "then",
            "that",
            "this",
            "these",
            "those",
            "it",
            "its",
            "is",
            "are",
            "was",
            "were",
            "be",
            "been",
            "being",
            "am",
            "do",
            "does",
            "did",
            "has",
            "have",
            "had",
            "i",
            "you",
            "he",
            "she",
            "we",
            "they",
            "me",
            "my",
            "your",
            "his",
            "her",
            "our",
            "their",
            "them",
            "us",
            "there",
            "here",
            "which",
            "who",
            "what",
            "when",
            "where",
            "how",
            "if",
            "while",
            "because",
            "also",
            "just",
            "very",
            "really",
            "can",
            "could",
            "will",
            "would",
            "should",
            "may",
            "might",
            "must",
            "up",
            "out",
            "over",
            "about",
            "some",
            "any",
            "each",
            "every",
            "all",
            "same",
            "such",
            "own",
            "one",
            "ones",
            "s",
            "t",
            "re",
            "ve",
            "ll",
            "d",
            "m",
            "get",
            "gets",
            "got",
            "going",
            "go",
            "goes",
            "thing",
            "things",
            "way",
            "like",
            "only",
            "even",
            "still",
        ]
    ),
    "it": frozenset(
        [
            "il",
            "lo",
            "la",
            "i",
            "gli",
            "le",
            "un",
            "uno",
            "una",
            "e",
            "ed",
            "o",
            "od",
            "ma",
            "se",
            "di",
            "a",
            "ad",
            "da",
            "in",
            "con",
            "su",
            "per",
            "tra",
            "fra",
            "del",
            "dello",
            "della",
            "dei",
            "degli",
            "delle",
            "al",
            "allo",
            "alla",
            "ai",
            "agli",
            "alle",
            "dal",
            "dallo",
            "dalla",
            "dai",
            "dagli",
            "dalle",
            "nel",
            "nello",
            "nella",
            "nei",
            "negli",
            "nelle",
            "sul",
            "sullo",
            "sulla",
            "sui",
            "sugli",
            "sulle",
            "che",
            "chi",
            "cui",
            "quale",
            "quali",
            "questo",
            "questa",
            "questi",
            "queste",
            "quello",
            "quella",
            "quelli",
            "quelle",
            "ciò",
            "è",
            "e'",
            "sono",
            "era",
            "erano",
            "essere",
            "stato",
            "stata",
            "stati",
            "state",
            "sia",
            "siano",
            "ho",
            "hai",
            "ha",
            "abbiamo",
            "avete",
            "hanno",
            "aveva",
            "avere",
            "io",
            "tu",
            "lui",
            "lei",
            "noi",
            "voi",
            "loro",
            "mi",
            "ti",
            "si",
            "ci",
            "vi",
            "ne",
            "lo",
            "gli",
            "come",
            "quando",
            "dove",
            "mentre",
            "perché",
            "perche'",
            "poi",
            "anche",
            "ancora",
            "più",
            "meno",
            "molto",
            "poco",
            "già",
            "solo",
            "soltanto",
            "così",
            "quindi",
            "cioè",
            "stesso",
            "stessa",
            "stessi",
            "stesse",
            "ogni",
            "tutto",
            "tutta",
            "tutti",
            "tutte",
            "cosa",
            "cose",
            "modo",
            "viene",
            "vengono",
            "fa",
            "fanno",
            "può",
            "possono",
            "devo",
            "deve",
            "devono",
            "c",
            "l",
            "un",
            "d",
            "s",
            "dell",
            "all",
            "nell",
            "sull",
            "quell",
            "dall",
        ]
    ),
}
NEGATIONS: dict[Language, frozenset[str]] = {
    "en": frozenset(
        [
            "not",
            "never",
            "no",
            "none",
            "nothing",
            "nobody",
            "cannot",
            "without",
            "neither",
            "nor",
            "n't",
            "isn't",
            "aren't",
            "doesn't",
            "don't",
            "didn't",
            "won't",
            "can't",
            "wasn't",
            "isnt",
            "dont",
        ]
    ),
    "it": frozenset(
        ["non", "mai", "no", "nessuno", "nessuna", "nessun", "niente", "nulla", "senza", "né", "neanche", "neppure", "nemmeno"]
    ),
}
_WORD = re.compile(r"__\w+__|[\w]+(?:['’](?=t\b)t)?|[^\s\w]", re.UNICODE)
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


@lru_cache(maxsize=4)
def _stemmer(language: Language) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer({"en": "english", "it": "italian"}[language])


@lru_cache(maxsize=20_000)
def stem(word: str, language: Language) -> str:
    """The stem of a word; English technical terms in an Italian text lose their plural s too."""
    word = word.lower()
    stemmed: str = _stemmer(language).stemWord(word)
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
    found = []
    for match in _SENTENCE.finditer(text):
        if match[0].strip():
            found.append(_sentence(text, match.start(), match.end(), language))
    return found


def clauses(text: str, sentence: Sentence, language: Language) -> list[Sentence]:
    """The clauses of a sentence: where a negation reaches and where it ends."""
    cuts = [sentence.start, *(sentence.start + m.start() for m in _CLAUSE.finditer(text[sentence.start : sentence.end])), sentence.end]
    return [_sentence(text, start, end, language) for start, end in zip(cuts, cuts[1:], strict=False) if end > start]


def _sentence(text: str, start: int, end: int, language: Language) -> Sentence:
    words = tokens(text[start:end], language, start)
    negations = tuple(token for token in words if token.text in NEGATIONS[language])
    content = tuple(token for token in words if token.text not in STOPWORDS[language] and token.text not in NEGATIONS[language])
    return Sentence(start, end, content, negations)
