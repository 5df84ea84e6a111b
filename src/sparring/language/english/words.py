"""A text as sentences of words with their places: contractions taken apart, code and addresses kept whole."""

import re
from dataclasses import dataclass

CODE = "<code>"
_TOKEN = re.compile(
    r"```.*?(?:```|\Z)|`[^`\n]*`"
    r"|https?://\S+|[^\s@]{1,64}@[^\s@]{1,255}\.\w+"
    r"|[A-Za-z_][\w.]*\([^()\n]*\)|\w*(?:_\w*)+|[A-Za-z]\w*(?:\.\w+)+"
    r"|\d+(?:[.,:]\d+)*(?:%|[A-Za-z]+)?"
    r"|[^\W\d_][^\W_]*(?:['’][^\W\d_]+)*(?:-[^\W_]+(?:['’][^\W\d_]+)*)*"
    r"|[^\w\s]",
    re.DOTALL,
)
_CONTRACTED = re.compile(r"(?i)^(.+?)(n['’]t|['’](?:m|re|ve|ll|d|s))$")
_FULL = {"n't": "not", "'m": "am", "'re": "are", "'ve": "have", "'ll": "will", "'d": "'d", "'s": "'s"}
_STEMS = {"ca": "can", "wo": "will", "sha": "shall"}
ENDS = frozenset(".!?")
_BREAK = re.compile(r"\n\s*\n|\n\s*[-*•#]|\n\s*\d+[.)]\s")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as written, as it is compared (lower case, contractions in full), and its place in characters of the whole text."""

    text: str
    norm: str
    start: int
    end: int


def sentences(text: str) -> list[tuple[Word, ...]]:
    """The sentences of a text."""
    found: list[tuple[Word, ...]] = []
    here: list[Word] = []
    last = 0
    for match in _TOKEN.finditer(text):
        if here and _BREAK.search(text, last, match.start() + 1):
            found.append(tuple(here))
            here = []
        last = match.end()
        if match[0] in ENDS:
            here.append(Word(match[0], match[0], match.start(), match.end()))
            if not _goes_on(text, match.end()):
                found.append(tuple(here))
                here = []
        else:
            here.extend(_words(match[0], match.start()))
    return [sentence for sentence in (*found, tuple(here)) if sentence]


def _goes_on(text: str, at: int) -> bool:
    """After a full stop in the middle of something: `e.g. this`, `3.14`, `...`."""
    return at < len(text) and (not text[at].isspace() and text[at] not in "\"'”’)")


def _words(token: str, start: int) -> list[Word]:
    if token[0] == "`" or "://" in token or "@" in token[1:] or "_" in token or "(" in token or ("." in token and not token[0].isdigit()):
        return [Word(token, CODE, start, start + len(token))]
    split = _CONTRACTED.match(token)
    if split is None:
        return [Word(token, token.lower().replace("’", "'"), start, start + len(token))]
    middle = start + len(split[1])
    stem, end = split[1].lower().replace("’", "'"), split[2].lower().replace("’", "'")
    stem = _STEMS.get(stem, stem) if end == "n't" else stem
    return [Word(split[1], stem, start, middle), Word(split[2], _FULL[end], middle, start + len(token))]
