"""Texts as pages show them: Markdown without HTML of its own and without pictures (nothing is loaded from elsewhere), Python with its colours as classes."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from urllib.parse import unquote

from django.utils.html import escape
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt

from sparring.core.text import Language, Text

_CODE = re.compile(r"`([^`]+)`")
_TURNING = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NUMBER = re.compile(r"[+ ] *(\d+)(?:  |$)")
_PYTHON = ("python", "py", "python3", "")


def _coloured(source: str, name: str, attributes: str) -> str:
    if name == "diff":
        return _diff(source, attributes.strip())
    if name in _PYTHON and attributes.strip() == "numbered":
        return f'<pre class="code"><code>{lines(source)}</code></pre>'
    return colours(source) if name in _PYTHON else escape(source)


def _diff(source: str, file: str) -> str:
    """A diff; where its fence names a file, its lines carry their numbers, and a remark can be made on them (`remark.ts`)."""
    lines = "".join(_changed(line, _NUMBER.match(line) if file else None) for line in source.splitlines())
    whose = f' data-file="{escape(file)}"' if file else ""
    return f'<pre class="code diff"{whose}><code>{lines}</code></pre>'


def _changed(line: str, number: re.Match[str] | None) -> str:
    """A line of a diff, without its sign: the style sheet gives it one."""
    tag = {"+": "ins", "-": "del"}.get(line[:1], "span")
    which = f' data-line="{number[1]}"' if number else ""
    return f'<{tag} class="ln"{which}>{escape(line[1:]) or " "}</{tag}>'


_MARKDOWN = MarkdownIt("commonmark", {"html": False, "highlight": _coloured}).enable("table").disable("image")
_CARDS = MarkdownIt("commonmark", {"html": False, "highlight": _coloured}).enable("table")
"""Own cards may show pictures: those that lie in our own store, and no others."""


def card(text: str, media: Mapping[str, str]) -> SafeString:
    """The side of an own card as HTML. `media`: the addresses of what it may show or play, by the names that it uses; other pictures are named, not loaded."""
    tokens = _CARDS.parse(text)
    for token in (part for block in tokens for part in block.children or ()):
        place = {"image": "src", "link_open": "href"}.get(token.type, "")
        name = unquote(str(token.attrs.get(place, "")))
        if name in media:
            token.attrs[place] = media[name]
        elif token.type == "image":
            token.type, token.tag, token.content = "text", "", f"[{name}]"
    return SafeString(_CARDS.renderer.render(tokens, _CARDS.options, {}))  # markdown-it escapes with html off


@lru_cache(maxsize=2000)
def markdown(text: str) -> SafeString:
    """A text in Markdown as HTML; HTML inside it is shown, never obeyed."""
    return SafeString(_MARKDOWN.render(text))  # markdown-it escapes with html off


@lru_cache(maxsize=4000)
def inline(text: str) -> SafeString:
    """A sentence with `code` in it."""
    return SafeString(_MARKDOWN.renderInline(text))  # markdown-it escapes with html off


@lru_cache(maxsize=4000)
def sentence(text: str) -> SafeString:
    """A sentence of the program or of a finding: `code` is shown as such, every other sign stands for itself (`__init__` is no emphasis)."""
    return SafeString(_CODE.sub(r"<code>\1</code>", str(escape(text))))


@lru_cache(maxsize=1000)
def colours(source: str) -> str:
    """Python as HTML with Pygments' short classes."""
    from pygments import highlight
    from pygments.formatters.html import HtmlFormatter
    from pygments.lexers.python import PythonLexer

    return seen(str(highlight(source, PythonLexer(stripnl=False, ensurenl=False), HtmlFormatter(nowrap=True))))


def seen(text: str) -> str:
    """Source with the characters that turn the direction of writing written out: else lines can be shown in another order than they run in."""
    return _TURNING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def lines(source: str, hit: Sequence[int] = (), note: Sequence[int] = (), *, python: bool = True) -> SafeString:
    """A source by numbered lines; those in `hit` are marked as wrong, those in `note` as worth looking at."""
    text = colours(source) if python else seen(str(escape(source)))
    made = []
    for number, line in enumerate(text.rstrip("\n").split("\n"), 1):
        kind = " hit" if number in hit else " note" if number in note else ""
        made.append(f'<span class="ln{kind}" data-n="{number}">{line}</span>')
    return SafeString("".join(made))  # both sources of the text escape it


def language_of(text: Text, wanted: Language) -> Language:
    """The language that a text really is in when it is asked for in `wanted`."""
    other: Language = "en" if wanted == "it" else "it"
    return wanted if getattr(text, wanted) else other
