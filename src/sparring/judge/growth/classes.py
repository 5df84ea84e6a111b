"""Growth classes: their names, their order, and how people write them."""

import re
from difflib import get_close_matches
from typing import Final

CLASSES: Final = ("1", "log n", "n", "n log n", "n^2", "n^2 log n", "n^3", "2^n")
"""From the slowest growing to the fastest; `2^n` stands for everything exponential and above (1.6^n, n!)."""

UNDECIDED: Final = "undecided"
"""What is said when the measurement does not tell the classes apart. Nobody fails on it."""

_WORDS = {
    "1": "1 constant costante",
    "log n": "logn logarithmic logaritmico logaritmica",
    "n": "n linear lineare",
    "n log n": "nlogn linearithmic loglinear quasilinear linearitmico linearitmica quasilineare pseudolineare",
    "n^2": "n^2 n2 quadratic quadratico quadratica",
    "n^2 log n": "n^2logn",
    "n^3": "n^3 n3 cubic cubico cubica",
    "2^n": "2^n n! exponential esponenziale factorial fattoriale",
}
_READ = {word: growth for growth, words in _WORDS.items() for word in words.split()}
LONG, ALIKE = 6, 0.8
"""Names of fewer letters are not guessed at; how like a word must be to one."""
_FILLER = re.compile(
    r"\b(?:time|tempo|temporale|complexity|complessità|cost|costo|in|it|is|it's|i|think|penso|sia|che|è|un|una|a|an|the|il|la|of|di|order|ordine|growth|crescita|worst|case|average)\b"
)


def exceeds(measured: str, declared: str) -> bool:
    """Whether `measured` grows faster than `declared` allows. What is undecided, or no class at all, exceeds nothing."""
    if measured not in CLASSES or declared not in CLASSES:
        return False
    return CLASSES.index(measured) > CLASSES.index(declared)


def written(growth: str) -> str:
    """A class as it is written by hand: `n^2 log n` is `n² log n`, `2^n` is `2ⁿ`."""
    return growth.replace("^2", "²").replace("^3", "³").replace("^n", "ⁿ")


def parse_claim(text: str) -> str | None:
    """The class that a person's words name (`O(n log n)`, `n²`, `linear`, `quadratico`), None where they name none or more than one.

    Any single variable may stand for n; sums and products of different ones (`V + E`) are no class of one size.
    """
    words = _FILLER.sub(" ", _spelled(text))
    if inner := re.search(r"[oθω]\s*\((.*)\)", words):
        words = inner[1]
    compact = re.sub(r"[\s.,;:?*·×()]+", "", re.sub(r"(?<!\bn)!", "", _one_variable(words)))
    compact = re.sub(r"^(?:o|θ)(?=[1n2])", "", compact)
    return _READ.get(compact) or _named(words)


def _named(words: str) -> str | None:
    """The one class that is named in words, a slip of the pen or two left aside ("lineare nel numero di elementi", "quadratik")."""
    if re.search(r"\b(?:not|non|n't|sub|super|more|less|più|meno|or|o)\b(?!\s*\()", words):
        return None
    names = [word for word in _READ if len(word) >= LONG]
    near = [
        found for word in re.findall(r"[a-zà-ù]+", words) if len(word) >= LONG - 1 for found in get_close_matches(word, names, 1, ALIKE)
    ]
    found = {_READ[name] for name in near}
    return found.pop() if len(found) == 1 else None


def _spelled(text: str) -> str:
    """Lower case, with one spelling for powers and logarithms."""
    text = text.lower().replace("²", "^2").replace("³", "^3").replace("ⁿ", "^n").replace("**", "^").replace("$", "").replace("\\", "")
    text = re.sub(r"\bn\s+(?:squared|quadro|al quadrato)\b", "n^2", text)
    text = re.sub(r"\bn\s+(?:cubed|cubo|al cubo)\b", "n^3", text)
    text = re.sub(r"\s*\^\s*", "^", text)
    return re.sub(r"(?:\bln|log(?:_?2|₂|_?10|\b)|lg\b)", "log", text)


def _one_variable(words: str) -> str:
    """The only single letter that stands for a size becomes n; products `n*n` become powers."""
    letters = {letter for letter in re.findall(r"(?<![a-zà-ù])[a-z](?![a-zà-ù])", words) if letter != "o"}
    if len(letters) == 1:
        words = re.sub(rf"(?<![a-zà-ù]){letters.pop()}(?![a-zà-ù])", "n", words)
    words = re.sub(r"\bn\s*[*·×]\s*n\s*[*·×]\s*n\b", "n^3", words)
    return re.sub(r"\bn\s*[*·×]\s*n\b", "n^2", words)
