"""The one command that people and CI use: what it says of tests that did not run."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

SPEC = importlib.util.spec_from_file_location("sparring_dev", ROOT / "dev.py")
assert SPEC is not None
assert SPEC.loader is not None
dev = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(dev)

XML = """<testsuites><testsuite><testcase name="a"/><testcase name="b"><skipped message="no browser: chromium is missing"/></testcase>
<testcase name="c"><skipped message="no native engine here: no bubblewrap"/></testcase>
<testcase name="d"><skipped message="no native engine here: no bubblewrap"/></testcase></testsuite></testsuites>"""


def test_what_was_skipped_is_counted_by_its_reason(tmp_path):
    (tmp_path / "tests.xml").write_text(XML)
    found = dev.skipped(tmp_path / "tests.xml")
    assert found == {"no browser: chromium is missing": 1, "no native engine here: no bubblewrap": 2}
    assert dev.skipped(tmp_path / "none.xml") == {}


@pytest.mark.parametrize("loudly", [True, False])
def test_missing_browser_tests_are_said_loudly_where_nobody_watches(capsys, loudly):
    dev.tell_skipped({"no browser: chromium is missing": 3}, loudly=loudly)
    said = capsys.readouterr().out
    assert "not run: 3 tests (no browser: chromium is missing)" in said
    assert ("THE BROWSER TESTS DID NOT RUN" in said) is loudly


def test_nothing_is_said_loudly_of_other_skips(capsys):
    dev.tell_skipped({"no native engine here": 1}, loudly=True)
    assert "BROWSER" not in capsys.readouterr().out


def test_a_missed_bar_of_any_bench_fails_the_proof(monkeypatch, tmp_path):
    ran = []
    monkeypatch.setattr(dev, "scratch", lambda: {"SPARRING_DATA": str(tmp_path)})
    monkeypatch.setattr(dev, "run", lambda *command, **_: ran.append(command) or ("bench/web.py" in command))
    assert dev.measured() == 1
    assert any(command[-2:] == ("bench", "verdict") for command in ran)


@pytest.mark.parametrize(("code", "runs"), [(0, 1), (1, 2), (3, 1)])
def test_what_fails_has_failed_and_is_run_once_more_for_its_values(monkeypatch, tmp_path, code, runs):
    ran = []
    monkeypatch.setattr(dev, "run", lambda *command, **_: ran.append(command) or (code if len(ran) == 1 else 0))
    assert dev.tested(["tests"], tmp_path / "tests.xml", {}) == code
    assert len(ran) == runs
    assert "--assert=plain" in ran[0]
    assert all("--last-failed" in again and "--assert=plain" not in again for again in ran[1:])


def test_compiled_modules_are_kept_whatever_the_shell_wants(monkeypatch, tmp_path):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("KEPT", "yes")
    told = tmp_path / "told"
    assert (
        dev.run(
            sys.executable, "-c", f"import os, sys; open({str(told)!r}, 'w').write(f'{{sys.dont_write_bytecode}} ' + os.environ['KEPT'])"
        )
        == 0
    )
    assert told.read_text() == "False yes"


def test_a_check_beside_the_tests_that_fails_is_told_in_one_piece(monkeypatch, capsys):
    monkeypatch.setattr(dev, "BIN", Path(sys.executable).parent)
    name = Path(sys.executable).name
    bad = dev._check("types", (name, "-c", "import sys; print('line 3 is wrong'); sys.exit('one error')"))
    good = dev._check("lint", (name, "-c", "print('fine')"))
    assert "types: FAILS" in (said := capsys.readouterr().out)
    assert "line 3" not in said, "not in the middle of the tests' lines"
    assert (dev.tell_check("types", bad), dev.tell_check("lint", good)) == (True, False)
    said = capsys.readouterr().out
    assert "line 3 is wrong\none error" in said
    assert "fine" not in said


def test_bytecode_is_made_once_for_each_change_of_the_sources(monkeypatch, tmp_path):
    source, packages = tmp_path / "src" / "room.py", tmp_path / ".venv" / "lib" / "site-packages"
    for path in (source, tmp_path / "src" / "samples" / "broken.py", packages / "polib.py", packages / "unneeded.py"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("def" if path.name == "broken.py" else "1")
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    dev.compile_code()
    made = {path.name.partition(".")[0] for path in tmp_path.rglob("*.pyc")}
    assert made == {"room", "polib"}
    monkeypatch.setattr(dev, "run", lambda *_, **__: pytest.fail("nothing has changed"))
    dev.compile_code()
    source.write_text("2")
    os.utime(source, (1, 2**32))
    ran = []
    monkeypatch.setattr(dev, "run", lambda *command, **_: ran.append(command) or 1)
    dev.compile_code()
    assert ran
    dev.compile_code()
    assert len(ran) == 2, "what failed is tried again"


def test_only_translations_that_nobody_reads_are_left_out(monkeypatch, tmp_path):
    conf = tmp_path / "lib" / "site-packages" / "django" / "conf" / "locale"
    for name in ("en", "en_GB", "it", "de", "pt_BR"):
        (conf / name / "LC_MESSAGES").mkdir(parents=True)
    (conf / "__init__.py").write_text("")
    monkeypatch.setattr(dev, "VENV", tmp_path)
    dev.leave_out_translations()
    assert {path.name for path in conf.iterdir()} == {"__init__.py", "en", "en_GB", "it"}


def test_a_tenth_of_the_content_is_proved_another_with_each_commit_and_what_was_changed(monkeypatch):
    said = {
        "rev-parse": ["00000004aaaa"],
        "diff": ["packs/core/exercises/solve/lru-cache/cases.py", "packs/core/exercises/solve/lru-cache/wrong/a.py"],
    }
    monkeypatch.setattr(dev, "_git", lambda verb, *_: said.get(verb, []))
    assert dev.part() == ["--part", "5/10", "--exercise", "lru-cache"]
    said["rev-parse"] = ["00000005aaaa"]
    assert dev.part()[:2] == ["--part", "6/10"]
    said.clear()
    assert dev.part() == ["--part", "1/10"]
