"""Writing somebody's words into a Markdown document so that they stay words: no picture that is loaded, no link, no HTML, no heading."""

import re

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~&])")
_STARTS = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)]))")
_CODE = re.compile(r"(`[^`\n]+`)")


def plain(text: str) -> str:
    """A text in one line that stands for itself: what the candidate wrote."""
    return _escaped(" ".join(text.split()))


def lines(text: str, indent: str) -> str:
    """The same, its lines kept; those after the first begin with `indent`."""
    return f"\\\n{indent}".join(_escaped(" ".join(line.split())) for line in text.strip().splitlines() if line.strip())


def sentence(text: str) -> str:
    """A sentence of the program or a pack: `code` in it is code, every other sign stands for itself."""
    return "".join(part if number % 2 else _SIGNS.sub(r"\\\1", part) for number, part in enumerate(_CODE.split(" ".join(text.split()))))


def _escaped(line: str) -> str:
    shown = _SIGNS.sub(r"\\\1", line)
    start = _STARTS.match(shown)
    if start is None:
        return shown
    return f"{start[1]}\\{shown[len(start[1]) :]}" if not start[2].isdigit() else f"{start[0]}\\{shown[start.end() :]}"
