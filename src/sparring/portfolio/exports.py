"""An audit for other eyes: Markdown, SARIF 2.1.0, JSON; and what changed since the last one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from sparring.core.codec import dump
from sparring.core.evidence import Logged, Place, Places
from sparring.core.text import Message
from sparring.core.verdict import Finding
from sparring.portfolio.audit import Audit, weight_of, worth
from sparring.words import Words

_SIGNS = re.compile(r"([\\`*_\[\]<>#|!])")
_CODE_SPAN = re.compile(r"(`[^`]+`)")
ONLY_WHERE_ASKED = frozenset(("installs", "tests-pass", "coverage", "vulnerabilities"))
"""What an audit without a yes, or without a database, does not speak of: it is not mended for that."""

NOT_FINISHED = frozenset(("out-of-time", "broken-check", "files-left", "modules-left"))
"""Where one of these is found something else may have been missed: nothing is said to be mended."""


@dataclass(frozen=True, slots=True)
class Since:
    """What was said of the findings that were wrong last time and are right now, and what is said of those that are new, in the order of mending."""

    mended: tuple[Message, ...]
    new: tuple[Message, ...]

    def lines(self, words: Words) -> list[tuple[str, str]]:
        """Each part that has something, by its name, as one line."""
        parts = (("mended", self.mended), ("new", self.new))
        return [(name, " ".join(words("portfolio.since.one", what=words.say(one)) for one in said)) for name, said in parts if said]


def since(now: Audit, before: Audit) -> Since:
    """What changed between two audits of one repository."""
    wrong_now, wrong_then = ({finding.criterion for finding in audit.findings if finding.ok is False} for audit in (now, before))
    seen = {finding.criterion for finding in now.findings if finding.ok is not None}
    unseen = {finding.criterion for finding in now.findings if finding.ok is None} | (ONLY_WHERE_ASKED - seen)
    finished = not any(finding.criterion in NOT_FINISHED for finding in now.findings)
    mended = wrong_then - wrong_now - unseen if finished else set()
    return Since(_said(before, mended), _said(now, wrong_now - wrong_then))


def _said(audit: Audit, names: set[str]) -> tuple[Message, ...]:
    """What an audit says of these findings, in the order of mending."""
    return tuple(said for one in audit.repairs if one.criterion in names and isinstance(said := one.message, Message))


def places(finding: Finding) -> tuple[Place, ...]:
    """The places of a finding; none where it was counted."""
    return finding.evidence.rows if isinstance(finding.evidence, Places) else ()


def as_json(audit: Audit, words: Words) -> dict[str, Any]:
    """The stable JSON shape: one object a repository."""
    return {
        "repository": audit.name,
        "head": audit.head,
        "when": audit.when.isoformat(),
        "files": audit.files,
        "commits": audit.commits,
        "truncated": audit.truncated,
        "findings": [_finding_json(finding, words) for finding in audit.findings],
        "repairs": [finding.criterion for finding in audit.repairs],
        "questions": [
            {"sort": q.sort, "file": q.place.file, "line": q.place.line, "excerpt": q.place.excerpt, "question": words.say(q.message)}
            for q in audit.questions
        ],
    }


def _finding_json(finding: Finding, words: Words) -> dict[str, Any]:
    weight = weight_of(finding) if finding.ok is False else None  # what holds, or was only looked at, costs no mending
    return {
        "criterion": finding.criterion,
        "ok": finding.ok,
        "message": words.say(finding.message),
        "evidence": dump(finding.evidence),
        **({"effect": weight.effect, "minutes": weight.effort, "worth": round(worth(finding), 2)} if weight else {}),
    }


def claims_json(claimed: Sequence[Finding], words: Words) -> list[dict[str, Any]]:
    """What a CV names, as JSON: where the code shows it, if it does."""
    return [
        {
            "name": finding.criterion.partition(":")[2],
            "shown": finding.ok is True,
            "message": words.say(finding.message),
            "places": [{"file": place.file, "line": place.line, "excerpt": place.excerpt} for place in places(finding)],
        }
        for finding in claimed
    ]


def claims_markdown(claimed: Sequence[Finding], words: Words) -> str:
    """What a CV names, as Markdown."""
    lines = [f"## {words('portfolio.claims')}", ""]
    for finding in claimed:
        lines += [f"- {_plain(words.say(finding.message))}", *(f"  - `{_code(where(place))}`" for place in places(finding))]
    return "\n".join([*lines, ""])


def as_markdown(audit: Audit, words: Words, changed: Since | None = None) -> str:
    """The report as Markdown; what comes from the repository is escaped."""
    lines = [f"# {words('portfolio.md.title', name=_plain(audit.name))}", ""]
    lines += [words("portfolio.md.looked", files=audit.files, commits=audit.commits, when=words.day(audit.when.date())), ""]
    if audit.truncated:
        lines += [words("portfolio.md.truncated"), ""]
    for name, said in changed.lines(words) if changed else ():
        lines += [f"**{words(f'portfolio.since.{name}')}:** {_plain(said)}", ""]
    lines += [f"## {words('portfolio.md.first')}", ""]
    for number, finding in enumerate(audit.repairs, 1):
        lines += _repair(number, finding, words)
    if not audit.repairs:
        lines += [words("portfolio.md.nothing"), ""]
    for title, ok in (("good", True), ("open", None)):
        chosen = [finding for finding in audit.findings if finding.ok is ok]
        if chosen:
            lines += [f"## {words(f'portfolio.md.{title}')}", "", *(f"- {words.say(finding.message)}" for finding in chosen), ""]
    if audit.questions:
        lines += [
            f"## {words('portfolio.md.questions')}",
            "",
            *(f"{n}. {_plain(words.say(q.message))}" for n, q in enumerate(audit.questions, 1)),
            "",
        ]
    return "\n".join(lines)


def _repair(number: int, finding: Finding, words: Words) -> list[str]:
    weight = weight_of(finding)
    lines = [f"{number}. **{_plain(words.say(finding.message))}** ({words('portfolio.md.minutes', minutes=weight.effort)})"]
    lines += [f"   {words(f'portfolio.{finding.criterion}.why')} {words(f'portfolio.{finding.criterion}.fix')}", ""]
    lines += [
        f"   - `{_code(where(place))}` {_plain(place.what)} {f'`{_code(place.excerpt)}`' if place.excerpt else ''}".rstrip()
        for place in places(finding)
    ]
    if isinstance(finding.evidence, Places) and finding.evidence.more:
        lines += [f"   - {words('portfolio.md.more', count=finding.evidence.more)}"]
    if told := counted(finding, words):
        lines += [f"   - {told}"]
    return [*lines, ""]


def counted(finding: Finding, words: Words) -> str:
    """What was looked at where something is missing; '' where there are places, and where the sentence says it."""
    if not isinstance(finding.evidence, Logged):
        return ""
    said = words.say(finding.message)
    counts = {
        name: value
        for name, value in finding.evidence.counts.items()
        if name != "count" and words.say_number(value) not in said and not isinstance(value, str)  # `count` is of the sentence itself
    }
    return " ".join(
        words("portfolio.counted", what=words(f"log.{name}").capitalize(), number=value) for name, value in sorted(counts.items())
    )


def where(place: Place) -> str:
    """A place as one writes it."""
    return f"{place.file}:{place.line}" if place.line else place.file


def _plain(text: str) -> str:
    """A sentence in which every sign stands for itself, but for `code`, in which nothing is escaped."""
    parts = _CODE_SPAN.split(" ".join(printable(text).split()))
    return "".join(part if number % 2 else _SIGNS.sub(r"\\\1", part) for number, part in enumerate(parts))


def printable(text: str) -> str:
    """The text with what steers terminals and reading direction made visible."""
    return "".join(char if char.isprintable() or char == " " else f"\\x{ord(char):02x}" for char in text)


def _code(text: str) -> str:
    return " ".join(printable(text).replace("`", "'").split())


def as_sarif(audit: Audit, words: Words) -> dict[str, Any]:
    """SARIF 2.1.0 (OASIS): what is wrong, with its places, for editors and code hosts."""
    wrong = [finding for finding in audit.findings if finding.ok is False]
    rules = [
        {
            "id": name,
            "shortDescription": {"text": words(f"portfolio.{name}.why")},
            "help": {"text": words(f"portfolio.{name}.fix")},
        }
        for name in dict.fromkeys(finding.criterion for finding in wrong)
    ]
    results = [
        {
            "ruleId": finding.criterion,
            "level": "error" if weight_of(finding).effect >= 5 else "warning" if weight_of(finding).effect >= 3 else "note",
            "message": {"text": words.say(finding.message)},
            "locations": [_location(place) for place in places(finding)],
        }
        for finding in wrong
    ]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": {"name": "Sparring", "rules": rules}}, "results": results}],
    }


def _location(place: Place) -> dict[str, Any]:
    region = {"region": {"startLine": place.line}} if place.line else {}
    return {"physicalLocation": {"artifactLocation": {"uri": quote(place.file)}, **region}}
