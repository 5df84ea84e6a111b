"""The benches: that they measure, and that what they wrote down is what the page says. Never how fast this machine is."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from sparring.config.embedded import open_app
from sparring.core.clock import FakeClock
from sparring.sandbox.exact.artifact import engine_id
from sparring.usecases.bench import Bar, Measured, load, measures, page, save, throughput
from sparring.usecases.bench.mutants import _bars
from sparring.usecases.bench.record import DATA, PAGE, entry

DOCS = Path(__file__).parents[4] / "docs"


@pytest.fixture(scope="module")
def app():
    with closing(open_app(workers=1)) as app:
        yield app


@pytest.mark.parametrize(("name", "rounds"), [("same", 4), ("throughput", 4), ("hostile", 2)])
def test_a_measure_measures(app, monkeypatch, name, rounds):
    monkeypatch.setattr(throughput, "REPEATS", 1)
    found = measures()[name].run(app, rounds)
    assert found.rows
    assert len({tuple(row) for row in found.rows}) == 1
    assert found.bars
    if name in ("same", "hostile"):
        assert all(bar.met for bar in found.bars)


def test_a_hostile_program_that_passes_is_a_missed_bar(app, monkeypatch):
    from sparring.usecases.bench import hostile

    cheat = replace(hostile.programs()[0], source="def add(a, b): return a + b")
    monkeypatch.setattr(hostile, "programs", lambda: (cheat,))
    found = hostile.measure(app, 1)
    assert found.bars[0].met is False
    assert cheat.name in found.rows[0]["wrong"]


@pytest.mark.parametrize(("met", "code"), [(True, 0), (None, 0), (False, 1)])
def test_a_missed_bar_is_the_commands_exit_code(monkeypatch, met, code):
    from typer.testing import CliRunner

    from sparring.cli.bench import app as command
    from sparring.usecases import bench

    found = Measured([{"a": 1}], (Bar("what", "3", "4", met), Bar("other", "1", "1", True)), "")
    monkeypatch.setattr(bench, "measures", lambda: {"verdict": replace(measures()["verdict"], run=lambda *_: found)})
    assert CliRunner().invoke(command, ["verdict", "--json"]).exit_code == code


def test_results_are_kept_beside_each_other(tmp_path):
    measure = measures()["same"]
    found = Measured([{"a|b": 1}], (Bar("what", "3", "4", False),), "A note.")
    for name in ("b", "a"):
        save(tmp_path, name, entry(measure, found, FakeClock(), engine_id(), [0.5]))
    assert list(load(tmp_path)) == ["a", "b"]
    text = (tmp_path / PAGE).read_text("utf-8")
    assert text == page(load(tmp_path))
    assert "| what | 3 | 4 | **no** |" in text
    assert "a\\|b" in text


def test_the_page_is_what_was_measured():
    from sparring.cli.bench import app as bench

    assert (DOCS / DATA).exists()
    assert (DOCS / PAGE).read_text("utf-8") == page(load(DOCS)), "run `sparring bench NAME --save docs`, or generate the page anew"
    assert set(load(DOCS)) <= {command.name for command in bench.registered_commands}


def test_every_measure_is_a_command():
    from sparring.cli.bench import COMMANDS

    assert set(measures()) <= set(COMMANDS)


def test_explanations_are_measured_against_people(tmp_path):
    import json

    from sparring.core.problem import UsageError
    from sparring.language.meaning import FakeMeaning
    from sparring.usecases.bench import explain

    texts = {
        1.0: "A router forwards packets by their address.",
        0.5: "A router forwards something.",
        0.0: "It is the cable in the wall there.",
    }
    saf = [
        {
            "question": f"What is router {n}?",
            "reference": "A router forwards packets to networks by their address",
            "answer": text,
            "score": score,
            "max": 1,
        }
        for n in range(3)
        for score, text in texts.items()
    ]
    asag = [
        {
            "question": "?",
            "reference": "il piano riporta le operazioni",
            "concept": "riporta le operazioni",
            "answer": text,
            "answer_id": n,
            "label": label,
        }
        for n in range(20)
        for label, text in ((1, "riporta tutte le operazioni"), (0, "non saprei proprio"))
    ]
    for name, rows in ((explain.SAF, saf), (explain.ASAG, asag)):
        (tmp_path / name).write_text("\n".join(map(json.dumps, rows)))
    found = explain.measure(tmp_path, 20, FakeMeaning())
    assert [row["data"] for row in found.rows] == ["SAF, English", "ASAG-IT, Italian"]
    assert found.rows[1]["ours"] == "1.000"
    assert float(found.rows[0]["ours"].removeprefix("r ")) > 0.8
    with pytest.raises(UsageError):
        explain.measure(tmp_path / "nowhere", 20)


@pytest.mark.prove
def test_speech_is_measured_on_composed_clips(app):
    found = measures()["speech"].run(app, 1)
    assert len({tuple(row) for row in found.rows}) == 1
    untimed = [bar for bar in found.bars if "real time" not in bar.what and "first words" not in bar.what]
    assert [bar for bar in untimed if bar.met is False] == []


def test_a_peer_that_judged_no_mutant_is_not_the_slower_one():
    ours = {"module": "lru", "judge": "sparring", "mutants": 19, "a second": 11.0, "a cpu second": 35.0}
    broken = {"module": "lru", "judge": "mutmut", "mutants": 0, "a second": 0.0, "a cpu second": 0.0}
    slow = {"module": "lru", "judge": "cosmic-ray", "mutants": 12, "a second": 0.5, "a cpu second": 2.2}
    assert [bar.met for bar in _bars([ours, broken, slow])] == [None, None]
    assert [bar.met for bar in _bars([ours, {**broken, "mutants": 15, "a second": 1.0, "a cpu second": 4.0}, slow])] == [True, False]
