# ruff: noqa: E501 - each flaw is one line, with the file that holds it
"""Planted flaws are found, by name and place; nothing is found in clean repositories."""

import json
import re

import pytest

from sparring.core.evidence import Places
from sparring.portfolio.checks import secrets
from sparring.portfolio.exports import as_json
from sparring.portfolio.tests import clean
from sparring.words import words

KEY = "AKIA" + "Q3EGRT5OZX7JKLMN"
SECRET = "kV2mZ8qP1xR7tY4wB9nL3" + "cD6fG0hJ5sA+uE/iOpK"
PASSWORD = "Tram0nto-" + "sul-Garda!"
BLOB = b"\1\0" * 200_000
PEOPLE = "nome;cf\nMario;RSSMRA80A01H501U\n"
MAILS = "\n".join(f"cliente{n}@libero{n}.it;{n}" for n in range(30))


def notebook(**cell):
    return json.dumps(
        {"cells": [{"cell_type": "code", "execution_count": 1, "outputs": [], "source": [], **cell}], "metadata": {}, "nbformat": 4}
    )


def without(*names):
    return clean.grown({name: content for name, content in clean.BASE.items() if name not in names})


def plus(**files):
    return clean.grown({**clean.BASE, **{name.replace("__", "/").replace("_PY", ".py"): text for name, text in files.items()}})


def changed(name, text):
    return clean.grown({**clean.BASE, name: text})


def module(text):
    return changed("src/tides/more.py", text)


