"""The conversation of a round as it stands beside the editor: what was asked, hinted, handed in, replied."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sparring.core.codec import load
from sparring.core.text import Text
from sparring.usecases.interviews import Interview
from sparring.web.marks import mark_of


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
    """The turns of the current round, in order; each reply stands under its question, and only one question at a time waits."""
    position, exercise = interview.state.position, interview.exercise()
    tongue = interview.language
    turns = [Turn("question", exercise.prompt.to(tongue), tongue)]
    counts = {"hint": 0, "submitted": 0}
    for event in interview.record.events:
        if event.data.get("round") == position:
            turns.extend(_turn(event.what, event.data, interview, counts))
    return _in_order(turns)


def _in_order(turns: list[Turn]) -> list[Turn]:
    """Replies come in the order of the questions: each goes under its own; questions after the one that waits are not asked yet."""
    replies = [turn for turn in turns if turn.kind == "reply"]
    ordered: list[Turn] = []
    waiting = False
    for turn in turns:
        if turn.kind == "follow-up" and replies:
            ordered += [turn, replies.pop(0)]
        elif turn.kind == "follow-up" and not waiting:
            ordered.append(replace(turn, waits=True))
            waiting = True
        elif turn.kind not in ("follow-up", "reply"):
            ordered.append(turn)
    return ordered


def _turn(what: str, data: Any, interview: Interview, counts: dict[str, int]) -> Iterator[Turn]:
    tongue = interview.language
    match what:
        case "hinted":
            hints = interview.exercise().hints
            if counts["hint"] < len(hints):
                yield Turn("hint", hints[counts["hint"]].to(tongue), tongue)
            counts["hint"] += 1
        case "ran":
            planned = any(slot.board for slot in interview.exercise().slots)
            outcome = f"{'plan-' if planned else ''}{'passed' if data['passed'] else 'failed'}"
            yield Turn("ran", mark="right" if data["passed"] else "wrong", outcome=outcome)
        case "submitted":
            counts["submitted"] += data.get("counts", True)
            yield Turn(
                "submitted", outcome=data["outcome"], mark=mark_of(data["outcome"]), number=counts["submitted"], attempt=data["attempt"]
            )
        case "asked":
            text: Text = load(Text, data["text"])
            yield Turn("follow-up", text.to(tongue), tongue)
        case "replied":
            yield Turn("reply", data["text"], tongue)
