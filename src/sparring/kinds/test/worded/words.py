"""How a line of a list of cases is made ready for matching: signs become words, what only introduces an expectation is left out."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from sparring.core.text import Language
from sparring.language.ways import read_concepts, shared_concepts

_SIGNS = (
    (re.compile(r"(?<![\w)])(?:\[\s*\]|\{\s*\}|\(\s*\))"), " emptylist "),
    (re.compile(r"(?<!\w)(?:\"\s*\"|'\s*'|“\s*”|«\s*»)"), " emptytext "),
    (re.compile(r"[\[(]\s*([^\s,\[\]()]+)\s*,\s*\1\s*[\])]"), r" repeated \1 "),
    (re.compile(r"<=|≤|>=|≥"), " bound "),
    (re.compile(r"[-=]+>|→|⇒|={2,3}"), " : gives "),
    (re.compile(r"="), " gives "),
    (re.compile(r"<"), " below "),
    (re.compile(r">"), " above "),
    (re.compile(r"(?<![\w\])])[-−](?=\d)"), " negative "),
    (re.compile(r"\bNone\b"), " nonevalue "),
    (re.compile(r"(?<!\w)#(?!\w)"), " hashsign "),
)
_HEADS = re.compile(
    r"\b(?:(?:i(?:'d| would| will)? |to )?(?:check(?:ing)?|verify(?:ing)?|assert(?:ing)?|ensure|make sure|test(?:ing)?)(?: that| whether)?"
    r"|(?:should|must|has to|ought to|expect(?:ed)?)\b"
    r"|(?:controll|verific|assicur|prov)(?:o|a|are|armi|erei|ando)(?: che)?|(?:deve|devono|dovrebbe|dovrebbero|dev')\b)",
    re.IGNORECASE,
)
"""A list of tests says "check that" before everything: what follows is what is expected, and a negation in it denies."""


_EMPTY = re.compile(r"\b(?:with|which has|that has|con|che ha) (?:nothing|niente|nulla)(?: in it| on it| inside| dentro)?\b", re.IGNORECASE)
_NONE = re.compile(r"\b(?:zero|0) (?=[^\W\d])", re.IGNORECASE)
_NO: dict[Language, str] = {"en": "no ", "it": "nessun "}


_NOT_ALLOWED = re.compile(
    r"\b(?:no |nessun[oa']? ?)([^,:;]{1,50}?) (?:is|are|è|viene|sono|vengono) (?:allowed|accepted|permitted|ammess\w|accettat\w|permess\w)\b",
    re.IGNORECASE,
)


_SUBJECT = re.compile(r"^\s*(?:un|uno|una|one)\s+(?!sol|unic|single\b|only\b)(?=[^\W\d])", re.IGNORECASE)


def subject_bare(text: str) -> str:
    """A line without the article that it begins with: the "una" of "una riunione che ..." is no number of what comes out."""
    return _SUBJECT.sub("", text)


def variants(text: str, language: Language) -> tuple[str, ...]:
    """A line as it is matched, and once more in other words: "with zero people" is "with no people"."""
    first = ready(text)
    other = _NONE.sub(_NO[language], first)
    return (first,) if other == first else (first, other)


def ready(text: str) -> str:
    """A line as it is matched: "no size of 0 is accepted" is "a size of 0 is refused", "[]" an empty list."""
    text = _EMPTY.sub(" emptylist ", text)
    for pattern, word in _SIGNS:
        text = pattern.sub(word, text)
    return _NOT_ALLOWED.sub(r"\1 refused", _HEADS.sub(" ", text.replace("’", "'").replace("`", " ")))


@cache
def _own() -> Mapping[str, tuple[str, ...]]:
    table = tomllib.loads(Path(__file__).with_name("concepts.toml").read_text(encoding="utf-8"))
    return read_concepts({name: str(forms) for name, forms in table.items()})


def concepts(exercise: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The concepts that an exercise's ways may use: everybody's, those of tests, its own."""
    return {**shared_concepts(), **_own(), **exercise}


@cache
def _groups() -> Mapping[str, tuple[str, ...]]:
    """Each word that has synonyms, as authors write it, with all of its group."""
    table = tomllib.loads(Path(__file__).with_name("synonyms.toml").read_text(encoding="utf-8"))
    groups = read_concepts({name: str(forms) for name, forms in table.items()})
    return {form.removeprefix("!"): forms for forms in groups.values() for form in forms if not form.startswith("!")}


class Widened(dict[str, tuple[str, ...]]):
    """Concepts, each with whatever means the same as its name in any list; a word that is no concept has its synonyms alone. The forms of a concept stay as its author
    chose them: "uguale" may be a sign there.
    """

    def __init__(self, known: Mapping[str, Sequence[str]]) -> None:
        super().__init__({name: tuple(forms) for name, forms in known.items()})

    def get(self, word: str, default: Any = ()) -> tuple[str, ...]:
        """The forms that a word of a way stands for."""
        return tuple(dict.fromkeys((*super().get(word, ()), *_groups().get(word, default))))


@cache
def empty_words() -> frozenset[str]:
    """Words that say neither what goes in nor what comes out, in either language: "edge cases", "input non valido"."""
    return frozenset(word for forms in (_own()["vague"],) for word in forms)
