"""What a start loads: the first question and the first page are there before anything heavy is. No clock: which modules are loaded decides, and they can be named."""

import subprocess
import sys

import pytest

from tests.terminal import sparring

HEAVY = {"genanki", "icalendar", "numpy", "packaging", "ruff", "snowballstemmer", "wasmtime", "yaml"}
"""Other people's code that belongs to one part of the program."""
QUIET = """
import atexit, sys
atexit.register(lambda: print("LOADED", *sys.modules, file=sys.stderr))
"""


def loaded(source: str, stdin: str = "") -> set[str]:
    """The modules that a fresh Python has loaded after `source`."""
    ran = subprocess.run([sys.executable, "-c", QUIET + source], input=stdin, capture_output=True, text=True, check=False)
    told = [line for line in ran.stderr.splitlines() if line.startswith("LOADED ")]
    assert ran.returncode == 0, ran.stderr
    return set(told[0].split()[1:])


def run(*arguments: str, stdin: str = "") -> set[str]:
    """The same of `sparring ARGUMENTS`."""
    return loaded(f"from sparring.cli.main import main\nsys.argv = {['sparring', *arguments]!r}\nmain()\n", stdin)


def kinds(modules: set[str]) -> set[str]:
    """The kinds that were loaded."""
    return {name.split(".")[2] for name in modules if name.startswith("sparring.kinds.")} - {"format", "kind"}


@pytest.fixture
def kept(data):
    """The packs are kept as they were read, as after any first start."""
    assert sparring("list", "--json").returncode == 0


@pytest.mark.usefixtures("kept")
def test_a_list_loads_neither_the_database_nor_a_kind():
    found = run("list", "--json")
    assert "sparring.content.kept" in found
    assert not {name.partition(".")[0] for name in found} & {*HEAVY, "django", "markdown_it", "pygments", "uvicorn"}
    assert not kinds(found)


@pytest.mark.usefixtures("kept")
def test_the_first_question_loads_neither_engine_nor_kinds_nor_what_answers_requests():
    assert sparring("interview", "start", stdin=b"q\n").returncode == 0, "the database is made"
    found = run("interview", "start", stdin="q\n")
    assert "sparring.cli.table" in found
    assert not {name.partition(".")[0] for name in found} & {*HEAVY, "uvicorn"}
    assert not found & {"django.core.management", "django.http", "django.urls"}
    assert not found & {"sparring.language.adverts", "sparring.language.points", "sparring.judge.judge", "sparring.judge.cases"}
    assert not kinds(found)


def test_the_page_answers_before_what_one_of_its_corners_needs_is_loaded(data):
    source = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "sparring.config.settings"
from django.apps import apps
from django.conf import settings
apps.populate(settings.INSTALLED_APPS)
import sparring.web.server
from django.urls import get_resolver
get_resolver().url_patterns
import sparring.web.pages
"""
    found = loaded(source)
    assert "sparring.web.views.interviews" in found
    assert not {name.partition(".")[0] for name in found} & HEAVY
    assert "pygments.lexers.python" not in found
