"""What surrounds a name in an advertisement, as signs that a learned model weighs (`advert_model.py`): no sign decides by itself.

A sign is `name:value`. Its words are cut to five letters, which joins the forms of a word in both languages. `b` and `a` are the words before and behind the
name in its clause, `sb` and `sa` those of the rest of the sentence, `h` the heading, `led` the line that leads to a list, `nx` and `pv` the neighbours.
Of small words it is said what they are (`NEG`, `YOU`, `WE`, `THEY`): who speaks, who does it, what is denied.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sparring.language.advert_cues import KNOWING, MUST, PLUS
from sparring.language.advert_lines import Line, clause_around
from sparring.language.skills import Skill

LETTERS = 5
NEAR = 25
"""So few characters away a technology is a neighbour."""
REACH, PART = 40, 400
"""Words of the clause and of the rest of the sentence that are looked at on either side, and characters of the rest."""
HEADING, LED, AFTER, BEFORE = 8, 40, 6, 12
"""Words that are looked at of a heading, of a line that leads to a list, of the next sentence and of the last."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[€£$]|\d+")
_KINDS = {
    "NEG": re.compile(
        r"(?:not|never|nobody|neither|nor|none|no|zero|non|né|mai|niente|nessun\w?|neanche|nemmeno|neppure|without|senza|\w+n't|cannot)"
    ),
    "YOU": re.compile(
        r"(?:you|your|yours|yourself|you'(?:ll|re|ve)|tu|ti|te|tu[aoe]|tuoi|candidat[eoa]|risorsa|figura|\w{2,}(?:erai|irai|arai)|devi|dovrai|sai|conosci|hai|puoi|potrai)"
    ),
    "WE": re.compile(r"(?:we|our|us|ours|we'(?:re|ve|ll)|noi|nostr[oaie]|abbiamo|siamo|\w{3,}iamo)"),
    "THEY": re.compile(
        r"(?:they|their|them|he|she|his|her|loro|lui|lei|teams?|squad\w*|department\w*|colleagues?|agency|vendors?|suppliers?|contractors?|partners?|others?|another"
        r"|separate|else|designers?|analysts?|scientists?|engineers|developers|people|folks|guys|desk|group|office|repart[oi]|collegh\w|colleghi|agenzia|fornitor\w"
        r"|consulent\w|altr\w|ufficio|grupp\w|squadr\w|division\w|chi|who|gente|sviluppatori|grafic[oai]|quants?|traders?|clients?|customers?|client\w|apps?|frontend)"
    ),
    "NEED": re.compile(
        r"(?:requir\w*|need\w*|expect\w*|ask\w*|necess\w*|mandatory|essential|care|matter|use|using|touch\w*|do|want|look\w*|part|chied\w*|richie\w*|serv\w*|usiamo"
        r"|obblig\w*|pretend\w*|import\w*|tocch\w*|aspett\w*|vogliamo|cerchiamo|riguard\w*|compet\w*|prev\w*)"
    ),
    "AFFIRMED": re.compile(
        r"(?:only|just|merely|solo|soltanto|afraid|scared|spavent\w*|paura|tem\w*|without|unless|least|guast\w*|problem\w*)"
    ),
    "DO": re.compile(
        r"(?:us(?:e|es|ing|a|ano|ato|ata|ati)|runs?|running|writ(?:e|es|ing|ten)|work|works|working|liv(?:e|es|ing)|builds?|built|building|develop\w*|maintain\w*|prefer\w*"
        r"|looks?|handl\w+|owns?|owned|manag\w+|made|done|does|do|takes?|taken|administ\w+|train\w*|swear\w*|like|loves?|responsible|gestis\w+|gestit\w|scriv\w+"
        r"|scritt\w|lavora\w*|svilupp\w+|segu\w+|cur(?:a|ano|ato|ata)|occup\w+|mant(?:ie|e)n\w+|prepar\w+|fa|fanno|fatt\w|pens(?:a|ano)|utilizz\w+|impieg\w+"
        r"|oper(?:a|ano)|viv(?:e|ono)|affidat\w|provved\w+|realizza\w*|amministr\w+|addestr\w+|pubblic\w+|programm\w+)"
    ),
    "BY": re.compile(r"(?:by|da|dal|dai|dalla|dalle|dallo|dagli)"),
    "WITH": re.compile(r"(?:with|con|alongside|insieme)"),
}
_SPEAKERS = ("YOU", "WE", "THEY")
_EXAMPLE = re.compile(
    r"\s*(?:(?!(?:in|di|con|per|of|with|for|to|on|su|da|via|and|or|e|o)\b)\w+\s+)?(?:\(|:|(?:such as|like|e\.g\.|come|quali|ad esempio|tipo|es\.)\s)?\s*",
    re.IGNORECASE,
)
"""What stands between a common word and the name that it is about: "message brokers (RabbitMQ)"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name that may be asked for. `form`: how it was noticed: a `sure` or a `common` word of the list, or by its form, its capital, its row (`unlisted.py`)."""

    start: int
    end: int
    words: str
    form: str
    skill: Skill
    flags: tuple[str, ...] = ()


