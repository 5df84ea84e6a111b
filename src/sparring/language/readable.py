"""Whether a text can be read as an answer at all: praise for "I don't know", for silence or for a soup of keywords never happens."""

import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Literal

from sparring.core.text import Language
from sparring.language.points import overlap
from sparring.language.stance import ADDRESSED, DONT_KNOW
from sparring.language.text import NEGATIONS, STOPWORDS, sentences, tokens

Reason = Literal["empty", "too-short", "dont-know", "copied", "soup", "language", "addressed", "questions"]
FEWEST_WORDS = 8
FEW_BESIDE = 25
"""Who says in fewer words that they do not know has said no more than that."""
SHORT, DIFFERENT = 60, 0.6
"""In so few words, so many are different ones: the same few over and over are no prose."""
FOREIGN = 0.06
"""By how much the share of a third language's small words must be above that of Italian and of English."""
FEWEST_FOREIGN = 0.2
"""Share of a third language's small words below which they are chance: terms, names, what was dictated badly."""
LISTED, SHORT_PIECE, PIECES = 0.6, 3, 6
"""A list of terms made into a sentence: so many pieces of so few words on end, which make up that share of the text."""
ASKED = 0.6
"""Share of a text's words in questions from which it asks and does not answer."""
_JOINS = frozenset("and or plus with then for per e ed o con poi più y et und".split())
_BESIDE = frozenset(
    "the a an of in to on by at il lo la i gli le l un uno una di del dello della dell dei degli delle da dal dalla a al allo alla all ai agli alle in nel nella nell su".split()
)
"""Small words that belong to a term ("il dizionario dell'istanza"); any other makes a piece part of a sentence."""
HELD = 0.08
"""Share of small words that are no articles, in any prose: fragments ("the risk the buffer the date") have none."""
_ARTICLES = frozenset("a an the il lo la i gli le un uno una".split())
_OTHER: dict[Language, Language] = {"en": "it", "it": "en"}


def unreadable_because(text: str, question: str, language: Language) -> Reason | None:
    """Why the text is no answer to the question; None if it is one."""
    words = [token.text for token in tokens(text, language)]
    if not words:
        return "empty"
    if gives_up(text, len(words)):
        return "dont-know"
    if is_foreign(text, words):
        return "language"
    if len(words) < FEWEST_WORDS:
        return "too-short"
    if overlap(text, question, language) > 0.85 and len(words) <= 1.5 * len(tokens(question, language)):
        return "copied"
    if _is_listed(text, language):
        return "soup"
    if _is_addressed(text, language):
        return "addressed"
    return "questions" if _only_asks(text, language) else _not_prose(words, language)


def is_foreign(text: str, words: list[str]) -> bool:
    """Whether a text is in a third language: in letters that are not Latin, or held together by the small words of another language."""
    letters = [character for character in text if character.isalpha()]
    if sum(not unicodedata.name(letter, "").startswith("LATIN") for letter in letters) * 2 > len(letters):
        return True
    if len(words) < FEWEST_WORDS:
        return False
    own = max(_small_words(words, language) for language in STOPWORDS)
    foreign = max(sum(word in small for word in words) / len(words) for small in _foreign())
    return foreign >= FEWEST_FOREIGN and foreign > own + FOREIGN


@cache
def _foreign() -> tuple[frozenset[str], ...]:
    table = tomllib.loads(Path(__file__).with_name("foreign.toml").read_text(encoding="utf-8"))
    return tuple(frozenset(words.split()) for words in table["languages"].values())


def _is_listed(text: str, language: Language) -> bool:
    """Whether most of a text is one list of terms, with commas or "and" between them."""
    longest = total = 0
    for sentence in sentences(text, language):
        pieces = _pieces([token.text for token in sentence.tokens], sentence.pauses, STOPWORDS[language] | NEGATIONS[language])
        total += sum(pieces)
        run = count = 0
        for piece in [*pieces, SHORT_PIECE + 1]:
            if piece <= SHORT_PIECE:
                run, count = run + piece, count + 1
                continue
            longest = max(longest, run if count >= PIECES else 0)
            run = count = 0
    return longest >= LISTED * total


def _pieces(words: list[str], pauses: frozenset[int], small: frozenset[str]) -> list[int]:
    """How many words each piece of a sentence has, cut at pauses and at what joins. An article adds none; a small word that no term has ("is", "che") makes it long."""
    found = [0]
    for at, word in enumerate(words):
        if (at in pauses or word in _JOINS) and found[-1]:
            found.append(0)
        if word not in _JOINS | _BESIDE:
            found[-1] += SHORT_PIECE + 1 if word in small else 1
    return found


def gives_up(text: str, words: int | None = None) -> bool:
    """Whether a short text says that its writer does not know, in either language. `words`: how many it has, where they were counted already."""
    return DONT_KNOW.search(text) is not None and (len(text.split()) if words is None else words) < FEW_BESIDE


def _is_addressed(text: str, language: Language) -> bool:
    """Whether at least half of a text speaks to whoever judges it."""
    parts = sentences(text, language)
    spoken = sum(len(part.tokens) for part in parts if ADDRESSED.search(text[part.start : part.end]))
    return spoken * 2 >= sum(len(part.tokens) for part in parts)


def _only_asks(text: str, language: Language) -> bool:
    """Whether most of a text is questions: who asks them need not know the answer."""
    parts = sentences(text, language)
    asked = sum(len(part.tokens) for part in parts if text[part.start : part.end].rstrip("\"'”»)*` ").endswith("?"))
    return asked >= ASKED * sum(len(part.tokens) for part in parts)


def _not_prose(words: list[str], language: Language) -> Reason | None:
    """Sentences are held together by small words: a third of any prose. A list of terms has hardly any."""
    own = _small_words(words, language)
    if _small_words(words, _OTHER[language]) > own + 0.12:
        return "language"
    held = sum(word in STOPWORDS[language] and word not in _ARTICLES for word in words) / len(words)
    if len(words) >= FEW_BESIDE and held < HELD:
        return "soup"
    repeated = len(words) < SHORT and len(set(words)) < DIFFERENT * len(words)
    return "soup" if own < 0.15 or repeated else None


def _small_words(words: list[str], language: Language) -> float:
    return sum(word in STOPWORDS[language] for word in words) / len(words)


def guess_language(text: str, default: Language) -> Language:
    """The language of a text by its small words; `default` if they do not tell."""
    words = [token.text for token in tokens(text, default)]
    if not words:
        return default
    own, other = _small_words(words, default), _small_words(words, _OTHER[default])
    return _OTHER[default] if other > own + 0.05 else default
