"""What is told of a recording that answers nothing in particular: how it was told, and its English."""

from dataclasses import dataclass
from typing import Any

from sparring.core.evidence import Correction, Delivery
from sparring.core.speech import Heard, Take
from sparring.core.verdict import Finding
from sparring.language.speech.delivery import delivery
from sparring.usecases import english
from sparring.usecases.app import App
from sparring.usecases.present import findings as findings_json
from sparring.usecases.speech import spoken
from sparring.words import Words


@dataclass(frozen=True, slots=True)
class Told:
    """What was heard and what can be said of it: how it was told, then slips of English in the text without its fillers."""

    heard: Heard
    findings: tuple[Finding, ...]

    @property
    def fine(self) -> bool:
        """Whether it can be judged and nothing in it is wrong."""
        return not self.heard.trouble and all(finding.ok is not False for finding in self.findings)


def told(app: App, heard: Heard, key: str = "") -> Told:
    """The findings; where it cannot be judged one that says why."""
    if heard.trouble:
        evidence = Delivery("level", heard.level, "decibels", seconds=heard.seconds, recording=key)
        return Told(heard, (Finding("readable", False, spoken.trouble(heard), evidence),))
    found = delivery(Take(key, heard))
    text = spoken.text_of(heard)
    slips = english.read_text(app, text, spoken=True).findings if text and heard.transcript and heard.transcript.language == "en" else ()
    return Told(heard, (*found, *slips))


def as_json(found: Told, words: Words) -> dict[str, Any]:
    """`sparring speech --json`."""
    heard = found.heard
    said = [{"text": word.text, "start": word.start, "end": word.end} for word in heard.transcript.words] if heard.transcript else []
    return {
        "transcript": heard.text,
        "words": said,
        "findings": [
            {**one, "rule": one["criterion"]} if isinstance(finding.evidence, Correction) else one
            for finding, one in zip(found.findings, findings_json(found.findings, words), strict=True)
        ],
        "seconds": heard.seconds,
        "language": heard.transcript.language if heard.transcript else "",
        "trouble": heard.trouble,
    }
