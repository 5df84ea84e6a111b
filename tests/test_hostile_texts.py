"""Whatever text a candidate's code makes, it can be stored, shown, sent and taken away: no kind that runs code may bring in what no file or page takes."""

import io
import json
import shutil
import zipfile
from random import Random

import pytest
from django.test import Client

from sparring.cli import verdicts
from sparring.core.answer import Raw
from sparring.core.clock import FakeClock
from sparring.core.codec import cleaned, dump
from sparring.judge.trace import record
from sparring.records import models
from sparring.usecases import practice
from sparring.usecases.app import App
from sparring.usecases.study.archive import export_all, import_all
from sparring.web.program import Program, use
from sparring.words import words
from tests.conftest import ROOT

pytestmark = pytest.mark.django_db(transaction=True)
KINDS = ROOT / "src" / "sparring" / "kinds"
CODE = {"solve": "solution.py", "fix": "", "optimise": "", "refactor": ""}
NASTY = "half \ud800 nul \0 ansi \x1b[31m\x1b]0;title\x07 bidi \u202e\u2066 emoji \U0001f600 <script>"
TEXTS = f"T = {NASTY!a} + 'x' * {{size}}\n"
WAYS = {
    "at loading": "print(ascii(T))\nraise ValueError(T)\n",
    "raised": "def _bad(*a, **k):\n    raise ValueError(T)\n",
    "returned": "def _bad(*a, **k):\n    return [T, {T: (T,)}]\n",
    "printed": "import sys\ndef _bad(*a, **k):\n    sys.stdout.buffer.write(T.encode('utf-8', 'surrogatepass')); print(T)\n",
    "named": "class Bad(Exception): pass\nBad.__qualname__ = Bad.__module__ = T[:900]\ndef _bad(*a, **k):\n    raise Bad(T)\n",
    "unplain": "class Bad: pass\nBad.__qualname__ = T[:900]\ndef _bad(*a, **k):\n    return Bad()\n",
}
TAKEN = "for _name, _old in list(globals().items()):\n    if callable(_old) and not _name.startswith('_') and _name != 'Bad': globals()[_name] = _bad\n"


def hostile(kind: str, way: str, size: int = 0) -> Raw:
    """A right answer of a kind's samples whose functions do the worst."""
    source = TEXTS.format(size=size) + WAYS[way] + (TAKEN if "_bad" in WAYS[way] else "")
    if kind == "test":
        return Raw(
            {
                "test_it.py": f"{source}\ndef test_nasty():\n    print(ascii(T))\n    _bad() if '_bad' in globals() else None\n    assert T == '', T\n".encode()
            }
        )
    if kind == "tdd":
        tests = "import badge\n\ndef test_nasty():\n    assert badge.initials('ada') == ''\n"
        return Raw({"session.runs": f"=== run\n--- badge.py\ndef initials(text): return ''\n{source}\n--- test_badge.py\n{tests}".encode()})
    right = (KINDS / kind / "samples" / "correct.py").read_text(encoding="utf-8")
    return Raw({"solution.py": f"{right}\n{source}".encode()})


@pytest.fixture
def app(tmp_path, pool):
    core = tmp_path / "packs" / "core"
    for kind in RUN:
        shutil.copytree(KINDS / kind / "samples" / "exercise", core / "exercises" / kind / f"a-{kind}")
    (core / "pack.toml").write_text('id = "core"\nversion = "1"\nlanguages = ["en"]\n\n[title]\nen = "Small"\n')
    (core / "interviews").mkdir()
    plan = 'role = "backend"\ntitle.en = "One"\n\n[[rounds]]\nkind = "solve"\nminutes = 9\n'
    (core / "interviews" / "short.toml").write_text(plan)
    clock = FakeClock()
    program = App((core,), tmp_path / "cache", tmp_path / "data", clock=clock, random=Random(1), sandbox=pool)
    found = Program(program, clock.now())
    found.ready.set()
    use(found)
    program.records.choose("profile", {"day": None, "minutes": None, "advert": ""})
    yield program
    use(None)


RUN = ("solve", "fix", "optimise", "refactor", "test", "tdd")


def exercise_of(app, kind):
    return next(one for one in app.library.exercises.values() if one.kind == kind)


def shown_everywhere(app, graded, capsys) -> None:
    """The command's two forms, and the page of the attempt."""
    for as_json in (True, False):
        verdicts.tell(graded, words("en"), as_json=as_json)
        told = capsys.readouterr().out
        told.encode("utf-8")
        assert "\x1b[31m" not in told
        if as_json:
            json.loads(told)
    page = Client(headers={"accept-language": "en"}).get(f"/attempts/{graded.attempt}")
    assert page.status_code == 200
    assert "<script>x" not in page.content.decode()


FEW = ("raised", "named")
"""Ways that every kind goes; the others differ in what comes out of the sandbox, which is one for all kinds."""


