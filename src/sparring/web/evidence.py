"""What each evidence type's template needs beside the evidence itself. To add a type: `templates/evidence/TYPE.html`, and here what it computes."""

from dataclasses import dataclass
from functools import singledispatch
from itertools import zip_longest
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from sparring.core.codec import tag
from sparring.core.evidence import (
    CaseRow,
    Cases,
    Change,
    Correction,
    CostCurve,
    CostProfile,
    CostTable,
    Delivery,
    EndRisk,
    Evidence,
    Logged,
    Outline,
    Passage,
    Printed,
    RunTimeline,
    Schedule,
    Span,
    Workload,
)
from sparring.core.text import Saying
from sparring.judge.profile import percent, profile_lines
from sparring.language.speech.delivery import source_of, usual
from sparring.language.story import PARTS
from sparring.usecases.lab.recordings import ENGINES, Snippet, packed
from sparring.web import gantt, runs
from sparring.web.plot import plot

MOST_ROWS = 5
MOST_FUNCTIONS = 15
AROUND = 140
"""Characters of the candidate's text shown on either side of a marked stretch."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the candidate's text; `number` (from 1) if it is marked, else 0."""

    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of a marked stretch."""

    number: int
    text: Saying | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A line that the program prints beside the line that was predicted; None: there is no such line."""

    number: int
    wanted: str | None
    got: str | None
    differs: bool


def template(evidence: Evidence) -> str:
    """The template that shows this type of evidence."""
    return f"evidence/{tag(type(evidence))}.html"


@singledispatch
def computed(evidence: object) -> dict[str, Any]:  # noqa: ARG001 - most types need nothing more
    """What the template needs beside `evidence`."""
    return {}


@computed.register
def _(evidence: Cases) -> dict[str, Any]:
    failed: list[CaseRow] = [row for row in evidence.rows if row.status != "passed"]
    return {"failed": failed[:MOST_ROWS], "more": max(0, len(failed) - MOST_ROWS), "all": evidence.rows}


@computed.register
def _(evidence: CostCurve) -> dict[str, Any]:
    rows = [
        {"size": size, "cost": cost, "reference": reference}
        for size, cost, reference in zip_longest(evidence.sizes, evidence.costs, evidence.reference)
        if size is not None
    ]
    drawn = plot(evidence)
    ticks = list(zip(drawn.across, evidence.sizes, strict=False)) if drawn else []
    return {"plot": drawn, "rows": rows, "ticks": _apart(ticks)}


def _apart(ticks: list[tuple[float, int]]) -> list[tuple[float, int]]:
    """The figures of a scale that can be read beside each other: from the last backwards, at least 14 percent apart."""
    kept: list[tuple[float, int]] = []
    for tick in reversed(ticks):
        if not kept or kept[-1][0] - tick[0] >= 14:
            kept.append(tick)
    return kept[::-1]


@computed.register
def _(evidence: RunTimeline) -> dict[str, Any]:
    return {
        "lanes": runs.lanes(evidence),
        "phases": runs.phases(evidence),
        "letters": runs.LETTERS,
        "open": len(evidence.rows) <= MOST_ROWS,
    }


@computed.register
def _(evidence: Passage) -> dict[str, Any]:
    spans = sorted(evidence.spans, key=lambda span: span.start)
    notes = [Note(number, span.note) for number, span in enumerate(spans, 1)]
    return {"pieces": _pieces(evidence.text, spans), "notes": [note for note in notes if note.text]}


@computed.register
def _(evidence: Correction) -> dict[str, Any]:
    before, after = evidence.text[: evidence.start], evidence.text[evidence.end :]
    shown = before if len(before) <= AROUND else f"… {_after_blank(before[-AROUND:])}"
    return {"before": shown, "after": after if len(after) <= AROUND else f"{_until_blank(after[:AROUND])} …"}


@computed.register
def _(evidence: Outline) -> dict[str, Any]:
    rows = [(row.part or "none", evidence.text[row.start : row.end].strip()) for row in evidence.rows]
    whole = sum(len(text) for _, text in rows) or 1
    bars, at = [], 0.0
    for part, text in rows:
        width = 100 * len(text) / whole
        bars.append((part, round(at, 2), round(width, 2)))
        at += width
    shares = [(part, round(sum(width for name, _, width in bars if name == part))) for part in PARTS]
    return {"rows": rows, "bars": bars, "shares": [(part, share, part in evidence.missing) for part, share in shares]}


