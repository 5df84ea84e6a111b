"""The README, read as a visitor does in thirty seconds: what it is, how it is run, what it looks like."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sparring.core.evidence import Place
from sparring.core.verdict import Finding
from sparring.portfolio.check import Look, Subject, Weight, bad, good, missing
from sparring.portfolio.repository import File

_NAMES = ("readme.md", "readme.rst", "readme.txt", "readme", "readme.it.md", "readme.en.md", "readme.markdown")
_RUN = re.compile(
    r"\b(pip3? install|uv (sync|run|pip|add|tool)|poetry (install|run)|pipenv|conda (env|install|create)|python3? [\w./-]|docker(-| )compose|docker run"
    r"|make \w|flask run|uvicorn|gunicorn|pytest|npm (i|install|run)|manage\.py|streamlit run|jupyter|nox|tox|hatch run)|\.ipynb$",
    re.IGNORECASE,
)
_RUN_HEADING = re.compile(
    r"install|setup|set up|getting started|usage|quick ?start|how to run|installazione|avvio|uso\b|utilizzo|come (si )?(usa|avvia|esegue)",
    re.IGNORECASE,
)
_SHOWS = re.compile(r"demo|example|screenshot|sample output|esempi|schermat|risultat|result|output", re.IGNORECASE)
_SHOWN = ("py", "json", "console", "http", "text")
_COMMAND = re.compile(r"\s*(?:[$#%]\s|(?:git|cd|source|export|cp|mv|mkdir|curl|brew|sudo|apt)\s)")
_BADGE = re.compile(r"badge|shields\.io|/workflows/|codecov|coveralls", re.IGNORECASE)
_TEMPLATES = (
    "this project was bootstrapped with",
    "to make it easy for you to get started with gitlab",
    "getting started with create react app",
    "describe your project here",
    "a short description of the project",
    "insert description here",
    "{{ cookiecutter.",
    "todo: write",
    "add your files",
)
MOST_WORDS_UNTIL = 12


def _readme(subject: Subject) -> File | None:
    return subject.repository.find(*_NAMES)


def _exists(subject: Subject) -> Iterator[Finding]:
    file = _readme(subject)
    words = len(subject.repository.text(file).split())
    yield good("readme", words=words) if file and words >= 20 else missing("readme", words=words)


def _says_what(subject: Subject) -> Iterator[Finding]:
    file = _readme(subject)
    text = subject.repository.text(file)
    if not file or len(text.split()) < 20:
        return
    longest = max((len(paragraph.split()) for paragraph in _paragraphs(text)[:3]), default=0)
    if longest >= MOST_WORDS_UNTIL:
        yield good("readme-says-what", words=longest)
    else:
        yield bad("readme-says-what", [_top(file, text)])


def _says_how(subject: Subject) -> Iterator[Finding]:
    file = _readme(subject)
    text = subject.repository.text(file)
    if not file or len(text.split()) < 20:
        return
    blocks = [token for token in _tokens(text) if token.type in ("fence", "code_block", "code_inline")]
    commands = sum(1 for token in blocks if _RUN.search(token.content))
    if file.path.lower().endswith(".rst"):
        commands = len(_RUN.findall(text))
    headed = any(_RUN_HEADING.search(heading) for heading in _headings(text)) and bool(blocks)
    yield good("readme-says-how", commands=max(commands, 1)) if commands or headed else bad("readme-says-how", [_top(file, text)])


def _shows(subject: Subject) -> Iterator[Finding]:
    file = _readme(subject)
    text = subject.repository.text(file)
    if not file or len(text.split()) < 20:
        return
    images = [t for t in _tokens(text) if t.type == "image" and not _BADGE.search(str(t.attrs.get("src", "")))]
    examples = [t for t in _tokens(text) if t.type == "fence" and (t.info.startswith(_SHOWN) or ">>>" in t.content or _is_output(t))]
    shown = len(images) + len(examples) + sum(1 for heading in _headings(text) if _SHOWS.search(heading))
    yield good("readme-shows", examples=shown) if shown else bad("readme-shows", [_top(file, text)])


def _is_output(fence: Token) -> bool:
    """Whether a block of no stated language is what a program says: two lines and more, and no command to install or start something among them."""
    lines = [line for line in fence.content.splitlines() if line.strip()]
    return not fence.info and len(lines) > 1 and not any(_RUN.search(line) or _COMMAND.match(line) for line in lines)


def _template(subject: Subject) -> Iterator[Finding]:
    file = _readme(subject)
    for number, line in enumerate(subject.repository.text(file).splitlines(), 1) if file else ():
        if any(phrase in line.lower() for phrase in _TEMPLATES):
            yield bad("readme-template", [Place(file.path if file else "", number, 0, "", line.strip()[:160])])
            return


def _tokens(text: str) -> list[Token]:
    flat = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        flat += [token, *(token.children or ())]
    return flat


def _headings(text: str) -> list[str]:
    tokens = MarkdownIt("commonmark").parse(text)
    return [tokens[index + 1].content for index, token in enumerate(tokens) if token.type == "heading_open"]


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of prose: headings, badges and pictures left out."""
    tokens = MarkdownIt("commonmark").parse(text)
    prose = [tokens[index + 1] for index, token in enumerate(tokens) if token.type == "paragraph_open"]
    return ["".join(part.content for part in token.children or () if part.type in ("text", "code_inline")) for token in prose]


def _top(file: File, text: str) -> Place:
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")
    return Place(file.path, 1, 0, "", first[:160])


LOOKS: tuple[Look, ...] = (_exists, _says_what, _says_how, _shows, _template)
WEIGHTS = {
    "readme": Weight(5, 45),
    "readme-says-what": Weight(4, 10),
    "readme-says-how": Weight(5, 15),
    "readme-shows": Weight(3, 20),
    "readme-template": Weight(4, 20),
}