FLAWS = {
    "readme": (without("README.md"), ""),
    "readme-says-what": (changed("README.md", "# Tides\n\nMy project.\n\n## Install and run\n\n```console\n$ pip install .\n$ tides --harbour venezia\n```\n\n- fast\n- small\n- a lot of other words in a list that say nothing of it\n"), "README.md"),
    "readme-says-how": (changed("README.md", "# Tides\n\nTides reads the water levels that a harbour publishes and warns by mail when a boat would touch ground.\n\n![warning](warning.png)\n"), "README.md"),
    "readme-shows": (changed("README.md", "# Tides\n\nTides reads the water levels that a harbour publishes and warns by mail when a boat would touch ground.\n\n    pip install .\n"), "README.md"),
    "readme-template": (changed("README.md", clean.README + "\nTo make it easy for you to get started with GitLab, here's a list.\n"), "README.md"),
    "licence": (without("LICENSE"), ""),
    "tests": (without("tests/test_levels.py"), ""),
    "tests-assert": (changed("tests/test_more.py", "from tides.levels import read\n\n\ndef test_read():\n    read('06:10; 1')\n"), "tests/test_more.py"),
    "tests-reach": (module("def step(n: int) -> int:\n" + "".join(f"    n += {k}\n" for k in range(50)) + "    return n\n"), "src/tides/more.py"),
    "ci": (without(".github/workflows/tests.yml"), ""),
    "ci-tests": (changed(".github/workflows/tests.yml", "name: lint\non: [push]\njobs:\n  lint:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ruff check\n"), ".github/workflows/tests.yml"),
    "linter": (clean.grown({**clean.BASE, "pyproject.toml": clean.PYPROJECT.replace("DEPS", "").replace("[tool.ruff]\nline-length = 100\n", ""), ".github/workflows/tests.yml": "on: [push]\njobs:\n  t:\n    steps:\n      - run: pytest\n"}), ""),
    "types": (module("".join(f"def step{k}(a, b, c):\n    return a + b + c + {k}\n\n\n" for k in range(12))), ""),
    "syntax": (module("def broken(:\n    pass\n"), "src/tides/more.py"),
    "swallowed-errors": (module("def load(path: str) -> str:\n    try:\n        return open(path).read()\n    except:\n        pass\n    return ''\n"), "src/tides/more.py"),
    "mutable-default": (module("def add(item: int, items: list[int] = []) -> list[int]:\n    items.append(item)\n    return items\n"), "src/tides/more.py"),
    "undefined-names": (module("def total() -> int:\n    return sum(prices)\n"), "src/tides/more.py"),
    "sql-injection": (module("def find(cursor: object, name: str) -> object:\n    return cursor.execute(f\"SELECT * FROM boats WHERE name = '{name}'\")\n"), "src/tides/more.py"),
    "bare-except": (module("def load(path: str) -> str:\n    try:\n        return open(path).read()\n    except:\n        return ''\n"), "src/tides/more.py"),
    "read-before-set": (module("def step() -> int:\n    total = step + 1\n    step = total\n    return step\n"), "src/tides/more.py"),
    "runs-text": (module("def price(text: str) -> object:\n    return eval(text)\n"), "src/tides/more.py"),
    "shell": (module("import os\n\n\ndef show(name: str) -> None:\n    os.system('ls ' + name)\n    os.system('clear')\n"), "src/tides/more.py"),
    "pickle": (module("import pickle\n\n\ndef load(text: bytes) -> object:\n    return pickle.loads(text)\n"), "src/tides/more.py"),
    "unsafe-yaml": (clean.grown({**clean.BASE, "pyproject.toml": clean.PYPROJECT.replace("DEPS", '"pyyaml"'), "src/tides/more.py": "import yaml\n\n\ndef load(text: str) -> object:\n    return yaml.load(text, Loader=yaml.Loader)\n"}), "src/tides/more.py"),
    "debug-on": (clean.grown({**clean.BASE, "pyproject.toml": clean.PYPROJECT.replace("DEPS", '"flask"'), "src/tides/web.py": clean.WEB + "\n\napp.run(debug=True)\n"}), "src/tides/web.py"),
    "unverified-tls": (clean.grown({**clean.BASE, "pyproject.toml": clean.PYPROJECT.replace("DEPS", '"requests"'), "src/tides/more.py": "import requests\n\n\ndef get(url: str) -> str:\n    return requests.get(url, timeout=3, verify=False).text\n"}), "src/tides/more.py"),
    "no-timeout": (clean.grown({**clean.BASE, "pyproject.toml": clean.PYPROJECT.replace("DEPS", '"requests"'), "src/tides/more.py": "import requests\n\n\ndef get(url: str) -> str:\n    return requests.get(url).text\n"}), "src/tides/more.py"),
    "weak-hash": (module("import hashlib\n\n\ndef digest(text: bytes) -> str:\n    return hashlib.md5(text).hexdigest()\n"), "src/tides/more.py"),
    "project-file": (without("pyproject.toml"), ""),
    "dependencies-declared": (module("import requests\n\n\ndef get(url: str) -> str:\n    return requests.get(url, timeout=3).text\n"), "src/tides/more.py"),
    "dependencies-used": (clean.grown({**clean.BASE, "pyproject.toml": clean.PYPROJECT.replace("DEPS", '"flask", "pandas"'), "src/tides/web.py": clean.WEB}), "pyproject.toml"),
    "secrets": ([*clean.LIBRARY, ("Read the bucket", {"src/tides/aws.py": f'AWS_ACCESS_KEY_ID = "{KEY}"\nAWS_SECRET_ACCESS_KEY = "{SECRET}"\n'}), ("Take the keys out", {"src/tides/aws.py": None})], "src/tides/aws.py"),
    "secrets in settings": ([*clean.LIBRARY, ("Configure it", {"config/prod.yaml": f"db: postgres://tides:{PASSWORD}@db.tides.io/tides\nmail:\n  password: {PASSWORD[::-1]}\n"})], "config/prod.yaml"),
    "secrets, one for long": ([*clean.LIBRARY, *[(f"Set limit {n}", {"src/tides/conf.py": "LIMIT = 1\n" * n + f'DB_PASSWORD = "{PASSWORD}"\n'}) for n in range(3)]], "src/tides/conf.py"),
    "env-file": ([*clean.LIBRARY, ("Configure", {".env": "DB_PASSWORD=hunter2\n"}), ("Remove it", {".env": None})], ".env"),
    "personal-data": ([*clean.LIBRARY, ("Import customers", {"data/clienti.csv": PEOPLE}), ("Remove them", {"data/clienti.csv": None})], "data/clienti.csv"),
    "messages": ([(message, files) for message, (_, files) in zip(["update", "fix", "wip", "update", "asd"], clean.LIBRARY, strict=True)], ""),
    "steps": ([("First version of the tide warnings", clean.BASE)], ""),
    "generated-files": (changed("src/tides/__pycache__/levels.cpython-312.pyc", b"\0\1\2"), "src/tides/__pycache__/"),
    "big-files": ([*clean.LIBRARY, ("Add the model", {"model.bin": b"\1" * 6_000_000}), ("Keep it elsewhere", {"model.bin": None})], "model.bin"),
    "gitignore": (without(".gitignore"), ""),
    "merge-leftovers": (changed("docs/notes.md", "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n"), "docs/notes.md"),
    "notebook-order": (changed("n.ipynb", json.dumps({"cells": [{"cell_type": "code", "execution_count": n, "outputs": [], "source": []} for n in (3, 1, 2)]})), "n.ipynb"),
    "notebook-outputs": (changed("n.ipynb", notebook(outputs=[{"data": {"image/png": "A" * 300_000}}])), "n.ipynb"),
    "notebook-outputs-some": (changed("n.ipynb", notebook(outputs=[{"output_type": "execute_result", "data": {"text/html": "<table>Mario</table>"}}])), "n.ipynb"),
    "notebook-failed": (changed("n.ipynb", notebook(outputs=[{"output_type": "error", "ename": "KeyError", "evalue": "'metres'"}])), "n.ipynb"),
    "notebook-paths": (changed("n.ipynb", notebook(source=["open('/home/ada/levels.csv')"])), "n.ipynb"),
}  # fmt: skip


