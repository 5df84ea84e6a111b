"""What is said of a review: each fault, false alarms, how bad it was called, and what it all comes to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sparring.core.evidence import Passage, Place, Places
from sparring.core.text import Message
from sparring.core.verdict import Dimension, Finding, Outcome, Status, Verdict
from sparring.kinds.review.matching import Hit
from sparring.kinds.review.remarks import Remark
from sparring.kinds.review.schema import Planted, ReviewSpec, Spot

HINT_COST, ALARM_COST, HALF = 0.1, 0.1, 0.5
UNMATCHED_COST = ALARM_COST / 2
"""What a serious remark costs where nothing is known to be wrong: one may be right and the review stays correct, many are noise."""
UNWEIGHED = 0.75
"""What a fault is worth that was found without a word on how bad it is, or with one that is far off: who merges has to know what must not wait."""
ORDER = ("nit", "minor", "major", "blocker")
PASS, CORRECT = 0.6, 0.85


@dataclass(frozen=True, slots=True)
class Raised:
    """How many remarks object to a decoy, and how many serious ones stand where nothing is known to be wrong."""

    alarms: int
    unmatched: int


def unknown(unmatched: Sequence[Remark]) -> Iterator[Finding]:
    """The serious remarks of which nothing is known."""
    if unmatched:
        rows = tuple(Place(remark.file, remark.first, 0, remark.said) for remark in unmatched)
        yield Finding("unmatched", None, Message("review.unmatched", {"count": len(rows)}), Places(rows), Dimension.DESIGN)


def faults(spec: ReviewSpec, hits: Mapping[str, Hit], *, told: bool = True) -> Iterator[Finding]:
    """What is said of each fault; one that was missed by its severity alone, unless all is `told`."""
    for number, fault in enumerate(spec.faults, 1):
        hit = hits.get(fault.id)
        if told or hit is not None:
            yield _fault(fault, hit, spec)
        else:
            message = Message(f"review.missed-{fault.severity}")
            yield Finding(f"{fault.sort}:missed-{number}", False, message, Place(fault.spot.file, 0, 0, ""), Dimension.DESIGN)


def _fault(fault: Planted, hit: Hit | None, spec: ReviewSpec) -> Finding:
    spot, name = fault.spot, f"{fault.sort}:{fault.id}"
    if hit is None:
        return Finding(name, False, spot.story, Place(spot.file, spot.first, 0, "", spec.excerpt(spot)), Dimension.DESIGN)
    if not hit.meant:
        return Finding(
            name,
            None,
            Message("review.named-only" if hit.fault.named(hit.remark.said) else "review.marked-only"),
            Passage(hit.remark.said or "–", (), spot.story),
            Dimension.DESIGN,
        )
    return Finding(name, True, spot.story, Place(spot.file, hit.remark.first, 0, hit.remark.said, spec.excerpt(spot)), Dimension.DESIGN)


def alarm(spot: Spot, remark: Remark, spec: ReviewSpec) -> Finding:
    """What is fine and was objected to."""
    return Finding("false-alarm", False, spot.story, Place(spot.file, remark.first, 0, remark.said, spec.excerpt(spot)), Dimension.DESIGN)


def _worth(hit: Hit | None) -> float:
    if hit is None:
        return 0.0
    whole = hit.meant and hit.placed
    return (1.0 if whole else HALF) * (UNWEIGHED if whole and _weighed(hit) is not True else 1.0)


def _weighed(hit: Hit) -> bool | None:
    """Whether the remark says about how bad the fault is; None where it does not say."""
    given = hit.remark.severity
    return abs(ORDER.index(given) - ORDER.index(hit.fault.severity)) <= 1 if given in ORDER else None


def _lighter(hit: Hit) -> bool:
    """Whether the remark calls the fault lighter than it is."""
    given = hit.remark.severity
    return given in ORDER and ORDER.index(given) < ORDER.index(hit.fault.severity)


def verdict(spec: ReviewSpec, hits: Mapping[str, Hit], findings: tuple[Finding, ...], raised: Raised, hints: int, text: str) -> Verdict:
    """The whole verdict: `findings` are those of the faults and of what was raised."""
    total = sum(fault.weight for fault in spec.faults)
    worth = sum(fault.weight * _worth(hits.get(fault.id)) for fault in spec.faults) / total
    score = round(max(0.0, worth - ALARM_COST * raised.alarms - UNMATCHED_COST * raised.unmatched - HINT_COST * hints), 3)
    blockers = [fault for fault in spec.faults if fault.severity == "blocker"]
    seen = all(fault.id in hits and (hits[fault.id].meant or hits[fault.id].placed) for fault in blockers)
    found = sum(hit.meant for hit in hits.values())
    noisy = raised.alarms + raised.unmatched > found
    passed = score >= PASS and seen and not noisy
    weighed = all(_weighed(hit) for hit in hits.values() if hit.meant)
    outcome = (
        Outcome.CORRECT
        if passed and score >= CORRECT and weighed and not raised.alarms
        else Outcome.PARTIAL
        if score >= PASS / 2
        else Outcome.INCORRECT
    )
    level = _level(spec, hits, raised.alarms)
    params: dict[str, str | int | float | bool] = {
        "found": sum(hit.placed for hit in hits.values()), "count": len(spec.faults), "alarms": raised.alarms, "unmatched": raised.unmatched,
    }  # fmt: skip
    whole = Finding(
        "marked", seen and (level is not None or None), Message("review.marked", params), Passage(text), Dimension.DESIGN, level
    )
    findings = (whole, *findings, *_misplaced(hits), *_severities(hits))
    passing = "underrated" if any(hit.fault.severity == "blocker" and _lighter(hit) for hit in hits.values()) else "passed"
    summary = Message(
        "review.summary-all"
        if outcome is Outcome.CORRECT
        else f"review.summary-{passing if passed else _short_of(spec, hits, noisy=noisy)}",
        {**params, "found": found if noisy else len(hits), "said": sum(hit.meant and hit.placed for hit in hits.values())},
    )
    return Verdict(outcome, Status.PASSED if passed else Status.WRONG_ANSWER, score, passed, findings, summary)


def _short_of(spec: ReviewSpec, hits: Mapping[str, Hit], *, noisy: bool) -> str:
    """Why a review does not pass: noise, a fault that nobody found, or what was found and not said at its place."""
    if noisy and hits:
        return "noisy"
    return "half" if len(hits) == len(spec.faults) else "missed"


def _level(spec: ReviewSpec, hits: Mapping[str, Hit], alarms: int) -> int | None:
    """What was said on the right lines supports: every bad one 3, everything and no false alarm 4, some 2, nothing 1. Lines that are marked and no more support none:
    whether they were meant is not known.
    """
    meant = {key for key, hit in hits.items() if hit.meant and hit.placed}
    if not meant:
        return None if hits else 1
    if not all(fault.id in meant for fault in spec.faults if fault.severity == "blocker"):
        return 2
    return 4 if len(meant) == len(spec.faults) and not alarms else 3


def _misplaced(hits: Mapping[str, Hit]) -> Iterator[Finding]:
    """Faults that were said in words for them, on lines that are not theirs."""
    far = [hit for hit in hits.values() if hit.meant and not hit.placed]
    if far:
        rows = tuple(
            Place(hit.remark.file, hit.remark.first, 0, f"{hit.remark.said} → {hit.fault.spot.file}:{hit.fault.spot.first}") for hit in far
        )
        yield Finding("misplaced", None, Message("review.misplaced", {"count": len(far)}), Places(rows), Dimension.DESIGN)


def _severities(hits: Mapping[str, Hit]) -> Iterator[Finding]:
    """Where somebody called a blocker a detail, or the other way round, where a fault was called a step lighter, and where nobody said how bad it is."""
    silent = [hit for hit in hits.values() if hit.meant and _weighed(hit) is None]
    for hit in hits.values():
        if hit.meant and _weighed(hit) is False:
            message = Message(f"review.severity-{hit.fault.severity}-{'low' if _lighter(hit) else 'high'}")
            yield Finding(f"severity:{hit.fault.id}", False, message, Passage(hit.remark.said), Dimension.DESIGN)
        elif hit.meant and _lighter(hit) and hit.fault.severity != "minor":
            row = Place(hit.remark.file, hit.remark.first, 0, hit.remark.said)
            yield Finding(
                f"severity:{hit.fault.id}", None, Message(f"review.severity-{hit.fault.severity}-low"), Places((row,)), Dimension.DESIGN
            )
    if silent:
        rows = tuple(Place(hit.remark.file, hit.remark.first, 0, hit.remark.said) for hit in silent)
        yield Finding("severity", None, Message("review.severity-missing", {"count": len(silent)}), Places(rows), Dimension.DESIGN)