@pytest.mark.parametrize(
    ("kind", "ways"),
    [
        ("solve", tuple(WAYS)),
        *((kind, FEW) for kind in RUN[1:]),
        *(pytest.param(kind, tuple(WAYS), marks=pytest.mark.prove) for kind in RUN[1:]),
    ],
)
def test_what_code_says_can_be_shown_by_every_kind(app, capsys, kind, ways):
    exercise = exercise_of(app, kind)
    for way in ways:
        graded = practice.grade(app, exercise, hostile(kind, way))
        assert graded.verdict.counts, (way, graded.verdict)
        assert not graded.verdict.passed
        assert cleaned(graded.verdict) is graded.verdict
        shown_everywhere(app, graded, capsys)
    archive = export_all(app)
    assert b"\\ud800" not in b"".join(zipfile.ZipFile(io.BytesIO(archive)).read("records/attempt.jsonl").split(b"\\\\ud800"))
    assert not any(import_all(app, archive).values()), "what is there already stays as it is"


def test_a_line_of_a_megabyte_is_shown_in_part(app, capsys):
    for way in ("raised", "returned", "printed"):
        graded = practice.grade(app, exercise_of(app, "solve"), hostile("solve", way, 1 << 20))
        assert len(json.dumps(dump(graded.verdict))) < 200_000
        shown_everywhere(app, graded, capsys)


def test_what_was_stored_by_an_older_program_opens_and_leaves(app):
    client = Client(headers={"accept-language": "en"})
    address = client.post("/interviews", {"plan": "core:short", "language": "en", "editor": "plain"}).headers["location"]
    seq = str(client.get(address).context["state"].seq)
    assert (
        client.post(
            address, {"action": "submit", "at": seq, "key": "k", "solution.py": hostile("solve", "raised").files["solution.py"].decode()}
        ).status_code
        == 302
    )
    row = models.Attempt.objects.get()
    row.verdict = json.loads(json.dumps(row.verdict).replace("half", "half \\ud800"))
    row.save()
    assert "\ud800" in json.dumps(models.Attempt.objects.get().verdict, ensure_ascii=False)
    for path in (
        address,
        f"/attempts/{row.pk and row.submission_id}",
        f"{address}/scorecard",
        *(f"{address}/scorecard.{form}" for form in ("html", "json", "md")),
    ):
        answer = client.get(path, follow=True)
        assert answer.status_code == 200, path
        answer.content.decode("utf-8")
    assert "half \\\\ud800" in zipfile.ZipFile(io.BytesIO(export_all(app))).read("records/attempt.jsonl").decode("utf-8")


def test_a_half_is_not_what_it_is_written_as(app):
    """Values are compared as they came out, not as they are shown."""
    from sparring.core.exercise import Budget
    from sparring.judge.judge import Judge
    from sparring.judge.script import parse

    judge = Judge(app.sandbox)
    for returned, status in (("'\\ud800'", "wrong-answer"), (r"'\\ud800'", "passed")):
        report = judge.cases(
            {"solution.py": f"def f(x): return {returned}"}, "solution.py", parse("assert f(1) == r'\\ud800'", ("f",)), Budget()
        )
        assert [row.status for row in report.rows] == [status]


def test_a_trace_of_a_half_can_be_shown(app):
    trace = record(app.sandbox, "half = '\\ud800'\nraise ValueError(half)\n")
    assert "d800" in repr(cleaned(trace)).encode("utf-8").decode()


def test_only_what_is_not_readable_is_changed():
    plain = {"a": [1, "è 😀", None], "b": ("x",)}
    assert cleaned(plain) is plain
    assert cleaned({"\ud800": ["\udfff"], "b": 1}) == {"\\ud800": ["\\udfff"], "b": 1}


def test_the_real_commands_end_as_they_should(data, tmp_path):
    from tests.terminal import sparring

    half, away = tmp_path / "half.py", tmp_path / "all.zip"
    half.write_text("def shortest_path(*a):\n    raise ValueError('\\ud800')\n")
    done = sparring("grade", "shortest-path", str(half), "--json")
    assert (done.returncode, json.loads(done.stdout)["status"]) == (1, "exception")
    assert sparring("grade", "shortest-path", str(half)).returncode == 1
    half.write_text("def shortest_path(graph, source, target):\n    return (1.0, [source, '\\ud800', target])\n")
    done = sparring("grade", "shortest-path", str(half), "--json")
    assert (done.returncode, json.loads(done.stdout)["status"]) == (1, "wrong-answer")
    half.write_text("half = '\\ud800'\nraise ValueError(half)\n")
    assert "\\ud800" in sparring("lab", str(half), "--json").stdout
    assert sparring("study", "export-all", str(away)).returncode == 0
    assert zipfile.is_zipfile(away)
