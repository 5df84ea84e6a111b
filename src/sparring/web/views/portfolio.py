"""The candidate's repositories: audited on demand, each report with its places, what to mend first, the questions about this code."""

import json
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sparring.core.evidence import Passage, Places
from sparring.core.problem import SparringError, UsageError
from sparring.core.text import Message, Saying
from sparring.core.verdict import Finding
from sparring.portfolio import weight_of
from sparring.portfolio.exports import as_json, as_markdown, as_sarif, counted
from sparring.portfolio.paper import as_pdf
from sparring.usecases import extras
from sparring.usecases import portfolio as verbs
from sparring.usecases.trials import TRIALS
from sparring.web import forms
from sparring.web.evidence import computed, template
from sparring.web.request import Request, app

MOST_PATHS = 20
PATIENCE = 2.0
"""Seconds for which the answer waits for what was asked to be looked at; what takes longer is told as under way."""


@require_http_methods(["GET", "POST"])
def portfolio(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """What was looked at, and the form that looks again."""
    problems: list[tuple[str, Saying]] = []
    claims: list[dict[str, Any]] = []
    if request.method == "POST":
        paths = [line.strip().strip("\"'") for line in forms.unix(request.POST.get("paths", "")).splitlines() if line.strip()]
        cv = forms.unix(request.POST.get("cv", ""))
        looked = _look(paths, problems, run=request.POST.get("run") == "yes")
        if looked and cv.strip():
            try:
                claims = [_shown(finding) for finding in verbs.claims(looked, cv)]
            except SparringError as error:
                problems.append(("", error.saying))
        if looked and not problems and not cv.strip():
            return redirect(reverse("portfolio") + "#reports")
    under_way = TRIALS.under_way
    context = {
        "late": TRIALS.problems(),
        "audits": verbs.last(app()),
        "under_way": under_way,
        "running": bool(under_way and under_way[0][1]),
        "number": TRIALS.done + 1,
        "total": TRIALS.done + len(under_way),
        "problems": problems,
        "claims": claims,
        "cv_read": bool(request.POST.get("cv", "").strip()) and not problems,
        "form": request.POST,
        "missing": next((extra for extra in extras.extras(app_requirements()) if extra.name == "portfolio" and extra.missing), None),
    }
    return render(request, "portfolio.html", context, status=400 if problems else 200)


def app_requirements() -> Path:
    """The folder of the locked requirements."""
    from sparring.config.folders import requirements

    return requirements()


def _look(paths: list[str], problems: list[tuple[str, Saying]], *, run: bool) -> list[Path]:
    """Audit each folder; those that are or will be, the others' problems added. What takes longer than PATIENCE goes on while the page answers."""
    if not paths:
        problems.append(("", Message("portfolio.nowhere")))
    if len(paths) > MOST_PATHS:
        problems.append(("", Message("web.portfolio.many", {"count": len(paths), "most": MOST_PATHS})))
        return []
    folders: list[Path] = []
    for path in paths:
        try:
            folders.append(Path(path).expanduser())
        except (ValueError, RuntimeError) as error:
            problems.append((path, Message("cli.cannot-read", {"path": path, "why": str(error)})))
    TRIALS.start(app(), folders)
    if TRIALS.join(PATIENCE):
        told = TRIALS.problems()
        problems += told
        folders = [folder for folder in folders if str(folder) not in {path for path, _ in told}]
    if run:
        TRIALS.start(app(), folders, run=True)
    return folders


def _shown(finding: Finding) -> dict[str, Any]:
    weight = weight_of(finding) if finding.ok is False else None
    return {
        "criterion": finding.criterion,
        "ok": finding.ok,
        "message": finding.message,
        "weight": weight,
        "why": Message(f"portfolio.{finding.criterion}.why"),
        "fix": Message(f"portfolio.{finding.criterion}.fix"),
        "evidence": finding.evidence,
        "passage": isinstance(finding.evidence, Passage),
        "template": template(finding.evidence),
        "more": computed(finding.evidence),
    }


@require_GET
def report(request: Request, key: str, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """One repository's report."""
    audit = verbs.report(app(), key)
    shown = [
        _shown(finding) | {"counted": counted(finding, request.words), "places": isinstance(finding.evidence, Places)}
        for finding in audit.repairs
    ]
    rest = {ok: [_shown(finding) for finding in audit.findings if finding.ok is ok] for ok in (True, None)}
    on_plan = [app().exercise(name) for name in verbs.planned(app(), audit)]
    context = {"audit": audit, "repairs": shown, "good": rest[True], "open": rest[None], "planned": on_plan}
    changed = verbs.changed(app(), audit)
    context["changed"] = changed.lines(request.words) if changed else ()
    return render(request, "portfolio-report.html", context)


@require_GET
def export(request: Request, key: str, form: str) -> HttpResponse:
    """The report as a file: pdf, md, json, sarif."""
    audit, words = verbs.report(app(), key), request.words
    changed = verbs.changed(app(), audit)
    body: str | bytes
    if form == "md":
        body, kind = as_markdown(audit, words, changed), "text/markdown; charset=utf-8"
    elif form == "pdf":
        body, kind = as_pdf(audit, words, changed), "application/pdf"
    elif form in ("json", "sarif"):
        told = as_json(audit, words) if form == "json" else as_sarif(audit, words)
        body, kind = json.dumps(told, ensure_ascii=False, indent=2) + "\n", "application/json"
    else:
        raise UsageError(Message("web.error.bad"))
    safe = "".join(char if char.isalnum() or char in "-_." else "-" for char in audit.name) or "repository"
    return HttpResponse(
        body,
        content_type=kind,
        headers={"content-disposition": f'attachment; filename="portfolio-{safe.encode("ascii", "replace").decode()}.{form}"'},
    )


@require_POST
def plan_questions(request: Request, key: str) -> HttpResponse:  # noqa: ARG001 - a view's signature
    """Put the questions about a repository on the study plan."""
    verbs.plan_questions(app(), key)
    return redirect(reverse("portfolio-report", args=[key]) + "#asked-title")


@require_POST
def forget(request: Request, key: str) -> HttpResponse:  # noqa: ARG001 - a view's signature
    """Delete what is kept of a repository; it itself is not touched."""
    verbs.forget(app(), key)
    return redirect("portfolio")
