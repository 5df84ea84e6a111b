"""What an advertisement asks for by a name that no list holds: recognised by its form and by what surrounds it.

Three signs. A *form* that only names have: capitals in a row, capitals inside a word, digits or signs in it (PSD2, QWeb, kdb+). A *row*: an item between
commas, slashes, brackets, "and" or "or" beside something known ("Redis, Celery or Temporal"). A form alone names nothing where the company speaks of itself. A *cue* before it
("experience with Figma"). What the company says of itself, what it offers, schooling, law and how to apply ask for nothing, and people, places, posts,
languages and benefits are no technologies (`unlisted.toml`). Sparring knows nothing of such a demand but its words.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from sparring.language.advert_cues import KNOWING, OTHERS_AFTER
from sparring.language.advert_parts import Force, force_around, is_studied, sentences, title_of
from sparring.language.adverts import FORCE, NEAR, Demand, mentioned
from sparring.language.skills import Skill
from sparring.language.text import STOPWORDS

MOST_NAMES = 60
"""Names in one advertisement: more is no advertisement."""
BARE_WORDS = 6
"""A line of so few words under "Requirements" or "Nice to have" is all names."""
SHOUTED_LETTERS = 7
"""So long a word in capitals is shouted rather than an acronym."""
_LETTERS = frozenset("CDR")
"""Languages of one letter."""
_TITLES = frozenset("dr dott dott.ssa prof prof.ssa ing mr mrs ms sig sig.ra dottor dottoressa professor".split())
"""What stands before a person's name."""
MOST_ITEMS = 200
"""Items of one sentence that are looked at."""
_WORD = re.compile(r"[^\W_]\w*(?:[.&-]+[^\W_]\w*|/\d[\w.]*)*[+#]*")
_CUT = re.compile(
    r"[,;:()\[\]|>]|/(?!\d)|(?:^|\s)[–—&-](?=\s)|\.{2,}|[.!?](?=\s|$)|\b(?:and|or|e|ed|o|od|oppure|but|ma|plus|nonché)\b(?![.-])",
    re.IGNORECASE,
)
_BREAK = re.compile(r"[;:.!?]")
_FORM = re.compile(
    r"[A-Z]{2,6}s?(?:-[A-Z]{2,4})?|[A-Z][A-Z0-9&]{0,5}\d\w*\+?|[A-Z]{1,4}/\d+|[A-Z]?[a-z]+[A-Z]\w*|[A-Z]{2,}[a-z]+\w*|[A-Z][a-zA-Z]{2,}\.(?:io|js|ai|py|net|rs|ly)"
    r"|[A-Z][a-z]{0,2}[A-Z]\w*|[a-z]{1,4}\d[+]?|[A-Za-z]{2,}[+#]{1,2}"
)
_BUSINESS = re.compile(
    r"(?:ish|ese|ian|ean)\b|\b(?:markets?|law|laws|industry|industries|sectors?|customers?|clients?|regulation\w*|legislation|tax|taxes|accounting"
    r"|mercat\w+|settor\w+|client\w+|normativ\w+|legge|leggi|fiscal\w+|contabil\w+)\b"
)
"""What follows the name of a people, a place or a branch of business."""
_VERSION = re.compile(r"\d{1,5}(?:\.\d+)*(?:\.x)?")
_CUE = re.compile(
    r"\b(?:experience|familiar(?:ity)?|comfortable|proficien\w+|confiden\w+|hands-on|exposure|expertise|esperienz\w+|familiarità|dimestichezza|confidenza|competenz\w+"
    r"|knowledge|understanding|grounding|command|mastery|background|conoscenz\w+|padronanza|uso|utilizzo|nozioni|basi|tecniche|concetti|principi)"
    r"(?:\s+(?:[\w-]+\s+){0,3}?)(?:with|con|of|in|to|using|on|di|dei|del|della|delle|degli|dell['’]|nell['’]\w+|nel|nella|su)\s+"
    r"|\b(?:using|use|uses|usiamo|usando|usi|utilizz\w+|tramite|mediante|via|such as|ad esempio|powered by|built (?:on|with)|basat\w su|written in|scritt\w in|know|conosci"
    r"|conoscere|(?:norm[ae]?|standard|secondo lo standard|according to|compliant with)"
    r"|(?:mov\w+|migrat\w+|port(?:ing|ed)?|switch\w*) (?:[\w-]+ ){1,5}?to|migrazione a\w*|passaggio a\w*"
    r"|(?:work\w*|integrat\w*) with|(?:lavor\w+|integr\w+) con|(?:tools|framework|librerie|strumenti|libraries|tecnologie) (?:like|come))\s+",
    re.IGNORECASE,
)
_ARTICLES = re.compile(
    r"(?:(?:the|a|an|some|any|basic|good|strong|solid|il|lo|la|i|gli|le|un|una|uno|l['’]|buona?|ottima|e\.g\.|es\.|like|come|with|con|of|di)\s*\b)+",
    re.IGNORECASE,
)
_VERB_AND = re.compile(r"\w+\s+(?:and|e|ed)\s+[a-z]")
"""How a task begins: "Extract and clean data"."""
_LINK = re.compile(r"\b(?:with|con|via|using|tramite|through)\s+(?=[A-Z])")
_COLUMN, COLUMNS = re.compile(r"\s(?:\||--|–|—|·)\s"), 2
_OF_A_PLACE = re.compile(
    r"(?:\b(?:presso|(?:è|sono|is|are|based|sede|live|siamo) (?:a|in|at)|views? of|vista su|in-house \w+,|our own \w+,"
    r"|at|@|join\w*|reports? to|riport\w+ a\w*|insieme a|together with|appoint\w*|direzione|divisione|dipartimento|ufficio|team|unit|academy|progetto"
    r"|programma|project"
    r"|(?:progett\w|client\w|aziend\w|projects?) (?:in|nel|del|in the) (?:ambito|settore|sector|field of)"
    r"|nell['’]ambito|bando|gruppo|studio|società|azienda|cliente|university|università|istituto|institute|centro|center|centre"
    r"|sede|level|livello|grade|band|classe)\s+(?:the |la |il "
    r"|lo |di |of |del\w* )?(?:[A-Z]+ )?[\"“«']?)$",
    re.IGNORECASE,
)
"""What stands before the name of a company, an office, a project or a level."""
_FUNDED = re.compile(
    r"-funded|, an? \w+|\s(?:project|programme|consortium|grant|award|group|Academy|Valley|Trust|Foundation|Institute|University|Ltd|S\.?r\.?l|S\.?p\.?A)\b"
)
"""What stands behind the name of a project or a body."""
_HANDLED = re.compile(
    r"\s(?:signals?|messages?|transactions?|payments?|transfers?|calls|records|claims|contracts|tickets|orders|segnal\w|messagg\w|transazion\w|pagament\w|ordini|pratiche)\b"
)
"""What stands behind the name of what the product handles: "AIS signals"."""
_LEVEL = re.compile(r"[A-Z]{2}|IC\d|L\d|P\d|T\d|E\d|Q[1-4]|B\d|C[12]|D\d|[A-Z]{1,2}\d{1,2}[A-Z]{2}")
"""The code of a country, a level, a quarter: two letters alone name too many things."""
_INTRODUCTION = re.compile(
    r"\b(?:alla ricerca di|(?:ri)?cerca (?:un|una|due|tre|per)\b|seleziona|is (?:looking for|hiring|seeking)|we(?:['’]re| are) (?:looking for|hiring|seeking))",
    re.IGNORECASE,
)

