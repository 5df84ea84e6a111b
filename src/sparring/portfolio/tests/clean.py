"""Three repositories as good ones look: nothing may be found in them."""

README = """# Tides

Tides reads the water levels that a harbour publishes every ten minutes and warns by mail when a boat would touch ground.

## Install and run

```console
$ pip install .
$ tides --harbour venezia
2026-11-20 06:10  -0.42 m  warning sent
```
"""
PYPROJECT = """[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"

[project]
name = "tides"
version = "0.3.0"
description = "Warns before a boat touches ground"
readme = "README.md"
license = "MIT"
authors = [{ name = "Ada" }]
requires-python = ">=3.11"
dependencies = [DEPS]

[tool.ruff]
line-length = 100

[tool.mypy]
strict = true

[tool.pytest.ini_options]
testpaths = ["tests"]
minversion = "8"
"""
WORKFLOW = """name: tests
on: [push]
jobs:
  tests:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: pip install . pytest mypy ruff
      - run: ruff check
      - run: mypy src
      - run: pytest
"""
LEVELS = '''"""Water levels: reading, and when to warn."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Level:
    """Metres above the chart datum at a moment."""

    moment: str
    metres: float


def read(line: str) -> Level:
    """One line of the harbour's file."""
    moment, metres = line.split(";")
    return Level(moment.strip(), float(metres))


def too_low(levels: list[Level], draught: float, depth: float) -> list[Level]:
    """The levels at which a boat with this draught touches ground."""
    return [level for level in levels if depth + level.metres < draught]


def warn(level: Level, send: "Sender") -> bool:
    """Send one warning; whether it went out."""
    try:
        send(f"{level.moment}: {level.metres:.2f} m")
    except OSError:
        return False
    return True


class Sender:
    """What sends a text."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.sent: list[str] = []

    def __call__(self, text: str) -> None:
        """Keep it, and send it."""
        self.sent.append(text)
'''
TESTS = """from tides.levels import Level, read, too_low, warn


def test_a_line_is_read():
    assert read("06:10; -0.42") == Level("06:10", -0.42)


def test_low_water_is_found():
    assert too_low([Level("06:10", -0.42), Level("12:00", 0.5)], draught=1.2, depth=1.5) == [Level("06:10", -0.42)]


def test_a_failed_mail_is_told():
    def refuse(text):
        raise OSError("no network")

    assert not warn(Level("06:10", -0.42), refuse)
"""
WEB = """from flask import Flask, abort, jsonify

from tides.levels import read

app = Flask(__name__)
LINES = {"venezia": "06:10; -0.42"}


@app.get("/levels/<harbour>")
def levels(harbour: str):
    if harbour not in LINES:
        abort(404)
    level = read(LINES[harbour])
    return jsonify(moment=level.moment, metres=level.metres)
"""
NOTEBOOK = """{"cells": [
 {"cell_type": "markdown", "source": ["# Levels"]},
 {"cell_type": "code", "execution_count": 1, "outputs": [], "source": ["import pandas as pd"]},
 {"cell_type": "code", "execution_count": 2, "outputs": [], "source": ["levels = pd.read_csv(\\"data/levels.csv\\")"]}
], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}"""
IGNORE = ".venv/\n__pycache__/\n.env\n"
DEPENDABOT = "version: 2\nupdates:\n  - package-ecosystem: pip\n    directory: /\n    schedule: {interval: weekly}\n"
BASE = {
    "README.md": README,
    "LICENSE": "MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software.\n",
    "pyproject.toml": PYPROJECT.replace("DEPS", ""),
    ".github/workflows/tests.yml": WORKFLOW,
    ".github/dependabot.yml": DEPENDABOT,
    ".gitignore": IGNORE,
    "src/tides/__init__.py": "",
    "src/tides/levels.py": LEVELS,
    "tests/test_levels.py": TESTS,
}


def grown(files):
    """The files, as they came: five commits that say what they do."""
    parts = [
        ("Say what it does and how to run it", ("README.md", "LICENSE", ".gitignore")),
        ("Declare the package and its tools", ("pyproject.toml",)),
        ("Read levels and find those that are too low", ("src/tides/__init__.py", "src/tides/levels.py")),
        ("Test reading, low water and a failed mail", ("tests/test_levels.py",)),
    ]
    named = {name for _, names in parts for name in names}
    commits = [(message, {name: files[name] for name in names if name in files}) for message, names in parts]
    return [*commits, ("Run the tests at every push", {name: content for name, content in files.items() if name not in named})]


LIBRARY = grown(BASE)
SERVICE = grown(
    {
        **BASE,
        "pyproject.toml": PYPROJECT.replace("DEPS", '"flask>=3"'),
        "src/tides/web.py": WEB,
        "tests/test_web.py": "from tides.web import app\n\n\ndef test_unknown_harbour():\n    assert app.test_client().get('/levels/nowhere').status_code == 404\n",
    }
)
ANALYSIS = grown(
    {
        **BASE,
        "pyproject.toml": PYPROJECT.replace("DEPS", '"pandas"'),
        "notebooks/levels.ipynb": NOTEBOOK,
        "src/tides/table.py": "import pandas as pd\n\n\ndef lowest(levels: pd.DataFrame) -> float:\n    return float(levels['metres'].min())\n",
        "data/levels.csv": "moment;metres\n06:10;-0.42\n12:00;0.5\n",
    }
)
