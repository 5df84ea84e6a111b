"""The split: each line is a task, and a task is one part of the feature or two.

Every part is looked for on every line; then each gets a line of its own as far as that goes (a matching), so that what is shown for a part is not a line
that speaks of another one. A line that joins things ("tests and review") has room for a second part, said in other words than the first. What a line refuses, or does not
undertake, does not count, and its reason is told once.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sparring.core.evidence import Span
from sparring.core.text import LANGUAGES, Language
from sparring.kinds.plan import own
from sparring.kinds.plan.matching import heaviest
from sparring.kinds.plan.reasons import reason
from sparring.kinds.plan.refusing import demanded, refuses
from sparring.kinds.plan.schema import Point
from sparring.kinds.plan.undertaken import stands
from sparring.language.points import Found, Wanted, carries, find_points
from sparring.language.text import sentences

FEWEST_LINES = 3
"""Lines from which a text is a list."""
ENOUGH_OF_A_LINE = 0.5
"""Share of a paraphrase that a line must hold: less than prose, as it is a task and competes with the other lines."""
BARE_WORDS = 2
"""A line of so few words is a name: it says neither what is done nor when it is finished."""
BARE_COUNTS = 0.5
"""What a part weighs that is only named, where most of the split are names."""
HOLLOW, OPEN_COUNTS = 0.4, 0.5
"""Share of the lines from which a split that undertakes nothing on them is none, and what a line counts for it that may be read either way."""
A_WORD = 0.1
"""What each further word of a line adds to how well it says a part."""
OF_THE_BEST = 0.5
"""A part that fits a line less than so much of what another part fits it is not what the line is about."""
SECOND = 0.3
"""How well a second part must fit a line."""
NEW_WORDS = 0.5
"""Share of its words that a second part must say on a line beyond those of the first."""
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_CHUNK = re.compile(r"(?:[^\s,;.:\n]|[.:](?=\S)|[^\S\n]+(?!(?:and|then|e|ed|poi|quindi|infine)\b))+")
_CUT = re.compile(r"[,;:+/&(]|\b(?:and|with|then|plus|e|ed|con|poi|più)\b", re.IGNORECASE)
_WHOSE = frozenset(
    "by to for and with from di da a e per con assigned owner assegnato assegnata affidato affidata h d day days giorno giorni ore ora hours".split()
)
"""Words that join a task to a person or say how long: no work is told by them."""
_DENIES = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:we|i)\s+)?(?:no|without|don['’]t|do not|won['’]t|will not|cannot|can['’]t|never|nessun[ao]?|niente|senza|non|mai)\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(r"!|\bnobody\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A task as it was written, and where: a line of a list, or a chunk of prose. `room`: how many parts it can be."""

    start: int
    text: str
    bare: bool
    room: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A part on a piece (its number), at a place of the whole text. `fit`: how much of the piece it is about: the share of its words, and how early they begin.

    `denied`: it does not count. `why`: for what reason (`reasons.reason`, "refused"), "open" where the line may be read either way. `words`: that say it.
    """

    part: str
    piece: int
    span: Span
    denied: bool
    fit: float
    why: str = ""
    words: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Split:
    """Which parts were found where. `bare`: pieces that are names only, where most are; `crowded`: pieces that hold more parts than they have room for; `empty`: lines
    that undertake nothing, where most do not; `listed`: each piece is a line.
    """

    placed: Mapping[str, Hit]
    bare: frozenset[int] = frozenset()
    crowded: frozenset[int] = frozenset()
    pieces: tuple[Piece, ...] = field(default=())
    listed: bool = True
    empty: frozenset[int] = frozenset()

    @property
    def undivided(self) -> bool:
        """Whether it is one line of names: one task for everything."""
        return bool(self.bare) and not self.listed

    def weight(self, part: str) -> float:
        """What a part counts: all, half where it is only named, nothing where it is denied or absent."""
        hit = self.placed.get(part)
        if hit is None or hit.denied:
            return 0.0
        return BARE_COUNTS if hit.piece in self.bare else 1.0

    def spans(self, numbers: frozenset[int]) -> tuple[Span, ...]:
        """Where these pieces stand."""
        return tuple(Span(one.start, one.start + len(one.text)) for number, one in enumerate(self.pieces) if number in numbers)


def split(text: str, parts: Sequence[Point], language: Language, people: frozenset[str] = frozenset()) -> Split:
    """The parts that a text names, each on the piece that says it. `people`: the team, in small letters: a name with a person is a name still."""
    pieces, hits = _hits(text, parts, language, people)
    told = [hit for hit in hits if not hit.denied]
    placed = _matched(told, pieces)
    denied = _told_once([hit for hit in hits if hit.denied and hit.part not in placed], pieces)
    bare = frozenset(number for number, one in enumerate(pieces) if one.bare)
    left_out = {hit.part for hit in told} - placed.keys()
    firsts = {hit.piece: hit for hit in placed.values()}
    crowded = frozenset(
        hit.piece for hit in told if hit.part in left_out and not (hit.piece in firsts and _same_words(hit, firsts[hit.piece]))
    )
    return Split(
        {**denied, **placed}, bare if 2 * len(bare) > len(pieces) else frozenset(), crowded, pieces, _is_list(text), _empty(text, pieces)
    )


def _hits(text: str, parts: Sequence[Point], language: Language, people: frozenset[str]) -> tuple[tuple[Piece, ...], list[Hit]]:
    if _is_list(text):
        pieces = tuple(_piece(match, _CUT, people) for match in _LINE.finditer(text))
        return pieces, [hit for number, one in enumerate(pieces) for hit in _on_line(number, one, parts, language, people)]
    pieces = tuple(_piece(match, None, people) for match in _CHUNK.finditer(text) if own.words(match[0]))
    found = find_points(text, {one.id: Wanted(one.paraphrases.get(language, ())) for one in parts}, language)
    found = _said(text, parts, language) | found
    return pieces, [_hit_at(name, hit, pieces) for name, hit in found.items()]


def _told_once(hits: Sequence[Hit], pieces: Sequence[Piece]) -> dict[str, Hit]:
    """Of what does not count, each line's reason for one part: what it is most about; those that may be read either way before those that surely do not."""
    unsure = _matched([hit for hit in hits if hit.why == "open"], [replace(one, room=1) for one in pieces])
    used = {hit.piece for hit in unsure.values()}
    rest = [hit for hit in hits if hit.part not in unsure and hit.piece not in used]
    return {**_matched(rest, [replace(one, room=1) for one in pieces]), **unsure}


