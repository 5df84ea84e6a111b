"""A foreign note as front and back: HTML becomes text that one can read, pictures and sounds keep their names, gaps become gaps."""

import re
from html import unescape
from html.parser import HTMLParser
from urllib.parse import unquote

from sparring.content.anki.deck import Note

_GAP = re.compile(r"\{\{c\d+::(.*?)(?:::(.*?))?\}\}", re.DOTALL)
_SOUND = re.compile(r"\[sound:([^\]]+)\]")
_BREAKS = {"br", "div", "p", "li", "tr", "h1", "h2", "h3", "h4", "hr", "ul", "ol", "pre", "table"}
_DROPPED = {"script", "style"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.dropped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.dropped += tag in _DROPPED
        if tag in _BREAKS:
            self.parts.append("\n- " if tag == "li" else "\n")
        source = dict(attrs).get("src")
        if tag == "img" and source:
            self.parts.append(f"![]({_target(unquote(source))})")

    def handle_endtag(self, tag: str) -> None:
        self.dropped -= tag in _DROPPED and self.dropped > 0
        if tag in ("div", "p", "pre", "ul", "ol"):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.dropped:
            self.parts.append(data)


def _target(name: str) -> str:
    """A name as the target of a link: in pointed brackets where it has blanks or brackets of its own."""
    return f"<{name}>" if re.search(r"[\s()]", name) else name


def plain(html: str) -> str:
    """HTML as text: a line for each block, pictures as `![](name)`, sounds as `[name](name)`, nothing else."""
    parts = [html]
    if "<" in html or "&" in html:
        reader = _Reader()
        reader.feed(html)
        reader.close()
        parts = reader.parts
    text = _SOUND.sub(lambda found: f"[{found[1]}]({_target(found[1])})", "".join(parts)).replace("\xa0", " ")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in text.splitlines())).strip()


def sides(note: Note) -> tuple[str, str]:
    """Front and back: the first field and the others; where a field has gaps, the text without and with them."""
    texts = list(note.fields.values())
    first, rest = (texts[0] if texts else ""), [text for text in texts[1:] if text.strip()]
    if _GAP.search(first):
        hidden = _GAP.sub(lambda gap: f"[{gap[2] or '…'}]", first)
        rest = [_GAP.sub(lambda gap: gap[1], first), *rest]
        return plain(hidden), "\n\n".join(plain(text) for text in rest)
    return plain(first), "\n\n".join(plain(text) for text in rest)


def media_names(note: Note) -> set[str]:
    """The media that a note shows or plays."""
    whole = "\n".join(note.fields.values())
    pictures = re.findall(r"""<img[^>]*?\bsrc=(?:"([^"]+)"|'([^']+)'|([^"'\s>]+))""", whole)
    return {*_SOUND.findall(whole), *(unquote(unescape("".join(found))) for found in pictures)}
