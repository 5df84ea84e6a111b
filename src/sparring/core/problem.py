"""What is wrong with something that was read: where, what, and the remedy, all problems at once."""

from dataclasses import dataclass

from sparring.core.text import Saying, Text


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem of a file. `line` is 1-based, 0 where no line can be named; `field` is a dotted path or ''."""

    file: str
    line: int
    field: str
    message: Saying


class SparringError(Exception):
    """An error that is told to the person: `saying` names what, where and what to do."""

    def __init__(self, saying: Saying) -> None:
        super().__init__(_for_repair(saying))
        self.saying = saying


def _for_repair(saying: Saying) -> str:
    """What stands in a log, beside the sentence: the message's id and what filled its blanks; a pack's own text in English."""
    if isinstance(saying, Text):
        return saying.to("en")
    return ": ".join((saying.id, *filter(None, [", ".join(map(str, saying.params.values()))])))


class UsageError(SparringError):
    """The person asked for something that cannot be done as asked (exit code 2)."""


class JudgeError(SparringError):
    """We could not judge: our failure, never the candidate's (exit code 3)."""
