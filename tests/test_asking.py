"""Yes and no, as the terminal asks for them."""

import io

import pytest

from sparring import catalog
from sparring.cli.console import agreed
from sparring.words import words
from tests.terminal import sparring


@pytest.mark.parametrize(("typed", "yes"), [("s", True), ("Sì", True), ("y", True), ("", False), ("n", False), ("forse\nsi", True)])
def test_yes_is_taken_in_either_language(monkeypatch, capsys, typed, yes):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    assert agreed("Lo installo?", words("it", catalog.locale_folders())) is yes
    told = capsys.readouterr()
    assert (told.out.strip(), "Lo installo? [s/N]" in told.err) == ("", True)
    assert ("Rispondi s (sì) o n (no)" in told.err) is ("forse" in typed)


def test_no_installs_nothing(data):
    done = sparring("install", "speech", "--lang", "it", stdin=b"n\n")
    assert (done.returncode, "Lo installo? [s/N]" in done.stderr) == (1, True)
