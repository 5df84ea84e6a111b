"""Reads a job advertisement: what it asks for, each with the sentence it stands in. Rules and a list of skills (`skills.toml`); nothing is guessed.

A mention counts as asked for unless its clause takes it back ("no Java required"). How much it is asked for is read from the words around it and from the
heading above it: a must, a plus, or simply named. What the company says of itself and what it offers is no demand.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from sparring.core.text import LANGUAGES
from sparring.language.advert_cues import (
    ASIDE,
    ASKED,
    ASKED_ASIDE,
    BOARD,
    BULLET,
    COLLEAGUES_FROM,
    COMPANY,
    EDUCATION,
    FOR_OTHERS,
    HANDLING,
    INTERVIEW_IN_ENGLISH,
    KNOWING,
    LAW,
    MUST,
    OTHERS,
    OTHERS_AFTER,
    OTHERS_WORK,
    PERKS,
    PLUS,
    PRODUCT,
    TEAM_OF,
    THEIR_TEAM,
    UNDONE,
    UNDONE_BEFORE,
)
from sparring.language.text import STOPWORDS

Force = Literal["must", "named", "plus"]
FORCE: dict[Force, float] = {"must": 3.0, "named": 2.0, "plus": 1.0}
"""What a demand weighs."""
_FOREIGN = frozenset(
    "und der die das wir mit für ist sind oder eine einen im den bei auf zu von dich du nicht auch les des est vous nous pour avec dans aux et une nos vos los las "
    "para y el por más como nuestro eres een het van voor wij ons jij zijn".split()
)
"""Small words of German, French, Spanish and Dutch."""
_TOKEN = re.compile(r"\w+")
_BEGINNING = 3
MOST_MENTIONS = 20
"""Mentions of one skill that are looked at in a sentence."""
_END = r"(?![\w+#])"
HEADING_WORDS = 10
"""A longer line is a passage of its own: what it says of the company or of the offer ends with it."""
_WRAPPED = re.compile(r"(?<=[^\n.:;!?]{40})(?<![.:;!?\n])\n[ \t]*(?=[a-zà-ý(*_])(?![*_-]\s)")
"""Where a line goes on in the next one."""
_EMPHASIS = re.compile(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S{1,100}@\S+")
_PART = re.compile(r"\S.{0,998}(?:\S(?=\s|$)|$)|\S{1,1000}", re.DOTALL)
"""As much of a sentence as is looked at in one piece: nobody writes longer ones."""
_SENTENCE = re.compile(r"[^\n]+")
_STOP = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÀ-Ý•\-*])")


@dataclass(frozen=True, slots=True)
class Skill:
    """Something that advertisements ask for; without `topics` Sparring has nothing for it. Not `listed`: recognised by its form alone."""

    id: str
    title: str
    topics: tuple[str, ...]
    technical: bool
    pattern: re.Pattern[str]
    subject: bool = False
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Demand:
    """A skill that is asked for: the words (all that name it, as written), the sentence that asks most for it, and how strongly."""

    skill: Skill
    mentions: tuple[str, ...]
    sentence: str
    force: Force

    @property
    def words(self) -> str:
        """The words in a row."""
        return ", ".join(self.mentions)


@lru_cache(maxsize=64)
def demands(text: str) -> tuple[Demand, ...]:
    """What an advertisement asks for, a skill once with its strongest sentence, in the order of the text."""
    best: dict[str, Demand] = {}
    for sentence, force in sentences(text):
        for demand in _in_sentence(sentence, force):
            known = best.get(demand.skill.id)
            best[demand.skill.id] = demand if known is None else _together(known, demand)
    return tuple(best.values())


def _together(known: Demand, more: Demand) -> Demand:
    """Both as one: the stronger sentence, every word once."""
    stronger = more if FORCE[more.force] > FORCE[known.force] else known
    said = {word.casefold() for word in known.mentions}
    return replace(stronger, mentions=(*known.mentions, *(word for word in more.mentions if word.casefold() not in said)))


def topic_weights(found: tuple[Demand, ...]) -> dict[str, float]:
    """How strongly each topic is asked for, the first topic of a skill whole and its others by half."""
    weights: dict[str, float] = {}
    for demand in found:
        for place, topic in enumerate(demand.skill.topics):
            weights[topic] = max(weights.get(topic, 0.0), FORCE[demand.force] * (1.0 if place == 0 else 0.5))
    return weights


def is_foreign(text: str) -> bool:
    """Whether an advertisement is written in neither English nor Italian: its small words are another language's."""
    words = re.findall(r"[^\W\d_]+", text.casefold())
    here = max(sum(word in STOPWORDS[language] for word in words) for language in LANGUAGES)
    return sum(word in _FOREIGN for word in words) > here