SCANNED = ("secrets", "env-file", "personal-data")
FIRST = [pytest.param(name, name in SCANNED, id=name) for name in FLAWS]
WITH_THE_SCANNER = [pytest.param(name, True, id=f"{name} scanned", marks=pytest.mark.prove) for name in FLAWS if name not in SCANNED]
COUNTED = {"swallowed-errors": 1, "shell": 1, "secrets": 2, "secrets in settings": 2, "secrets, one for long": 1}


@pytest.mark.parametrize(("name", "scanned"), FIRST + WITH_THE_SCANNER)
def test_a_planted_flaw_is_found_at_its_place_and_no_other(audited, name, scanned):
    commits, place = FLAWS[name]
    wrong = {finding.criterion: finding for finding in audited(commits, scanned=scanned).findings if finding.ok is False}
    planted, name = name, re.split("[ ,]", name)[0]
    assert name in wrong
    assert wrong[name].message.params.get("count") == COUNTED.get(planted, wrong[name].message.params.get("count"))
    if place:
        evidence = wrong[name].evidence
        assert isinstance(evidence, Places)
        assert place in {row.file for row in evidence.rows}
    for language in ("en", "it"):
        assert not [told for finding in wrong.values() if "{" in (told := words(language).say(finding.message))]
    assert set(wrong) <= {name, *COMES_ALONG.get(name, ())}


COMES_ALONG = {
    "readme": {"guides"},
    "ci": {"guides"},
    "linter": {"guides"},
    "project-file": {"linter", "type-checker"},
    "tests": {"tests-reach"},
    "readme-says-how": {"readme-shows"},
    "syntax": {"types"},
}
"""What one flaw makes true of its own accord."""


@pytest.mark.parametrize("commits", [clean.LIBRARY, clean.SERVICE, clean.ANALYSIS], ids=["library", "service", "analysis"])
def test_nothing_is_found_in_a_clean_repository(audited, commits):
    found = audited(commits, scanned=True)
    assert [finding.criterion for finding in found.findings if finding.ok is not True] == []
    assert len([finding for finding in found.findings if finding.ok]) > 12


