"""A suite that was stopped is told which test was running, and nothing where that is not known."""

import pytest

from sparring.core.text import Message
from sparring.judge.mutants.report import Report, Trouble
from sparring.kinds.test.verdicts import _troubled
from sparring.words import words


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("kind", ["time-limit", "memory-limit", "output-limit"])
def test_no_sentence_has_a_hole_where_no_test_was_running(kind, language):
    said = []
    for where in ("", "test_it.py::test_a"):
        trouble = Trouble(kind, where)
        summary = _troubled(trouble, Report("exact", trouble=trouble)).summary
        assert isinstance(summary, Message)
        said.append(words(language).say(summary))
    assert "test_a" in said[1]
    assert "  " not in said[0]
    assert ". was" not in said[0]
