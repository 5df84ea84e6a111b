from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pygit2
import pytest

from sparring.portfolio import Audit, audit, open_repository
from sparring.portfolio.checks import secrets

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
Files = Mapping[str, str | bytes | None]
Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes a repository of commits (message, changed files; None deletes), oldest first, one a day until yesterday."""

    def build(commits: Sequence[tuple[str, Files]], name: str = "project", days_ago: int = 1) -> Path:
        folder = tmp_path / name
        git = pygit2.init_repository(str(folder), bare=True)
        index = pygit2.Index()
        parents: list[pygit2.Oid] = []
        for number, (message, files) in enumerate(commits):
            for path, content in files.items():
                if content is None:
                    index.remove(path)
                else:
                    data = content.encode() if isinstance(content, str) else content
                    index.add(pygit2.IndexEntry(path, git.create_blob(data), pygit2.enums.FileMode.BLOB))
            moment = int(NOW.timestamp()) - 86_400 * (days_ago + len(commits) - number)
            who = pygit2.Signature("Ada", "ada@example.org", moment, 0)
            parents = [git.create_commit("HEAD", who, who, message, index.write_tree(git), parents)]
        return folder

    return build


@pytest.fixture
def audited(make: Make, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Audit]:
    """Audits a repository of commits; only where the test is about secrets with their scanner, which takes longer than all the rest."""

    def run(commits: Sequence[tuple[str, Files]], *, scanned: bool = False, **options: int) -> Audit:
        with monkeypatch.context() as patch:
            if not scanned:
                patch.setattr(secrets, "begin", lambda *_: None)
            return audit(open_repository(make(commits, **options)), NOW)

    return run
