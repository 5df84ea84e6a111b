"""The one thing to do after an interview, in a sentence somebody would say: what to do, and the evidence that says why."""

from dataclasses import dataclass

from sparring.core.evidence import Cases, Passage, Printed
from sparring.core.text import Message, Saying, Text
from sparring.core.verdict import Dimension, Finding

LONGEST = 80
"""Characters of a value or a quotation that a sentence can carry."""


@dataclass(frozen=True, slots=True)
class NextAction:
    """The one thing to do now: what, at which exercise, why; `attempt` and `number` say where the evidence lies (None: there is none)."""

    message: Message
    exercise: str
    title: Text
    reason: Saying
    attempt: str | None = None
    number: int = -1


def advice(finding: Finding) -> tuple[Message, Saying]:
    """What to do about a finding, and the reason that the sentence gives as `{reason}`."""
    evidence = finding.evidence
    if isinstance(evidence, Cases):
        return _case(finding, evidence)
    if isinstance(evidence, Passage) and finding.ok is False and evidence.spans:
        span = evidence.spans[0]
        said = _short(evidence.text[span.start : span.end])
        return Message("report.advise-claim", {"said": said}), span.note or finding.message
    if isinstance(evidence, Passage) and finding.missed and evidence.sought:
        return Message("report.advise-point"), evidence.sought
    if isinstance(evidence, Printed) and evidence.deciding_line:
        return Message("report.advise-printed", {"line": evidence.deciding_line}), finding.message
    if finding.dimension is Dimension.EFFICIENCY:
        return Message("report.advise-cost"), finding.message
    return Message("report.advise"), finding.message


def _case(finding: Finding, evidence: Cases) -> tuple[Message, Saying]:
    """The first case that went wrong, where it can be told in a line."""
    row = next((row for row in evidence.rows if row.status != "passed"), None)
    if row is None or row.status != "wrong-answer" or not all(map(_fits, (row.input, row.expected, row.got))):
        return Message("report.advise"), finding.message
    return Message("report.advise-case", {"input": row.input, "expected": row.expected, "got": row.got}), finding.message


def _fits(text: str) -> bool:
    return 0 < len(text) <= LONGEST and "\n" not in text and "`" not in text


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rsplit(' ', 1)[0]} …"