_COMPANY_NAME = re.compile(
    r"\b([A-Z][\w&.-]*\w)(?=\s+(?:S\.?p\.?A|S\.?r\.?l|SpA|Inc|Ltd|LLC|GmbH)\b|['’]s\s"
    r"|\s+(?:has|was|offre|cerca|ricerca|offers|helps|builds|pioneered|seeks|hires)\s"
    r"|\s+(?:is|è)\s(?!(?:also |anche )?(?:required|needed|an? (?:\w+ )?(?:plus|bonus|asset|advantage|must)|nice|preferred|desirable|essential|mandatory|helpful|welcome"
    r"|richiest|gradit|necessari|preferibil|un plus|apprezzat|indispensabil|obbligatori|fondamental|titolo)))"
)
"""Who speaks: "Acme Ltd", "Acme is hiring", "Acme's engineers"."""
_SHOUTED = re.compile(r"^[^a-zà-ý]*[A-ZÀ-Ý]{4,}[^a-zà-ý]*$|[A-ZÀ-Ý]{5,}(?:\W+[A-ZÀ-Ý]{3,}){2}")
"""A heading all in capitals: they say nothing about a word."""
_OPENING = re.compile(r"\w+(?:are|ere|ire|ize|ise|yze|ate|ing|zione|mento|sione|ed|ity|tà|nza|ance|ment|tion|[aei]rai)", re.IGNORECASE)
"""How a verb or an abstract noun ends with which a sentence begins."""


@dataclass(frozen=True, slots=True)
class _Item:
    """What stands between two cuts of a sentence; `joined`: whether the item before belongs to the same row."""

    start: int
    end: int
    text: str
    joined: bool
    first: bool


