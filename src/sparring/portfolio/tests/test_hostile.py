"""Repositories that mean harm, or are merely strange: nothing of them is run, nothing is written outside, each is told in words."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pygit2
import pytest

from sparring.core.problem import UsageError
from sparring.portfolio import audit, guard, open_repository, snapshot, worker
from sparring.portfolio.checks import secrets
from sparring.portfolio.repository import MOST_FILES
from sparring.portfolio.tests import clean
from sparring.portfolio.tests.conftest import NOW
from sparring.words import words


def commit(git, tree, message=b"x"):
    who = pygit2.Signature("Ada", "ada@example.org", int(NOW.timestamp()) - 86_400, 0)
    return git.create_commit("HEAD", who, who, message.decode("latin-1"), tree, [])


@pytest.fixture
def git(tmp_path):
    return pygit2.init_repository(str(tmp_path / "strange"), bare=True)


@pytest.fixture
def unscanned(monkeypatch):
    """No scanner for secrets, which takes longer than all the rest."""
    monkeypatch.setattr(secrets, "begin", lambda *_: None)


def opened(git):
    return open_repository(Path(git.path))


def test_no_hook_filter_or_command_of_the_repository_is_run(make, tmp_path):
    path = make(clean.LIBRARY)
    marker = tmp_path / "ran"
    hook = path / "hooks" / "post-checkout"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {marker}\n")
    hook.chmod(0o755)
    with (path / "config").open("a") as config:
        for section in (
            "core]\n\tfsmonitor",
            "core]\n\tpager",
            "diff]\n\texternal",
            'filter "x"]\n\tsmudge',
            "core]\n\tsshCommand",
            "gpg]\n\tprogram",
        ):
            config.write(f"[{section} = touch {marker}\n")
    (path / "info").mkdir(exist_ok=True)
    (path / "info" / "attributes").write_text("* filter=x diff=x\n")
    assert audit(open_repository(path), NOW).files == 9
    assert not marker.exists()


@pytest.mark.parametrize("name", ["..", "../../evil.py", "/etc/evil.py", ".git/config", "a\\..\\..\\evil.py", "nul\0", "CON"])
def test_no_name_leaves_the_folder(tmp_path, name):
    folder = tmp_path / "out"
    folder.mkdir()
    assert snapshot._inside(folder, name) is None


def test_a_tree_with_evil_names_is_read_and_not_written(git, tmp_path):
    blob = git.create_blob(b"print(1)\n")
    raw = b"".join(f"100644 {name}".encode() + b"\0" + blob.raw for name in sorted(["..evil.py", "\x1b[31mred.py", "nl\n.py"]))
    raw += (
        b"100644 \xff\xfe.py\0"
        + blob.raw
        + b"120000 z-link\0"
        + git.create_blob(b"/etc/passwd").raw
        + b"160000 zz-sub\0"
        + bytes.fromhex("ab" * 20)
    )
    tree = git.odb.write(pygit2.enums.ObjectType.TREE, raw)
    commit(git, tree)
    folder = tmp_path / "out"
    folder.mkdir()
    repository = opened(git)
    assert len(repository.files) == 6
    assert snapshot.write(repository, folder) == (4, 0)
    assert not any(path.is_symlink() for path in folder.rglob("*"))
    assert audit(repository, NOW).files == 6


def test_content_that_is_no_text_or_nests_deeply(make):
    files = {
        "a.py": b"\xff\xfe\0\1",
        "b.py": "(" * 5000,
        "c.py": "x = " + "-" * 20_000 + "1",
        "pyproject.toml": b"\xff\xfe",
        "n.ipynb": "[" * 50_000,
        "README.md": b"\x80" * 500,
        "d.csv": b"\0" * 1000,
        "big.py": "x = 1\n" * 400_000,
    }
    found = audit(open_repository(make([("All at once", files)])), NOW)
    assert {"pyproject-broken", "syntax"} <= {finding.criterion for finding in found.repairs}


def test_a_repository_without_a_commit_has_nothing(git):
    repository = opened(git)
    assert (repository.head, repository.files, repository.commits) == ("", (), ())


def test_more_files_than_are_looked_at(git):
    blob = git.create_blob(b"x\n")
    builder = git.TreeBuilder()
    for number in range(1000):
        builder.insert(f"{number:04}.txt", blob, pygit2.enums.FileMode.BLOB)
    inner = builder.write()
    outer = git.TreeBuilder()
    for number in range(1000):
        outer.insert(f"{number:04}", inner, pygit2.enums.FileMode.TREE)
    commit(git, outer.write())
    repository = opened(git)
    assert len(repository.files) == MOST_FILES
    assert repository.truncated
    assert repository.counted == (1_000_000, True)


def test_of_many_files_the_nearest_are_copied_and_the_report_says_how_many(make, unscanned):
    files = {**clean.BASE, **{f"a/b/c/{number}.txt": "x\n" for number in range(20)}}
    repository = open_repository(make(clean.grown(files)))
    found = audit(repository, NOW, run=True, most=12)
    left = next(finding for finding in found.findings if finding.criterion == "copy-left")
    assert left.evidence.counts == {"files": 12, "total": len(repository.files)}
    assert "portfolio.not-observed.incomplete" in {finding.message.id for finding in found.findings}
    assert all(words("it").say(finding.message) for finding in found.findings)


def test_where_the_time_is_over_what_was_not_finished_is_named(make, unscanned):
    found = audit(open_repository(make(clean.LIBRARY)), NOW, seconds=-1)
    late = next(finding for finding in found.findings if finding.criterion == "out-of-time")
    assert {"readme", "tests", "packaging"} <= set(str(late.evidence.counts["checks"]).split(", "))
    assert found.repairs == ()


def test_folders_deeper_than_are_opened_are_counted(git, unscanned):
    blob, inner = git.create_blob(b"x = 1\n"), git.TreeBuilder().write()
    for _ in range(300):
        builder = git.TreeBuilder()
        builder.insert("a.py", blob, pygit2.enums.FileMode.BLOB)
        builder.insert("d", inner, pygit2.enums.FileMode.TREE)
        inner = builder.write()
    commit(git, inner)
    repository = opened(git)
    assert (len(repository.files), repository.counted) == (61, (300, True))
    left = next(finding for finding in audit(repository, NOW).findings if finding.criterion == "files-left")
    assert left.evidence.counts == {"files": 61, "total": 300}


def test_a_shallow_clone_says_so(make):
    path = make(clean.LIBRARY)
    head = pygit2.Repository(str(path)).head.target
    (path / "shallow").write_text(f"{head}\n")
    found = audit(open_repository(path), NOW)
    assert "shallow" in {finding.criterion for finding in found.findings if finding.ok is None}


def test_what_is_not_there_is_told(tmp_path):
    with pytest.raises(UsageError, match=r"portfolio\.no-folder"):
        open_repository(tmp_path / "nowhere")
    with pytest.raises(UsageError, match=r"portfolio\.no-repository"):
        open_repository(tmp_path)


def test_a_damaged_repository_is_told(make):
    path = make(clean.LIBRARY)
    for loose in (path / "objects").rglob("??????????????????????????????????????"):
        loose.chmod(0o644)
        loose.write_bytes(b"rubbish")
    with pytest.raises(UsageError, match=r"portfolio\.damaged"):
        audit(open_repository(path), NOW)


@pytest.mark.parametrize(
    "configuration", ["[include]\n\tpath = evil\n", '[includeIf "gitdir:/"]\n\tpath = evil\n', "[core\nnonsense = =\n", None]
)
def test_configuration_of_elsewhere_is_not_opened(make, configuration):
    path = make(clean.LIBRARY)
    os.mkfifo(path / "evil")
    if configuration is None:
        (path / "config").unlink()
        os.mkfifo(path / "config")
    else:
        with (path / "config").open("a") as config:
            config.write(configuration)
    assert {file.path for file in open_repository(path).files} >= {"README.md", "pyproject.toml"}


@pytest.mark.parametrize("name", ["packed-refs", "refs/heads/other", "objects/info/alternates"])
def test_a_file_that_is_none_is_told_before_anything_waits_for_it(make, name):
    path = make(clean.LIBRARY)
    os.mkfifo(path / name)
    with pytest.raises(UsageError, match=r"portfolio\.odd-file"):
        open_repository(path)


def test_an_object_that_is_cut_off_is_told_where_the_history_needs_it(make):
    path = make(clean.LIBRARY)
    git = pygit2.Repository(str(path))
    loose = [
        path / "objects" / name[:2] / name[2:]
        for name in (str(git.create_blob(b"nobody needs it" * 9)), str(git[git.head.target].tree["src"].id))
    ]
    for file in loose:
        assert len(open_repository(path).files) == len(clean.BASE)
        file.chmod(0o644)
        file.write_bytes(file.read_bytes()[:20])
    with pytest.raises(UsageError, match=r"portfolio\.cut-object") as told:
        open_repository(path)
    assert told.value.saying.params["count"] == len(loose)


def test_a_branch_that_is_not_there_is_not_a_repository_without_commits(make):
    path = make(clean.LIBRARY)
    (path / "HEAD").write_text("ref: refs/heads/nope\n")
    with pytest.raises(UsageError, match=r"portfolio\.no-branch") as told:
        open_repository(path)
    assert told.value.saying.params["branch"] == "nope"


def waiting(path):
    """A pipe that is opened when the repository is read, and from which nothing comes: it is not in the git folder itself."""
    other = path.parent / f"{path.name}-more" / "info"
    other.mkdir(parents=True)
    (path / "objects" / "info" / "alternates").write_text(f"{other.parent}\n")
    os.mkfifo(other / "alternates")
    return other / "alternates"


def test_a_repository_that_makes_its_reader_wait_for_ever_is_given_up(make, monkeypatch):
    path = make(clean.LIBRARY)
    waiting(path)
    monkeypatch.setattr(worker, "SECONDS", 2)
    with pytest.raises(UsageError, match=r"portfolio\.too-slow"):
        worker.audited(path, NOW)


def test_folders_without_end_are_left_out(git):
    inner = git.TreeBuilder().write()
    for _ in range(40):
        builder = git.TreeBuilder()
        for number in range(10):
            builder.insert(f"{number}", inner, pygit2.enums.FileMode.TREE)
        inner = builder.write()
    commit(git, inner)
    found = worker.audited(Path(git.path), NOW)
    assert found.truncated
    assert found.files == 0
    assert {finding.criterion for finding in found.findings if finding.ok is not None} == {"recent"}


def test_only_what_was_committed_is_searched_for_secrets(make):
    path = make(clean.LIBRARY)
    work = path.parent / "work"
    pygit2.clone_repository(str(path), str(work))
    (work / "local.py").write_text(
        'AWS_ACCESS_KEY_ID = "AKIA' + 'Q3EGRT5OZX7JKLMN"\nAWS_SECRET_ACCESS_KEY = "kV2mZ8qP1xR7tY4wB9nL3' + 'cD6fG0hJ5sA+uE/iOpK"\n'
    )
    (work / ".env").write_text("DB_PASSWORD=hunter2\n")
    found = worker.audited(work, NOW)
    assert [finding.criterion for finding in found.repairs] == []
    assert next(finding.ok for finding in found.findings if finding.criterion == "secrets") is True


def test_configuration_that_nests_without_end_is_told(make):
    files = {**clean.BASE, "pyproject.toml": "a = " + "[" * 20_000}
    assert "pyproject-broken" in {finding.criterion for finding in worker.audited(make(clean.grown(files)), NOW).repairs}


def test_no_module_of_the_repository_stands_in_for_one_of_ours(make, tmp_path, monkeypatch):
    marker = tmp_path / "ran"
    evil = f"from pathlib import Path\nwith Path({str(marker)!r}).open('a') as file:\n    file.write(__name__)\n"
    names = ("ruff/__init__.py", "json.py", "contextlib.py", "sparring/__init__.py")
    path = make(clean.grown({**clean.BASE, **dict.fromkeys(names, evil)}))
    work = tmp_path / "work"
    pygit2.clone_repository(str(path), str(work))
    monkeypatch.chdir(work)
    assert worker.audited(Path(), NOW).commits > 1
    assert not marker.exists(), marker.read_text()


def test_a_name_is_no_option_of_a_tool(git, tmp_path):
    written = tmp_path / "written"
    evil = f"x\n--output-file={written}\ny.py".encode()
    blob = git.create_blob(b"def f(a=[]):\n    return a\n")
    folders = git.odb.write(pygit2.enums.ObjectType.TREE, b"100644 x.py\0" + blob.raw)
    raw = b"".join(b"100644 " + name + b"\0" + blob.raw for name in sorted([b"--config=x.py", b"@more.py", b"nl\ny.py"]))
    commit(git, git.odb.write(pygit2.enums.ObjectType.TREE, raw + b"40000 z" + evil.replace(b"/", b"_") + b"\0" + folders.raw))
    found = audit(opened(git), NOW)
    wrong = next(finding for finding in found.repairs if finding.criterion == "mutable-default")
    assert {row.file for row in wrong.evidence.rows} >= {"--config=x.py", "@more.py", "nl\ny.py"}
    assert not list(tmp_path.glob("*written*"))


def test_an_audit_that_is_given_up_leaves_nothing_running_and_nothing_behind(make, monkeypatch, tmp_path):
    path = make(clean.LIBRARY)
    waiting(path)
    monkeypatch.setattr(worker, "SECONDS", 2)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    started = []
    monkeypatch.setattr(worker.subprocess, "Popen", lambda *a, _real=subprocess.Popen, **k: started.append(_real(*a, **k)) or started[-1])
    with pytest.raises(UsageError, match=r"portfolio\.too-slow"):
        worker.audited(path, NOW)
    assert not list(tmp_path.glob("sparring-*"))
    with pytest.raises(ProcessLookupError):
        os.killpg(started[0].pid, 0)


KILLED = """
import os, sys, threading, time
from datetime import UTC, datetime
from pathlib import Path
from sparring.portfolio import worker
threading.Thread(target=worker.audited, args=(Path(sys.argv[1]), datetime.now(UTC)), daemon=True).start()
print(flush=True)
time.sleep(60)
"""


def test_a_program_that_is_killed_leaves_no_worker_and_no_folder(make, tmp_path):
    path = make(clean.LIBRARY)
    pipe = waiting(path)
    place = tmp_path / "scratch"
    place.mkdir()
    program = subprocess.Popen([sys.executable, "-c", KILLED, str(path)], env={**os.environ, "TMPDIR": str(place)}, stdout=subprocess.PIPE)
    with pipe.open("wb"):  # opens when the worker does, which then waits for what never comes
        assert list(place.glob(f"{guard.PREFIX}*"))
        program.kill()
        program.communicate()
        until = time.monotonic() + 20
        while list(place.iterdir()) and time.monotonic() < until:
            os.sched_yield()
    assert not list(place.iterdir())


def test_only_folders_that_nobody_holds_are_swept(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    left = tmp_path / f"{guard.PREFIX}left"
    (left / "some").mkdir(parents=True)
    other = tmp_path / "other"
    other.mkdir()
    (tmp_path / f"{guard.PREFIX}link").symlink_to(other)
    with guard.scratch() as held:
        assert left.exists()  # it may only just have been made
        guard.sweep(tmp_path, time.time() + 3600)
        assert (left.exists(), held.exists(), other.exists()) == (False, True, True)
    assert not held.exists()
