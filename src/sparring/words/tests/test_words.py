import ast
import errno
import os
import re
import sqlite3
import string
from contextlib import closing
from datetime import date
from pathlib import Path

import polib
import pytest

from sparring.core.text import LANGUAGES, Message, Text
from sparring.core.verdict import Dimension, Outcome, Status
from sparring.words import ROOT, Words, words

ID = re.compile(r"[a-z]+\.[a-z][a-z0-9.-]*")
SAYERS = {"Message", "words", "say", "report", "problem", "_problem", "section", "speaking"}


def catalogues(language: str) -> dict[str, polib.POEntry]:
    return {entry.msgid: entry for path in ROOT.glob(f"**/locale/{language}.po") for entry in polib.pofile(str(path))}


def said_in_the_code() -> dict[str, str]:
    """Every message id that stands as a literal first or second argument of something that speaks, with the file it is in."""
    found = {}
    for path in ROOT.glob("**/*.py"):
        if {"tests", "samples", "new_pack"} & set(path.parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in SAYERS:
                for argument in node.args[:2]:
                    if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and ID.fullmatch(argument.value):
                        found[argument.value] = path.name
    return {key: file for key, file in found.items() if not key.endswith((".py", ".toml", ".md"))}


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_its_words(language):
    known = catalogues(language)
    computed = [f"outcome.{outcome}" for outcome in Outcome] + [f"dimension.{dimension}" for dimension in Dimension]
    bad = (Status.WRONG_ANSWER, Status.EXCEPTION, Status.TIME_LIMIT, Status.MEMORY_LIMIT, Status.OUTPUT_LIMIT, Status.FORBIDDEN)
    computed += [f"solve.summary-{status}" for status in bad]
    missing = {key: file for key, file in said_in_the_code().items() if key not in known}
    assert not missing
    assert [key for key in computed if key not in known] == []


def test_both_languages_say_the_same_things_with_the_same_blanks():
    english, italian = catalogues("en"), catalogues("it")
    assert english.keys() == italian.keys()
    for key, entry in english.items():
        *singular, (one, other) = zip(_texts(entry), _texts(italian[key]), strict=True)
        assert one
        assert other
        assert _blanks(one) == _blanks(other), key
        for one, other in singular:  # "One case": its number may be said in words
            assert one
            assert other
            assert _blanks(one) - {"count"} == _blanks(other) - {"count"}, key


def _texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_plurals_and_numbers_are_as_the_language_writes_them():
    assert words("en").say(Message("solve.cases-fail", {"count": 1, "total": 1200})) == "One case of 1,200 fails."
    assert words("it").say(Message("solve.cases-fail", {"count": 2, "total": 1200})) == "2 casi su 1.200 falliscono."
    assert words("it").number(1234.5, 1) == "1.234,5"
    assert [words("it").took(ms) for ms in (0.04, 616.1, 12_428.2)] == ["1 ms", "616 ms", "12,4 s"]


@pytest.mark.parametrize(("language", "said"), [("en", "no such file or folder"), ("it", "il file o la cartella non esiste")])
def test_what_the_system_says_of_a_file_is_said_in_our_words(language, said):
    message = Message("records.no-folder", {"path": "/x", "why": os.strerror(errno.ENOENT)})
    assert said in words(language).say(message)
    assert "Exec format error." in words(language).of_system("Exec format error."), "only what is the system's whole sentence"
    named = Message("records.no-folder", {"path": os.strerror(errno.ENOENT), "why": "x"})
    assert os.strerror(errno.ENOENT) in words(language).say(named), "only where a reason is told"


@pytest.mark.parametrize(
    ("language", "said"), [("en", ["the disk is full", "can only be read"]), ("it", ["il disco è pieno", "si può solo leggere"])]
)
def test_what_the_database_says_of_its_file_is_said_in_our_words(tmp_path, language, said):
    with closing(sqlite3.connect(tmp_path / "x.sqlite3")) as database:
        database.execute("CREATE TABLE t (x)")
        told = []
        for limit, statement in (("max_page_count = 1", "INSERT INTO t VALUES (zeroblob(1 << 20))"), ("query_only = 1", "DELETE FROM t")):
            database.execute(f"PRAGMA {limit}")
            with pytest.raises(sqlite3.OperationalError) as refused:
                database.execute(statement)
            told.append(words(language).say(Message("records.cannot-write", {"why": str(refused.value)})))
    assert all(ours in sentence for ours, sentence in zip(said, told, strict=True))


def test_nothing_is_lost_where_words_are_missing():
    assert words("en").say(Message("no.such-thing", {"n": 1})) == "no.such-thing (n=1)"
    assert "(interview {id})" in words("en").say(Message("table.paused"))
    assert words("it").say(Text("only English")) == "only English"


def test_the_rooms_that_speak_are_read():
    assert {path.parent.name for path in Path(ROOT).glob("**/locale")} >= {"cli", "solve", "explain", "predict", "report"}


@pytest.mark.parametrize(
    ("typed", "line", "expected"),
    [
        ("", "Run `sparring web`, or `sparring plan check FILE`.", "Run `sparring web`, or `sparring plan check FILE`."),
        ("python3 dev.py start", "Run `sparring web`, or “sparring web”.", "Run `python3 dev.py start`, or “python3 dev.py start”."),
        (
            r"py C:\me\dev.py start",
            "`sparring install english`; sparring runs.",
            r"`py C:\me\dev.py start install english`; sparring runs.",
        ),
        ("x", "`sparring` and `sparring-web`", "`x` and `sparring-web`"),
    ],
)
def test_a_command_is_named_as_the_person_at_hand_types_it(tmp_path, monkeypatch, typed, line, expected):
    monkeypatch.setenv("SPARRING_START", typed)
    (tmp_path / "en.po").write_text(f'msgid "a.b"\nmsgstr "{line}"\n')
    assert Words("en", (tmp_path,))("a.b") == expected


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("è il 88 % del totale", "è l'88 % del totale"),
        ("Il 8 % e il 11 %", "L'8 % e l'11 %"),
        ("cresce del 1 %, dal 80 % al 85,5 %", "cresce dell'1 %, dall'80 % all'85,5 %"),
        ("nel 18 % dei casi, il 10 %", "nel 18 % dei casi, il 10 %"),
        ("il 8 maggio 2026, il 18 maggio", "l'8 maggio 2026, il 18 maggio"),
    ],
)
def test_italian_articles_are_elided_before_a_figure_that_begins_with_a_vowel(tmp_path, sentence, said):
    (tmp_path / "it.po").write_text(f'msgid "a"\nmsgstr "{sentence}"\n')
    assert Words("it", (tmp_path,))("a") == said


