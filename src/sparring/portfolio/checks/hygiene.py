"""What does not belong into a repository: caches, environments, editors' folders, big binaries, merge leftovers."""

import re
from collections.abc import Iterator

from sparring.core.evidence import Place
from sparring.core.verdict import Finding
from sparring.portfolio.check import Look, Subject, Weight, bad, either, missing
from sparring.portfolio.checks.secrets import invented
from sparring.portfolio.repository import File, Repository

_GENERATED = re.compile(
    r"(^|/)(__pycache__|\.venv|venv|node_modules|\.mypy_cache|\.pytest_cache|\.ruff_cache|\.ipynb_checkpoints|\.idea|\.tox|[^/]+\.egg-info|htmlcov)/"
    r"|\.(pyc|pyo)$|(^|/)(\.DS_Store|Thumbs\.db|\.coverage|npm-debug\.log|celerybeat-schedule)$|(^|/)db\.sqlite3$"
)
BIG = 5 << 20
BINARY = 256 << 10
"""Bytes from which a file that no difference can show, and that is no picture for the page, is told although it is not BIG."""
_SHOWN = re.compile(r"\.(png|jpe?g|gif|webp|avif|svg|ico|bmp|woff2?|ttf|otf|eot|pdf|mp[34]|webm|ogg|wav|ipynb)$", re.IGNORECASE)
_LEFT = re.compile(r"^<{7} \S", re.MULTILINE)


def _generated(subject: Subject) -> Iterator[Finding]:
    shown: dict[str, Place] = {}
    for file in subject.repository.files:
        match = _GENERATED.search(file.path)
        if match:
            folder = file.path[: match.end()]
            shown.setdefault(folder, Place(folder, 0, 0, ""))
    yield from either("generated-files", list(shown.values()), files=len(subject.repository.files))


def _big(subject: Subject) -> Iterator[Finding]:
    big = {file.id: (commit, file) for commit, file in subject.repository.past if file.size > BIG or _is_blob(subject.repository, file)}
    places = [Place(file.path, 0, 0, f"{file.size / 1e6:.1f} MB · {commit[:10]}") for commit, file in big.values()]
    if places:
        yield bad("big-files", places)


def _is_blob(repository: Repository, file: File) -> bool:
    """Whether a file of a middling size is a dump, an archive, a model: binary, and nothing that a page or a reader shows."""
    return (
        BINARY <= file.size <= BIG
        and not _SHOWN.search(file.path)
        and not invented(file.path)
        and b"\0" in repository.content(file, BIG)[:8000]
    )


def _ignores(subject: Subject) -> Iterator[Finding]:
    if subject.sources.program and not any(file.name == ".gitignore" for file in subject.repository.files):
        yield missing("gitignore", files=len(subject.repository.files))


def _leftovers(subject: Subject) -> Iterator[Finding]:
    places = []
    for file in subject.repository.files:
        if file.name.endswith((".py", ".md", ".toml", ".txt", ".yml", ".yaml", ".html", ".js", ".json", ".cfg")):
            text = subject.repository.text(file)
            match = _LEFT.search(text)
            if match and ">>>>>>> " in text:
                places.append(Place(file.path, text.count("\n", 0, match.start()) + 1, 0, "", match[0]))
    if places:
        yield bad("merge-leftovers", places)


LOOKS: tuple[Look, ...] = (_generated, _big, _ignores, _leftovers)
WEIGHTS = {"generated-files": Weight(3, 10), "big-files": Weight(2, 30), "gitignore": Weight(2, 5), "merge-leftovers": Weight(5, 10)}
