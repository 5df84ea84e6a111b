"""Whether a line of a split undertakes its work, or only speaks of it: puts it off, leaves it to others, doubts it, thinks it done, has its author review it.

Refusals have no list of words: what tells them is how a line speaks. Work is named, ordered or told by who does it ("review by Luca", "write the endpoint",
"Anna does it"); a refusal is an opinion, a hope, a state, a property, a future of somebody else, a condition on what people say. A logistic regression adds up such signs,
the words and pairs of words, the endings of verbs, the classes of words in `undertaken.toml`, and how each word leans by what it means. Learned offline from
`bench/undertaken`, by `python bench/undertaken.py train`.
"""

import math
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from sparring.kinds.plan.manner import only_manner
from sparring.kinds.plan.reasons import of_oneself

WEIGHTS, WORDS = "undertaken_weights.toml", "undertaken_words.toml"
LONG = 5
"""Letters of a word that stand for it whatever its ending."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\w.,:%]*|[?!…]")
_PIECE = re.compile(r"[^:;,.()–—-]+(?:(?<=\w)-(?=\w)[^:;,.()–—-]+)*|[:;,.()–—-]")
_ASIDE = re.compile(
    r"\((?!\s*(?:only|if|when|later|maybe|perhaps|solo|se|quando|poi|forse|magari)\b)(?:[^()\s]+\s+){2,}[^()]*\)|[\"“«][^\"”»]*[\"”»]",
    re.IGNORECASE,
)
"""A parenthesis of some words, and what is quoted: details, not how the line stands to its work."""
_MARK = re.compile(r"^\s*(?:[-*•]|\d+[.)])\s*")
_ELIDED = re.compile(r"^(l|d|un|c|s|m|t|n|dell|all|dall|nell|sull|quell|quest|com|dov|tutt|nessun|qualcun)['’](?=\w)", re.IGNORECASE)
_CONTRACTED = re.compile(r"(n['’]t|['’](?:ll|d|ve|re|m|s))$", re.IGNORECASE)
_ENDINGS = (
    "rebbero rebbe remmo resti rei ranno remo rete rà rò iamo ano ono are ere ire arsi ersi irsi ato ata ati ate uto uta uti ute ito ita iti ite ando endo ing ed"
).split()


def stands(line: str) -> bool | None:
    """Whether a line undertakes its work (True), surely does not (False), or may be read either way (None)."""
    likely, (_, _, bar, sure) = likelihood(line), _model()
    if of_oneself(line) or only_manner(line) or likely >= sure:
        return False
    return True if likely < bar else None


def likelihood(line: str) -> float:
    """How likely it is that a line does not undertake what it names, 0..1."""
    weights, bias, *_ = _model()
    score = bias + math.fsum(weights.get(sign, 0.0) for sign in signs(line)) + _leaning(line)
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, score))))


def _leaning(line: str) -> float:
    """How a line leans by what its words mean: the mean of what they weigh in it, in its head and behind it."""
    words = _leanings()
    known = [[words[word][at] for word in place if word in words] for at, place in enumerate(places(line))]
    return math.fsum(math.fsum(row) / len(row) for row in known if row)


@lru_cache(maxsize=4_000)
def signs(line: str) -> frozenset[str]:
    """What is to be seen in a line: `w:` words, `b:` pairs of them, `p:` beginnings, `e:` endings, `k:` classes, `f:` what a piece begins with, `o:` its shape."""
    found: set[str] = set()
    pieces = _pieces(line)
    for number, words in enumerate(pieces):
        where = "h" if number == 0 else "c"
        found.update(_of_piece(words, where))
    found.add(f"o:pieces{min(len(pieces), 3)}")
    tail = [word for words in pieces[1:] for word in words if word[0].isalnum()]
    if tail:
        found.add(f"o:tail{min(len(tail), 7)}")
        found.add("o:tail-speaks" if any(_classes(word) for word in tail) else "o:tail-plain")
    if any(word == "#" for words in pieces for word in words):
        found.add("o:figure")
    return frozenset(found)


def places(line: str) -> tuple[list[str], list[str], list[str]]:
    """The words of a line, those of its head (up to the first stop), and those behind it."""
    pieces = _pieces(line)
    head, behind = (pieces[0] if pieces else []), [word for words in pieces[1:] for word in words]
    return [*head, *behind], head, behind


def _pieces(line: str) -> list[list[str]]:
    return [words for piece in _PIECE.findall(_ASIDE.sub(" ", _MARK.sub("", line))) if (words := _words(piece))]


def _of_piece(words: Sequence[str], where: str) -> Iterator[str]:
    classes = [_classes(word) for word in words]
    for at, word in enumerate(words):
        yield f"w:{word}"
        if len(word) > LONG:
            yield f"p:{word[:LONG]}"
            yield from (f"e:{ending}" for ending in _ENDINGS[:12] if word.endswith(ending))
        for name in classes[at]:
            yield f"k:{name}"
            if at < 2:
                yield f"k{where}:{name}"
        if at:
            yield f"b:{words[at - 1]}_{word}"
            yield from (f"b:{one}_{other}" for one in classes[at - 1] for other in classes[at] if one != other)
            yield from (f"b:{words[at - 1]}_{other}" for other in classes[at])
            yield from (f"b:{one}_{word}" for one in classes[at - 1])
        if at > 1:
            yield f"t:{words[at - 2]}_{words[at - 1]}_{word}"
    yield f"f{where}:{words[0]}"
    ending = next((one for one in _ENDINGS if len(words[0]) > LONG and words[0].endswith(one)), "")
    yield f"f{where}:-{ending}"
    yield f"f{where}:{'_'.join(words[:2])}"


def _words(piece: str) -> list[str]:
    found: list[str] = []
    for match in _WORD.finditer(piece):
        word = match[0].replace("’", "'")
        if word[0].isdigit():
            found.append("#")
            continue
        if word[:1].isupper() and word[1:].islower() and (found or match.start() > 1):
            found.append("Name") if not _classes(word.lower()) else found.append(word.lower())
            continue
        word = word.lower()
        elided = _ELIDED.match(word)
        contracted = _CONTRACTED.search(word)
        if elided:
            found += [elided[1], word[elided.end() :]]
        elif contracted and contracted.start() > 0:
            found += [word[: contracted.start()], contracted[1].replace("n't", "not").replace("'", "")]
        else:
            found.append(word)
    return [word for word in found if word]


@cache
def _table() -> Mapping[str, Sequence[str]]:
    table = tomllib.loads(Path(__file__).with_name("undertaken.toml").read_text(encoding="utf-8"))
    return {name: str(words).split() for name, words in table.items()}


@cache
def _forms() -> tuple[Mapping[str, frozenset[str]], Sequence[tuple[str, str]]]:
    """The classes of whole words, and the beginnings of words with their class."""
    whole: dict[str, set[str]] = {}
    begun: list[tuple[str, str]] = []
    for name, forms in _table().items():
        for form in forms:
            if form.endswith("*"):
                begun.append((form[:-1], name))
            else:
                whole.setdefault(form, set()).add(name)
    return {word: frozenset(names) for word, names in whole.items()}, begun


@lru_cache(maxsize=20_000)
def _classes(word: str) -> tuple[str, ...]:
    whole, begun = _forms()
    return tuple(sorted(whole.get(word, frozenset()) | {name for begin, name in begun if word.startswith(begin)}))


@lru_cache
def _model() -> tuple[dict[str, float], float, float, float]:
    """The weights by sign, the bias, the bar from which a line is in doubt, and that from which it is sure."""
    table = tomllib.loads(Path(__file__).with_name(WEIGHTS).read_text(encoding="utf-8"))
    weights = {f"{name}:{value}": weight for name, row in table["signs"].items() for value, weight in row.items()}
    return weights, table["bias"], table["bar"], table["sure"]


@lru_cache
def _leanings() -> Mapping[str, tuple[float, ...]]:
    """What each word weighs in a line, in its head, and behind it."""
    table = tomllib.loads(Path(__file__).with_name(WORDS).read_text(encoding="utf-8"))
    rows = (row.split() for row in table["words"].strip().splitlines())
    return {word: tuple(int(one) / 100 for one in figures) for word, *figures in rows}
