"""A CV's claims beside the code: which technologies it names, where the repositories show them, and which have no trace in them."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sparring.core.evidence import Passage, Place, Places, Span
from sparring.core.text import Message
from sparring.core.verdict import Finding
from sparring.portfolio.repository import Repository
from sparring.portfolio.sources import Sources


@dataclass(frozen=True, slots=True)
class Skill:
    """A technology: how CVs write it, and what shows it in a repository (imported modules, paths, words in files of configuration)."""

    name: str
    words: re.Pattern[str]
    modules: tuple[str, ...]
    paths: re.Pattern[str] | None


@lru_cache(maxsize=1)
def skills() -> tuple[Skill, ...]:
    """The list that ships in `skills.toml`."""
    table = tomllib.loads(Path(__file__).with_name("skills.toml").read_text(encoding="utf-8"))
    return tuple(
        Skill(
            name,
            re.compile(rf"(?<![\w.-])(?:{entry['words']})(?![\w-])", 0 if entry.get("case") else re.IGNORECASE),
            tuple(entry.get("modules", ())),
            re.compile(entry["paths"]) if "paths" in entry else None,
        )
        for name, entry in table.items()
    )


def check_claims(text: str, repositories: Iterable[Repository]) -> tuple[Finding, ...]:
    """One finding for each technology that the text names: where the code shows it, or that nothing does (ok is None: it may be true all the same)."""
    read = [(repository, Sources(repository)) for repository in repositories]
    found = []
    for skill in skills():
        match = skill.words.search(text)
        if match:
            places = [place for repository, sources in read for place in _shown(skill, repository, sources)]
            found.append(_finding(skill, text, match, places))
    return tuple(found)


def _finding(skill: Skill, text: str, match: re.Match[str], places: list[Place]) -> Finding:
    if places:
        return Finding(
            f"claim:{skill.name}",
            True,
            Message("portfolio.claim.shown", {"name": skill.name, "count": len(places)}),
            Places(tuple(places[:3]), max(0, len(places) - 3)),
        )
    return Finding(
        f"claim:{skill.name}",
        None,
        Message("portfolio.claim.no-trace", {"name": skill.name}),
        Passage(text, (Span(match.start(), match.end()),)),
    )


def _shown(skill: Skill, repository: Repository, sources: Sources) -> list[Place]:
    places = [
        Place(f"{repository.name}/{sources.imports[module].file}", sources.imports[module].line, 0, "", sources.imports[module].excerpt)
        for module in skill.modules
        if module in sources.imports
    ]
    if skill.paths:
        places += [Place(f"{repository.name}/{file.path}", 0, 0, "") for file in repository.files if skill.paths.search(file.path)][:3]
    return places