def signs(line: Line, one: Candidate, others: Sequence[Candidate], times: int) -> frozenset[str]:
    """The signs of one of the candidates of a sentence; `times`: how often the advertisement names it."""
    first, last = clause_around(line.bare, one.start, one.end)
    before, behind = words(line.bare[first : one.start])[-REACH:], words(line.bare[one.end : last])[:REACH]
    start, rest = words(line.bare[max(0, first - PART) : first])[-REACH:], words(line.bare[last : last + PART])[:REACH]
    parts = {"b": before, "a": behind, "sb": start, "sa": rest}
    return frozenset(
        (
            *_of_itself(line, one, times),
            *_of_neighbours(line, one, others),
            *_of_place(line, one),
            *_of_words(parts),
            *_of_speakers(start, before),
            *_of_deeds("b", start[-6:] + before),
            *_of_deeds("a", behind + rest[:8]),
            *(f"negd:{d}:{word in _NOUNS}" for d, word in enumerate(reversed((start[-8:] + before)[-3:])) if "NEG" in kinds(word)),
            *_beside("p", list(reversed(start + before))),
            *_beside("n", behind + rest),
            *_around(line),
        )
    )


_NOUNS = frozenset({"no", "niente", "zero", "without", "senza"})
"""What denies a noun."""


@lru_cache(maxsize=4096)
def words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return [found.casefold().replace("’", "'") for found in _WORD.findall(text)]


@lru_cache(maxsize=16384)
def kinds(word: str) -> frozenset[str]:
    """What a small word is: a negation, who is spoken of, a need, a deed."""
    return frozenset(name for name, form in _KINDS.items() if form.fullmatch(word))


def _of_itself(line: Line, one: Candidate, times: int) -> Iterator[str]:
    yield f"k:{one.form}"
    yield from (f"k:{one.form}:{flag}" for flag in one.flags)
    yield "low" if one.words.islower() else "upper"
    yield f"m:{min(3, times)}"
    yield f"w:{one.words.casefold()}"
    if one.skill.listed:
        yield f"v:{one.skill.id}"
    else:
        shape = re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", re.sub(r"\d+", "0", one.words)))
        yield f"form:{shape[:6]}"
    if line.titled:
        yield from ("title", f"title:{one.form}")


def _of_neighbours(line: Line, one: Candidate, others: Sequence[Candidate]) -> Iterator[str]:
    sure = [other for other in others if other is not one and other.form == "sure" and other.skill.technical]
    near = any(other.start - one.end <= NEAR and one.start - other.end <= NEAR for other in sure)
    yield f"near:{near}:{one.form}"
    yield f"nsure:{min(3, len(sure))}"
    if one.words.islower() and one.skill.listed and one.skill.technical:
        names = [other for other in sure if not other.words.islower()]
        if any(
            _EXAMPLE.fullmatch(line.bare, one.end, name.start) or (name.end <= one.start and not line.bare[name.end : one.start].strip())
            for name in names
        ):
            yield "namedby"


