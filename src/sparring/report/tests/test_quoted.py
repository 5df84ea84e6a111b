"""A claim to check is quoted: without the words nobody knows which one."""

from sparring.core.evidence import Passage, Span
from sparring.core.text import Message
from sparring.core.verdict import Finding
from sparring.report.export import MOST_QUOTED, quoted

TEXT = "I know this. A shallow copy\ncopies everything. So it is safe."
START, END = TEXT.index("A shallow"), TEXT.index(" So")


def finding(criterion: str, *spans: Span, text: str = TEXT) -> Finding:
    return Finding(criterion, False, Message("explain.check-claim"), Passage(text, spans))


def test_a_claim_stands_in_its_own_words_on_one_line():
    assert quoted(finding("misconception:all", Span(START, END))) == " “A shallow copy copies everything.”"


def test_a_long_claim_is_cut_and_nothing_else_is_quoted():
    long = quoted(finding("misconception:all", Span(0, 900), text="word " * 180))
    assert len(long) <= MOST_QUOTED + 3
    assert long.endswith("…”")
    assert quoted(finding("a-point", Span(START, END))) == ""
    assert quoted(finding("misconception:all")) == ""
