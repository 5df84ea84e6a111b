from pathlib import Path

import pytest

from sparring.content.library import read_library, read_pack
from sparring.core.text import Message
from sparring.kinds.format import line_of
from sparring.words import words

CORE = Path(__file__).parents[4] / "packs" / "core"


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


PACK = 'id = "mine"\nlanguages = ["en"]\n'
SOLVE = 'kind = "solve"\nentry = "f"\n[title]\nen = "F"\n'


def told(pack) -> list[tuple[str, str, int, str, str]]:
    return [
        (owner, problem.file, problem.line, problem.field, problem.message.id if isinstance(problem.message, Message) else "")
        for owner, problems in pack.problems.items()
        for problem in problems
    ]


def test_the_shortest_exercise_is_two_minutes_of_typing(tmp_path):
    files = {"pack.toml": PACK, "exercises/solve/f/exercise.toml": SOLVE, "exercises/solve/f/prompt.en.md": "Write `f`."}
    files |= {"exercises/solve/f/reference.py": "def f(x): return x", "exercises/solve/f/cases.py": "assert f(1) == 1\n"}
    pack = read_pack(write(tmp_path, files))
    assert pack.problems == {}
    assert list(pack.exercises) == ["mine:f"]
    assert pack.exercises["mine:f"].title.to("it") == "F"


def test_twenty_mistakes_are_told_at_once_each_with_its_place(tmp_path):
    bad = tmp_path / "bad"
    files = {
        "pack.toml": 'id = "Bad Id"\nlanguages = ["en", "fr"]\nlicense = "MIT"\n',
        "topics.toml": '[[topics]]\nid = "a.b"\nrows = ["99"]\n[topics.title]\nen = "x"\nit = "x"\n',
        "interviews/x.toml": 'role = "r"\n[title]\nen = "x"\nit = "x"\n[[rounds]]\nkind = "juggle"\nminutes = 0\n',
        "exercises/juggle/one/exercise.toml": "",
        "exercises/solve/syntax/exercise.toml": "kind = solve",
        "exercises/solve/typo/exercise.toml": SOLVE.replace("entry", "entyr") + "minutez = 3\n",
        "exercises/solve/values/exercise.toml": 'kind = "solve"\nentry = "1f"\nlevel = "expert"\nminutes = 0\n[title]\nen = "x"\nit = "x"\n',
        "exercises/solve/cases/exercise.toml": 'kind = "solve"\nentry = "f"\n[title]\nen = "x"\n',
        "exercises/solve/cases/reference.py": b"\xff\xfe",
        "exercises/solve/cases/cases.py": "if x:\n    assert f(1) == 1\n",
        "exercises/solve/other/exercise.toml": 'kind = "predict"\nentry = "f"\n[title]\nen = "x"\nit = "x"\n',
        "exercises/solve/other/prompt.en.md": "x",
        "exercises/solve/other/prompt.it.md": "x",
        "exercises/solve/other/reference.py": "x",
        "exercises/solve/other/cases.py": "assert f() == 1",
        "exercises/explain/empty/exercise.toml": 'kind = "explain"\npoints = []\n[title]\nen = "x"\nit = "x"\n[[follow_ups]]\nwhen = "sometimes"\nen = "x"\nit = "x"\n',
    }
    problems = told(read_pack(write(bad, files)))
    assert len(problems) >= 20
    assert ("", "pack.toml", 1, "id", "format.pattern") in problems
    assert ("bad:values", "exercises/solve/values/exercise.toml", 3, "level", "format.field-choice") in problems
    assert ("bad:values", "exercises/solve/values/exercise.toml", 4, "minutes", "format.at-least") in problems
    assert ("bad:typo", "exercises/solve/typo/exercise.toml", 2, "entyr", "format.field-unknown-meant") in problems
    assert ("bad:cases", "exercises/solve/cases/reference.py", 0, "", "format.not-utf8") in problems
    assert ("bad:cases", "exercises/solve/cases/cases.py", 1, "", "solve.no-case") in problems
    assert ("bad:cases", "exercises/solve/cases/exercise.toml", 3, "title.it", "format.language-missing") in problems
    assert ("bad:other", "exercises/solve/other/exercise.toml", 1, "kind", "content.kind-differs") in problems
    assert [one[2:] for one in problems if one[1] == "interviews/x.toml"] == [(7, "rounds.0.minutes", "format.at-least")]
    assert ("bad:one", "exercises/juggle/one/exercise.toml", 1, "kind", "catalog.no-kind") in problems
    for language in ("en", "it"):
        for found in read_pack(bad).problems.values():
            assert all("(" not in words(language).say(p.message)[:3] and words(language).say(p.message)[0].isprintable() for p in found)


