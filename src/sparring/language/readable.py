"""Whether a text can be read as an answer at all: praise for "I don't know", for silence or for a soup of keywords never happens."""

from typing import Literal

from sparring.core.text import Language
from sparring.language.points import overlap
from sparring.language.stance import ADDRESSED, DONT_KNOW
from sparring.language.text import STOPWORDS, sentences, tokens

Reason = Literal["empty", "too-short", "dont-know", "copied", "soup", "language", "addressed"]
FEWEST_WORDS = 8
FEW_BESIDE = 25
"""Who says in fewer words that they do not know has said no more than that."""
SHORT, DIFFERENT = 60, 0.6
"""In so few words, so many are different ones: the same few over and over are no prose."""
_OTHER: dict[Language, Language] = {"en": "it", "it": "en"}


def unreadable_because(text: str, question: str, language: Language) -> Reason | None:
    """Why the text is no answer to the question; None if it is one."""
    words = [token.text for token in tokens(text, language)]
    if not words:
        return "empty"
    if gives_up(text, len(words)):
        return "dont-know"
    if len(words) < FEWEST_WORDS:
        return "too-short"
    if overlap(text, question, language) > 0.85 and len(words) <= 1.5 * len(tokens(question, language)):
        return "copied"
    return "addressed" if _is_addressed(text, language) else _not_prose(words, language)


def gives_up(text: str, words: int | None = None) -> bool:
    """Whether a short text says that its writer does not know, in either language. `words`: how many it has, where they were counted already."""
    return DONT_KNOW.search(text) is not None and (len(text.split()) if words is None else words) < FEW_BESIDE


def _is_addressed(text: str, language: Language) -> bool:
    """Whether at least half of a text speaks to whoever judges it."""
    parts = sentences(text, language)
    spoken = sum(len(part.tokens) for part in parts if ADDRESSED.search(text[part.start : part.end]))
    return spoken * 2 >= sum(len(part.tokens) for part in parts)


def _not_prose(words: list[str], language: Language) -> Reason | None:
    """Sentences are held together by small words: a third of any prose. A list of terms has hardly any."""
    own = _small_words(words, language)
    if _small_words(words, _OTHER[language]) > own + 0.12:
        return "language"
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