TEST_TOOL = "import pytest\n\n\n" + clean.TESTS
DEVELOPERS = {
    "groups": ("pyproject.toml", clean.PYPROJECT + '\n[dependency-groups]\ndev = ["pytest>=8"]\n'),
    "extras": ("pyproject.toml", clean.PYPROJECT + '\n[project.optional-dependencies]\ndev = ["pytest>=8"]\n'),
    "poetry": ("pyproject.toml", clean.PYPROJECT + '\n[tool.poetry.group.dev.dependencies]\npytest = "^8"\n'),
    "requirements": ("requirements-dev.txt", "pytest>=8\n"),
    "tox": ("tox.ini", "[testenv]\ndeps =\n    pytest\ncommands = pytest\n"),
    "nox": ("noxfile.py", "import nox\n\n\n@nox.session\ndef tests(session: nox.Session) -> None:\n    session.install('pytest')\n"),
}


NONE = ("dependencies = []", "")
PLACES = [
    pytest.param(where, none, marks=[] if number % 2 == say else pytest.mark.prove)
    for number, where in enumerate(DEVELOPERS)
    for say, none in enumerate(NONE)
]


@pytest.mark.parametrize(("where", "none"), PLACES)
def test_what_tests_need_may_be_declared_wherever_developers_look(audited, monkeypatch, where, none):
    monkeypatch.setattr(secrets, "_scanner", lambda: None)  # it takes longer than all other checks, and looks at nothing of this
    path, text = DEVELOPERS[where]
    files = {**clean.BASE, path: text, "tests/test_levels.py": TEST_TOOL}
    files["pyproject.toml"] = files["pyproject.toml"].replace("dependencies = [DEPS]", none)
    wrong = {finding.criterion: finding for finding in audited(clean.grown(files)).findings if finding.ok is False}
    told = words("en").say(wrong["dependencies-declared"].message) if "dependencies-declared" in wrong else ""
    assert "pytest" not in told


def test_what_nobody_declares_is_still_told(audited):
    found = audited(changed("tests/test_levels.py", TEST_TOOL)).findings
    assert [finding.ok for finding in found if finding.criterion == "dependencies-declared"] == [False]


def test_what_does_harm_comes_first_then_holes_then_tests_before_papers(audited):
    code = "import yaml\n\n\ndef price(text: str) -> object:\n    return eval(text), yaml.load(text, Loader=yaml.Loader)\n"
    files = {
        "README.md": "# x\n",
        "src/shop/more.py": code,
        ".env": "DB_PASSWORD=hunter2\n",
        "data/clienti.csv": PEOPLE,
        "src/shop/aws.py": KEYS,
    }
    order = [finding.criterion for finding in audited([("wip", files)], scanned=True).repairs]
    assert set(order[:3]) == {"secrets", "env-file", "personal-data"}
    assert set(order[3:5]) == {"runs-text", "unsafe-yaml"}
    assert order.index("tests") < min(order.index("licence"), order.index("gitignore"))


@pytest.mark.parametrize(
    ("declared", "files", "told"),
    [
        ('"flask", "redis"', {}, ("seen", "redis")),
        (
            '"flask", "gunicorn", "psycopg2-binary"',
            {"Dockerfile": "CMD gunicorn app:app\n", "src/tides/db.py": "URL = 'postgresql://db/tides'\n"},
            ("ok", ""),
        ),
        ('"flask", "gunicorn"', {"README.md": clean.README + "\nOnce it was served by gunicorn.\n"}, ("seen", "gunicorn")),
    ],
)
def test_a_package_that_nothing_shows_in_use_is_neither_praised_nor_blamed(audited, declared, files, told):
    changed = {"pyproject.toml": clean.PYPROJECT.replace("DEPS", declared), "src/tides/web.py": clean.WEB}
    found = {finding.criterion: finding for finding in audited(clean.grown({**clean.BASE, **changed, **files})).findings}
    assert found["dependencies-used"].message.id == f"portfolio.dependencies-used.{told[0]}"
    unseen = found.get("dependencies-unseen")
    assert (unseen.message.params["names"] if unseen else "") == told[1]


def test_an_old_repository_is_told_its_age(audited):
    found = audited(clean.LIBRARY, days_ago=900)
    assert [finding.criterion for finding in found.repairs] == ["recent"]


