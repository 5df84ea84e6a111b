"""What a finding is called, in the page and in the terminal alike."""

import pytest

from sparring.core.evidence import Passage
from sparring.core.text import Message, Text
from sparring.core.verdict import Finding
from sparring.words import words
from sparring.words.findings import finding_title, says_what_was_sought

TOLD = Message("test.case-not-found")


@pytest.mark.parametrize(("language", "line", "case"), [("en", "Line 2", "Case left out"), ("it", "Riga 2", "Caso dimenticato")])
def test_a_list_of_cases_is_told_by_its_lines_and_what_was_left_out(language, line, case):
    of_line = Finding("line:2", True, TOLD, Passage("- a page\n- no page"))
    left_out = Finding("case:no-page", None, TOLD, Passage("", (), Text("There is no page 0.", "La pagina 0 non c'è.")))
    assert [finding_title(one, words(language)) for one in (of_line, left_out)] == [line, case]
    assert not says_what_was_sought(case, left_out, words(language)), "the evidence says which"


def test_a_point_that_was_looked_for_is_called_by_what_it_says():
    point = Finding("point:memory", None, TOLD, Passage("", (), Text("It uses memory.")))
    title = finding_title(point, words("en"))
    assert title == "It uses memory."
    assert says_what_was_sought(title, point, words("en"))
