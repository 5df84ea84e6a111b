"""An interview's course as a drawing and in words. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sparring.report.scorecard import Scorecard, TimelineMark
from sparring.session.interview import StoredEvent
from sparring.web.marks import mark_of

STANDS = ("paused", "finished")
"""After these the interview's clock stands still."""
TOLD = ("started", "paused", "resumed", "opened", "hinted", "ran", "submitted", "asked", "replied", "skipped", "closed", "finished")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What lasts, a round for one, on a drawing: in percent of its length."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A moment on a drawing, in percent; `mark` is right, half, wrong or open."""

    x: float
    mark: str


@dataclass(frozen=True, slots=True)
class Told:
    """A moment in words: `what` is an event's name, `title` the round's number, `outcome` a verdict's."""

    seconds: float
    what: str
    round: int
    outcome: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """What was said for an answer: when its recording ended, how many seconds it lasts, and where in it there is a voice."""

    ended: datetime
    seconds: float
    voice: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing and the words. `takes`: the recordings, `speech`: the voice in them."""

    rounds: tuple[Stretch, ...]
    spots: tuple[Spot, ...]
    hints: tuple[Spot, ...]
    told: tuple[Told, ...]
    takes: tuple[Stretch, ...] = ()
    speech: tuple[Stretch, ...] = ()


def timeline(card: Scorecard, events: Sequence[StoredEvent], spoken: Sequence[Spoken] = ()) -> Timeline:
    """The course of an interview; `events` are those that the card's timeline was made of, `spoken` what was said meanwhile."""
    whole = max((mark.seconds for mark in card.timeline), default=0.0) or 1.0
    by_number = {event.seq: event for event in events}
    told = [_told(mark, by_number[mark.seq]) for mark in card.timeline if mark.what in TOLD and mark.seq in by_number]
    spots = tuple(Spot(_share(moment.seconds, whole), moment.mark) for moment in told if moment.what == "submitted")
    hints = tuple(Spot(_share(moment.seconds, whole), "open") for moment in told if moment.what == "hinted")
    placed = [(_begun(one, card, by_number), one) for one in spoken]
    takes = tuple(_part(begun, 0.0, one.seconds, whole) for begun, one in placed)
    speech = tuple(_part(begun, start, end, whole) for begun, one in placed for start, end in one.voice)
    return Timeline(tuple(_stretches(told, whole)), spots, hints, tuple(told), takes, speech)


def _begun(one: Spoken, card: Scorecard, events: Mapping[int, StoredEvent]) -> float:
    """When a recording began, on the interview's clock: it goes with the wall's clock from the last event before the recording's end."""
    ended = 0.0
    for mark in card.timeline:
        if mark.seq in events and events[mark.seq].at <= one.ended:
            gone = (one.ended - events[mark.seq].at).total_seconds()
            ended = mark.seconds + (0.0 if mark.what in STANDS else gone)
    return max(0.0, ended - one.seconds)


def _part(begun: float, start: float, end: float, whole: float) -> Stretch:
    x = min(100.0, _share(begun + start, whole))
    return Stretch(x, round(min(100.0 - x, max(0.2, _share(end - start, whole))), 1))


def _told(moment: TimelineMark, event: StoredEvent) -> Told:
    data = event.data
    mark = mark_of(str(data["outcome"])) if moment.what == "submitted" else ""
    return Told(moment.seconds, moment.what, int(data.get("round", -1)) + 1, str(data.get("outcome", "")), mark)


def _stretches(told: Sequence[Told], whole: float) -> list[Stretch]:
    made, opened = [], None
    for moment in told:
        if moment.what == "opened":
            opened = moment.seconds
        elif moment.what in ("closed", "skipped", "finished") and opened is not None:
            made.append(Stretch(_share(opened, whole), max(0.5, _share(moment.seconds, whole) - _share(opened, whole) - 0.6)))
            opened = None
    return made


def _share(seconds: float, whole: float) -> float:
    return round(100 * seconds / whole, 1)
