"""What a finding is called, in every surface and every export."""

from sparring.core.evidence import Passage
from sparring.core.verdict import Finding
from sparring.words import Words


def finding_title(finding: Finding, words: Words) -> str:
    """What the finding is about: its criterion in words; a key point's is the point itself; claims share one, their evidence says which."""
    sort, _, name = finding.criterion.partition(":")
    named = bool(name) and words.has(f"criterion.{sort}")
    if not named and isinstance(finding.evidence, Passage) and finding.evidence.sought:
        return words.say(finding.evidence.sought)
    known = f"criterion.{finding.criterion}"
    if not words.has(known) and named:  # `security:open-to-all` is about security
        return words(f"criterion.{sort}", name=name)
    return words(known) if words.has(known) else finding.criterion.rpartition(":")[2].replace("-", " ").capitalize()


def says_what_was_sought(title: str, finding: Finding, words: Words) -> bool:
    """Whether the title is what was looked for, so that the evidence need not say it again."""
    evidence = finding.evidence
    return isinstance(evidence, Passage) and evidence.sought is not None and title == words.say(evidence.sought)
