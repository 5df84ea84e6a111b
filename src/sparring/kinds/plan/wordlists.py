"""The words of `claims.toml`: lists of forms by their names, and whether one of them begins at a place."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path


@cache
def table() -> Mapping[str, Mapping[str, str]]:
    """`claims.toml`."""
    return tomllib.loads(Path(__file__).with_name("claims.toml").read_text(encoding="utf-8"))


@cache
def listed(name: str) -> frozenset[str]:
    """The forms of a list."""
    return frozenset(table()["words"][name].split())


@cache
def _forms(name: str) -> tuple[Mapping[str, Sequence[Sequence[str]]], Sequence[Sequence[str]]]:
    """The forms of a list by their first word, and those whose first word has an open ending."""
    whole: dict[str, list[Sequence[str]]] = {}
    begun: list[Sequence[str]] = []
    for form in table()["words"][name].split():
        parts = tuple(re.split(r"[-']", form))
        (begun if parts[0].endswith("*") else whole.setdefault(parts[0], [])).append(parts)
    return whole, begun


@cache
def pairs(name: str) -> dict[str, int]:
    """A list of words that stand for numbers."""
    return {word: int(number) for word, _, number in (pair.partition("=") for pair in table()["words"][name].split())}


def length_at(words: Sequence[str], at: int, name: str) -> int:
    """How many words the form of a list that begins at a place has, 0 if none does."""
    whole, begun = _forms(name)
    forms = (*whole.get(words[at], ()), *begun) if at < len(words) else ()
    return max((len(form) for form in forms if _all(words, at, form)), default=0)


def _all(words: Sequence[str], at: int, form: Sequence[str]) -> bool:
    return at + len(form) <= len(words) and all(is_form(words[at + n], part) for n, part in enumerate(form))


def starts(words: Sequence[str], at: int, name: str) -> bool:
    """Whether a form of a list begins at a place."""
    return length_at(words, at, name) > 0


def is_form(word: str, form: str) -> bool:
    """Whether a word is a form; a "*" leaves its ending open."""
    return word.startswith(form[:-1]) if form.endswith("*") else word == form
