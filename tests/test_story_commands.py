"""`sparring story` and `sparring project` from the outside."""

import json
import tomllib

from tests.conftest import ROOT
from tests.terminal import sparring

FAILURE = tomllib.loads((ROOT / "packs/core/exercises/tell/failure/exercise.toml").read_text())["samples"]["good"]["en"]


def run(*arguments: str, stdin: str = ""):
    return sparring(*arguments, stdin=stdin.encode())


def test_a_story_is_told_and_its_takes_are_kept(data):
    before = json.loads(run("story", "questions", "--json").stdout)
    assert len(before) >= 25
    assert not any(question["stories"] for question in before)
    made = run("story", "add", "The Friday migration", "--theme", "failure", "--theme", "incident", "--project", "Tickets", "--json")
    key = json.loads(made.stdout)["id"]
    assert f"{len(before)} questions have no story" in run("story", "questions", "--lang", "en").stdout, "a title alone covers nothing"
    told = run("story", "tell", key, "failure", "-", "--json", "--lang", "en", stdin=FAILURE)
    assert (told.returncode, json.loads(told.stdout)["outcome"]) == (0, "correct")
    run("story", "tell", key, "failure", "-", "--json", "--lang", "en", stdin=FAILURE.partition("As a result")[0])
    (story,) = json.loads(run("story", "list", "--json").stdout)
    first, second = story["takes"]
    assert (first["parts"], second["parts"][-1]) == (["situation", "task", "action", "result", "reflection"], "action")
    assert first["score"] > second["score"]
    after = json.loads(run("story", "questions", "--json").stdout)
    covered = {question["id"] for question in after if question["stories"]}
    assert {"failure", "production-incident"} <= covered
    assert not after[0]["stories"], "what is uncovered comes first"
    run("story", "remove", key)
    assert json.loads(run("story", "list", "--json").stdout) == []


def test_what_makes_no_sense_is_told_in_words(data):
    assert run("story", "add", " ").returncode == 2
    assert run("story", "add", "A", "--theme", "nothing").returncode == 2
    assert run("story", "tell", "nobody", "failure", "-", stdin="x").returncode == 2
    assert run("project", "new", "A", "--kind", "game").returncode == 2
    assert run("project", "show", "nobody").returncode == 2


def test_an_interviewer_digs_into_the_blanks_of_a_sheet(data):
    key = json.loads(run("project", "new", "Churn", "--kind", "ai", "--json").stdout)["id"]
    shown = json.loads(run("project", "show", key, "--json", "--lang", "it").stdout)
    assert {"data", "model", "validation", "tasks"} <= set(shown["blank"])
    assert any("metrica" in question for question in shown["questions"])
    done = run("project", "set", key, "data", "Two years of subscriptions, 2.4 million rows, split by time.", "--json")
    assert "data" not in json.loads(done.stdout)["blank"]
    assert "model" in json.loads(run("project", "set", key, "model", "boosting", "--json").stdout)["blank"], "a word is a heading"
    assert run("project", "set", key, "patterns", "x").returncode == 2, "a backend's field"
