"""Speech, edits, runs and verdicts over each other: as a drawing in percent, and in words. Pure."""

from dataclasses import dataclass

from sparring.core.speech import Moment
from sparring.core.text import Message, Saying
from sparring.judge.growth import UNDECIDED, written
from sparring.usecases.speech.course import Course
from sparring.web.timeline import Spot, Stretch

LEAST_WIDTH = 0.4


@dataclass(frozen=True, slots=True)
class Told:
    """A moment in words: an id of `web.course`, and what it is filled with."""

    seconds: float
    what: str
    text: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is to be said of the course: a sentence, a mark, and where (to be played)."""

    saying: Saying
    mark: str
    moment: Moment | None = None


@dataclass(frozen=True, slots=True)
class Drawn:
    """The drawing and the words."""

    seconds: float
    voice: tuple[Stretch, ...]
    silences: tuple[Stretch, ...]
    edits: tuple[Stretch, ...]
    runs: tuple[Spot, ...]
    verdicts: tuple[Spot, ...]
    claims: tuple[Spot, ...]
    told: tuple[Told, ...]
    remarks: tuple[Remark, ...]
    heard: bool
    attempt: str


def drawn(course: Course, heard: bool) -> Drawn:
    """The course of a recording as the page shows it; `heard`: somebody listened to it."""
    seen = course.thinking
    whole = seen.seconds or 1.0

    def bar(start: float, end: float) -> Stretch:
        return Stretch(round(100 * start / whole, 2), round(max(LEAST_WIDTH, 100 * (end - start) / whole), 2))

    def spots(*whats: str) -> tuple[Spot, ...]:
        return tuple(Spot(bar(deed.start, deed.end).x, deed.mark or "open") for deed in seen.deeds if deed.what in whats)

    claims = tuple(Spot(bar(claim.moment.start, claim.moment.end).x, _fits(claim.growth, course.growth)) for claim in seen.claims)
    return Drawn(
        seen.seconds,
        tuple(bar(one.start, one.end) for one in seen.voice),
        tuple(bar(one.start, one.end) for one in seen.silences),
        tuple(bar(deed.start, deed.end) for deed in seen.deeds if deed.what == "edit"),
        spots("run", "submit"),
        spots("verdict"),
        claims,
        _told(course),
        _remarks(course) if heard else (),
        heard,
        course.attempt,
    )


def _fits(said: str, measured: str) -> str:
    return "open" if measured in ("", UNDECIDED) else "right" if said == measured else "wrong"


def _told(course: Course) -> tuple[Told, ...]:
    seen = course.thinking
    told = [Told(deed.start, deed.what, deed.text, deed.mark) for deed in seen.deeds]
    told += [Told(one.start, "silence", f"{one.end - one.start:.0f}") for one in seen.silences]
    told += [Told(one.moment.start, "claim", one.moment.text, _fits(one.growth, course.growth)) for one in seen.claims]
    if seen.voice:
        told.append(Told(seen.voice[0].start, "speech"))
    return tuple(sorted(told, key=lambda moment: moment.seconds))


def _remarks(course: Course) -> tuple[Remark, ...]:
    """Silences, what was said before and after the code, and claims against the measurement."""
    seen, remarks = course.thinking, []
    if not seen.voice:
        return (Remark(Message("web.course.no-voice"), "open"),)
    for one in seen.silences:
        name = "web.course.silent-writing" if seen.writing(one) else "web.course.silent"
        remarks.append(Remark(Message(name, {"seconds": round(one.end - one.start)}), "open", one))
    if not seen.silences:
        remarks.append(Remark(Message("web.course.no-silence"), "right"))
    if any(deed.what == "edit" for deed in seen.deeds):
        remarks.append(_explained("before", seen.before))
        remarks.append(_explained("after", seen.after))
    remarks += [_claimed(one.growth, course.growth, one.moment) for one in seen.claims]
    if not seen.claims and course.growth not in ("", UNDECIDED):
        remarks.append(Remark(Message("web.course.no-claim", {"measured": written(course.growth)}), "open"))
    return tuple(remarks)


def _explained(when: str, seconds: float) -> Remark:
    some = seconds >= 3
    return Remark(
        Message(f"web.course.{when}" if some else f"web.course.nothing-{when}", {"seconds": round(seconds)}), "right" if some else "open"
    )


def _claimed(said: str, measured: str, moment: Moment) -> Remark:
    mark = _fits(said, measured)
    name = {"right": "claim-right", "wrong": "claim-wrong", "open": "claim-open"}[mark]
    return Remark(Message(f"web.course.{name}", {"said": written(said), "measured": written(measured)}), mark, moment)