def known_in(text: str) -> set[str]:
    """The ids of the skills that a short text names, whatever surrounds them; "Go" and "R" alone too."""
    named = {row["id"] for row in _table() if text.strip().casefold() in row.get("begins", ())}
    return named | {skill.id for skill in _candidates(text) if skill.pattern.search(text)}


def _candidates(text: str) -> list[Skill]:
    """The skills of which a word may stand in a text: those with a first word that begins like one of the text's. Spares most patterns."""
    index = _by_beginning()
    numbers = {number for token in set(_TOKEN.findall(text.casefold())) for number in index.get(token[:_BEGINNING], ())}
    return [skills()[number] for number in sorted(numbers)]


@lru_cache
def _by_beginning() -> dict[str, tuple[int, ...]]:
    index: dict[str, set[int]] = {}
    for number, row in enumerate(_table()):
        for word in (*row["words"], *row.get("begins", ())):
            index.setdefault(_TOKEN.findall(word.casefold())[0][:_BEGINNING], set()).add(number)
    return {beginning: tuple(numbers) for beginning, numbers in index.items()}


@lru_cache
def _table() -> list[dict[str, Any]]:
    return list(tomllib.loads(Path(__file__).with_name("skills.toml").read_text(encoding="utf-8"))["skills"])


@lru_cache
def skills() -> tuple[Skill, ...]:
    """The list of skills."""
    return tuple(
        Skill(
            row["id"],
            row["title"],
            tuple(row["topics"]),
            row.get("technical", True),
            _pattern(row["words"], row.get("pattern", "")),
            row.get("subject", False),
        )
        for row in _table()
    )


def _pattern(words: list[str], more: str) -> re.Pattern[str]:
    any_case = "|".join(_word(word) for word in sorted(words, key=len, reverse=True) if word == word.lower())
    exact = "|".join(_word(word) for word in sorted(words, key=len, reverse=True) if word != word.lower())
    parts = [f"(?i:{any_case})"] * bool(any_case) + [exact] * bool(exact)
    listed = rf"(?<![\w+#.@])(?:{'|'.join(parts)}){_END}"
    return re.compile(rf"{listed}|(?<![\w+#.@-]){more}(?![\w+#&-])" if more else listed)


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\?", r"\w").replace(r"\ ", r"[\s.-]+").replace(r"\-", r"[\s-]?")


def sentences(text: str) -> Iterator[tuple[str, Force]]:
    """Sentences with the force of the heading above them: a line marked as one, a short line that ends in a colon or holds no more than five words."""
    heading: Force = "named"
    aside = False
    for line in _SENTENCE.findall(_WRAPPED.sub(" ", text)):
        body = _EMPHASIS.sub("", line.strip())
        if not body:
            continue
        if _is_heading(body):
            heading, aside = _force(body, "named"), False
        speaks_aside = bool(ASIDE.match(body))
        aside = aside or (speaks_aside and len(body.split()) <= HEADING_WORDS)
        for sentence in (part for whole in _STOP.split(body) for part in _PART.findall(whole)):
            if LAW.search(sentence) and (HANDLING.search(sentence) or not KNOWING.search(sentence)):
                continue
            if BOARD.search(sentence):
                continue
            if spoken := INTERVIEW_IN_ENGLISH.search(sentence):
                yield spoken[0], "must"
            if PERKS.search(sentence) and not ASKED_ASIDE.search(sentence):
                continue
            asked = bool((ASKED_ASIDE if aside or speaks_aside else ASKED).search(sentence))
            if asked or not (aside or speaks_aside or (COMPANY.search(sentence) and not BULLET.match(body))):
                yield sentence.strip(" \t-•*·–#"), heading


