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
def _forms(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(re.split(r"[-']", form)) for form in table()["words"][name].split())


@cache
def pairs(name: str) -> dict[str, int]:
    """A list of words that stand for numbers."""
    return {word: int(number) for word, _, number in (pair.partition("=") for pair in table()["words"][name].split())}


def length_at(words: Sequence[str], at: int, name: str) -> int:
    """How many words the form of a list that begins at a place has, 0 if none does."""
    forms = (form for form in _forms(name) if all(at + n < len(words) and is_form(words[at + n], part) for n, part in enumerate(form)))
    return max(map(len, forms), default=0)


def starts(words: Sequence[str], at: int, name: str) -> bool:
    """Whether a form of a list begins at a place."""
    return length_at(words, at, name) > 0


def is_form(word: str, form: str) -> bool:
    """Whether a word is a form; a "*" leaves its ending open."""
    return word.startswith(form[:-1]) if form.endswith("*") else word == form
