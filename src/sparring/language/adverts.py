"""Reads a job advertisement: what it asks for, each with the sentence it stands in. A list of skills (`skills.toml`), names by their form (`unlisted.py`).

Whether a name is asked for is judged by what surrounds it (`advert_model.py`). How much it is asked for is read from the words around it and from the heading
above it: a must, a plus, or simply named.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sparring.core.text import LANGUAGES
from sparring.language.advert_cues import INTERVIEW_IN_ENGLISH, INTERVIEW_NOT_IN_ENGLISH
from sparring.language.advert_lines import Force, force_around, lines, shown
from sparring.language.advert_model import bar, judged
from sparring.language.skills import Skill, mentions
from sparring.language.text import STOPWORDS

FORCE: dict[Force, float] = {"must": 3.0, "named": 2.0, "plus": 1.0}
"""What a demand weighs."""
_FOREIGN = frozenset(
    "und der die das wir mit für ist sind oder eine einen im den bei auf zu von dich du nicht auch les des est vous nous pour avec dans aux et une nos vos los las "
    "para y el por más como nuestro eres een het van voor wij ons jij zijn".split()
)
"""Small words of German, French, Spanish and Dutch."""
MOST_ALSO = 4
"""So many further sentences are kept of one demand."""
MOST_NAMES = 60
"""Names in no list, of one advertisement: more is no advertisement."""


@dataclass(frozen=True, slots=True)
class Demand:
    """A skill that is asked for: the words (all that name it, as written), the sentence that asks most for it, and how strongly.

    `also`: the sentences of those words that do not stand in that one.
    """

    skill: Skill
    mentions: tuple[str, ...]
    sentence: str
    force: Force
    also: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The words in a row."""
        return ", ".join(self.mentions)


@lru_cache(maxsize=64)
def demands(text: str) -> tuple[Demand, ...]:
    """What an advertisement asks for, a skill once with its strongest sentence, in the order of the text."""
    return tuple(one for one in _asked(text) if one.skill.listed)


def unlisted(text: str) -> tuple[Demand, ...]:
    """The demands that no skill of the list names."""
    return tuple(one for one in _asked(text) if not one.skill.listed)[:MOST_NAMES]


@lru_cache(maxsize=64)
def _asked(text: str) -> tuple[Demand, ...]:
    best: dict[str, Demand] = {}
    for demand in (*_judged(text), *_spoken(text)):
        known = best.get(demand.skill.id)
        best[demand.skill.id] = demand if known is None else _together(known, demand)
    return tuple(best.values())


def _judged(text: str) -> Iterator[Demand]:
    for line, one, likely in judged(text):
        if likely >= bar(one, text) and not (one.skill.id == "english" and INTERVIEW_NOT_IN_ENGLISH.search(line.bare)):
            yield Demand(one.skill, (one.words,), shown(line.text), force_around(line, one.start, one.end))


def _spoken(text: str) -> Iterator[Demand]:
    """The language that an interview is held in, wherever that stands."""
    for line in lines(text):
        if spoken := INTERVIEW_IN_ENGLISH.search(line.text):
            yield from (Demand(one.skill, (one.words,), spoken[0], "must") for one in mentions(spoken[0]) if one.skill.id == "english")


def _together(known: Demand, more: Demand) -> Demand:
    """Both as one: the stronger sentence, with it the other where it alone holds a word; every word once."""
    stronger = more if FORCE[more.force] > FORCE[known.force] else known
    said = {word.casefold() for word in known.mentions}
    new = tuple(word for word in more.mentions if word.casefold() not in said)
    weaker = known if stronger is more else more
    unshown = [word for word in (*known.mentions, *new) if word not in stronger.sentence]
    also = known.also
    if any(word in weaker.sentence and not any(word in one for one in also) for word in unshown):
        also = (*also, weaker.sentence)
    return replace(stronger, mentions=(*known.mentions, *new), also=tuple(one for one in also if one != stronger.sentence)[:MOST_ALSO])


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
