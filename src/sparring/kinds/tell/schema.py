"""What a `tell` folder holds."""

from dataclasses import dataclass

from pydantic import Field

from sparring.core.text import Text
from sparring.kinds.format import Bilingual, Header, Strict

THEMES = (
    "achievement", "ambiguity", "bug", "change", "code-quality", "conflict", "customer", "data", "deadline", "decision", "delegation", "failure", "feedback", "helping",
    "incident", "initiative", "learning", "leadership", "model", "performance", "persuasion", "planning", "pressure", "project", "security", "teamwork", "testing", "trade-off",
)  # fmt: skip
"""What stories are about; the story bank knows by them which question a story answers."""

SHORTEST, LONGEST = 90, 150
"""Seconds that a story takes: what interview guides advise."""


class SamplesTable(Strict):
    """`[good]` and `[weak]`: what real candidates would tell, in the pack's languages."""

    good: Bilingual
    weak: Bilingual


class AskTable(Strict):
    """`[asks]`: what an interviewer asks when a part is missing, where the usual question does not fit."""

    situation: Bilingual | None = None
    task: Bilingual | None = None
    action: Bilingual | None = None
    result: Bilingual | None = None
    reflection: Bilingual | None = None
    numbers: Bilingual | None = None


class TellFile(Header):
    """exercise.toml of a `tell`."""

    themes: tuple[str, ...] = Field(min_length=1)
    samples: SamplesTable
    asks: AskTable = AskTable()


@dataclass(frozen=True, slots=True)
class TellSpec:
    """What grading and proving need to know."""

    question: Text
    themes: tuple[str, ...]
    good: Text
    weak: Text