def test_days_are_written_as_people_do():
    assert [words(language).day(date(2026, 11, 29)) for language in LANGUAGES] == ["29 November 2026", "29 novembre 2026"]
    assert words("it").day(date(2026, 5, 1)) == "1º maggio 2026"


BROKEN = (
    "def f(:\n", "x = (1\n", "x = 1)\n", "x = (1]\n", "x = (\n1]\n", "if x\n    y\n", "if x:\ny\n", "def f():\nx\n", "class A:\nx\n", "  x = 1\n",
    "if x:\n        y\n    z\n", "if x:\n\ty\n        z\n", "x = [1 2]\n", "if x = 1:\n    y\n", "f() = 1\n", "1 = x\n", "del f()\n", "f() += 1\n", "f(a.b=1)\n",
    "x = 'abc\n", "x = \"\"\"abc\n", "print 'x'\n", "x = “a”\n", "x =\u00a01\n", "x = 1a\n", "x = 012\n", "x = \\ 1\n", "return 1\n", "break\n", "continue\n",
    "f(a=1, 2)\n", "f(a=1, a=2)\n", "def f(a, a): pass\n", "def f(a=1, b): pass\n", "def f():\n    x = 1\n    global x\n", "def f(x):\n    global x\n",
    "def f():\n    nonlocal x\n", "nonlocal x\n", "try:\n    x\ny\n", "try:\n    x\nexcept:\n    y\nexcept ValueError:\n    z\n", "try:\n    x\nexcept A, B:\n    y\n",
    "x = 1 if y\n", "x = {1: }\n", "x = {1: 2, 3}\n", "f(x for x in y, 1)\n", "*a = 1\n", "[x, y for x, y in z]\n", "b'è'\n", "from x import a,\n",
    "x = f'{'\n", "x = f'}'\n", "x = f'{}'\n",    "x = True = 1\n", "x\nfrom __future__ import annotations\n",
    "async def f():\n    pass\nawait f()\n", "yield\n", "for x in y:\nz\n", "x = (1 for x in y) = 2\n",
)  # fmt: skip
"""What beginners write, each with another fault."""
OF_OTHER_VERSIONS = (
    "unterminated f-string literal (detected at line 3)", "parameter without a default follows parameter with a default", "invalid syntax. Did you mean 'while'?",
    "f-string: valid expression required before '}'", "Expected one or more names after 'import'", "multiple exception types must be parenthesized when using 'as'",
    "source code cannot contain null bytes", "unterminated string literal (detected at line 1); perhaps you escaped the end quote",
)  # fmt: skip


def test_what_the_parser_says_is_said_in_italian_and_else_quoted():
    told = {}
    for source in BROKEN:
        with pytest.raises(SyntaxError) as refused:
            compile(source, "solution.py", "exec")
        told[source] = refused.value.msg
    for said in [*told.values(), *OF_OTHER_VERSIONS]:
        assert words("en").of_python(said) == said
        assert not {"the", "of", "expected", "outside", "must"} & set(words("it").quote_python(said).split()), said
        assert not words("it").quote_python(said).startswith("“") or said.startswith(("unmatched", "'", "closing")), said
    sentence = words("it")("solve.unreadable-why", line=3, what="'(' was never closed")
    assert sentence.startswith("Python non riesce a leggerlo: riga 3, “(” non viene mai chiusa.")
    assert words("en")("solve.unreadable-why", line=3, what="invalid syntax. Perhaps you forgot a comma?").endswith(
        "a comma? It does not count; mend it and hand it in again."
    )
    assert words("it")("format.python", what="a message of tomorrow") == "Non è Python valido: “a message of tomorrow”."
    assert (
        words("it")
        .of_python("expected an indented block after 'if' statement on line 1 (solution.py, line 2)")
        .startswith("dopo “if”, alla riga 1")
    )
