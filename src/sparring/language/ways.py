"""Ways to say something: an author's short patterns, read once.

    way     = [subject ":"] part { ";" part }     the parts stand in one sentence or in neighbouring ones, in order
    part    = term { term | ">" }                 all terms in one sentence, close together; ">": what stands before it comes first
    term    = form { "|" form }                   any one of the forms
    form    = ["!"] word                          "!": only where it is denied ("!load": "doesn't load", "without loading")
    "~" before a term                             none of its forms stands in that sentence
    "^" before a term                             what is found stands in one clause, and none of its forms in it
    "<" before a term                             the same, and none of its forms before it in the sentence either; what would be may stand behind

A word that is the name of a concept stands for all the concept's forms; one of them may begin with "!", too ("unchanged !changes": who denies the concept means
"changes"). In a form, "-" joins words that follow one another (`first-level`), "*" at the
end leaves the ending open (`recurs*`), alone at the start the beginning (`*erebbe`: whatever would be); other words are compared by their stems.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from sparring.core.text import Language
from sparring.language.text import key, tokens

Concepts = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Form:
    """Words that follow one another: each a stem, or a beginning if it ends with "*", an ending if it begins with it. `denied`: wanted only where it is denied."""

    words: tuple[str, ...]
    denied: bool


Term = tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Terms that stand together in one sentence; each with the number of its group, groups in order. `without`: forms that must not be there, `alone`: nor in the one clause that
    then holds all of it, `before`: nor there or before (both None: it may be several clauses).
    """

    terms: tuple[tuple[int, Term], ...]
    without: Term = ()
    alone: Term | None = None
    before: Term | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say something. `subject` '': whoever it is about."""

    source: str
    subject: str
    parts: tuple[Part, ...]


class WayError(ValueError):
    """A way that cannot be read. The text says what is wrong with it."""


def read_way(source: str, concepts: Concepts, language: Language, subjects: Sequence[str] = ()) -> Way:
    """The way that an author wrote; WayError if it has no term or an unknown subject."""
    head, colon, rest = source.partition(":")
    subject, body = (head.strip(), rest) if colon else ("", source)
    if subject and subject not in subjects:
        raise WayError(f"{subject}:")
    parts = tuple(_part(text, concepts, language) for text in body.split(";"))
    if not all(part.terms for part in parts):
        raise WayError(source)
    return Way(source, subject, parts)


def _part(text: str, concepts: Concepts, language: Language) -> Part:
    terms: list[tuple[int, Term]] = []
    without: list[Form] = []
    apart: dict[str, list[Form]] = {}
    group = 0
    for word in text.split():
        if word == ">":
            group += 1
        elif word.startswith("~"):
            without.extend(_term(word[1:], concepts, language))
        elif word[0] in "^<":
            apart.setdefault(word[0], []).extend(_term(word[1:], concepts, language))
        else:
            terms.append((group, _term(word, concepts, language)))
    alone, before = (tuple(apart[mark]) if mark in apart else None for mark in "^<")
    return Part(tuple(terms), tuple(without), alone, before)


def _term(text: str, concepts: Concepts, language: Language) -> Term:
    forms: list[Form] = []
    for written in text.split("|"):
        denied = written.startswith("!")
        word = written.removeprefix("!")
        named = (word, *concepts.get(word, ()))
        forms += [Form(form_words(form.removeprefix("!"), language), denied != form.startswith("!")) for form in named]
    usable = tuple(dict.fromkeys(form for form in forms if form.words))
    if not usable:
        raise WayError(text)
    return usable


@lru_cache(maxsize=20_000)
def form_words(form: str, language: Language) -> tuple[str, ...]:
    """A form as words are compared (`text.key`); a last word with an open ending keeps its "*", so does an ending alone."""
    if form.startswith("*"):
        return (form.lower(),)
    words = tokens(form.removesuffix("*"), language)
    if not form.endswith("*") or not words:
        return tuple(key(word, language) for word in words)
    return (*(key(word, language) for word in words[:-1]), words[-1].text + "*")


def read_concepts(table: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Concepts as an author wrote them: the forms of both languages, separated by blanks."""
    return {name: tuple(forms.split()) for name, forms in table.items()}


@cache
def shared_concepts() -> dict[str, tuple[str, ...]]:
    """The concepts that every exercise may use, `concepts.toml`."""
    table = tomllib.loads(Path(__file__).with_name("concepts.toml").read_text(encoding="utf-8"))
    return read_concepts({name: str(forms) for name, forms in table.items()})
