"""What somebody wrote stays words in the Markdown export."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sparring.core.text import Text
from sparring.report.export import to_markdown
from sparring.report.markdown import lines, plain, sentence
from sparring.report.scorecard import FollowUpReply, PlayedRound, scorecard
from sparring.words import words

READ = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
HOSTILE = [
    "![x](https://evil.example/pixel.png)",
    "[here](https://evil.example)",
    "<img src=https://evil.example/x>",
    "<script>alert(1)</script>",
    "# a heading",
    "- a list",
    "1. a list",
    "12) a list",
    "===",
    "> quoted",
    "**bold** _it_ ~~no~~ `code`",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "[a]: https://evil.example\n![a]",
    "&lt;b&gt; &amp;",
    "```\nfence",
    "\\![x](y)",
    "https://plain.example stays text",
]


def shown(html: str) -> str:
    """The text of HTML that holds nothing but paragraphs, lists and quotes."""
    assert not set(re.findall(r"<(\w+)", html)) - {"p", "blockquote", "ol", "ul", "li", "br", "strong", "em", "h1", "h2"}, html
    return " ".join(
        re.sub(r"<[^>]*>", " ", html).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&").split()
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_replies_and_notes_stay_words(text):
    part = PlayedRound("core:x", Text("X"), "solve", 20, 300.0, None, None, follow_ups=(FollowUpReply(Text("Why `x`?"), text),))
    document = to_markdown(scorecard("i", Text("First"), 600.0, [part], (), (text, f"first line\n{text}")), words("en"))
    html = READ.render(document).replace("<code>x</code>", "x")
    assert shown(html).count(" ".join(text.split())) == 3
    assert html.count("<li>") == 4, "one round, one follow-up, two notes"


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1))
def test_any_text_is_read_back_as_itself(text):
    wanted = " ".join(text.split())
    for written in (plain(text), lines(text, "")):
        html = READ.renderInline(written)
        assert shown(html) == wanted
        assert shown(READ.render(written)) == wanted


@given(st.text(alphabet="ab*_[]()<>!#|~&`\\ ", min_size=1))
def test_a_sentence_keeps_its_code_and_nothing_else(text):
    html = READ.renderInline(sentence(text))
    assert not set(re.findall(r"<(\w+)", html)) - {"code"}


def test_a_sentence():
    assert READ.renderInline(sentence("Call `__init__` of *args ![x](y)")) == "Call <code>__init__</code> of *args ![x](y)"
