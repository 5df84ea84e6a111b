"""What a real interview asked, told in free text: the questions in it, the exercises of the library that train each, their topics.

A question is a line of a list, a sentence that asks, or a part of one that begins another thing asked ("…, then to write an LRU cache"). How it went, the
coffee and the weather are no questions. Its topics are those of the skills that it names and those of the exercise that shares most of its words, rare
words counting more; what shares too little has none. What is said not to have been asked ("non mi hanno chiesto nulla di Django") is none either, nor is a
text in which nothing asks and nothing technical stands: it is told as not taken up.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Any

from sparring.core.exercise import Exercise
from sparring.core.text import LANGUAGES, Language
from sparring.language.skills import mentions
from sparring.language.text import STOPWORDS, tokens
from sparring.usecases.app import App

MOST_QUESTION, LEAST_LETTERS, ITEM_WORDS = 500, 4, 14
ASKED_FORCE = 3.0
"""What was asked weighs like a must of an advertisement, a question's further topics by half."""
NEAR = 0.4
"""The share of a question's weight in words that an exercise has to hold."""
TELLING = 3.5
"""What the words of its title that a question shares must weigh together: one that is in one exercise of some thirty (its logarithm), or several less rare."""
SAID_KINDS = ("say",)
"""Kinds whose exercises are sentences about anything."""
PREFERRED = 1.25
"""How much more an exercise counts whose answer is told, as an answer in an interview is."""
ELIDED = frozenset(("cos", "com", "dov", "quand", "qual"))
"""What is left of small words before an apostrophe: "cos'è"."""
TOLD_KINDS = ("explain",)
"""Kinds whose answers are told in the words in which one asks."""
_STOP = re.compile(r"(?<=[.?!;])\s+|\n+")
_ASKS = (
    r"(?:come|cosa|che cosa|(?:che )?cos['’]|perch[eé]|quando|quale|quali|qual|quanto|differenz\w+|la differenza|una differenza"
    r"|se (?:so|ho|uso|conosco|avevo|sapevo|mai)|spieg\w+|scriv\w+|implement\w+"
    r"|raccont\w+|progett\w+|descriv\w+|cosa succede|how|what|why|when|which|whether|difference|the difference|explain\w*|writ\w+|describ\w+|tell|told|design\w*|walk\w*|reverse"
    r"|find|build|compare|solv\w+|risolv\w+|fare|disegn\w+|ottimizz\w+|optimi[sz]\w+|review\w*|debug\w*|test\w*|live coding|un esercizio|an exercise)\b"
)
_NEXT = re.compile(
    rf"[,:]?\s+(?:e\s+|and\s+)?(?:poi|quindi|infine|alla fine|dopo|in seguito|then|finally|lastly|after that|next|also|anche)\b[,:]?\s+"
    rf"|[,:]\s+(?:e\s+|and\s+)?(?=(?:di |to |su |on |about )?{_ASKS})"
    rf"|\s+(?:e|and)\s+(?=(?:di |to |su |about )?{_ASKS})",
    re.IGNORECASE,
)
_ASKING = re.compile(
    rf"\?|\b(?:chies\w+|chied\w+|domand\w+|ask(?:ed|s|ing)?|questions?|vol(?:evano|uto)|wanted"
    rf"|parlat\w+|discus\w+|toccat\w+|talked|spoke|touched)\b|^\W*(?:(?:mi|they|me|di|to|su|on|about|un|una|a|the|la|il) ){{0,3}}{_ASKS}",
    re.IGNORECASE,
)
_ASKS_FIRST = re.compile(rf"\W*(?:\w+\W+){{0,3}}?{_ASKS}|.*\?\W*$", re.IGNORECASE)
_ON = re.compile(
    r"\W*(?:e |and )?(?:poi|infine|alla fine|dopo|quindi|inoltre|anche|then|finally|after (?:that|this)|next|also|lastly|last)\b",
    re.IGNORECASE,
)
"""How a sentence goes on with what was asked."""
_LEAD = re.compile(
    r"^(?:(?:(?:alla fine|all['’]inizio|prima|poi|infine|dopo|first|at (?:first|the end)|then|after that|finally),? )?(?:(?:mi|ci) (?:hanno|ha|avevano) (?:chiesto|domandato)"
    r"|they (?:asked|wanted)(?: me)?|i was asked|(?:hanno|ha)"
    r" (?:chiesto|voluto)|(?:abbiamo|si è) (?:anche |poi )?(?:parlato|discusso)|we (?:also |then )?(?:talked|spoke|discussed))"
    r"(?: (?:di|to|about|su|anche|also|cosa ne penso di|me))?|(?:la )?(?:prima |seconda |ultima )?domanda:?|(?:the )?(?:first |last )?question:?)\s+",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\bnon\s+(?:(?:mi|ci|me|si|ne|lo|l['’]|m['’]|hanno|ha|avevano|abbiamo|[eè]|sono|era\w*|stat\w|c['’])\s*){1,4}(?:chies\w+|domandat\w+|parlat\w+|toccat\w+|fatt\w+|uscit\w+|menzionat\w+"
    r"|stat\w|discuss\w+)"
    r"|\bnessun\w*\s+(?:\w+\s+)?(?:domand\w+|quesit\w+|esercizi\w*|ha chiesto|mi ha chiesto)"
    r"|\b(?:niente|nulla|nothing)\s+(?:domand\w+|di|del\w*|su\w*|about|on|regarding|technical|tecnic\w+)\b"
    r"|\b(?:did|was|were|has|have|had)(?:n['’]t|\s+not|\s+never)\s+(?:\w+\s+){0,2}?(?:ask\w*|come|came|cover\w*|mention\w*|touch\w*|discuss\w*|talk\w*|brought|bring|get)\b"
    r"|\b(?:never|nobody|no one)\s+(?:asked|mentioned|touched|talked|covered)|\bask(?:ed)?\s+(?:me\s+|us\s+)?(?:nothing|no|not)\b(?!\s+(?:only|just))"
    r"|\bno\s+(?:\w+\s+){0,2}questions?\b|\b(?:senza (?:domande|chieder\w+)|without (?:\w+ )?(?:questions?|asking))\b"
    r"|^\W*(?:(?:no|niente|nessun\w*|nulla|nothing)\s+\w|(?:non|not)\s+(?:di|del\w*|su\w*|about|on)\b)",
    re.IGNORECASE,
)
"""What says of something that it was not asked."""
_TURNS = re.compile(
    r"[,;:]?\s+(?:e\s+|and\s+)?(?:ma|però|bensì|solo|soltanto|solamente|invece|tranne|salvo|a parte|but|only|just|except|instead|rather|apart from)\b"
    r"[,:]?\s*(?:anche\s+|also\s+|only\s+|solo\s+)?"
    r"|(?:[,;]\s+(?:e\s+|and\s+)?|\s+(?:e|and)\s+)(?=(?:non|not|niente|nulla|nothing)\s+(?:di|del\w*|su\w*|about|on)\b)",
    re.IGNORECASE,
)
"""Where a sentence turns from what was not asked to what was, or the other way."""
_OF_ASKING = re.compile(
    r"(?:domand|chiest|chied|quesit|tecnic|colloqui|ask|question|technic|interview|qualcos|niente|null|nothing|something)\w*|what|che|cosa|how|why|come|perch[eé]|did|hanno|they|mi|me|ha",
    re.IGNORECASE,
)
"""Words that tell only that something was asked."""
_OF = re.compile(
    r"^(?:(?:e |and )?(?:alla fine|all['’]inizio|infine|poi|dopo|at the end|finally|then|after that),?\s+)?(?:(?:di|to|su|on|about)\s+)?",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-•*·–]|\d{1,2}[.)])\s*")


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was told; the exercise that is nearest to it ('' for none); the topics that it is about, the nearest first.

    `uncovered`: the technologies named in it for which the library has no topic.
    """

    text: str
    exercise: str
    topics: tuple[str, ...]
    uncovered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """What a free text tells: its questions, and the pieces that are none (denied, or nothing in them asks)."""

    questions: tuple[Question, ...]
    left: tuple[str, ...]


def questions(app: App, text: str) -> tuple[Question, ...]:
    """The questions of a free text, each once, in its order."""
    return heard(app, text).questions


def heard(app: App, text: str) -> Heard:
    """The questions of a free text and what is not taken up, each once, in its order."""
    told = [line for line in text.splitlines() if len(_BULLET.sub("", line).strip()) >= LEAST_LETTERS]
    found: list[Question] = []
    left: list[str] = []
    for line in told:
        bare = _BULLET.sub("", line).strip()
        if _is_listed(line, len(told)) and "? " not in bare:
            one = _read(app, bare)
            is_one = not _is_denied(bare) and (_is_question(one, bare, asking=True) or (bool(_BULLET.match(line)) and _tells(bare) > 1))
            found.append(one) if is_one else left.append(bare)
        else:
            asked, rest = _parts(app, bare)
            found += asked
            left += rest
    return Heard(tuple({one.text.casefold(): one for one in found}.values()), tuple(dict.fromkeys(left)))


def _is_listed(line: str, lines: int) -> bool:
    """Whether a line is a question of its own: marked as an item, or one of several short ones."""
    return bool(_BULLET.match(line)) or (lines > 1 and len(line.split()) <= ITEM_WORDS and not _STOP.search(line.strip()))


def _is_denied(part: str) -> bool:
    """Whether a part says that something was not asked; what is itself a question denies nothing."""
    return bool(_DENIES.search(part)) and not part.rstrip().endswith("?")


def _tells(part: str) -> int:
    """How many words of a part say what was asked, and not just that something was."""
    small = STOPWORDS["en"] | STOPWORDS["it"] | ELIDED
    return sum(word not in small and not _OF_ASKING.fullmatch(word) for word in re.findall(r"\w+", part.casefold()))


def _is_question(one: Question, part: str, *, asking: bool) -> bool:
    """Whether a part is a question: it has a topic, or asks in words that tell what, or names a technology where one asks."""
    return bool(one.topics or (asking and one.uncovered) or (_ASKS_FIRST.match(part) and len(part.split()) > 1 and _tells(part)))


def weights_of(app: App, texts: Iterable[str]) -> dict[str, float]:
    """How strongly each topic was asked for in real interviews."""
    given = tuple(texts)
    if not given:
        return {}

    def made() -> dict[str, float]:
        weights: dict[str, float] = {}
        for topics in (one.topics for text in given for one in questions(app, text)):
            for place, topic in enumerate(topics):
                weights[topic] = max(weights.get(topic, 0.0), ASKED_FORCE * (0.5 if place else 1.0))
        return weights

    return app.once("asked", (id(app.library), given), made)


def _parts(app: App, line: str) -> tuple[list[Question], list[str]]:
    """What a line of prose asks, in one sentence or several, in one part of it or several; and the parts that ask nothing."""
    found: list[Question] = []
    left: list[str] = []
    asked = False
    for sentence in _STOP.split(line):
        asking = bool(_ASKING.search(sentence)) or (asked and bool(_ON.match(sentence)))
        asked = asked or asking
        clauses = _TURNS.split(sentence) if _is_denied(sentence) or _turns_off(sentence) else [sentence]
        for clause in clauses:
            if _is_denied(clause):
                left.append(clause.strip(" \t,;:."))
                continue
            for part in _NEXT.split(clause):
                bare = _OF.sub("", _LEAD.sub("", part.strip(" \t,;:."))).strip(" ,;:")
                if len(bare) < LEAST_LETTERS:
                    continue
                one = _read(app, bare)
                is_one = (asking or named(bare)) and _is_question(one, bare, asking=asking)
                found.append(one) if is_one else left.append(bare)
    return found, left


def _turns_off(sentence: str) -> bool:
    """Whether a later clause of a sentence denies ("di Django, non di SQL")."""
    return any(_is_denied(clause) for clause in _TURNS.split(sentence)[1:])


def _read(app: App, text: str) -> Question:
    bare = text[:MOST_QUESTION]
    near = nearest(app, bare)
    topics = [*(near.topics if near else ()), *named(bare)]
    shown = bare if "_" in bare.split(" ", 1)[0] else bare[:1].upper() + bare[1:]
    return Question(
        shown,
        near.id if near else "",
        tuple(topic for topic in dict.fromkeys(topics) if topic in app.library.topics),
        _uncovered(app, bare),
    )


def _uncovered(app: App, text: str) -> tuple[str, ...]:
    """The technologies named in a text that no topic of the library trains."""
    skills = [one.skill for one in mentions(text) if one.sure and one.skill.technical]
    return tuple(dict.fromkeys(one.title for one in skills if not any(topic in app.library.topics for topic in one.topics)))


def named(text: str) -> list[str]:
    """The first topic of each skill that a question names."""
    return [topic for one in mentions(text) if one.sure for topic in one.skill.topics[:1]]


def nearest(app: App, text: str) -> Exercise[Any] | None:
    """The exercise that shares most of a question's words; None where none holds enough of them."""
    words, rare = app.once("words of exercises", id(app.library), lambda: _index(app))
    asked = _stems(text)
    known = {word: rare[word] for word in asked if word in rare}
    whole = sum(known.values()) + sum(TELLING for word in asked if word not in rare)
    best: tuple[float, str] = (0.0, "")
    for key, held in words.items():
        shared = [(known[word], held[word]) for word in known.keys() & held.keys()]
        score = sum(weight * share for weight, share in shared) * (PREFERRED if app.library.exercises[key].kind in TOLD_KINDS else 1.0)
        if score > best[0] and sum(weight for weight, share in shared if share == 1.0) >= TELLING:
            best = score, key
    return app.library.exercises[best[1]] if best[1] and best[0] >= NEAR * whole else None


def _index(app: App) -> tuple[Mapping[str, Mapping[str, float]], Mapping[str, float]]:
    """The words of each exercise, with what they tell of it (its name and title whole, its question and its answer less), and how rare each word is."""
    words = {key: _words(one) for key, one in app.library.exercises.items() if one.kind not in SAID_KINDS}
    counts = Counter(word for held in words.values() for word in held)
    return words, {word: log((1 + len(words)) / count) for word, count in counts.items()}


def _words(exercise: Exercise[Any]) -> dict[str, float]:
    titles, asked = [exercise.name.replace("-", " ")], []
    told = []
    for language in LANGUAGES:
        titles.append(exercise.title.to(language))
        asked.append(exercise.prompt.to(language))
        told += [section.body.to(language) for section in exercise.reveal if not section.is_code] if exercise.kind in TOLD_KINDS else []
    held: dict[str, float] = {}
    for share, texts in ((0.5, told), (0.7, asked), (1.0, titles)):
        for text in texts:
            held |= dict.fromkeys(_stems(text), share)
    return held


def _stems(text: str) -> frozenset[str]:
    """The words of a text as both languages cut them, small ones left out."""
    return frozenset(_stem(text, "en") | _stem(text, "it"))


def _stem(text: str, language: Language) -> set[str]:
    small = STOPWORDS["en"] | STOPWORDS["it"] | ELIDED
    return {one.stem for one in tokens(text, language) if one.text not in small and len(one.text) > 1}