@pytest.mark.parametrize(
    ("end", "line", "name"),
    [
        ('minutes = "ten\n', 5, "text"),
        ('[follow_ups]\nen = """\nWhy?\n\n', 7, "text"),
        ("topics = [\n  'a'\n", 6, "array"),
        ("topics = [\n  'a',\n", 6, "cut"),
        ("[limits", 5, "header"),
        ("[title]\n", 5, "twice"),
        ("it = x\nminutes 3\n", 5, "value"),
        ("minutes", 5, "cut"),
        ("it = 'F' 'G'\n", 5, "newline"),
        ("= 3\n", 5, "name"),
        ('it = "\\q"\n', 5, "escape"),
        ("a = " + "[" * 5000, 0, "deep"),
        ("a = " + "1" * 5000, 0, "other"),
    ],
)
def test_what_is_no_toml_is_told_in_our_words_with_its_line(tmp_path, end, line, name):
    """Cut off anywhere: the last line with something in it."""
    found = read_pack(write(tmp_path, {"pack.toml": PACK, "exercises/solve/f/exercise.toml": SOLVE + end})).problems["mine:f"]
    said = [problem for problem in found if getattr(problem.message, "id", "").startswith("toml.")]
    assert [(one.file, one.line, one.message.id) for one in said] == [("exercises/solve/f/exercise.toml", line, f"toml.{name}")]
    for language in ("en", "it"):
        assert "toml." not in words(language).say(said[0].message)


def test_a_topic_that_is_none_is_told_with_its_line_and_the_nearest_one_also_beside_a_schema_error(tmp_path):
    files = {"pack.toml": PACK, "topics.toml": '[[topics]]\nid = "graphs"\n[topics.title]\nen = "Graphs"\n'}
    files["exercises/solve/f/exercise.toml"] = 'kind = "solve"\nentyr = "f"\ntopics = ["grapsh", "zzz"]\n[title]\nen = "F"\n'
    pack = read_pack(write(tmp_path, files))
    problems = [problem for problem in pack.problems["mine:f"] if problem.field == "topics"]
    assert [problem.line for problem in problems] == [3, 3]
    first, second = (words("en").say(problem.message) for problem in problems)
    assert "“graphs”" in first
    assert "topics.toml" in second
    assert ("mine:f", "exercises/solve/f/exercise.toml", 1, "entry", "format.field-missing") in told(pack)


