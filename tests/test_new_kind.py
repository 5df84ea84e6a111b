"""A new kind of exercise is one new folder: nothing else is touched, and taking it away leaves nothing."""

import json
import os
import shutil
import subprocess
import sys

from tests.conftest import ROOT

KIND = '''"""The candidate repeats a word."""

from sparring.core.answer import Answer
from sparring.core.evidence import Passage
from sparring.core.text import Message
from sparring.core.verdict import Finding, Outcome, Status, Verdict
from sparring.kinds.format import Header, Reader, exercise, prose_slot
from sparring.kinds.reading import read_parts


class EchoFile(Header):
    word: str


class Echo:
    id = "echo"

    def load(self, folder):
        reader = Reader(folder.path, folder.languages)
        table = reader.table("exercise.toml", EchoFile)
        return exercise(folder, table, reader, slots=(prose_slot(),), spec=table.word) if table else tuple(reader.problems)

    def read(self, exercise, raw):
        return read_parts(exercise, raw)

    def run(self, exercise, answer, tools):
        return self.grade(exercise, answer, tools)

    def grade(self, exercise, answer, tools):
        ok = answer.prose().text.strip() == exercise.spec
        finding = Finding("echo", ok, Message("echo.said", {"word": exercise.spec}), Passage(answer.prose().text))
        outcome = Outcome.CORRECT if ok else Outcome.INCORRECT
        return Verdict(outcome, Status.PASSED if ok else Status.WRONG_ANSWER, float(ok), ok, (finding,), finding.message)

    def prove(self, exercise, tools):
        return []


KIND = Echo()
'''
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "echo.said"\nmsgstr "{text}"\n'


def test_a_new_kind_is_one_new_folder(data, tmp_path):
    copy = tmp_path / "src" / "sparring"
    shutil.copytree(ROOT / "src" / "sparring", copy, ignore=shutil.ignore_patterns("tests"))
    room = copy / "kinds" / "echo"
    (room / "locale").mkdir(parents=True)
    (room / "__init__.py").write_text(KIND)
    (room / "locale" / "en.po").write_text(PO.replace("{text}", "The word was {word}."))
    (room / "locale" / "it.po").write_text(PO.replace("{text}", "La parola era {word}."))
    pack = tmp_path / "packs" / "core"
    folder = pack / "exercises" / "echo" / "hello"
    folder.mkdir(parents=True)
    (pack / "pack.toml").write_text('id = "core"\nlanguages = ["en"]\n')
    (folder / "exercise.toml").write_text('kind = "echo"\nword = "hello"\n[title]\nen = "Say it"\n')
    (folder / "prompt.en.md").write_text("Say hello.")
    listing = run(tmp_path, "list", "--json")
    assert [row["kind"] for row in json.loads(listing.stdout)] == ["echo"]
    verdict = run(tmp_path, "grade", "hello", "-", "--json", "--no-store", "--lang", "it", stdin="hello")
    assert verdict.returncode == 0, verdict.stderr
    assert json.loads(verdict.stdout)["summary"] == "La parola era hello."
    assert run(tmp_path, "pack", "check", str(pack)).returncode == 0
    shutil.rmtree(room)
    assert "echo" in run(tmp_path, "pack", "check", str(pack)).stdout
    assert json.loads(run(tmp_path, "list", "--json").stdout) == []


def run(root, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(root / "src"), "SPARRING_PACKS": str(root / "packs")}
    command = [sys.executable, "-m", "sparring.cli", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False, env=env, cwd=root)
