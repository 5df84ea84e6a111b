"""Suites in every dress they come in, as cases that the judge can read."""

import json
from pathlib import Path

import pytest

from sparring.content.importing.drafts import CannotImportError, slug
from sparring.content.importing.exercism import read_track
from sparring.content.importing.rows import read_rows
from sparring.content.importing.suite import Cases, cases_of, loosened, without
from sparring.judge.script import Expect, ExpectRaises, Script, parse


def taken(source: str, helpers: dict[str, str] | None = None) -> tuple[Script, Cases]:
    cases = cases_of(source, "x_test.py", {"solution"}, helpers or {}, {"f"})
    return parse(cases.source, {"f"}), cases


def expected(script: Script, name: str) -> list[object]:
    case = next(case for case in script.cases if case.name == name)
    return [step.expected for step in case.steps if isinstance(step, Expect)]


UNITTEST = '''
import unittest
from unittest import TestCase
from solution import f, other as renamed


class FTest(unittest.TestCase):
    factor = 2

    def setUp(self):
        self.base = [1, 2]

    def check(self, value, wanted=4):
        self.assertEqual(f(value), wanted)

    def test_equal(self):
        """Two is four."""
        self.assertEqual(f(2), 4, msg="no")

    def test_attribute(self):
        self.assertEqual(f(self.base), self.factor)

    def test_helper(self):
        self.check(2)
        self.check(3, wanted=9)

    def test_subtests(self):
        inputs = [1, 2]
        outputs = (1, 4)
        for variant, (value, wanted) in enumerate(zip(inputs, outputs), start=1):
            with self.subTest(f"variation #{variant}", value=value):
                actual = f(value)
                message = f"called f({value})"
                self.assertEqual(actual, wanted, msg=message)

    def test_raises(self):
        with self.assertRaises(ValueError) as err:
            f(-1)
        self.assertEqual(type(err.exception), ValueError)
        self.assertEqual(err.exception.args[0], "no (negative) numbers")

    def test_raises_as_call(self):
        self.assertRaises(ValueError, f, -1)

    def test_renamed(self):
        self.assertIs(renamed(1), True)

    def test_almost(self):
        self.assertAlmostEqual(f(1.5), 2.25, places=3)
        self.assertIn(4, [f(2)])

    @unittest.skip("extra")
    def test_skipped(self):
        self.assertEqual(f(0), 0)

    def test_captures(self):
        with unittest.mock.patch("sys.stdout") as out:
            f(1)
        self.assertTrue(out.called)


if __name__ == "__main__":
    unittest.main()
'''


def test_unittest_suite() -> None:
    script, cases = taken(UNITTEST)
    assert expected(script, "equal") == [4]
    assert expected(script, "attribute") == [2]
    assert expected(script, "helper") == [4, 9]
    assert expected(script, "subtests") == [1, 4]
    raising = next(case for case in script.cases if case.name == "raises").steps
    assert raising == (ExpectRaises("f(-1)", "ValueError", "no\\ \\(negative\\)\\ numbers"),)
    assert any(isinstance(step, ExpectRaises) for case in script.cases if case.name == "raises_as_call" for step in case.steps)
    assert "other(1)" in cases.source
    assert {case.name for case in script.cases} == {
        "equal", "attribute", "helper", "subtests", "raises", "raises_as_call", "renamed", "almost",
    }  # fmt: skip
    assert [(left.name, left.why.id) for left in cases.left_out] == [("FTest.test_captures", "importing.statement")]


def test_two_classes_and_inheritance() -> None:
    script, _ = taken(
        "from unittest import TestCase\nfrom solution import *\n"
        "class Base(TestCase):\n    size = 3\n    def setUp(self):\n        self.x = f(1)\n    def test_a(self):\n        self.assertEqual(f(2), 4)\n"
        "class More(Base):\n    def test_b(self):\n        self.assertEqual(f(3), 9)\n"
    )
    assert {case.name for case in script.cases} == {"a_base", "a_more", "b_more"}