@pytest.mark.parametrize(
    ("kind", "more", "line", "message"),
    [
        ("explain", '[[points]]\nid = "a"\nen = ["x"]\n[[points]]\nid = "a"\nen = ["y"]\n', 8, "explain.id-twice"),
        (
            "explain",
            '[[points]]\nid = "ab"\nen = ["x"]\n[[follow_ups]]\nwhen = "missed:aab"\nen = "Why?"\n',
            8,
            "format.no-criterion-meant",
        ),
        ("predict", '[[follow_ups]]\nwhen = "right:nothing-like-it"\nen = "Why?"\n', 5, "format.no-criterion"),
        ("solve", '[[follow_ups]]\nwhen = "missed:corectness"\nen = "Why?"\n', 6, "format.no-criterion-meant"),
        ("fix", '[[follow_ups]]\nwhen = "missed:chnage"\nen = "Why?"\n', 6, "format.no-criterion-meant"),
        ("solve", '[growth]\ntime = "n"\nsizes = [3, 2, 1]\n', 7, "format.not-rising"),
        ("solve", '[growth]\ntime = "n"\nsizes = [0, 1, 2]\n', 7, "format.not-rising"),
    ],
)
def test_what_could_never_be_asked_or_measured_is_told(tmp_path, kind, more, line, message):
    head = f'kind = "{kind}"\n' + ('entry = "f"\n' if kind in ("solve", "fix") else "") + "[title]\n" + 'en = "F"\n'
    files = {"pack.toml": PACK, f"exercises/{kind}/f/exercise.toml": head + more, f"exercises/{kind}/f/prompt.en.md": "Say."}
    files |= {f"exercises/{kind}/f/{name}": "x = 1\n" for name in ("snippet.py", "answer.en.md", "reference.py", "buggy.py", "mended.py")}
    files[f"exercises/{kind}/f/cases.py"] = "assert f(1) == 1\n"
    found = told(read_pack(write(tmp_path, files)))
    assert (line, message) in {(place, problem) for _, _, place, _, problem in found}


def test_a_schema_error_hides_nothing_and_nothing_is_told_twice(tmp_path):
    toml = 'kind = "solve"\nlevel = "expert"\n[title]\nen = " "\nit = "x"\n[[wrong]]\nfile = "wrong/gone.py"\n'
    files = {"pack.toml": 'id = "mine"\n', "exercises/solve/Bad_Id/exercise.toml": toml}
    files |= {f"exercises/solve/Bad_Id/{name}": "def f(:\n" for name in ("reference.py", "cases.py")} | {
        "exercises/solve/Bad_Id/prompt.en.md": "x"
    }
    read = read_pack(write(tmp_path, files)).problems["mine:Bad_Id"]
    found = [(problem.file.rpartition("Bad_Id/")[2], problem.field, problem.message.id) for problem in read]
    assert len(found) == len(set(found))
    assert {
        ("exercises/solve/Bad_Id", "id", "content.bad-id"),
        ("exercise.toml", "level", "format.field-choice"),
        ("exercise.toml", "entry", "format.field-missing"),
        ("exercise.toml", "title.en", "format.language-missing"),
        ("wrong/gone.py", "", "format.file-missing"),
        ("prompt.it.md", "", "format.file-missing"),
        ("reference.py", "", "format.python"),
    } <= {*found}
    told = " ".join(words("it").say(problem.message) for problem in read)
    assert "'junior', 'mid', 'senior'" in told
    assert "<unknown>" not in told


def test_one_bad_exercise_hides_no_other(tmp_path):
    good = {
        f"exercises/solve/f/{name}": text
        for name, text in {
            "exercise.toml": SOLVE,
            "prompt.en.md": "x",
            "reference.py": "def f(x): return x",
            "cases.py": "assert f(1) == 1",
        }.items()
    }
    pack = read_pack(write(tmp_path, {"pack.toml": PACK, "exercises/solve/g/exercise.toml": "nonsense", **good}))
    assert list(pack.exercises) == ["mine:f"]
    assert list(pack.problems) == ["mine:g"]


def test_a_folder_that_is_not_there_is_a_problem_not_a_crash(tmp_path):
    assert told(read_pack(tmp_path / "nowhere"))[0][-1] == "content.no-folder"


def test_content_hashes_change_with_any_byte(tmp_path):
    files = {"pack.toml": PACK, "exercises/solve/f/exercise.toml": SOLVE, "exercises/solve/f/prompt.en.md": "x"}
    files |= {"exercises/solve/f/reference.py": "def f(x): return x", "exercises/solve/f/cases.py": "assert f(1) == 1"}
    before = read_pack(write(tmp_path, files)).exercises["mine:f"].content_hash
    write(tmp_path, {"exercises/solve/f/cases.py": "assert f(1) == 1 "})
    assert read_pack(tmp_path).exercises["mine:f"].content_hash != before


