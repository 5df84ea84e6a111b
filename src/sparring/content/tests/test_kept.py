import os
import shutil
import time
from dataclasses import fields, replace
from pathlib import Path

import pytest

from sparring.content import kept
from sparring.content.library import read_pack

TEMPLATE = Path(__file__).parents[2] / "usecases/new_pack"
HOUR = 3600


@pytest.fixture
def pack(tmp_path):
    """A pack whose files are an hour old."""
    folder = tmp_path / "pack"
    shutil.copytree(TEMPLATE, folder)
    (folder / "pack.toml").write_text('id = "mine"\nlanguages = ["en"]\n[title]\nen = "Mine"\n')
    _age(folder)
    return folder


@pytest.fixture
def reads(monkeypatch):
    """How often a pack was really read."""
    seen = []
    monkeypatch.setattr(kept, "read_pack", lambda path, topics: seen.append(path) or read_pack(path, topics))
    # a file's change is its inode's, too, and no test can set that back
    monkeypatch.setattr(kept, "STILL_SECONDS", -HOUR)
    return seen


def told(pack):
    """All that a pack says, specs looked into."""
    values = {field.name: getattr(pack, field.name) for field in fields(pack)}
    return values | {"exercises": {key: [getattr(e, field.name) for field in fields(e)] for key, e in pack.exercises.items()}}


def _age(folder: Path, seconds: int = HOUR) -> None:
    for file in folder.rglob("*"):
        os.utime(file, (time.time() - seconds,) * 2)


def test_a_pack_that_did_not_change_is_read_once(pack, reads, tmp_path):
    first = kept.read_kept(pack, (), tmp_path / "kept")
    again = kept.read_kept(pack, (), tmp_path / "kept")
    assert len(reads) == 1
    assert again.exercises
    assert told(again) == told(first) == told(read_pack(pack))
    exercise = next(iter(again.exercises.values()))
    assert replace(exercise, minutes=99).spec == exercise.spec


@pytest.mark.parametrize("exchanged", ["", "before", "while"])
def test_nothing_is_kept_that_a_program_read_which_was_exchanged(pack, reads, tmp_path, monkeypatch, exchanged):
    program, folder = tmp_path / "program", tmp_path / "kept"
    program.mkdir()
    source = program / "reading.py"
    source.write_text("old = 1\n")
    monkeypatch.setattr(kept, "PROGRAM", program)
    kept.program_stamp.cache_clear()
    kept.program_stamp()  # as the process begins
    read = kept.read_pack

    def reading(path, topics):
        if exchanged == "while":
            source.write_text("exchanged = 2\n")
        return read(path, topics)

    monkeypatch.setattr(kept, "read_pack", reading)
    if exchanged == "before":
        source.write_text("exchanged = 2\n")
    kept.read_kept(pack, (), folder)
    assert bool([*folder.glob("pack-*.bin")]) is (not exchanged)
    kept.program_stamp.cache_clear()  # the next process has the new program
    kept.read_kept(pack, (), folder)
    assert len(reads) == (2 if exchanged else 1)
    kept.program_stamp.cache_clear()


@pytest.mark.parametrize("change", ["content", "time", "new", "gone", "topics", "program"])
def test_whatever_changes_it_is_read_anew(pack, reads, tmp_path, monkeypatch, change):
    folder = tmp_path / "kept"
    kept.read_kept(pack, (), folder)
    prompt = next(pack.glob("exercises/solve/*/prompt.en.md"))
    topics = ("a",) if change == "topics" else ()
    match change:
        case "content":
            prompt.write_text("Another one, longer.")
        case "time":
            os.utime(prompt, (time.time() - 1800,) * 2)
        case "new":
            (prompt.parent / "note.md").write_text("")
        case "gone":
            shutil.rmtree(prompt.parent)
        case "program":
            monkeypatch.setattr(kept, "program_stamp", lambda: "another version")
    assert told(kept.read_kept(pack, topics, folder)) == told(read_pack(pack, topics))
    assert len(reads) == 2


def test_what_changed_a_moment_ago_is_not_kept(pack, reads, tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "STILL_SECONDS", HOUR)
    kept.read_kept(pack, (), tmp_path / "kept")
    kept.read_kept(pack, (), tmp_path / "kept")
    assert len(reads) == 2


def test_a_file_that_others_could_have_written_is_not_believed(pack, reads, tmp_path):
    folder = tmp_path / "kept"
    kept.read_kept(pack, (), folder)
    file = next(folder.glob("pack-*.bin"))
    file.write_bytes(b"cposix\nsystem\n(S'exit 1'\ntR.")
    assert told(kept.read_kept(pack, (), folder)) == told(read_pack(pack))
    assert len(reads) == 2


def test_a_folder_that_cannot_be_written_is_no_failure(pack, reads, tmp_path):
    (tmp_path / "file").write_text("")
    assert kept.read_kept(pack, (), tmp_path / "file" / "kept") == read_pack(pack)
