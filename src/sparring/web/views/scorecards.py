"""The scorecard in the page, on paper, and as a file."""

import json
import re
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_GET

from sparring.core.problem import UsageError
from sparring.core.text import Message, readable
from sparring.core.verdict import Dimension
from sparring.records.recordings import RecordingLine
from sparring.report.export import action_sentence, to_json, to_markdown
from sparring.report.scorecard import Line, Scorecard
from sparring.usecases.asides import asides
from sparring.usecases.interviews import Interview
from sparring.usecases.speech import recordings
from sparring.web.assets import FOLDER
from sparring.web.reply import file_policy
from sparring.web.request import Request, app
from sparring.web.taken import opened
from sparring.web.timeline import Spoken, timeline
from sparring.web.verdicts import ShownFinding, shown_finding
from sparring.words import Words

LEVELS = (1, 2, 3, 4)


@require_GET
def scorecard(request: Request, key: str, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """One thing to do, what was observed, the course of the interview, the rest folded."""
    found = opened(key)
    card, places = found.scorecard(), [f"{found.id}:{number}" for number in range(len(found.state.rounds))]
    kept = [(part, place, asides(app(), place)) for part, place in zip(card.rounds, places, strict=False)]
    notes = f"{found.id}:notes"
    aside = {"kept_beside": [one for one in kept if one[2]], "asides": asides(app(), notes), "aside_place": notes}
    return render(request, "scorecard.html", _context(found, card, request.words) | aside)


def _context(found: Interview, card: Scorecard, words: Words) -> dict[str, Any]:
    return {
        "interview": found,
        "tongue": found.language,
        "card": card,
        "action": action_sentence(card, words),
        "dimensions": [(score, [(line, _finding(line, words)) for line in score.lines]) for score in card.dimensions],
        "levels": LEVELS,
        "course": timeline(card, found.record.events, _spoken(card)),
        "explained": Dimension.EXPLAINING in card.not_observed and any(part.kind == "explain" and part.verdict for part in card.rounds),
        "talks": any(part.follow_ups for part in card.rounds),
    }


def _spoken(card: Scorecard) -> list[Spoken]:
    """What was said for the answers of an interview, in its order."""
    lines = [line for part in card.rounds if part.attempt for line in recordings.table(app()).list(attempt=part.attempt)]
    return sorted((_said(line) for line in lines), key=lambda one: one.ended)


def _said(line: RecordingLine) -> Spoken:
    heard = line.recorded.heard
    voice = tuple((one.start, one.end) for one in heard.voice) if heard else ()
    return Spoken(line.created, line.recorded.seconds, voice)


def _finding(line: Line, words: Words) -> ShownFinding:
    return shown_finding(max(line.number, 0), line.finding, words)


@require_GET
def export(request: Request, key: str, form: str) -> HttpResponse:
    """The scorecard as a file: html (one file, nothing to load), md, json."""
    found, words = opened(key), request.words
    card = found.scorecard()
    match form:
        case "json":
            body, kind = json.dumps(to_json(card, words), ensure_ascii=False, indent=2) + "\n", "application/json"
        case "md":
            body, kind = to_markdown(card, words), "text/markdown; charset=utf-8"
        case "html":
            style = _style()
            context = _context(found, card, words) | {"words": words, "lang": words.language, "file": True}
            context |= {"style": style, "policy": file_policy(style)}
            body, kind = render_to_string("scorecard-file.html", context), "text/html; charset=utf-8"
        case _:
            raise UsageError(Message("web.error.bad"))
    name = f"sparring-{found.record.created.astimezone():%Y-%m-%d}-{key[:8]}.{form}"
    return HttpResponse(readable(body), content_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})


def _style() -> str:
    """The style sheet without its typefaces: the file stands alone."""
    text = (FOLDER / "app.css").read_text(encoding="utf-8")
    return re.sub(r"@font-face\s*\{[^}]*\}", "", text)
