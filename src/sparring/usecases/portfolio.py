"""The candidate's repositories: audit them, keep each audit beside the last one, set a CV beside them."""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path

from sparring.core.codec import dump, load
from sparring.core.problem import UsageError
from sparring.core.text import Message, Saying
from sparring.core.verdict import Finding
from sparring.portfolio import Audit, is_current, pack
from sparring.portfolio.exports import Since, since
from sparring.portfolio.worker import audited, claimed
from sparring.usecases.app import App

Progress = Callable[[int, int], None]
MOST_CV = 200_000
MOST_REPOSITORIES = 30
SECONDS = 20
_GITHUB_NAME = re.compile(r"^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$")


def look(app: App, path: Path, *, run: bool = False) -> tuple[Audit, Since | None, Saying | None]:
    """Audit the repository at `path` and keep the result. `run`: install a copy and run its tests, too (the candidate said yes to it).

    With it: what changed since the last audit of it, if there was one; why it was not kept, if it could not be.
    """
    found = audited(path, app.clock.now(), run=run)
    kept = _kept(app, found.key)
    before = _last(kept)
    fresh = kept.with_suffix(".new")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if before and before.head != found.head:  # the same commit again is no other time
            kept.replace(kept.with_suffix(".before"))
        fresh.write_text(json.dumps(dump(found), ensure_ascii=False), encoding="utf-8")
        fresh.replace(kept)
    except OSError as error:
        return found, None, Message("portfolio.not-kept", {"why": error.strerror or str(error)})
    return found, changed(app, found), None


def last(app: App) -> list[Audit]:
    """The last audit of every repository that was looked at, newest first."""
    folder = app.data / "portfolio"
    found = [audit for path in sorted(folder.glob("*.json")) if (audit := _last(path))] if folder.is_dir() else []
    return sorted(found, key=lambda audit: audit.when, reverse=True)


def changed(app: App, audit: Audit) -> Since | None:
    """What changed between the last audit of a repository and the one before it; None if there was only one."""
    before = _last(_kept(app, audit.key).with_suffix(".before"))
    return since(audit, before) if before else None


def report(app: App, key: str) -> Audit:
    """The last audit of the repository with this key; UsageError if there is none."""
    found = _last(_kept(app, key)) if key.isalnum() else None
    if found is None:
        raise UsageError(Message("portfolio.no-report", {"key": key[:40]}))
    return found


def forget(app: App, key: str) -> None:
    """Delete what is kept of a repository; it itself is not touched."""
    found = report(app, key)
    pack.remove(found, _pack_folder(app))
    reread(app)
    for suffix in (".json", ".before"):
        _kept(app, key).with_suffix(suffix).unlink(missing_ok=True)


def plan_questions(app: App, key: str) -> list[str]:
    """Put the questions about a repository on the study plan, as exercises of the candidate's own pack; their ids."""
    found = report(app, key)
    folder = _pack_folder(app)
    try:
        names = pack.write(found, folder)
    except OSError as error:
        raise UsageError(Message("portfolio.not-kept", {"why": error.strerror or str(error)})) from error
    reread(app)
    return names


def reread(app: App) -> None:
    """Have the questions about repositories read anew where they were written since, also by another process: the page is open while the terminal plans."""
    folder = _pack_folder(app)
    try:
        written = (folder / "pack.toml").stat().st_mtime_ns
    except OSError:  # there are none
        written = 0
    unread = bool(written) and folder not in app.packs
    if unread:
        app.packs = (*app.packs, folder)
    if unread or (app.questions_written is not None and app.questions_written != written):
        app.__dict__.pop("library", None)
    app.questions_written = written


def planned(app: App, audit: Audit) -> list[str]:
    """The ids of the questions about a repository that are on the plan."""
    known = app.library.exercises
    names = [f"{pack.ID}:{pack.name_of(audit, question)}" for question in audit.questions]
    return [name for name in names if name in known]


def _pack_folder(app: App) -> Path:
    return app.data / "packs" / pack.ID


def _kept(app: App, key: str) -> Path:
    return app.data / "portfolio" / f"{key}.json"


def _last(path: Path) -> Audit | None:
    """What was kept; None if nothing was, or an older program's form of it."""
    try:
        found: Audit = load(Audit, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return found if is_current(found) else None


def claims(paths: Sequence[Path], text: str) -> tuple[Finding, ...]:
    """What a CV names, beside the repositories at `paths`."""
    if len(text) > MOST_CV:
        raise UsageError(Message("answer.too-large", {"bytes": len(text), "most": MOST_CV}))
    return claimed(list(paths), text)


def fetch(app: App, name: str, token: str = "", progress: Progress | None = None) -> list[Path]:
    """Clone (bare, into the data folder) the own public repositories of a GitHub account; UsageError offline or for an unknown name."""
    if not _GITHUB_NAME.match(name):
        raise UsageError(Message("portfolio.github-name", {"name": name}))
    listed = _listed(name, token)[:MOST_REPOSITORIES]
    folder = app.data / "clones" / name
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    found = []
    for number, (repository, address) in enumerate(listed):
        if progress:
            progress(number, len(listed))
        target = folder / f"{repository}.git"
        _clone(address, target)
        found.append(target)
    return found


def _listed(name: str, token: str) -> list[tuple[str, str]]:
    headers = {"Accept": "application/vnd.github+json", "User-Agent": "sparring", **({"Authorization": f"Bearer {token}"} if token else {})}
    request = urllib.request.Request(f"https://api.github.com/users/{name}/repos?per_page=100&type=owner&sort=pushed", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - https, as written above
            rows = json.load(answer)
    except urllib.error.HTTPError as error:
        raise UsageError(Message("portfolio.github-refused", {"name": name, "code": error.code})) from error
    except (OSError, ValueError) as error:
        raise UsageError(Message("portfolio.offline", {"why": str(getattr(error, "reason", error))})) from error
    named = [row for row in rows if isinstance(row, dict) and not row.get("fork")]
    return [
        (re.sub(r"[^\w.-]", "-", str(row["name"])), str(row["clone_url"]))
        for row in named
        if str(row.get("clone_url", "")).startswith("https://")
    ]


def _clone(address: str, target: Path) -> None:
    import pygit2

    try:
        if target.exists():
            pygit2.Repository(str(target)).remotes["origin"].fetch(["+refs/heads/*:refs/heads/*"])
        else:
            pygit2.clone_repository(address, str(target), bare=True)
    except pygit2.GitError as error:
        raise UsageError(Message("portfolio.offline", {"why": str(error)})) from error