def _empty(text: str, pieces: Sequence[Piece]) -> frozenset[int]:
    """The lines of a list that undertake nothing, if most of it is such lines."""
    if not _is_list(text):
        return frozenset()
    why = {number: found for number, one in enumerate(pieces) if (found := _why_not(one.text))}
    count = sum(OPEN_COUNTS if found == "open" else 1.0 for found in why.values())
    return frozenset(why) if count > HOLLOW * len(pieces) else frozenset()


def _is_list(text: str) -> bool:
    return len(_LINE.findall(text)) >= FEWEST_LINES


def _piece(match: re.Match[str], joins: re.Pattern[str] | None, people: frozenset[str]) -> Piece:
    chunks = [_said_in(chunk, people) for chunk in (re.split(r"[,;:()]|\s[-–—→>]+\s", match[0]) if joins else [match[0]])]
    room = 2 if joins and joins.search(match[0]) else 1
    return Piece(match.start(), match[0], all(count <= BARE_WORDS for count in chunks), room)


def _said_in(chunk: str, people: frozenset[str]) -> int:
    """How many words of a chunk say more than a name, a person, a number and "by"."""
    said = own.words(chunk)
    if not people & set(said):
        return len([word for word in said if not word.isdigit()])
    return len([word for word in said if word not in people and word not in _WHOSE and not word.isdigit()])


def _hit_at(name: str, found: Found, pieces: Sequence[Piece]) -> Hit:
    """A part of prose on the chunk in which its passage begins."""
    number = max((at for at, one in enumerate(pieces) if one.start <= found.start), default=0)
    return Hit(name, number, Span(found.start, found.end), found.denied or refuses(pieces[number].text), found.share)


