"""What a finding is called in the page and in the terminal."""

import pytest

from sparring.cli import verdicts as terminal
from sparring.core.evidence import Passage
from sparring.core.text import Message, Text
from sparring.core.verdict import Finding
from sparring.web import verdicts as page
from sparring.words import words

TOLD = Message("test.case-not-found")


@pytest.mark.parametrize(("language", "line", "case"), [("en", "Line 2", "Case left out"), ("it", "Riga 2", "Caso dimenticato")])
def test_a_list_of_cases_is_told_by_its_lines_and_what_was_left_out(language, line, case):
    of_line = Finding("line:2", True, TOLD, Passage("- a page\n- no page"))
    left_out = Finding("case:no-page", None, TOLD, Passage("", (), Text("There is no page 0.", "La pagina 0 non c'è.")))
    assert [title(of_line, words(language)) for title in (page.finding_title, terminal.finding_title)] == [line, line]
    assert page.finding_title(left_out, words(language)) == case


def test_a_point_that_was_looked_for_is_called_by_what_it_says():
    point = Finding("point:memory", None, TOLD, Passage("", (), Text("It uses memory.")))
    assert page.finding_title(point, words("en")) == "It uses memory."
    assert page.shown_finding(0, point, words("en")).titled
