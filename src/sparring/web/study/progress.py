"""Progress: history, what changed and why; everything out, in, and gone."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from sparring.core.problem import UsageError
from sparring.core.text import Message, Saying
from sparring.usecases.study import archive
from sparring.usecases.study.plan import plan
from sparring.usecases.study.present import topic_title
from sparring.usecases.study.progress import progress as achieved
from sparring.usecases.study.readiness import readiness
from sparring.web.request import Request, app


@require_http_methods(["GET", "POST"])
def progress(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """What was achieved; with a file, an archive is brought back."""
    problem: Saying | None = None
    imported = None
    if request.method == "POST":
        try:
            file = request.FILES.get("file")
            imported = sum(archive.import_all(app(), file.read() if file else b"").values())
        except UsageError as error:
            problem = error.saying
    found, ahead = achieved(app()), plan(app())
    most = max((count for _, count in found.days), default=0) or 1
    context = {
        "progress": found,
        "bars": [(day, count, round(100 * count / most), 10 * number) for number, (day, count) in enumerate(found.days)],
        "answers": sum(count for _, count in found.days),
        "plan": ahead,
        "ready": readiness(app(), ahead) if ahead else None,
        "titles": {change.topic: topic_title(app(), change.topic) for change in found.changes},
        "problem": problem,
        "imported": imported,
    }
    return render(request, "study/progress.html", context, status=400 if problem else 200)


@require_GET
def export(request: Request) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Everything as one archive."""
    name = f"sparring-{app().clock.now().astimezone():%Y-%m-%d}.zip"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return HttpResponse(archive.export_all(app()), content_type="application/zip", headers=headers)


@require_http_methods(["GET", "POST"])
def delete(request: Request, here: str) -> HttpResponse:  # noqa: ARG001 - read by the navigation
    """Asks twice: a page, and on it a word to type."""
    word, problem = request.words("archive.delete-word"), None
    if request.method == "POST":
        if request.POST.get("word", "").strip().lower() == word:
            archive.delete_all(app())
            return redirect("welcome")
        problem = Message("web.progress.delete-wrong", {"word": word})
    return render(request, "study/delete.html", {"word": word, "problem": problem}, status=400 if problem else 200)