def test_addresses_and_binary_files_are_told_however_few_and_of_a_middling_size(audited):
    files = {"data/list.txt": MAILS, "data/list.csv": MAILS[:80], "n.ipynb": notebook(outputs=[{"text": MAILS[:80]}]), "dump.bin": BLOB}
    wrong = {finding.criterion: {row.file for row in finding.evidence.rows} for finding in audited(clean.grown(clean.BASE | files)).repairs}
    assert wrong.pop("notebook-outputs-some") == {"n.ipynb"}
    assert wrong == {"personal-data": {"data/list.txt", "data/list.csv", "n.ipynb"}, "big-files": {"dump.bin"}}


def test_what_only_the_author_can_tell_is_told_to_be_looked_at_and_what_is_nobodys_is_not(audited):
    looked = {"data/one.csv": MAILS[:30], "data/some.yaml": MAILS[:100], "tests/login.py": f'PASSWORD = "{PASSWORD}"\n'}
    nobodys = {"package.json": MAILS, "AUTHORS.txt": MAILS, "data/contatti.csv": "info@comune.it;support@comune.it;privacy@comune.it"}
    figure = notebook(outputs=[{"output_type": "display_data", "data": {"image/png": "A" * 900, "text/plain": "<Figure>"}}])
    pictures = {"n.ipynb": figure, "docs/picture.png": BLOB, "tests/fixtures/sample.bin": BLOB + b"2"}
    found = audited(clean.grown(clean.BASE | looked | nobodys | pictures), scanned=True)
    findings = [finding for finding in found.findings if finding.ok is not True]
    assert len(as_json(found, words("en"))["findings"]) == len(found.findings)
    told = {finding.criterion: {row.file for row in finding.evidence.rows} for finding in findings if finding.ok is None}
    assert told == {"personal-data-few": {"data/one.csv", "data/some.yaml"}, "secrets-maybe": {"tests/login.py"}}
    assert len(findings) == len(told)


def test_two_queries_over_the_same_tables_are_asked_about_once(audited):
    query = "(c: object) -> object:\n    return c.execute('SELECT name FROM boats')\n\n\n"
    code = "".join(f"def q{n}{query}" for n in range(3))
    asked = [question for question in audited(module(code)).questions if question.sort == "query"]
    assert len(asked) == 1


def test_a_secret_is_never_shown(audited):
    commits, _ = FLAWS["secrets"]
    told = str(audited(commits, scanned=True))
    assert KEY[5:] not in told
    assert SECRET not in told


KEYS = f'AWS_ACCESS_KEY_ID = "{KEY}"\nAWS_SECRET_ACCESS_KEY = "{SECRET}"\n'
CUSTOMERS = "mail;cf\n" + "".join(f"cliente{n}@libero{n}.it;RSSMRA80A01H501U\n" for n in range(30_000))


@pytest.mark.parametrize(
    ("name", "path", "text"),
    [
        ("secrets", "src/latest/settings.py", KEYS),
        ("personal-data", "anagrafica_latest.csv", PEOPLE),
        ("personal-data", "clienti.csv", CUSTOMERS),
        ("personal-data", "export.csv", PEOPLE.encode("utf-16")),
    ],
)
def test_a_word_in_a_name_and_a_large_file_hide_nothing(audited, name, path, text):
    wrong = {
        finding.criterion: finding for finding in audited(changed(path, text), scanned=name == "secrets").findings if finding.ok is False
    }
    assert path in {row.file for row in wrong[name].evidence.rows}


@pytest.mark.parametrize(("name", "path", "text"), [("secrets", "tests/conf.py", KEYS), ("personal-data", "docs/people.csv", PEOPLE)])
def test_what_stands_among_tests_and_examples_is_told_to_be_looked_at(audited, name, path, text):
    findings = {finding.criterion: finding for finding in audited(changed(path, text), scanned=name == "secrets").findings}
    assert findings[name].ok
    told = findings[f"{name}-maybe"]
    assert told.ok is None
    assert path in words("it").say(told.message)


def test_a_file_too_large_to_look_into_is_no_clean_one(audited, monkeypatch):
    monkeypatch.setattr(secrets, "MOST_FILE", 1000)
    told = next(finding for finding in audited(changed("all.csv", "x" * 2000)).findings if finding.criterion == "personal-data")
    assert told.ok is None
    assert "all.csv" in words("en").say(told.message)
