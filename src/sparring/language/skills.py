"""The list of what advertisements ask for (`skills.toml` and three more), and where its words stand in a text.

A word is sure, or is a common word too ("hooks", "Unity", "evaluation") and then only a mention where something technical surrounds it. Looked up by
the first word of an entry, so that thousands of entries cost a sentence no more than the few that can begin there.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

FILES = ("skills.toml", "skills_wide.toml", "skills_branches.toml", "skills_trades.toml")
MOST_MENTIONS = 20
"""Mentions of one word that are looked at in a sentence."""
_BEGINNING = 3
_TOKEN = re.compile(r"\w+")
_BEFORE, _END = r"(?<![\w+#.@])", r"(?![\w+#])"


@dataclass(frozen=True, slots=True)
class Skill:
    """Something that advertisements ask for; without `topics` Sparring has nothing for it. Not `listed`: recognised by its form alone."""

    id: str
    title: str
    topics: tuple[str, ...]
    technical: bool
    subject: bool = False
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of the list in a text; not `sure`: a common word too, of no weight by itself."""

    start: int
    end: int
    words: str
    skill: Skill
    sure: bool = True


@dataclass(frozen=True, slots=True)
class _Entry:
    """A word of the list: its skill by number, a regular expression."""

    skill: int
    source: str
    sure: bool
    exact: bool


def mentions(text: str) -> list[Mention]:
    """Where words of the list stand in a text, in its order; one inside a longer one ("SQL" in "SQL Server") is none of its own."""
    found: dict[tuple[int, int, int], Mention] = {}
    for entry in _candidates(text):
        for match in islice(_compiled(entry).finditer(text), MOST_MENTIONS):
            key = (match.start(), match.end(), entry.skill)
            if key not in found or (entry.sure and not found[key].sure):
                found[key] = Mention(match.start(), match.end(), match[0], skills()[entry.skill], entry.sure)
    kept, reach = [], (-1, -1)
    for one in sorted(found.values(), key=lambda one: (one.start, -one.end)):
        if one.end > reach[1] or (one.start, one.end) == reach:
            kept.append(one)
            reach = (one.start, one.end)
    return kept


def known_in(text: str) -> set[str]:
    """The ids of the skills that a short text names, whatever surrounds them; "Go" and "R" alone too."""
    bare = text.strip()
    return {
        *(row["id"] for row in _table() if bare.casefold() in row.get("begins", ())),
        *(skills()[entry.skill].id for entry in _candidates(bare) if _compiled(entry).search(bare)),
    }


def names_sure(text: str) -> bool:
    """Whether a short text names a technology, not just a word that is a common one too."""
    return any(one.sure and one.skill.technical for one in mentions(text))


@lru_cache
def skills() -> tuple[Skill, ...]:
    """The list of skills."""
    return tuple(
        Skill(row["id"], row["title"], tuple(row["topics"]), row.get("technical", True), row.get("subject", False)) for row in _table()
    )


@lru_cache
def _table() -> list[dict[str, Any]]:
    rows: dict[str, dict[str, Any]] = {}
    for name in FILES:
        for row in tomllib.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))["skills"]:
            known = rows.setdefault(row["id"], row)
            if known is not row:
                known.update({key: [*known.get(key, ()), *row.get(key, ())] for key in ("words", "context", "begins")})
    return list(rows.values())


def _candidates(text: str) -> list[_Entry]:
    whole, beginnings = _index()
    tokens = set(_TOKEN.findall(text.casefold()))
    found = {entry for token in tokens for entry in whole.get(token, ())}
    found |= {entry for token in tokens for first, entry in beginnings.get(token[:_BEGINNING], ()) if token.startswith(first)}
    return sorted(found, key=lambda entry: entry.skill)


@lru_cache
def _index() -> tuple[dict[str, list[_Entry]], dict[str, list[tuple[str, _Entry]]]]:
    """Entries by their whole first word, and by its beginning where the list leaves its end open or it may be written together."""
    whole: dict[str, list[_Entry]] = {}
    beginnings: dict[str, list[tuple[str, _Entry]]] = {}
    for number, row in enumerate(_table()):
        sure = set(row.get("words", ()))
        for word in (*row.get("words", ()), *row.get("context", ())):
            first = _TOKEN.findall(word.casefold())[0]
            place = word.casefold().index(first) + len(first)
            entry = _Entry(number, _source(word), word in sure, word != word.lower())
            if word[place : place + 1] in ("*", "?", "-"):
                beginnings.setdefault(first[:_BEGINNING], []).append((first, entry))
            else:
                whole.setdefault(first, []).append(entry)
        for first in row.get("begins", ()) if row.get("pattern") else ():
            entry = _Entry(number, rf"(?<![\w+#.@-]){row['pattern']}(?![\w+#&-])", True, True)
            beginnings.setdefault(first[:_BEGINNING], []).append((first, entry))
    return whole, beginnings


def _source(word: str) -> str:
    inner = re.escape(word).replace(r"\*", r"\w*").replace(r"\?", r"\w").replace(r"\ ", r"[\s.-]+").replace(r"\-", r"[\s-]?")
    return rf"{_BEFORE}{inner}{_END}"


@lru_cache(maxsize=8192)
def _compiled(entry: _Entry) -> re.Pattern[str]:
    return re.compile(entry.source, 0 if entry.exact else re.IGNORECASE)
