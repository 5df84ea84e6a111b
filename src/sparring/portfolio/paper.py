"""The report as PDF, set by Typst, which installs on first use (`sparring install pdf`)."""

import json
from pathlib import Path
from typing import Any

from sparring.core.evidence import Places
from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.core.verdict import Finding
from sparring.portfolio.audit import Audit, weight_of
from sparring.portfolio.exports import Since, counted, places, printable, where
from sparring.words import Words

TEMPLATE = Path(__file__).with_name("report.typ")


def as_pdf(audit: Audit, words: Words, changed: Since | None = None) -> bytes:
    """The report; UsageError where Typst is not installed."""
    try:
        import typst
    except ImportError:
        raise UsageError(Message("portfolio.no-typst")) from None
    data = json.dumps(_data(audit, words, changed), ensure_ascii=True)
    made = typst.compile(str(TEMPLATE), format="pdf", sys_inputs={"data": data})
    assert isinstance(made, bytes)
    return made


def _data(audit: Audit, words: Words, changed: Since | None) -> dict[str, Any]:
    sections = [{"title": words("portfolio.md.first"), "bad": True, "items": [_repair(finding, words) for finding in audit.repairs]}]
    for title, ok, mark in (("good", True, "●"), ("open", None, "○")):
        items = [_item(words.say(finding.message), mark) for finding in audit.findings if finding.ok is ok]
        sections.append({"title": words(f"portfolio.md.{title}"), "bad": False, "items": items})
    asked = [
        {
            **_item(words.say(question.message), f"{number}."),
            "places": [{"where": "", "what": "", "code": printable(question.place.excerpt)}],
        }
        for number, question in enumerate(audit.questions, 1)
    ]
    sections.append({"title": words("portfolio.md.questions"), "bad": False, "items": asked})
    since = [printable(f"{words(f'portfolio.since.{name}')}: {said}") for name, said in (changed.lines(words) if changed else ())]
    return {
        "title": printable(words("portfolio.md.title", name=audit.name)),
        "lang": words.language,
        "looked": words("portfolio.md.looked", files=audit.files, commits=audit.commits, when=words.day(audit.when.date())),
        "since": since,
        "sections": [section for section in sections if section["items"]],
    }


def _item(message: str, mark: str) -> dict[str, Any]:
    return {"mark": mark, "message": printable(message), "about": "", "text": "", "places": []}


def _repair(finding: Finding, words: Words) -> dict[str, Any]:
    rows = [
        {"where": printable(where(place)), "what": printable(place.what), "code": printable(place.excerpt)} for place in places(finding)
    ]
    if isinstance(finding.evidence, Places) and finding.evidence.more:
        rows.append({"where": "", "what": words("portfolio.md.more", count=finding.evidence.more), "code": ""})
    if told := counted(finding, words):
        rows.append({"where": "", "what": told, "code": ""})
    return {
        "mark": "■",
        "message": printable(words.say(finding.message)),
        "about": words("portfolio.md.minutes", minutes=weight_of(finding).effort),
        "text": f"{words(f'portfolio.{finding.criterion}.why')} {words(f'portfolio.{finding.criterion}.fix')}",
        "places": rows,
    }