def _pieces(text: str, spans: list[Span]) -> list[Piece]:
    """The marked stretches with what stands around them; what is far from any is left out."""
    pieces, at = [], 0
    for number, span in enumerate(spans, 1):
        before = text[at : span.start]
        if len(before) > 2 * AROUND or (at == 0 and len(before) > AROUND):
            kept = _after_blank(before[-AROUND:])
            pieces += [Piece(_until_blank(before[:AROUND]) + " … " if at else "… "), Piece(kept)]
        else:
            pieces.append(Piece(before))
        pieces.append(Piece(text[max(at, span.start) : span.end], number))
        at = max(at, span.end)
    rest = text[at:]
    if spans and rest:
        pieces.append(Piece(rest if len(rest) <= AROUND else _until_blank(rest[:AROUND]) + " …"))
    return [piece for piece in pieces if piece.text]


def _after_blank(text: str) -> str:
    return text[text.find(" ") + 1 :]


def _until_blank(text: str) -> str:
    return text[: text.rfind(" ")] if " " in text else text


@computed.register
def _(evidence: Printed) -> dict[str, Any]:
    got = evidence.got.splitlines()
    if evidence.differs and not evidence.whole:
        return {"whole": False, "there": "".join(got[evidence.differs - 1 : evidence.differs])}
    lines = zip_longest(evidence.expected.splitlines(), got)
    pairs = [Pair(n, wanted, have, n == evidence.differs) for n, (wanted, have) in enumerate(lines, 1)]
    return {"whole": True, "pairs": pairs, "lab": _lab(evidence) if evidence.whole else ""}


def _lab(evidence: Printed) -> str:
    """The lab's address right after the deciding line ran."""
    at = {"line": evidence.deciding_line, "time": evidence.time} if evidence.deciding_line else {}
    return lab_address(evidence.source, evidence.engine, **at)


def lab_address(source: str, engine: str, **at: int) -> str:
    """The lab's address for a program; '' if it is too long for one."""
    link = packed(Snippet(source, engine=engine if engine in ENGINES else "exact"))
    return f"{reverse('lab')}?{urlencode({'c': link, **at})}" if link else ""


@computed.register
def _(evidence: Schedule) -> dict[str, Any]:
    return {"gantt": gantt.of_evidence(evidence)}


@computed.register
def _(evidence: Workload) -> dict[str, Any]:
    return {"rows": [(row, round(min(100 * row.hours / row.has, 100)) if row.has else 0) for row in evidence.rows]}


@computed.register
def _(evidence: EndRisk) -> dict[str, Any]:
    points = list(zip(evidence.days, evidence.shares, strict=True))
    return {"plot": gantt.curve(points, evidence.due), "rows": [(day, f"{round(share * 100)} %") for day, share in points]}


@computed.register
def _(evidence: Logged) -> dict[str, Any]:
    return {"counts": [(f"log.{name}", value) for name, value in evidence.counts.items()]}


@computed.register
def _(evidence: Change) -> dict[str, Any]:
    kinds = {"+": "added", "-": "removed", "@": "gap"}
    return {"lines": [(kinds.get(line[:1], ""), "" if line.startswith("@") else line[1:]) for line in evidence.lines]}


@computed.register
def _(evidence: CostTable) -> dict[str, Any]:
    most = max((row.instructions for row in evidence.rows), default=1) or 1
    rows = [(row, max(1, round(100 * row.instructions / most)) if row.instructions else 0) for row in evidence.rows]
    return {"rows": rows, "has_memory": any(row.peak_bytes is not None for row in evidence.rows)}


@computed.register
def _(evidence: CostProfile) -> dict[str, Any]:
    dearest = max((line.own for line in evidence.lines), default=0)
    lines = [(line, percent(line.own, evidence.cost), line.own == dearest) for line in evidence.lines]
    return {"told": profile_lines(evidence), "lines": lines, "functions": evidence.functions[:MOST_FUNCTIONS]}


@computed.register
def _(evidence: Delivery) -> dict[str, Any]:
    return {"usual": usual(evidence), "source": source_of(evidence), "unit": f"delivery.{evidence.unit}"}