@lru_cache(maxsize=64)
def unlisted(text: str) -> tuple[Demand, ...]:
    """The demands that no skill of the list names, in the order of the text, each name once with its strongest sentence."""
    kept = list(sentences(text))
    title = title_of(text)
    aside = _named_aside(text, [sentence for sentence, _ in kept]) | frozenset(_COMPANY_NAME.findall(text))
    best: dict[str, Demand] = {}
    for sentence, heading in kept:
        if sentence in title or (heading == "named" and " " not in sentence) or _is_elsewhere(sentence):
            continue
        for name, start in _names(sentence, heading, aside):
            if is_studied(sentence, start):
                continue
            force = force_around(sentence, start, start + len(name), heading)
            if force is None or (force == "named" and not _is_led(sentence, start, start + len(name))):
                continue
            key = f"name:{name.casefold()}"
            demand = Demand(_skill(key, name), (name,), sentence, force)
            if key not in best or FORCE[force] > FORCE[best[key].force]:
                best[key] = demand
        if len(best) >= MOST_NAMES:
            break
    return tuple(best.values())


def _is_elsewhere(sentence: str) -> bool:
    """Whether a sentence asks for nothing: pay, law, a heading in capitals, the post and its place, whom they look for in general."""
    if OTHERS_AFTER.search(sentence) or _SHOUTED.search(sentence) or len(_COLUMN.findall(sentence)) >= COLUMNS:
        return True
    if sentence.isupper() and any(word.casefold() in STOPWORDS["en"] | STOPWORDS["it"] for word in _WORD.findall(sentence)):
        return True
    return bool(_INTRODUCTION.search(sentence)) and not _CUE.search(sentence)


def _is_led(sentence: str, start: int, end: int) -> bool:
    """Whether something before a name speaks of knowing or of using it, or something known is beside it: without a heading that asks, a form alone names anything."""
    if _CUE.search(sentence, 0, start) or KNOWING.search(sentence, 0, start):
        return True
    return any(
        one.sure and one.skill.technical and one.start - end <= NEAR and start - one.end <= NEAR for one in mentioned(sentence, "named")
    )


def _skill(key: str, name: str) -> Skill:
    return Skill(key, name, (), True, listed=False)


def _named_aside(text: str, kept: list[str]) -> frozenset[str]:
    """The words of names that stand outside what asks for something too: the company, its products, its people."""
    everywhere, asked = Counter(_WORD.findall(text)), Counter(word for sentence in kept for word in _WORD.findall(sentence))
    return frozenset(word for word, count in everywhere.items() if word[0].isupper() and count > asked[word])


def _names(sentence: str, heading: Force, aside: frozenset[str]) -> Iterator[tuple[str, int]]:
    bare = heading != "named" and len(sentence.split()) <= BARE_WORDS
    said = mentioned(sentence, heading)
    if not (bare or any(one.sure and one.skill.technical for one in said) or _CUE.search(sentence)):
        return
    known = [(one.start, one.end) for one in said]
    items = _items(sentence)
    found = [[pair for pair in _formed(item, known) if pair[0] not in aside] for item in items]
    listed = [any(start < item.end and item.start < end for start, end in known) for item in items]
    cued = False
    if len(items) > 1 and items[0].first and _VERB_AND.match(sentence):
        items[0] = replace(items[0], text=items[0].text.casefold())
    for number, item in enumerate(items):
        cued = bool(_CUE.search(item.text)) or (cued and item.joined)
        beside = _beside(items, listed, number)
        if listed[number] or found[number]:
            kept = found[number] if listed[number] or beside or cued or bare else []
            listed[number] = listed[number] or bool(kept)
            found[number] = [*kept, *_attached(item, [*known, *((at, at + len(name)) for name, at in kept)], aside)]
        elif beside or cued or bare:
            found[number] = list(_named(item, beside=beside, aside=aside))
    for pairs in found:
        yield from pairs


def _attached(item: _Item, taken: list[tuple[int, int]], aside: frozenset[str]) -> list[tuple[str, int]]:
    """Capitalised names beside something known in one item: "services in Python with Quarkle"."""
    found = []
    for link in _LINK.finditer(item.text):
        name = _capitalised(item.text[link.end() :], aside, first=False)
        start = item.start + link.end()
        if name and name[1] == 0 and not any(a < start + len(name[0]) and start < b for a, b in taken):
            found.append((name[0], start))
    return found


def _beside(items: list[_Item], sure: list[bool], number: int) -> bool:
    """Whether the item before or after it, in the same row, is known or has the form of a name; a step further counts over short items."""
    for step in (-1, 1):
        at = number
        for _ in range(3):
            joint = items[at].joined if step < 0 else at + 1 < len(items) and items[at + 1].joined
            at += step
            if not joint:
                break
            if sure[at]:
                return True
            if len(items[at].text.split()) > 3:
                break
    return False