PYTEST = """
import pytest
import solution
from helper import TABLE, double


@pytest.fixture
def numbers():
    return [1, 2, 3]


@pytest.fixture
def total(numbers):
    whole = sum(numbers)
    yield whole


@pytest.mark.parametrize("value, wanted", [(1, 1), pytest.param(2, 4, id="two")])
@pytest.mark.parametrize("sign", [1, -1])
def test_square(value, wanted, sign):
    assert solution.f(value * sign) == wanted, "no"


def test_fixture(numbers, total):
    assert solution.f(numbers) == [1, 4, 9]
    assert total == 6 and solution.f(total) == 36


def test_helper():
    for value, wanted in TABLE.items():
        assert solution.f(value) == wanted
    assert solution.f(double(2)) == 16


def test_slices():
    for value, wanted in sorted(zip([3, 0, 1, 0][::2], [9, 0, 1][:2:1]))[1:]:
        assert solution.f(value) == wanted
    rows = [(1, 1), (0, 0), (2, 4)]
    for number, (value, wanted) in enumerate(sorted(rows, reverse=True)[::2]):
        assert solution.f(value) == wanted


def test_message():
    with pytest.raises(ValueError) as caught:
        solution.f(-1)
    assert str(caught.value) == "negative"


def test_files(tmp_path):
    assert solution.f(tmp_path) == 1


class TestGroup:
    def test_inside(self):
        assert solution.f(5) == 25
"""


def test_pytest_suite() -> None:
    script, cases = taken(PYTEST, {"helper": "TABLE = {1: 1, 2: 4}\n\n\ndef double(x):\n    return 2 * x\n"})
    names = [case.name for case in script.cases]
    assert names == ["square_1", "square_2", "square_3", "square_4", "fixture", "helper", "slices", "message", "inside"]
    assert expected(script, "helper") == [1, 4, 16]
    assert expected(script, "slices") == [9, 4, 0]
    assert [left.why.id for left in cases.left_out] == ["importing.fixture"]


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("def test_x(:", "importing.syntax"),
        ("from solution import f\n", "importing.no-test"),
        ("from solution import f\ndef test_x():\n    f(1)\n", "importing.asserts-nothing"),
        ("from solution import f\ndef test_x():\n    while True:\n        assert f(1) == 1\n", "importing.statement"),
        ("from solution import f\ndef test_x():\n    for x in open('x'):\n        assert f(x) == 1\n", "importing.loop"),
    ],
)
def test_what_cannot_be_a_case_says_why(source: str, why: str) -> None:
    with pytest.raises(CannotImportError) as caught:
        taken(source)
    assert caught.value.message.id == why


def test_loosened_compares_as_python_does() -> None:
    source = "def test_x():\n    assert f(1) == 1\n\ndef test_y():\n    assert f(2) == 2\n"
    assert loosened(source, ["x"]) == "def test_x():\n    assert not f(1) != 1\n\ndef test_y():\n    assert f(2) == 2\n"
    assert without(source, ["x"]) == "def test_y():\n    assert f(2) == 2\n"


@pytest.mark.parametrize(("name", "made"), [("HumanEval/12", "humaneval-12"), ("2 sum!", "exercise-2-sum"), ("two_fer", "two-fer")])
def test_slug(name: str, made: str) -> None:
    assert slug(name) == made


def exercise(folder: Path, slug_name: str, example: str, test: str, *, config: object = None, **more: str) -> None:
    files = {".meta/example.py": example, f"{slug_name}_test.py": test, f"{slug_name}.py": "def f(x):\n    pass\n", **more}
    files.setdefault(".docs/instructions.md", "# Instructions\n\nSquare a number.\n")
    files[".meta/config.json"] = json.dumps(config or {})
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def test_a_track(tmp_path: Path) -> None:
    test = "import unittest\nfrom square import f\nclass T(unittest.TestCase):\n    def test_a(self):\n        self.assertEqual(f(2), 4)\n"
    practice = tmp_path / "exercises" / "practice"
    exercise(practice / "square", "square", "from data import P\n\n\ndef f(x):\n    return x ** P\n", test, **{"data.py": "P = 2\n"})
    exercise(practice / "no-docs", "no_docs", "def f(x):\n    return x\n", test.replace("square", "no_docs"))
    (practice / "no-docs" / ".docs" / "instructions.md").unlink()
    exercise(practice / "broken", "broken", "def f(x:\n", test)
    (practice / "half" / ".meta").mkdir(parents=True)
    (tmp_path / "config.json").write_text(
        json.dumps(
            {
                "slug": "python",
                "exercises": {
                    "practice": [{"slug": "square", "difficulty": 8}, {"slug": "y", "difficulty": "hard"}, 3],
                    "concept": [{"slug": "x"}],
                },
            }
        )
    )
    found = read_track(tmp_path)
    assert found.pack == "exercism-python"
    [draft] = found.drafts
    assert draft.name == "square"
    assert 'level = "senior"' in draft.files["exercise.toml"]
    assert draft.files["modules/data.py"] == "P = 2\n"
    assert draft.files["prompt.en.md"].startswith("Square a number.")
    assert {left.name: left.why.id for left in found.refused} == {
        "no-docs": "importing.file-missing",
        "broken": "importing.syntax",
        "half": "importing.file-missing",
    }