def _is_heading(body: str) -> bool:
    if body.startswith("#") or body.endswith(":"):
        return True
    return len(body.split()) <= 5 and not re.match(r"[-•*·–]", body) and body[-1] not in ".,;" and not known_in(body)


def _in_sentence(sentence: str, heading: Force) -> Iterator[Demand]:
    """The demands of a sentence; a mention inside a longer one ("SQL" in "SQL Server") is not one of its own."""
    bare = _without_addresses(sentence)
    found = [
        (mention, skill)
        for skill in _candidates(bare)
        for mention in islice(skill.pattern.finditer(bare), MOST_MENTIONS)
        if not (skill.subject and is_studied(bare, mention.start()))
    ]
    undone = {skill.id for mention, skill in found if _taken_back(bare, mention)}
    for mention, skill in found:
        inside = any(other.start() <= mention.start() and mention.end() <= other.end() and other[0] != mention[0] for other, _ in found)
        if not inside and skill.id not in undone and not _of_others(bare, mention):
            yield Demand(skill, (mention[0],), sentence, _force(_around(bare, mention), heading))


def _without_addresses(sentence: str) -> str:
    """The sentence with blanks for links and mail addresses: every other place stays where it is."""
    return _ADDRESS.sub(lambda found: " " * len(found[0]), sentence)


def is_studied(sentence: str, place: int) -> bool:
    """Whether what stands at a place is what somebody should have a degree in."""
    degrees = [found.end() for found in EDUCATION.finditer(sentence, 0, place)]
    return (
        bool(degrees)
        and not re.search(r"[.;]\s|\b(?:years?|anni)\b", sentence[degrees[-1] : place])
        and not KNOWING.search(sentence, degrees[-1], place)
    )


def spans(sentence: str) -> list[tuple[int, int]]:
    """Where the skills of the list stand in a sentence."""
    bare = _without_addresses(sentence)
    return [found.span() for skill in _candidates(bare) for found in islice(skill.pattern.finditer(bare), MOST_MENTIONS)]


def force_around(sentence: str, start: int, end: int, heading: Force) -> Force | None:
    """How strongly what stands at a place is asked for; None where its clause takes it back or only says whom one works with."""
    found = re.compile(re.escape(sentence[start:end])).match(sentence, start)
    if found is None or _taken_back(sentence, found) or _of_others(sentence, found):
        return None
    return _force(_around(sentence, found), heading)


def _of_others(sentence: str, found: re.Match[str]) -> bool:
    """Whether the mention only says whom one works with, or what others do."""
    before, after = sentence[: found.start()], found.end()
    with_them = bool(OTHERS.search(before)) and bool(THEIR_TEAM.match(sentence, after) or TEAM_OF.search(before))
    for_them = bool(FOR_OTHERS.search(before)) and bool(PRODUCT.match(sentence, after))
    by_them = OTHERS_AFTER.search(sentence, after) or OTHERS_WORK.search(_around(sentence, found))
    return with_them or for_them or bool(COLLEAGUES_FROM.search(before) or by_them)


def _taken_back(sentence: str, found: re.Match[str]) -> bool:
    """Whether the clause takes the mention back: "no Java required", "conoscere Java non è richiesto", "instead of Java"."""
    if UNDONE_BEFORE.search(sentence, found.end()):
        return True
    clause = _around(sentence, found)
    undone = UNDONE.search(clause)
    if undone is None:
        return False
    place = clause.index(found[0])
    return undone.start() <= place or bool(re.match(r"(?i)not|non", undone[0]))


def _around(sentence: str, found: re.Match[str]) -> str:
    """The clause around a mention: up to the next semicolon, full stop or "but"."""
    cuts = [0, *(cut.start() for cut in re.finditer(r"[;.](?=\s)|\b(?:but|ma|while|mentre)\b", sentence)), len(sentence)]
    start = max(cut for cut in cuts if cut <= found.start())
    end = min(cut for cut in cuts if cut >= found.end())
    return sentence[start:end]


def _force(text: str, default: Force) -> Force:
    if PLUS.search(text):
        return "plus"
    return "must" if MUST.search(text) else default
