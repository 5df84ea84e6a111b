"""What an advertisement may ask for by a name that no list holds: recognised by its form and by what surrounds it.

Three signs. A *form* that only names have: capitals in a row, capitals inside a word, digits or signs in it (PSD2, QWeb, kdb+). A *row*: an item between
commas, slashes, brackets, "and" or "or" beside something known ("Redis, Celery or Temporal"). A *cue* before it ("experience with Figma"). People, places,
posts, languages and benefits are no technologies (`unlisted.toml`). Whether such a name is asked for is judged as of any other (`advert_model.py`).
Sparring knows nothing of such a demand but its words.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sparring.language.advert_signs import Candidate
from sparring.language.skills import Skill

BARE_WORDS = 6
"""A line of so few words may be all names."""
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
_LINK = re.compile(r"\b(?:with|con|via|using|tramite|through)\s+(?=[A-Z])")
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


def names(bare: str, known: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    """The names of a sentence that stand at none of the places that are known already."""
    few = len(bare.split()) <= BARE_WORDS
    items = _items(bare)
    listed = [any(start < item.end and item.start < end for start, end in known) for item in items]
    cued = False
    for number, item in enumerate(items):
        cued = bool(_CUE.search(item.text)) or (cued and item.joined)
        beside = _beside(items, listed, number)
        flags = tuple(flag for flag, holds in (("beside", beside), ("cued", cued), ("bare", few)) if holds)
        formed = list(_formed(item, known))
        yield from (_candidate(name, start, "form", flags) for name, start in formed)
        if listed[number] or formed:
            taken = [*known, *((start, start + len(name)) for name, start in formed)]
            yield from (_candidate(name, start, "linked", flags) for name, start in _attached(item, taken))
        elif flags:
            yield from (_candidate(name, start, "capital", flags) for name, start in _named(item, beside=beside))


def _candidate(name: str, start: int, form: str, flags: tuple[str, ...]) -> Candidate:
    skill = Skill(f"name:{name.casefold()}", name, (), technical=True, listed=False)
    return Candidate(start, start + len(name), name, form, skill, flags)


def _attached(item: _Item, taken: Sequence[tuple[int, int]]) -> list[tuple[str, int]]:
    """Capitalised names beside something known in one item: "services in Python with Quarkle"."""
    found = []
    for link in _LINK.finditer(item.text):
        name = _capitalised(item.text[link.end() :], first=False)
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


def _formed(item: _Item, known: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int]]:
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


def _named(item: _Item, *, beside: bool) -> Iterator[tuple[str, int]]:
    """A capitalised name beside something known or after a cue; after a cue alone it names no people and no business ("knowledge of the Irish energy market")."""
    cue = next(reversed(list(_CUE.finditer(item.text))), None)
    offset = cue.end() if cue else 0
    article = _ARTICLES.match(item.text, offset)
    offset = article.end() if article else offset
    rest = item.text[offset:]
    name = _capitalised(rest, first=item.first and offset == 0)
    if name and _FUNDED.match(rest, name[1] + len(name[0])):
        return
    if name and (beside or not _BUSINESS.search(rest, name[1])):
        yield name[0], item.start + offset + name[1]


def _capitalised(text: str, *, first: bool) -> tuple[str, int] | None:
    """The first run of capitalised words that are no plain ones; the word that begins a sentence counts only where the item is all of it."""
    tokens = list(_WORD.finditer(text))
    if tokens and tokens[0][0].casefold() in _TITLES:
        return None
    if first and (len(tokens) > 1 or _OPENING.fullmatch(text)):
        tokens = tokens[1:]
    run: list[re.Match[str]] = []
    for token in tokens:
        fits = token[0][0].isupper() and not _is_plain(token[0]) and not _is_nobody(token[0])
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