ROWS = [
    {
        "task_id": "HumanEval/0",
        "prompt": 'def f(x: int) -> int:\n    """ Square it.\n    >>> f(2)\n    4\n    """\n',
        "entry_point": "f",
        "canonical_solution": "    return x * x\n",
        "test": "METADATA = {}\n\n\ndef check(candidate):\n    assert candidate(2) == 4\n    for i in range(3):\n        assert candidate(i) == i * i\n"
        "    assert True, 'padding'\n\ncheck(f)",
    },
    {
        "task_id": 7,
        "text": "Write a function that adds.",
        "code": "def add(a, b):\r\n    return a + b",
        "test_list": ["assert add(1, 2) == 3", "assert abs(add(0.1, 0.2) - 0.3) < 1e-9"],
    },
    {"id": "no tests", "prompt": "x", "entry_point": "f", "solution": "def f(): pass", "tests": ""},
    {"id": "other name", "prompt": "x", "entry_point": "g", "solution": "def f(): pass", "tests": ["assert g() == 1"]},
    [1],
]


def test_rows(tmp_path: Path) -> None:
    path = tmp_path / "human-eval.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in ROWS) + "\n\nnot json\n")
    found = read_rows(path)
    assert [draft.name for draft in found.drafts] == ["humaneval-0", "human-eval-7"]
    first, second = found.drafts
    assert len(parse(first.files["cases.py"], {"f"}).cases) == 2
    assert first.files["starter.py"].endswith("raise NotImplementedError\n")
    assert first.files["prompt.en.md"].startswith("```python\ndef f")
    assert 'entry = "add"' in second.files["exercise.toml"]
    assert {left.name: (left.line, left.why.id) for left in found.refused} == {
        "no-tests": (3, "importing.field-missing"),
        "other-name": (4, "importing.no-entry"),
        "line-5": (5, "importing.no-row"),
        "line-7": (7, "importing.json"),
    }


SHADOWED = "def check(candidate):\n    for text in ['ab', 'c']:\n        str = text.upper()\n        assert candidate(str) == str\n"
MBPP = [
    {"task_id": "HumanEval/38", "prompt": "def f(s):\n", "entry_point": "f", "canonical_solution": "    return s\n", "test": SHADOWED},
    {
        "task_id": 82,
        "prompt": "Write a function to find the volume of a sphere.",
        "code": "import math\r\ndef volume(r):\r\n  return 4 / 3 * math.pi * r ** 3",
        "test_imports": ["import math as m"],
        "test_list": ["assert m.isclose(volume(10), 4188.79, rel_tol=0.001)"],
    },
]


def test_rows_as_the_well_known_sets_write_them(tmp_path: Path) -> None:
    path = tmp_path / "mbpp.jsonl"
    path.write_text("\n".join(map(json.dumps, MBPP)))
    found = read_rows(path)
    assert not found.refused
    shadowed, sphere = found.drafts
    assert sphere.name == "mbpp-82"
    assert "import math as m" in sphere.files["cases.py"]
    assert "own_str" in shadowed.files["cases.py"]


CONCEPT = """
import unittest
import pytest
from solution import (f)


class VocabTest(unittest.TestCase):
    @pytest.mark.task(taskno=1)
    def test_prefix(self):
        input_data = ['happy', 'manageable']
        result_data = [f'un{item}' for item in input_data]

        for variant, (word, expected) in enumerate(zip(input_data, result_data), start=1):
            with self.subTest(f'variation #{variant}', word=word, expected=expected):
                actual_result = f(word)
                error_message = (f'Called f("{word}"). ')
                self.assertEqual(actual_result, expected, msg=error_message)
"""


def test_variations_that_are_computed_from_others_are_written_out() -> None:
    script, cases = taken(CONCEPT)
    assert not cases.left_out
    assert expected(script, "prefix") == ["unhappy", "unmanageable"]