@pytest.mark.parametrize(
    ("loc", "line"),
    [(("title", "en"), 2), (("points", 0, "id"), 4), (("points", 0, "nothing"), 3), (("nowhere",), 0), (("points", 1, "reply", "it"), 7)],
)
def test_lines_of_fields(loc, line):
    source = '[title]\nen = "x"\n[[points]]\nid = "a"\nen = ["x",\n"id = 3"]\n[[points]]\n'
    assert line_of(source, loc) == line


def test_the_core_pack_is_read_without_problems():
    library = read_library([CORE])
    assert library.packs[0].problems == {}
    assert library.plans
    assert {row for topic in library.topics.values() for row in topic.rows} >= {str(number) for number in range(1, 25)} | {"C"}


GOOD = {
    "pack.toml": PACK,
    "exercises/solve/f/exercise.toml": SOLVE,
    "exercises/solve/f/prompt.en.md": "x",
    "exercises/solve/f/reference.py": "def f(x): return x",
    "exercises/solve/f/cases.py": "assert f(1) == 1\n",
}
WRONG = SOLVE + '[[wrong]]\nfile = "{}"\nen = "x"\n'


@pytest.mark.parametrize("name", ["../../../../secret.py", "link.py"])
def test_files_outside_the_folder_are_refused(tmp_path, name):
    (tmp_path / "secret.py").write_text("SECRET = 1")
    pack = write(tmp_path / "pack", GOOD | {"exercises/solve/f/exercise.toml": WRONG.replace("{}", name)})
    (pack / "exercises/solve/f/link.py").symlink_to(tmp_path / "secret.py")
    assert told(read_pack(pack))[0][-1] == "format.outside"


@pytest.mark.parametrize("linked", ["exercises/solve/f", "exercises/solve", "exercises"])
def test_a_linked_folder_is_not_walked_out_of_the_pack(tmp_path, linked):
    outside = write(tmp_path / "outside", GOOD)
    pack = write(tmp_path / "pack", {"pack.toml": GOOD["pack.toml"]})
    (pack / linked).parent.mkdir(parents=True, exist_ok=True)
    (pack / linked).symlink_to(outside / linked)
    found = read_pack(pack)
    assert not found.exercises
    assert told(found)[0][-1] == "content.linked"


def test_special_files_are_not_opened_and_huge_ones_not_read(tmp_path):
    import os

    pack = write(tmp_path, GOOD)
    os.mkfifo(pack / "exercises/solve/f/starter.py")
    with (pack / "exercises/solve/f/generator.py").open("wb") as file:
        file.truncate(5 << 30)
    (pack / "exercises/solve/f/exercise.toml").write_text(SOLVE + '[growth]\ntime = "n"\n')
    assert {problem[-1] for problem in told(read_pack(pack))} == {"format.no-file", "format.too-large"}


def test_texts_that_steer_a_terminal_are_refused_by_line(tmp_path):
    problems = told(read_pack(write(tmp_path, GOOD | {"exercises/solve/f/prompt.en.md": "fine\n\x1b[2Jgone"})))
    assert problems == [("mine:f", "exercises/solve/f/prompt.en.md", 2, "", "format.control")]


def test_a_second_pack_with_the_same_id_stands_in_for_nothing(tmp_path):
    write(tmp_path / "one", GOOD)
    write(tmp_path / "two", GOOD | {"exercises/solve/f/prompt.en.md": "impostor"})
    library = read_library([tmp_path / "one", tmp_path / "two"])
    assert library.exercises["mine:f"].prompt.en == "x"
    assert told(library.packs[1])[0][-1] == "content.pack-twice"


def test_an_exercise_that_breaks_us_hides_no_other(tmp_path, monkeypatch):
    from sparring.kinds.predict import KIND

    monkeypatch.setattr(type(KIND), "load", lambda *_: 1 / 0)
    pack = read_pack(write(tmp_path, GOOD | {"exercises/predict/p/exercise.toml": "", "exercises/solve/Bad_Id/exercise.toml": ""}))
    assert list(pack.exercises) == ["mine:f"]
    assert {problem[-1] for problem in told(pack)} >= {"content.breaks", "content.bad-id"}
