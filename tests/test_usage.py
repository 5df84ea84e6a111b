"""What is typed wrongly: told in the chosen language or as JSON, with the exit code of wrong usage."""

import json

import pytest

from tests.terminal import sparring

WRONG = [
    (["lis"], "There is no command “lis”. Did you mean: list", "Il comando “lis” non c'è. Volevi dire: list"),
    (["pack", "qqq"], "There is no command “qqq”.", "Il comando “qqq” non c'è."),
    (["grade", "lru-cache"], "The argument PATH is missing.", "Manca l'argomento PATH."),
    (["list", "--kin", "solve"], "Did you mean: --kind?", "Volevi dire: --kind?"),
    (["list", "--kind"], "The option --kind needs a value.", "L'opzione --kind vuole un valore."),
    (["list", "--json=3"], "The option --json takes no value.", "L'opzione --json non prende valori."),
    (["list", "more"], "That is too much: more.", "Questo è di troppo: more."),
    (["bench", "verdict", "--rounds", "x"], "--rounds takes a whole number, not “x”.", "--rounds vuole un numero intero, non “x”."),
    (["plan", "solve", "a", "--seconds", "x"], "--seconds takes a number, not “x”.", "--seconds vuole un numero, non “x”."),
    (["web", "--port", "0"], "0 is too little for --port: the least is 1.", "0 è troppo poco per --port: il minimo è 1."),
    (["web", "--port", "70000"], "the most is 65535.", "il massimo è 65535."),
    (["mutants", "a", "b", "--framework", "c"], "It can be: pytest, unittest.", "Può essere: pytest, unittest."),
]


@pytest.mark.parametrize(("arguments", "english", "italian"), WRONG, ids=lambda value: value if isinstance(value, str) else value[0])
@pytest.mark.usefixtures("data")
def test_wrong_usage_is_told_in_the_chosen_language(arguments, english, italian, monkeypatch):
    told = sparring(*arguments)
    assert (told.returncode, told.stdout) == (2, "")
    assert english in " ".join(told.stderr.split())
    monkeypatch.setenv("SPARRING_LANG", "it")
    assert italian in " ".join(sparring(*arguments).stderr.split())


@pytest.mark.usefixtures("data")
def test_wrong_usage_is_json_where_json_is_asked_for():
    told = sparring("grade", "--json", "--lang", "it")
    assert told.returncode == 2
    assert told.stderr == ""
    assert json.loads(told.stdout) == {"error": "Manca l'argomento ID.", "code": 2}
    other = sparring("list", "--json", "--lang", "fr")
    assert (other.returncode, json.loads(other.stdout)["error"]) == (2, "--lang cannot be “fr”. It can be: en, it.")


@pytest.mark.usefixtures("data")
def test_how_a_command_is_called_is_told_as_it_was_typed(monkeypatch):
    assert "`sparring grade [OPTIONS] {ID} {PATH}`" in sparring("grade").stderr
    monkeypatch.setenv("SPARRING_START", "python3 dev.py start")
    told = sparring("grade").stderr
    assert "`python3 dev.py start grade [OPTIONS] {ID} {PATH}`" in told
    assert "`python3 dev.py start grade --help`" in told


@pytest.mark.usefixtures("data")
def test_a_group_without_a_command_shows_what_it_has():
    told = sparring("plan")
    assert told.returncode == 2
    assert "solve" in told.stderr