def _on_line(number: int, piece: Piece, parts: Sequence[Point], language: Language, people: frozenset[str]) -> list[Hit]:
    line = demanded(piece.text.replace("?", "."))
    found = find_points(line, {one.id: Wanted(_paraphrases(one)) for one in parts}, language, enough=ENOUGH_OF_A_LINE)
    for name, hit in _said(line, parts, language).items():
        known = found.get(name)
        if known is None or known.denied or _fit(known, line, language, people) < _fit(hit, line, language, people):
            found[name] = hit
    why = _why_not(piece.text)
    return [
        Hit(
            name,
            number,
            Span(hit.start + piece.start, hit.end + piece.start),
            hit.denied or bool(why),
            _fit(hit, line, language, people),
            why or ("refused" if hit.denied else ""),
            hit.words,
        )
        for name, hit in found.items()
    ]


def _why_not(line: str) -> str:
    """Why a line does not count for what it names; "" if it does."""
    if refuses(line):
        return "refused"
    found = stands(line)
    return "" if found else "open" if found is None else reason(line)


def _paraphrases(part: Point) -> tuple[str, ...]:
    """Of both languages: an Italian list is full of English words."""
    return tuple(phrase for language in LANGUAGES for phrase in part.paraphrases.get(language, ()))


def _fit(found: Found, line: str, language: Language, people: frozenset[str]) -> float:
    """How well a line says a part: the share of its words that do, how early they begin (whoever does it aside), and how many they are."""
    every = [(number, at, token) for number, one in enumerate(sentences(line, language)) for at, token in enumerate(one.tokens)]
    carrying = [
        (number, at)
        for number, at, token in every
        if (number, at) in found.words or (carries(token, language) and token.text.lower() not in people)
    ]
    held = [place for place in carrying if place in found.words]
    if not held:
        return 0.0
    return found.share * (len(held) / len(carrying) + 1 / (1 + carrying.index(held[0])) + A_WORD * (len(held) - 1))


def _said(line: str, parts: Sequence[Point], language: Language) -> dict[str, Found]:
    """The parts that a line says in one of their ways. A line that begins with "no" says only what has a way that is a denial ("nobody sees others' orders")."""
    denying = bool(_DENIES.match(line))
    ways = {one.id: [way for way in one.ways if not denying or _DENIAL.search(way)] for one in parts}
    found = find_points(line, {name: Wanted((), own_ways) for name, own_ways in ways.items()}, language)
    return {name: hit for name, hit in found.items() if not hit.denied}


def _matched(hits: Sequence[Hit], pieces: Sequence[Piece]) -> dict[str, Hit]:
    """For each part the hit by which all together fit best, one part a piece; then for the others one on a piece that has room for a second."""
    best: dict[int, float] = {}
    for hit in hits:
        best[hit.piece] = max(best.get(hit.piece, 0.0), hit.fit)
    first = _assigned([hit for hit in hits if hit.fit >= OF_THE_BEST * best[hit.piece]])
    on = {hit.piece: hit for hit in first.values()}
    seconds = [
        hit
        for hit in hits
        if hit.part not in first
        and pieces[hit.piece].room > 1
        and hit.fit >= SECOND
        and hit.piece in on
        and not _same_words(hit, on[hit.piece])
    ]
    return {**_assigned(seconds), **first}


def _assigned(hits: Sequence[Hit]) -> dict[str, Hit]:
    """By part one of its hits, each on a piece of its own: those whose fits add up to most."""
    found = {(hit.part, hit.piece): hit for hit in sorted(hits, key=lambda hit: hit.fit)}
    parts, places = sorted({part for part, _ in found}), sorted({piece for _, piece in found})
    weights = [[found[part, piece].fit if (part, piece) in found else 0.0 for piece in places] for part in parts]
    chosen = ((parts[row], places[at]) for row, at in enumerate(heaviest(weights)) if at < len(places))
    return {part: found[part, piece] for part, piece in chosen if (part, piece) in found}


def _same_words(second: Hit, first: Hit) -> bool:
    """Whether a part is said on a line by nothing but the words that say another one."""
    return bool(first.words) and len(second.words - first.words) < NEW_WORDS * len(second.words)
