"""Reads a job advertisement: what it asks for, each with the sentence it stands in. Rules and a list of skills (`skills.toml`); nothing is guessed.

A mention counts as asked for unless its clause takes it back ("no Java required"). How much it is asked for is read from the words around it and from the
heading above it: a must, a plus, or simply named. What the company says of itself and what it offers is no demand (`advert_parts.py`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sparring.core.text import LANGUAGES
from sparring.language.advert_cues import ASKED, BULLET, KNOWING
from sparring.language.advert_parts import Force, force_around, is_studied, is_taken_back, sentences, title_of
from sparring.language.skills import Mention, Skill, mentions
from sparring.language.text import STOPWORDS

FORCE: dict[Force, float] = {"must": 3.0, "named": 2.0, "plus": 1.0}
"""What a demand weighs."""
_FOREIGN = frozenset(
    "und der die das wir mit für ist sind oder eine einen im den bei auf zu von dich du nicht auch les des est vous nous pour avec dans aux et une nos vos los las "
    "para y el por más como nuestro eres een het van voor wij ons jij zijn".split()
)
"""Small words of German, French, Spanish and Dutch."""
SHORT_WORDS = 6
"""A line of so few words under a heading that asks names what it asks for."""
NEAR = 25
"""So few characters away a technology makes a common word technical."""
KNOWN_BEFORE = 40
"""So many characters before it a cue of knowing speaks of a common word."""
MOST_ALSO = 4
"""So many further sentences are kept of one demand."""
PROSE_WORDS = 12
"""So many words are no item of a list."""
TRADES = frozenset({"fintech", "commerce", "domains", "media", "bioinformatics", "gis", "blockchain", "embedded"})
"""Skills of a branch of business rather than of programming."""
_EXAMPLE = re.compile(
    r"\s*(?:(?!(?:in|di|con|per|of|with|for|to|on|su|da|via|and|or|e|o)\b)\w+\s+)?(?:\(|:|(?:such as|like|e\.g\.|come|quali|ad esempio|tipo|es\.)\s)?\s*",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"\s+")
"""What stands between a common word and the name that it is about, behind it or before it."""
_TELLS = re.compile(
    r"(?:the|our|this|these|its|their|it|they|we|you['’]ll find|il|lo|la|l['’]|i|gli|le|un|una|nostr\w|quest\w)\b(?=(?:\W+\w+){6})"
    r"|(?-i:[A-Z]\w+) (?:is|has|was|turns|makes|builds|helps|runs|sells|gives|brings|connects|è|ha|offre|sviluppa|produce|gestisce|vende|aiuta)\b",
    re.IGNORECASE,
)
"""How a sentence begins whose subject is the company, its product or a thing."""
_READER = re.compile(
    r"\b(?:you|your|tu|ti|tuo|tua|tuoi|tue|te|\w{2,}(?:erai|irai|arai)|we (?:use|need|want|rely)"
    r"|stack|expect|ask for|grasp|confidence|sound|aspettiamo|chiediamo|richied\w+|usiamo|utilizziamo|risorsa|figura|incaricat\w|si occuperà|role|job"
    r"|prova|prove|verterà|verteranno)\b"
)
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S{1,100}@\S+")


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
    best: dict[str, Demand] = {}
    title = title_of(text)
    for sentence, force in sentences(text):
        for demand in _in_sentence(sentence, force, titled=sentence in title):
            known = best.get(demand.skill.id)
            best[demand.skill.id] = demand if known is None else _together(known, demand)
    return tuple(best.values())


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


def mentioned(sentence: str, heading: Force) -> list[Mention]:
    """The words of the list that a sentence names: sure ones, and common ones where something technical surrounds them."""
    bare = _without_addresses(sentence)
    found = [one for one in mentions(bare) if not (one.skill.subject and is_studied(bare, one.start))]
    sure = [one for one in found if one.sure and one.skill.technical]
    few = len(bare.split()) <= SHORT_WORDS
    return [
        one for one in found if one.sure or (few and (heading != "named" or not one.skill.technical)) or _is_surrounded(bare, one, sure)
    ]


def _is_surrounded(sentence: str, one: Mention, sure: list[Mention]) -> bool:
    """Whether something technical is near a common word, or words of knowing directly before it."""
    near = any(other.start - one.end <= NEAR and one.start - other.end <= NEAR for other in sure)
    return near or bool(KNOWING.search(sentence, max(0, one.start - KNOWN_BEFORE), one.start))


def _in_sentence(sentence: str, heading: Force, *, titled: bool) -> Iterator[Demand]:
    """The demands of a sentence; of the post's title only what is surely a technology, and of prose that names nothing but a trade nothing."""
    bare = _without_addresses(sentence)
    found = [
        one for one in mentioned(sentence, heading) if not titled or not one.skill.technical or (one.sure and one.skill.id not in TRADES)
    ]
    found = [one for one in found if not (heading == "named" and one.words.islower() and _is_told(bare))]
    found = [one for one in found if not _is_named_by(one, found, bare)]
    if _tells_of_trade(bare, found, heading):
        found = [one for one in found if not one.skill.technical]
    undone = {one.skill.id for one in found if is_taken_back(bare, one.start, one.end)}
    for one in found:
        force = force_around(bare, one.start, one.end, heading)
        if force and one.skill.id not in undone:
            yield Demand(one.skill, (one.words,), sentence, force)


def _is_named_by(one: Mention, found: list[Mention], sentence: str) -> bool:
    """Whether a common word only says what a name beside it is: "the scheduler Slurm", "message brokers (RabbitMQ)" ask for the name, which trains the same."""
    if not one.words.islower() or not one.skill.technical:
        return False
    names = (other for other in found if other.sure and other.skill.technical and not other.words.islower())
    return any(
        bool(_EXAMPLE.fullmatch(sentence, one.end, name.start) or _APPOSED.fullmatch(sentence, name.end, one.start)) for name in names
    )


def _is_told(sentence: str) -> bool:
    """Whether a sentence under no heading that asks tells of the company or its product: about somebody else than the reader, and without a word that asks."""
    return bool(_TELLS.match(sentence)) and not (ASKED.search(sentence) or KNOWING.search(sentence) or _READER.search(sentence))


def _tells_of_trade(sentence: str, found: list[Mention], heading: Force) -> bool:
    """Whether a sentence under no heading that asks tells what the product handles: it names a trade's things alone, and nobody need know them."""
    prose = heading == "named" and not BULLET.match(sentence) and len(sentence.split()) >= PROSE_WORDS and not KNOWING.search(sentence)
    return prose and {one.skill.id for one in found if one.skill.technical} <= TRADES


def _without_addresses(sentence: str) -> str:
    """The sentence with blanks for links and mail addresses: every other place stays where it is."""
    return _ADDRESS.sub(lambda found: " " * len(found[0]), sentence)
