"""English: a text read, its slips as findings, the mistakes so far as a deck of own cards, the glossary."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sparring.content.glossary import Term, glossary_of
from sparring.core.evidence import Correction
from sparring.core.problem import UsageError
from sparring.core.text import Message, Text
from sparring.core.verdict import Dimension, Finding
from sparring.language.english.harper import installed
from sparring.language.english.rules import Rule, Slip
from sparring.records.study_values import CardRecord
from sparring.usecases.app import App
from sparring.usecases.study.items import OWN, studied
from sparring.words import Words

MOST = 200_000
DECK = "English"
TAG = "english:"
BESIDE = 20
"""Slips on either side that may lie in the same sentence."""
AROUND = 160
"""Characters of the sentence on either side of a slip that its card shows at most."""
TOPIC = "interview.english"


@dataclass(frozen=True, slots=True)
class Read:
    """A text that was read: its slips in order, and whether Harper read it too."""

    text: str
    slips: tuple[Slip, ...]
    harper: bool

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The slips as findings."""
        return tuple(finding(slip, self.text) for slip in self.slips)


def finding(slip: Slip, text: str) -> Finding:
    """A slip as a finding with its evidence."""
    evidence = Correction(text, slip.start, slip.end, slip.replacements, slip.why, slip.example)
    return Finding(slip.rule, False, slip.message, evidence, Dimension.ENGLISH)


def read_text(app: App, text: str, *, spoken: bool = False) -> Read:
    """Read a text; UsageError if it is empty or too long. `spoken`: a transcript, whose marks and capitals are the transcriber's."""
    if not text.strip():
        raise UsageError(Message("answer.empty"))
    if len(text) > MOST:
        raise UsageError(Message("english.too-long", {"count": len(text), "most": MOST}))
    return Read(text, app.english.check(text, spoken=spoken), installed())


def pieces(found: Read) -> list[tuple[str, int]]:
    """The text cut into stretches: its words, and the number (from 1) of the slip that they are, 0 for none."""
    cut, at = [], 0
    for number, slip in enumerate(found.slips, 1):
        cut += [(found.text[at : slip.start], 0), (found.text[slip.start : slip.end], number)]
        at = slip.end
    return [piece for piece in (*cut, (found.text[at:], 0)) if piece[0]]


def as_json(found: Read, words: Words) -> dict[str, Any]:
    """`sparring english --json`."""
    return {"findings": [_slip_json(slip, found.text, words) for slip in found.slips], "harper": found.harper}


def _slip_json(slip: Slip, text: str, words: Words) -> dict[str, Any]:
    marked = {"start": slip.start, "end": slip.end, "text": text[slip.start : slip.end], "replacements": list(slip.replacements)}
    why = {"why": words.say(slip.why), "example": slip.example} if slip.why else {}
    return {"ok": False, "rule": slip.rule, "message": words.say(slip.message), **why, "evidence": marked}


def keep(app: App, found: Read) -> int:
    """Put the slips that have a mend into the deck, each once; how many are new there."""
    cards = [_card(number, found) for number, slip in enumerate(found.slips) if slip.replacements]
    return studied(app).add_cards(list({card.key: card for card in cards}.values()), app.clock.now()) if cards else 0


def _card(number: int, found: Read) -> CardRecord:
    """Front: the sentence with the slip in bold, what else is wrong in it mended; back: the sentence mended, and why. Known by the sentence as it was written."""
    slip, text = found.slips[number], found.text
    start, end = _sentence(text, slip.start, slip.end)
    before = _mended(text, start, slip.start, found.slips[max(0, number - BESIDE) : number])
    after = _mended(text, slip.end, end, found.slips[number + 1 : number + 1 + BESIDE])
    wrong = f"{text[start : slip.start]}**{text[slip.start : slip.end]}**{text[slip.end : end]}".strip()
    asked = f"{before}**{text[slip.start : slip.end]}**{after}".strip()
    right = f"{before}**{slip.replacements[0]}**{after}".replace("****", "").strip()
    digest = hashlib.sha256(f"{slip.rule}\0{wrong}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
    why = slip.why or Text("")
    front = Text(f"Mend it: {asked}", f"Correggi: {asked}")
    back = Text(*(f"{right}\n\n{slip.message.to(lang)} {why.to(lang)}".strip() for lang in ("en", "it")))
    return CardRecord(f"{OWN}en-{digest}", front, back, TOPIC, DECK, (f"{TAG}{slip.rule}",))


def _mended(text: str, start: int, end: int, slips: Sequence[Slip]) -> str:
    """The stretch of the text with the slips that lie in it mended."""
    written, at = "", start
    for slip in slips:
        if start <= slip.start and slip.end <= end:
            written += text[at : slip.start] + (slip.replacements[0] if slip.replacements else text[slip.start : slip.end])
            at = slip.end
    return written + text[at:end]


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence around a stretch, not farther than `AROUND` characters away."""
    first = max(
        text.rfind(mark, max(0, start - AROUND), start) + len(mark) if mark in text[max(0, start - AROUND) : start] else 0
        for mark in (". ", "? ", "! ", "\n")
    )
    ends = [at + 1 for mark in (". ", "? ", "! ", ".\n", "?\n") if (at := text.find(mark, end)) >= 0]
    line = text.find("\n", end)
    last = min([*ends, line if line >= 0 else len(text), len(text)])
    return max(first, start - AROUND), min(last, end + AROUND)


def deck(app: App) -> tuple[CardRecord, ...]:
    """The mistakes so far, newest first."""
    return tuple(card for card in studied(app).cards(0, 500, words="") if card.deck == DECK)


def by_rule(app: App, cards: Iterable[CardRecord]) -> list[tuple[Rule | None, str, int]]:
    """How often each rule stands in the deck, the most frequent first: rule (None: Harper's, or gone), its id, how many cards."""
    rules = {rule.id: rule for rule in app.english.rules}
    counts = Counter(tag.removeprefix(TAG) for card in cards for tag in card.tags if tag.startswith(TAG))
    return [(rules.get(name), name, count) for name, count in counts.most_common()]


def glossary(app: App, words: str = "") -> Sequence[Term]:
    """The terms of all packs in which `words` stands, in any of their texts."""
    sought = words.lower().strip()
    every = app.once("glossary", id(app.library), lambda: _terms(app))
    return [term for term in every if sought in " ".join((term.term, term.italian, term.note.en, term.note.it)).lower()]


def _terms(app: App) -> tuple[Term, ...]:
    """The terms in alphabetical order; of two packs that name the same one, the first's."""
    terms = {term.term.lower(): term for path in reversed(app.packs) for term in glossary_of(path)}
    return tuple(terms[key] for key in sorted(terms))
