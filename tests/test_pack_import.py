"""`pack import`: problems written for elsewhere become exercises that are proved, graded and listed; what cannot is told."""

import json

import pytest

from tests.terminal import sparring

ACCOUNT = """import threading


class Account:
    def __init__(self):
        self.balance = 0.0

    def deposit(self, amount):
        self.balance += amount
"""
TESTS = """import threading
import unittest
from pathlib import Path

from account import Account

HERE = Path(__file__).parent


class AccountTest(unittest.TestCase):
    def setUp(self):
        self.account = Account()
        self.rows = [(10, 10), (5, 15)]

    def test_rows(self):
        for amount, balance in self.rows:
            with self.subTest(amount=amount):
                self.account.deposit(amount)
                self.assertEqual(self.account.balance, balance)

    def test_file(self):
        self.account.deposit(len((HERE / "amounts.txt").read_text()))
        self.assertEqual(self.account.balance, 7)

    def test_new(self):
        self.assertEqual(self.account.balance, 0)

    def test_deposits(self):
        for amount, balance in [(10, 10), (5, 15)]:
            with self.subTest(amount=amount):
                self.account.deposit(amount)
                self.assertEqual(self.account.balance, balance)

    def test_text(self):
        with self.assertRaises(TypeError):
            self.account.deposit("ten")

    def test_threads(self):
        thread = threading.Thread(target=self.account.deposit, args=(1,))
        thread.start()
        thread.join()
        self.assertEqual(self.account.balance, 1)
"""


@pytest.fixture
def track(tmp_path):
    folder = tmp_path / "track" / "exercises" / "practice" / "account"
    files = {".meta/example.py": ACCOUNT, "account.py": "class Account:\n    pass\n", "account_test.py": TESTS}
    for name, text in {**files, ".meta/config.json": "{}", ".docs/instructions.md": "# Instructions\n\nAn account.\n"}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    return tmp_path / "track"


def test_a_track_becomes_a_pack_of_ones_own(data, track, tmp_path):
    done = sparring("pack", "import", "exercism", str(track), "--json")
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)
    assert found["imported"] == ["account"]
    assert [left["name"] for left in found["left_out"]] == ["AccountTest.test_file", "account: threads"]
    assert sparring("pack", "check", found["pack"]).returncode == 0
    solution = tmp_path / "solution.py"
    solution.write_text(ACCOUNT)
    assert sparring("grade", "exercism-python:account", str(solution)).returncode == 0
    again = sparring("pack", "import", "exercism", str(track), "--json")
    assert again.returncode == 2


def test_rows_become_a_pack_and_what_its_own_solution_fails_is_refused(data, tmp_path):
    rows = [
        {
            "id": "add",
            "prompt": "Add.",
            "entry_point": "add",
            "solution": "def add(a, b):\n    return a + b",
            "tests": ["assert add(1, 2) == 3"],
        },
        {
            "id": "sub",
            "prompt": "Subtract.",
            "entry_point": "sub",
            "solution": "def sub(a, b):\n    return a + b",
            "tests": ["assert sub(3, 2) == 1"],
        },
    ]
    path = tmp_path / "mine.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows))
    done = sparring("pack", "import", "jsonl", str(path), "--to", str(tmp_path / "out"), "--json")
    found = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert found["imported"] == ["add"]
    assert [row["name"] for row in found["refused"]] == ["sub"]
    assert sorted(path.name for path in (tmp_path / "out/exercises/solve").iterdir()) == ["add"]


@pytest.mark.parametrize("source", ["exercism", "jsonl", "leetcode"])
def test_nothing_there_is_wrong_usage(data, tmp_path, source):
    assert sparring("pack", "import", source, str(tmp_path / "nowhere")).returncode == 2
