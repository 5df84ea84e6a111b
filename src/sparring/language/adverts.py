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
_PLUS = re.compile(
    r"\b(nice[ -]to[ -]have|(?:is|are|as|be) (?:a |an )?(?:big |strong |huge )?(?:plus|bonus|advantage|asset)|a plus|bonus points?|desirable"
    r"|not (?:required|essential|needed)(?=\s*:)|not a must|non (?:indispensabil|obbligatori|necessari)\w* ma|helpful|beneficial|extra credit"
    r"|preferred|preferabl\w+|optional\w*|would be (?:great|nice)|gradit\w+|preferibil\w+|costituisc\w+ (?:titolo|un plus)|un plus|plus:"
    r"|titolo preferenziale|apprezzat\w+|desiderabil\w+|facoltativ\w+|non obbligatori\w+)",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(must(?:[ -]have)?|required?|requirements?|mandatory|essential|strong|solid|proven|expert\w*|excellent|advanced"
    r"|richiest\w+|indispensabil\w+|necessari\w+|obbligatori\w+|requisiti|ottim\w+|solid\w+|approfondit\w+|fondamental\w+|avanzat\w+)",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    r"\b(?:no [\w .+#/-]{1,40}(?:required|needed|necessary|expected)|not (?:required|needed|necessary|use|using)(?!\s*:)|do(?:n't| not) (?:need|require|use)"
    r"|non (?:è |e' |sono )?(?:richiest|necessari|serv|usiamo)\w*|instead of|rather than|anziché|invece di|moving away from|senza bisogno di)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(look(?:ing)? for|seek\w*|hiring|require\w*|requisit\w+|conoscenz\w+|competenz\w+|cerchiamo|ricerchiamo|cerca|cercando|ricerca|knowledge"
    r"|proficien\w+|familiar\w*|stack|you|your|candidat\w+|ti occuperai|si occuperà|nice to have|must|years? of experience|anni di esperienza"
    r"|esperienza (?:in|con|nell\w*|di)|experience (?:in|with))\b",
    re.IGNORECASE,
)
"""What a sentence that asks for something says, wherever it stands."""
_COMPANY = re.compile(
    r"\b(we are|we're|our (?:mission|customers|clients?|company|products?)|founded|company|start-?up|leader|leading|siamo"
    r"|our (?:\w+ )?engine|nostr\w+ (?:missione|clienti|prodotti|reparto)|aziend\w+|società|gruppo|fondat\w+|multinazional\w+)\b",
    re.IGNORECASE,
)
"""What a sentence about the company says."""
_ASIDE = re.compile(
    r"^\W*(about (?!you\b|the (?:role|job|position|opportunity)|this)\w+|who we are|our (?:company|story|values|culture|core values)|core values"
    r"|package|pay\b|in return|to apply|how to apply|interested\?|what you(?:'|’)?(?:ll| will) (?:get|receive)|what(?:'|’)s in it|cosa (?:trovi|trover\w+|diamo|avrai)"
    r"|trattamento economico|iter di|processo di selezione|benefits?|perks?"
    r"|what (?:do we|we|you'll) (?:offer|get|love)|we offer|what's (?:in it for you|on offer)|what makes|why (?:join|work|us|you'll|[A-Z]\w+\W*$)"
    r"|life at|equal opportunity|.{0,40}equal[ -]opportunity employer|privacy|compensation|interviewing at|interview process|how we hire|what we live by"
    r"|chi siamo|l'azienda|(?:che )?cosa offriamo|(?:ti )?offriamo|si offre|vantaggi|perché (?:unirti|noi|sceglier)|tipologia di contratto"
    r"|sede di lavoro|il processo di selezione)",
    re.IGNORECASE,
)
"""How a passage begins that asks for nothing."""
_ASKED_ASIDE = re.compile(
    r"\b(looking for|requirements?|requisit\w+|required|must[ -]have|conoscenz\w+|cerchiamo|ricerchiamo|proficien\w+|familiar\w*|nice to have|tech stack)\b",
    re.IGNORECASE,
)
"""What asks for something even there."""
_KNOWING = re.compile(
    r"\b(?:experience|familiar\w*|knowledge|understanding|expertise|awareness|esperienz\w+|conoscen\w+|familiarità|padronanza|dimestichezza|competenz\w+|design|build)\b",
    re.IGNORECASE,
)
HEADING_WORDS = 10
"""A longer line is a passage of its own: what it says of the company or of the offer ends with it."""
_LAW = re.compile(
    r"\b(?:GDPR|RGPD|DSGVO|(?<!data )privacy|D\.? ?Lgs|Reg\. ?UE|Regolamento UE|personal data|dati personali|data protection law)",
    re.IGNORECASE,
)
_HANDLING = re.compile(
    r"\b(?:tratta(?:ti|mento)|autorizz\w+|i (?:tuoi|suoi|vostri) dati|dati ricevuti|informativa|your (?:\w+ )?(?:data|details|information)|applicants?|applications?"
    r"|compl(?:y|iant|iance) with|privacy (?:policy|notice|statement)|candidat\w+|by applying)\b",
    re.IGNORECASE,
)
"""What a line says of the data of those who apply: the law is no demand there."""
_BULLET = re.compile(r"(?:[-•*·–+>]|\d{1,2}[.)]|[a-z]\))\s|->")
_EDUCATION = re.compile(r"\b(degree|bachelor\w*|master\W?s|ph\.?d|m\.?sc|b\.?sc|laure\w+|diploma|dottorato|graduat\w+)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:with|con)\b[^.;:]{0,60}$", re.IGNORECASE)
_THEIR_TEAM = re.compile(r"\s+(?:teams?|engineers?|departments?|colleagues|experts|colleghi)\b", re.IGNORECASE)
"""Whom one works with: "with the DevOps team" asks for no DevOps."""
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
        speaks_aside = bool(_ASIDE.match(body))
        aside = aside or (speaks_aside and len(body.split()) <= HEADING_WORDS)
        for sentence in (part for whole in _STOP.split(body) for part in _PART.findall(whole)):
            if _LAW.search(sentence) and (_HANDLING.search(sentence) or not _KNOWING.search(sentence)):
                continue
            asked = bool((_ASKED_ASIDE if aside or speaks_aside else _ASKED).search(sentence))
            if asked or not (aside or speaks_aside or (_COMPANY.search(sentence) and not _BULLET.match(body))):
                yield sentence.strip(" \t-•*·–#"), heading


def _is_heading(body: str) -> bool:
    if body.startswith("#") or body.endswith(":"):
        return True
    return len(body.split()) <= 5 and not re.match(r"[-•*·–]", body) and body[-1] not in ".,;" and not known_in(body)


def _in_sentence(sentence: str, heading: Force) -> Iterator[Demand]:
    """The demands of a sentence; a mention inside a longer one ("SQL" in "SQL Server") is not one of its own."""
    bare = _ADDRESS.sub(lambda found: " " * len(found[0]), sentence)
    found = [
        (mention, skill)
        for skill in _candidates(bare)
        for mention in islice(skill.pattern.finditer(bare), MOST_MENTIONS)
        if not (skill.subject and is_studied(bare, mention.start()))
    ]
    for mention, skill in found:
        inside = any(other.start() <= mention.start() and mention.end() <= other.end() and other[0] != mention[0] for other, _ in found)
        if not inside and not _taken_back(bare, mention) and not _of_others(bare, mention):
            yield Demand(skill, (mention[0],), sentence, _force(_around(bare, mention), heading))


def is_studied(sentence: str, place: int) -> bool:
    """Whether what stands at a place is what somebody should have a degree in."""
    degrees = [found.end() for found in _EDUCATION.finditer(sentence, 0, place)]
    return bool(degrees) and not re.search(r"[.;]\s", sentence[degrees[-1] : place]) and not _KNOWING.search(sentence, degrees[-1], place)


def spans(sentence: str) -> list[tuple[int, int]]:
    """Where the skills of the list stand in a sentence."""
    bare = _ADDRESS.sub(lambda found: " " * len(found[0]), sentence)
    return [found.span() for skill in _candidates(bare) for found in islice(skill.pattern.finditer(bare), MOST_MENTIONS)]


def force_around(sentence: str, start: int, end: int, heading: Force) -> Force | None:
    """How strongly what stands at a place is asked for; None where its clause takes it back or only says whom one works with."""
    found = re.compile(re.escape(sentence[start:end])).match(sentence, start)
    if found is None or _taken_back(sentence, found) or _of_others(sentence, found):
        return None
    return _force(_around(sentence, found), heading)


def _of_others(sentence: str, found: re.Match[str]) -> bool:
    """Whether the mention only says whom one works with."""
    return bool(_THEIR_TEAM.match(sentence, found.end()) and _OTHERS.search(sentence[: found.start()]))


def _taken_back(sentence: str, found: re.Match[str]) -> bool:
    """Whether the clause takes the mention back: "no Java required", "conoscere Java non è richiesto", "instead of Java"."""
    clause = _around(sentence, found)
    undone = _UNDONE.search(clause)
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
    if _PLUS.search(text):
        return "plus"
    return "must" if _MUST.search(text) else default
