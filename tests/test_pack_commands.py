"""`pack new` in each language is proved by `pack check`; every broken file is told, with its line."""

import json

import pytest

from tests.terminal import sparring


@pytest.mark.parametrize(
    ("asked", "languages"),
    [
        pytest.param("en", ["en"], marks=pytest.mark.prove),
        pytest.param("it", ["it"], marks=pytest.mark.prove),
        ("both", ["en", "it"]),
    ],
)
def test_a_new_pack_in_each_language_is_proved(data, tmp_path, asked, languages):
    made = sparring("pack", "new", str(tmp_path / "mine"), "--lang", asked)
    assert made.returncode == 0, made.stderr
    assert f"languages = {json.dumps(languages)}" in (tmp_path / "mine/pack.toml").read_text()
    prompts = {path.name for path in (tmp_path / "mine").rglob("prompt.*.md")}
    assert prompts == {f"prompt.{language}.md" for language in languages}
    done = sparring("pack", "check", str(tmp_path / "mine"), "--trust")
    assert done.returncode == 0, done.stdout


def test_where_a_pack_must_lie_is_said_until_it_lies_there(data, tmp_path):
    place = str(data / "packs" / "mine")
    assert place in sparring("pack", "new", str(tmp_path / "mine")).stdout
    assert "To practise with it" not in sparring("pack", "new", place).stdout


def test_a_language_that_is_none(data, tmp_path):
    assert sparring("pack", "new", str(tmp_path / "mine"), "--lang", "fr").returncode == 2


def test_a_folder_that_is_not_there_is_wrong_usage(data, tmp_path):
    done = sparring("pack", "check", str(tmp_path / "nowhere"), "--json")
    assert done.returncode == 2
    assert "nowhere" in json.loads(done.stdout)["error"]


def problems(folder) -> dict[str, int]:
    done = sparring("pack", "check", str(folder), "--json", "--lang", "it")
    assert done.returncode == 1, done.stdout + done.stderr
    found = [p for exercise in json.loads(done.stdout)["exercises"] for p in exercise["problems"]]
    return {p["file"].rpartition("double-all/")[2]: p["line"] for p in found}


def test_a_broken_file_does_not_hide_another(data, tmp_path):
    sparring("pack", "new", str(tmp_path / "mine"))
    solve = tmp_path / "mine/exercises/solve/double-all"
    (solve / "reference.py").write_text("def double_all(numbers):\n    return [\n")
    (solve / "wrong.py").write_text("\n\nx = = 1\n")
    toml = (solve / "exercise.toml").read_text()
    (solve / "exercise.toml").write_text(toml + '\n[[wrong]]\nfile = "wrong.py"\nen = "A slip."\n')
    assert problems(tmp_path / "mine") == {"reference.py": 2, "wrong.py": 3}
    (solve / "exercise.toml").write_text(toml.replace("minutes = 10", 'minutes = "ten"'))
    (solve / "prompt.en.md").unlink()
    (solve / "cases.py").write_text("assert 1 == 1\n")
    assert problems(tmp_path / "mine") == {"exercise.toml": 4, "prompt.en.md": 0, "cases.py": 1, "reference.py": 2}


def test_what_does_not_fit_a_field_is_told_in_the_language(data, tmp_path):
    sparring("pack", "new", str(tmp_path / "mine"))
    toml = tmp_path / "mine/exercises/solve/double-all/exercise.toml"
    toml.write_text(toml.read_text().replace("minutes = 10", "minutes = 999"))
    done = sparring("pack", "check", str(tmp_path / "mine"), "--lang", "it")
    assert "999 è troppo: al massimo 240" in done.stdout


def test_list_with_a_topic_that_is_none_is_wrong_usage_and_ids_are_whole(data):
    done = sparring("list", "--topic", "internal", "--lang", "it")
    assert done.returncode == 2
    assert "internals" in done.stderr
    assert sparring("list", "--level", "boss").returncode == 2
    listed = json.loads(sparring("list", "--json").stdout)
    table = sparring("list").stdout
    assert all(exercise["id"] in table for exercise in listed)


def test_doctor_says_what_protects_in_the_language(data):
    said = sparring("doctor", "--lang", "it").stdout
    assert "nessun processo" in said
    assert "protection" not in said


@pytest.mark.parametrize(
    ("reference", "said"),
    [
        ("while True: pass", "does not come to an end while it is loaded"),
        ("import nothing_of_the_kind", "cannot be loaded: ModuleNotFoundError: No module named 'nothing_of_the_kind'."),
        ("def double_all(numbers):\n    while True: pass\n", "does not come to an end in “case_1”"),
        ("def double_all(numbers):\n    raise ValueError('no')\n", "fails “leaves_the_input_alone”: ValueError: no."),
    ],
)
def test_what_a_reference_does_wrong_is_told_in_words(data, tmp_path, reference, said):
    sparring("pack", "new", str(tmp_path / "mine"))
    folder = tmp_path / "mine/exercises/solve/double-all"
    (folder / "reference.py").write_text(reference)
    (folder / "exercise.toml").write_text((folder / "exercise.toml").read_text() + "\n[limits]\ninstructions = 100_000_000\n")
    checked = json.loads(sparring("pack", "check", str(tmp_path / "mine"), "--json").stdout)
    messages = [problem["message"] for one in checked["exercises"] for problem in one["problems"]]
    assert any(said in message for message in messages), messages
    assert not any("expected ," in message for message in messages)
