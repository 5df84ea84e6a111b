"""What was proved is not proved again, as long as nothing that the proof leans on has changed."""

import shutil
from collections import Counter
from dataclasses import replace

import pytest

from sparring.content.library import read_pack
from sparring.core.problem import UsageError
from sparring.kinds.predict.grader import Predict
from sparring.kinds.solve.grader import Solve
from sparring.usecases import packs, proofs
from sparring.usecases.app import App
from sparring.usecases.packs import check_pack, new_pack


@pytest.fixture
def mine(tmp_path):
    new_pack(tmp_path / "mine")
    return tmp_path / "mine"


@pytest.fixture
def proved(monkeypatch):
    """The names of the exercises that were really proved, in order."""
    names = []
    honest = packs._prove
    monkeypatch.setattr(packs, "_prove", lambda app, exercise: (names.append(exercise.name), honest(app, exercise))[1])
    return names


@pytest.fixture
def app(pool, tmp_path):
    return App((), tmp_path / "cache", tmp_path / "data", sandbox=pool)


def test_what_has_not_changed_is_proved_once(app, mine, proved):
    first = check_pack(app, mine)
    count = len(proved)
    again = check_pack(app, mine)
    assert (first.ok, again.ok) == (True, True)
    assert again.exercises == first.exercises
    assert (len(proved), again.known) == (count, len(again.exercises))
    check_pack(app, mine, anew=True)
    assert len(proved) == 2 * count


def test_what_has_changed_is_proved_again_and_alone(app, mine, proved):
    assert check_pack(app, mine).ok
    proved.clear()
    cases = mine / "exercises/solve/double-all/cases.py"
    cases.write_text(cases.read_text() + "\nassert double_all([5]) == [11]\n")
    broken = check_pack(app, mine)
    assert proved == ["double-all"]
    assert not broken.ok
    check_pack(app, mine)
    assert proved == ["double-all", "double-all"], "what has a problem is never taken for proved"


@pytest.mark.parametrize("what", ["grader", "packages", "engine", "languages"])
def test_a_proof_holds_for_what_it_leaned_on(app, mine, what, monkeypatch):
    check_pack(app, mine)
    exercise = next(iter(read_pack(mine).exercises.values()))
    assert proofs.Proofs(app).has(exercise)
    match what:
        case "grader" | "packages":
            monkeypatch.setattr(proofs, what, lambda *_: "another")
        case "engine":
            monkeypatch.setattr(type(app.engine), "engine_id", "another")
        case "languages":
            exercise = replace(exercise, languages=("en", "it"))
    assert not proofs.Proofs(app).has(exercise)


def test_a_damaged_note_proves_nothing(app, mine, proved):
    check_pack(app, mine)
    count = len(proved)
    note = app.cache / "proofs/proofs.json"
    note.write_text(note.read_text())
    check_pack(app, mine)
    assert len(proved) == count, "the same bytes are the same note"
    note.write_text('{"forged": 1e12}')
    check_pack(app, mine)
    assert len(proved) == 2 * count


def test_kinds_are_judged_by_sources_of_their_own():
    assert proofs.grader(Solve.id) != proofs.grader(Predict.id)


def test_who_is_interrupted_goes_on_where_they_were(app, mine, monkeypatch):
    honest, seen = packs._prove, []

    def interrupted(program, exercise):
        seen.append(exercise.name)
        if len(seen) == 3:
            raise KeyboardInterrupt
        return honest(program, exercise)

    app.workers = 0
    monkeypatch.setattr(packs.os, "cpu_count", lambda: 0)
    monkeypatch.setattr(packs, "_prove", interrupted)
    with pytest.raises(KeyboardInterrupt):
        check_pack(app, mine)
    monkeypatch.setattr(packs, "_prove", honest)
    assert check_pack(app, mine).known == 2


def test_the_parts_of_what_runs_code_make_the_whole_and_everything_else_is_in_each(app, tmp_path, proved):
    new_pack(tmp_path / "mine")
    solve = tmp_path / "mine/exercises/solve"
    for name in ("a-second", "a-third"):
        shutil.copytree(solve / "double-all", solve / name)
    counts = Counter()
    for part in ("1/3", "2/3", "3/3"):
        proved.clear()
        found = check_pack(app, tmp_path / "mine", anew=True, part=part)
        assert (found.ok, found.left) == (True, 2)
        counts.update(proved)
    assert counts == {"a-second": 1, "a-third": 1, "double-all": 1, "why-tests": 3, "two-names": 3}
    proved.clear()
    check_pack(app, tmp_path / "mine", ["a-third", "one-that-is-gone"], anew=True, part="1/3")
    assert {"a-second", "a-third"} <= {*proved}
    assert "double-all" not in proved


@pytest.mark.parametrize("part", ["0/3", "4/3", "1", "a/b", "1/0", "1/3/2"])
def test_a_part_that_is_none_is_told(app, mine, part):
    with pytest.raises(UsageError) as told:
        check_pack(app, mine, part=part)
    assert told.value.saying.id == "usecases.no-part"


def test_a_part_reads_everything(app, mine, proved):
    (mine / "exercises/solve/double-all/exercise.toml").write_text("kind = ")
    assert not check_pack(app, mine, part="2/2").ok
    assert "double-all" not in proved
