"""What is typed wrongly: told in the chosen language or as JSON, with the exit code of wrong usage."""

import json

import pytest
from typer.main import get_command

from sparring.cli import main
from sparring.cli.calling import sentences
from sparring.cli.commands import COMMANDS, command
from sparring.cli.helped import PARSER, paragraphs, said_of
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
    told = sparring("--lang", "it", "grade").stderr
    assert "`python3 dev.py start grade [OPZIONI] {ID} {PATH}`" in told
    assert "`python3 dev.py start --lang it grade --help`" in told


@pytest.mark.usefixtures("data")
def test_a_group_without_a_command_shows_what_it_has():
    told = sparring("plan")
    assert told.returncode == 2
    assert "solve" in told.stderr


def every(found):
    """A command, and all below it."""
    yield found
    for inner in getattr(found, "commands", {}).values():
        yield from every(inner)


def test_every_help_has_its_italian_words():
    commands = [get_command(main.app), *(one for name in COMMANDS for one in every(command(name)))]
    assert not [(found.name, param.name) for found in commands for param in (found, *found.params) if not getattr(param, "help", None)]
    said = {part for found in commands for one in said_of(found) for part in paragraphs(one.help)}
    assert len(said) > 200
    assert sentences("it").keys() == said | set(PARSER)
    assert not [english for english, italian in sentences("it").items() if not italian.strip()]


@pytest.mark.usefixtures("data")
def test_a_help_speaks_the_chosen_language_and_names_the_program_as_it_was_started(monkeypatch):
    monkeypatch.setenv("SPARRING_START", "python3 dev.py start")
    told = sparring("grade", "--lang", "it", "--help").stdout
    assert "Uso: python3 dev.py start grade [OPZIONI] {ID} {PATH}" in told
    assert "[obbligatorio]" in told
    assert "[se non lo dici: store]" in told
    assert "Mostra questo aiuto ed esce." in told
    assert "Usage: python3 dev.py start grade [OPTIONS] {ID} {PATH}" in sparring("grade", "--help").stdout
    monkeypatch.setenv("SPARRING_LANG", "it")
    assert "risk     Quando il lavoro sarà finito" in sparring("plan").stderr


def leaves(found, path):
    """What can be called: the commands of a group, and the group itself where it does something alone."""
    inner = getattr(found, "commands", None)
    if inner is None or found.invoke_without_command:
        yield path, found
    for name, one in (inner or {}).items():
        yield from leaves(one, f"{path} {name}")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_takes_json_and_a_language(name):
    lacking = {
        path: missing
        for path, found in leaves(command(name), name)
        if (missing := {"--json", "--lang"} - {option for param in found.params for option in param.opts})
    }
    assert not lacking


def test_what_is_taken_away_and_written_is_told_as_json(data):
    card = json.loads(sparring("study", "cards", "add", "Front?", "Back.", "--json").stdout)
    step = f"own:{card['id']}" if not card["id"].startswith("own:") else card["id"]
    assert json.loads(sparring("study", "skip", step, "--json").stdout) == {"ok": True}
    assert json.loads(sparring("study", "cards", "remove", card["id"], "--json").stdout) == {"ok": True}
    again = sparring("study", "cards", "remove", "own:none", "--json")
    assert again.returncode == 2
    assert json.loads(again.stdout)["code"] == 2
    written = json.loads(sparring("study", "applications", "calendar", str(data / "all.ics"), "--json").stdout)
    assert written == {"file": str(data / "all.ics"), "bytes": (data / "all.ics").stat().st_size}
    assert json.loads(sparring("study", "--json").stdout) == json.loads(sparring("today", "--json").stdout)
    assert json.loads(sparring("study", "delete-all", "--yes", "--really", "--json").stdout) == {"ok": True}


@pytest.mark.usefixtures("data")
def test_an_interview_talks_beside_its_json():
    paused = sparring("interview", "start", "--seed", "1", "--json")
    begun = json.loads(paused.stdout)
    assert (paused.returncode, set(begun), begun["finished"]) == (0, {"interview", "finished"}, False)
    assert begun["interview"][:8] in paused.stderr
    resumed = sparring("interview", "resume", begun["interview"], "--json")
    assert json.loads(resumed.stdout) == begun
    assert json.loads(sparring("interview", "--json").stdout) == begun
    assert sparring("interview", "resume", "nothing", "--json").returncode == 2
