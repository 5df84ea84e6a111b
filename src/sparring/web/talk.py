"""The conversation of a round as it stands beside the editor: what was asked, hinted, handed in, replied."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sparring.core.codec import load
from sparring.core.text import Text
from sparring.usecases.interviews import Interview


@dataclass(frozen=True, slots=True)
class Turn:
    """Something said. `kind`: question, hint, follow-up (the interviewer), ran, submitted, reply (the candidate). `waits`: it wants an answer now."""

    kind: str
    text: str = ""
    language: str = "en"
    outcome: str = ""
    mark: str = "open"
    number: int = 0
    attempt: str = ""
    waits: bool = False


def talk(interview: Interview) -> list[Turn]:
    """The turns of the current round, in order."""
    position, exercise = interview.state.position, interview.exercise()
    tongue = interview.language
    turns = [Turn("question", exercise.prompt.to(tongue), tongue)]
    events = [event for event in interview.record.events if event.data.get("round") == position]
    counts = {"hint": 0, "submitted": 0}
    for event in events:
        turns.extend(_turn(event.what, event.data, interview, counts))
    waiting = next((n for n, turn in enumerate(turns) if turn.kind == "follow-up" and not _replied(turns, n)), None)
    if waiting is not None:
        turns[waiting] = Turn("follow-up", turns[waiting].text, tongue, waits=True)
    return turns


def _replied(turns: list[Turn], number: int) -> bool:
    """Whether the follow-up at this place has its reply: replies come in the order of the questions."""
    questions = sum(turn.kind == "follow-up" for turn in turns[: number + 1])
    return sum(turn.kind == "reply" for turn in turns) >= questions


def _turn(what: str, data: Any, interview: Interview, counts: dict[str, int]) -> Iterator[Turn]:
    tongue = interview.language
    match what:
        case "hinted":
            hints = interview.exercise().hints
            if counts["hint"] < len(hints):
                yield Turn("hint", hints[counts["hint"]].to(tongue), tongue)
            counts["hint"] += 1
        case "ran":
            yield Turn("ran", mark="right" if data["passed"] else "wrong", outcome="passed" if data["passed"] else "failed")
        case "submitted":
            counts["submitted"] += data.get("counts", True)
            mark = "right" if data["passed"] else "wrong" if data.get("counts", True) else "open"
            yield Turn("submitted", outcome=data["outcome"], mark=mark, number=counts["submitted"], attempt=data["attempt"])
        case "asked":
            text: Text = load(Text, data["text"])
            yield Turn("follow-up", text.to(tongue), tongue)
        case "replied":
            yield Turn("reply", data["text"], tongue)
