"""The one command that people and CI use: what it says of tests that did not run."""

import importlib.util
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