def _items(sentence: str) -> list[_Item]:
    items: list[_Item] = []
    start, joined = 0, False
    for cut in [*_CUT.finditer(sentence), None]:
        end = cut.start() if cut else len(sentence)
        text = sentence[start:end]
        bare = text.strip(" \t\"'“”«»*_•·>…")
        if bare:
            at = start + text.index(bare)
            items.append(_Item(at, at + len(bare), bare, joined and bool(items), not items))
            joined = True
        if cut and _BREAK.match(cut[0].strip() or " "):
            joined = False
        start = cut.end() if cut else end
        if len(items) >= MOST_ITEMS:
            break
    return items


def _formed(item: _Item, known: list[tuple[int, int]]) -> Iterator[tuple[str, int]]:
    """Words that have the form of a name, with the number of a version or norm behind them ("IEC 62304")."""
    tokens = list(_WORD.finditer(item.text))
    for number, token in enumerate(tokens):
        start, end = item.start + token.start(), item.start + token.end()
        if not _FORM.fullmatch(token[0]) or _is_plain(token[0]) or _is_nobody(token[0]) or any(a < end and start < b for a, b in known):
            continue
        if (
            _OF_A_PLACE.search(item.text, 0, token.start())
            or _FUNDED.match(item.text, token.end())
            or _HANDLED.match(item.text, token.end())
        ):
            continue
        if number + 1 < len(tokens) and _VERSION.fullmatch(tokens[number + 1][0]) and tokens[number + 1].start() == token.end() + 1:
            end = item.start + tokens[number + 1].end()
        yield item.text[start - item.start : end - item.start], start


def _named(item: _Item, *, beside: bool, aside: frozenset[str]) -> Iterator[tuple[str, int]]:
    """A capitalised name beside something known or after a cue; after a cue alone it names no people and no business ("knowledge of the Irish energy market")."""
    cue = next(reversed(list(_CUE.finditer(item.text))), None)
    offset = cue.end() if cue else 0
    article = _ARTICLES.match(item.text, offset)
    offset = article.end() if article else offset
    rest = item.text[offset:]
    name = _capitalised(rest, aside, first=item.first and offset == 0)
    if name and _FUNDED.match(rest, name[1] + len(name[0])):
        return
    if name and (beside or not _BUSINESS.search(rest, name[1])):
        yield name[0], item.start + offset + name[1]


def _capitalised(text: str, aside: frozenset[str], *, first: bool) -> tuple[str, int] | None:
    """The first run of capitalised words that are no plain ones; the word that begins a sentence counts only where the item is all of it."""
    tokens = list(_WORD.finditer(text))
    if tokens and tokens[0][0].casefold() in _TITLES:
        return None
    if first and (len(tokens) > 1 or _OPENING.fullmatch(text)):
        tokens = tokens[1:]
    run: list[re.Match[str]] = []
    for token in tokens:
        fits = token[0][0].isupper() and not _is_plain(token[0]) and token[0] not in aside and not _is_nobody(token[0])
        if fits or (run and _VERSION.fullmatch(token[0])):
            run.append(token)
        elif run:
            break
    if (
        not run
        or len(run) > 4
        or _OF_A_PLACE.search(text, 0, run[0].start())
        or any(_is_neighbour_plain(tokens, at) for at in (tokens.index(run[0]) - 1, tokens.index(run[-1]) + 1))
    ):
        return None
    return text[run[0].start() : run[-1].end()], run[0].start()


def _is_neighbour_plain(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a plain word with a capital stands there: "Sistemi Informativi" names no technology."""
    return 0 < at < len(tokens) and tokens[at][0][0].isupper() and _is_plain(tokens[at][0])


def _is_nobody(word: str) -> bool:
    """Whether a word names a person, a place, an office or a level of a country ("IE", "IC3")."""
    small = word.casefold().removesuffix("-funded")
    return small in _nobody() or bool(_LEVEL.fullmatch(word))


@lru_cache
def _nobody() -> frozenset[str]:
    table = tomllib.loads(Path(__file__).with_name("unlisted.toml").read_text(encoding="utf-8"))
    return frozenset(word for key in ("people", "places", "administrative") for word in str(table[key]).split())


def _is_plain(word: str) -> bool:
    small = word.casefold()
    if len(word) == 1 and word not in _LETTERS:
        return True
    acronyms, whole, beginnings = _plain()
    if (word.isupper() and len(word) < SHOUTED_LETTERS) or any(letter.isdigit() for letter in word):
        return small in acronyms or small in whole
    return small in whole or small in acronyms or any(small.startswith(beginning) for beginning in beginnings)


@lru_cache
def _plain() -> tuple[frozenset[str], frozenset[str], tuple[str, ...]]:
    table = tomllib.loads(Path(__file__).with_name("unlisted.toml").read_text(encoding="utf-8"))
    words = str(table["words"]).split()
    whole = frozenset(word for word in words if not word.endswith("*"))
    return frozenset(str(table["acronyms"]).split()), whole, tuple({word[:-1] for word in words if word.endswith("*")})