def _of_place(line: Line, one: Candidate) -> Iterator[str]:
    yield f"bullet:{line.bullet}"
    yield f"place:{int(line.place * 4.99)}"
    length = f"len:{min(5, len(line.bare.split()) // 6)}"
    yield length
    headed = "h1" if line.heading else "h0"
    if one.words.islower():
        yield from (f"low:{length}", f"low:bullet:{line.bullet}", f"low:{headed}")
    yield f"from:{min(4, len(line.bare[: one.start].split()) // 3)}"
    behind = line.bare[one.end : one.end + 1]
    yield f"punct:{'_' if not behind else 'w' if behind.isalnum() else behind}"
    if KNOWING.search(line.bare, 0, one.start):
        yield "know"
    before = line.bare[: one.start]
    if before.count("(") > before.count(")"):
        yield "paren"


def _of_words(parts: dict[str, list[str]]) -> Iterator[str]:
    said = set()
    for name, row in parts.items():
        for word in row:
            yield from (f"{name}:{word[:LETTERS]}", f"any:{word[:LETTERS]}")
            said |= {(name, kind) for kind in kinds(word) & _WHO}
    yield from (f"{name}:{kind}" for name, kind in said)
    everywhere = {kind for _, kind in said}
    yield from (f"no:{kind}" for kind in _WHO - everywhere)
    if ("b", "NEG") in said:
        speaker = next((kind for kind in _SPEAKERS if ("b", kind) in said), "-")
        yield f"bNEG:{speaker}"
    if ("a", "NEG") in said or ("sa", "NEG") in said:
        yield f"aNEG:{'YOU' if {('a', 'YOU'), ('sa', 'YOU')} & said else '-'}"


_WHO = frozenset(("NEG", *_SPEAKERS))


def _of_speakers(start: list[str], before: list[str]) -> Iterator[str]:
    """Who is the first and who the last that the sentence speaks of before the name."""
    yield f"subj:{next((who for word in start + before if (who := _speaker(word))), 'none')}"
    yield f"last:{next((who for word in reversed(before) if (who := _speaker(word))), 'none')}"


def _role(word: str) -> str:
    """What a word says: who is spoken of or that it denies, else its first letters."""
    return next((kind for kind in ("NEG", *_SPEAKERS) if kind in kinds(word)), word[:LETTERS])


def _speaker(word: str) -> str:
    return next((kind for kind in _SPEAKERS if kind in kinds(word)), "")


def _of_deeds(side: str, row: list[str]) -> Iterator[str]:
    """What a negation is of, and what others do."""
    of = [kinds(word) for word in row]
    for at, kind in enumerate(of):
        if "NEG" in kind:
            yield from (f"neg{side}{step}:{word[:LETTERS]}" for step, word in enumerate(row[at + 1 : at + 3]))
            yield from (f"{name.lower()}:{side}" for name in ("NEED", "AFFIRMED") if any(name in near for near in of[at + 1 : at + 4]))
        if "THEY" in kind:
            if any("DO" in near for near in of[at + 1 : at + 5]):
                yield f"theydo:{side}"
            if any("DO" in near for near in of[max(0, at - 4) : at]):
                yield f"dothey:{side}"
            if any("BY" in near for near in of[max(0, at - 3) : at]):
                yield f"bythey:{side}"
            if at and "WITH" in of[at - 1]:
                yield f"withthey:{side}"


def _beside(name: str, row: list[str]) -> Iterator[str]:
    yield from (f"{name}{step}:{word[:LETTERS]}" for step, word in enumerate(row[:2], 1))


def _around(line: Line) -> Iterator[str]:
    heading, said = words(line.heading), words(line.bare)
    yield from (f"h:{word[:LETTERS]}" for word in heading[:HEADING])
    of = [_role(word) for word in heading[:HEADING]]
    yield from (f"hk:{role}" for role in set(of) & _WHO)
    yield from (f"hh:{one}_{two}" for one, two in itertools.pairwise(("", *of, "")))
    if not heading:
        yield "h0"
    yield from (f"led:{word[:LETTERS]}" for word in words(line.led)[:LED])
    if said:
        yield f"f:{said[0][:LETTERS]}"
    for word in words(line.after)[:AFTER]:
        yield from (f"nx:{word[:LETTERS]}", *(f"nx:{kind}" for kind in kinds(word) & _WHO))
    yield from (f"pv:{kind}" for word in words(line.before)[-BEFORE:] for kind in kinds(word) & _WHO)
    if PLUS.search(line.bare):
        yield "plus"
    if MUST.search(line.bare):
        yield "must"
