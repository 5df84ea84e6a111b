"""Inputs beyond an exercise's own: from what both programs name, and from values far off.

Theory of operation. A generator makes what its author thought of; who writes `if grams > 20000` changes what lies behind it. Whatever a program asks of an input stands in its
source as a number or a text, so those of both sources are put, with their neighbours, in the place of what the exercise's own inputs hold there: a number for a number, a text
for a text. What no source names (`2 ** 5` kilos, the fiftieth row, a letter with an accent) is met by values far off and by longer lists; what depends on several numbers at once
by all numbers of an input made larger together, so that they stay in proportion. Types and the shape of records stay. Which of these inputs the exercise is about at all is not
decided here, but by what the original and the reference do with them (`further.py`).
"""

import ast
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeVar

from sparring.core.plain import Plain

LARGEST, LONGEST_TEXT, LONGEST = 10**12, 60, 200
"""What is taken from a source at most: numbers, characters of a text; and the items of a list or characters that one is made longer to."""
FAR = (2, 7, 64, 99, 365, 1_000, 4_096, 12_345, 100_000, 1_000_000, 10_000_000)
FAR_TEXTS = (
    "",
    " ",
    "x",
    "\n",
    "a\nb",
    "\t",
    "è",
    "Ünïcödé",
    "日本",
    "€ 5",
    '"',
    "'",
    "\\",
    "%s",
    "{}",
    "<i>",
    "&",
    ";",
    ",",
    "|",
    "/",
    "0",
    "-1",
    "1.5",
    "None",
    "z" * 99,
)
FOREIGN = "a\nb\tè€日\"'\\%s{}<i>&;,|/=#:"
"""Everything in one text; what of it mattered is left when the input has become small."""
MOST_HELD = 1_000
"""Values that a list which is made longer holds at most, those within its items included."""
LENGTHS = (0, 2, 25, 64, 130)
ADDED = 5
"""Numbers that a list is given in addition, at most: more of them than a generator makes, and still of its kind."""
NAMED_EACH, NAMED_MOST = 2, 0.5
"""How often each new constant stands alone in each place, and the share of all inputs that those take at most."""
SCALED, FACTORS = 0.3, (7, 10, 100, 1_000)
"""How often all numbers of an input are made larger together, and how many times."""

Path = tuple[int | str, ...]
Drawn = TypeVar("Drawn")


@dataclass(frozen=True, slots=True)
class Constants:
    """What a source names: its numbers (computed from constants, too), its texts without docstrings, and the keys that it asks a mapping for."""

    numbers: frozenset[int | float] = frozenset()
    texts: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()

    def without(self, other: "Constants") -> "Constants":
        """What the other does not name."""
        return Constants(self.numbers - other.numbers, self.texts - other.texts, self.keys - other.keys - other.texts)


def constants(*sources: str) -> Constants:
    """The constants of all sources; those of one that this interpreter cannot read are left out."""
    numbers: set[int | float] = set()
    texts: set[str] = set()
    keys: set[str] = set()
    for source in sources:
        with suppress(SyntaxError):
            tree = ast.parse(source)
            told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
            for node in ast.walk(tree):
                value = None if id(node) in told else _folded(node)
                if isinstance(value, str) and value and len(value) <= LONGEST_TEXT:
                    texts.add(value)
                elif isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST:
                    numbers.add(value)
                keys.update(_asked(node))
    return Constants(frozenset(numbers), frozenset(texts), frozenset(keys))


def _folded(node: ast.AST) -> int | float | str | None:
    """The value of a constant, or of a calculation with numbers alone; None where there is none."""
    match node:
        case ast.Constant(value=value):
            return value if isinstance(value, int | float | str) else None
        case ast.UnaryOp(op=ast.USub(), operand=operand) if isinstance(value := _folded(operand), int | float):
            return -value
        case ast.BinOp(left=left, op=operator, right=right):
            one, other = _folded(left), _folded(right)
            if isinstance(one, int | float) and isinstance(other, int | float):
                return _calculated(one, operator, other)
    return None


def _calculated(one: int | float, operator: ast.operator, other: int | float) -> int | float | None:
    with suppress(ArithmeticError):
        match operator:
            case ast.Add():
                return one + other
            case ast.Sub():
                return one - other
            case ast.Mult():
                return one * other
            case ast.FloorDiv():
                return one // other
            case ast.Div():
                return one / other
            case ast.Pow() if abs(one) <= 1_000 and 0 <= other <= 40:
                return float(one**other) if isinstance(one, float) else int(one**other)
    return None


def _asked(node: ast.AST) -> Iterator[str]:
    """The texts by which a mapping is asked: `x["a"]`, `x.get("a")`, `"a" in x`."""
    match node:
        case ast.Subscript(slice=ast.Constant(value=str(key))):
            yield key
        case ast.Call(func=ast.Attribute(attr="get" | "pop"), args=[ast.Constant(value=str(key)), *_]):
            yield key
        case ast.Compare(left=ast.Constant(value=str(key)), ops=[ast.In() | ast.NotIn()]):
            yield key


@dataclass(slots=True)
class _Drawer:
    """Draws what stands in the place of a value."""

    known: Constants
    new: Constants
    random: Random
    near: dict[str, list[int | float]] = field(init=False)

    def __post_init__(self) -> None:
        self.near = {"known": near(self.known), "new": near(self.new)}

    def instead_of(self, value: Plain) -> Plain:
        """Another value of the same type; the same where there is none to be drawn."""
        match value:
            case bool():
                return not value
            case int() | float():
                drawn = self.number()
                return float(drawn) if isinstance(value, float) else int(drawn)
            case str():
                return self.text(value)
            case list():
                return self.longer(value)
            case dict():
                return self.richer(value)
        return value

    def number(self) -> int | float:
        """One near a constant, mostly a new one, or one far off."""
        far = [self.random.choice((1, 1, -1)) * self.random.choice((self.random.choice(FAR), int(10 ** (7 * self.random.random()))))]
        return self.random.choice(self._one_of(self.near["new"], self.near["known"], far))

    def text(self, value: str) -> str:
        """One that a source names, written so or otherwise, one far off, or the value with something foreign in it."""
        drawn = self.random.choice(self._one_of(sorted(self.new.texts), sorted(self.known.texts), FAR_TEXTS, (FOREIGN,)))
        at = self.random.randrange(len(value) + 1)
        others = (drawn, drawn, drawn, drawn.upper(), drawn + " ", value[:at] + drawn + value[at:])
        return self.random.choice(others)

    def longer(self, value: list[Plain]) -> list[Plain]:
        """As long as a constant says, or one more; else nothing, or many, as far as what is in it is not much already: lists within lists would multiply."""
        named = [int(number) for number in self.near["new"] if 0 <= number <= LONGEST]
        length = self.random.choice(self._one_of(named, LENGTHS, LENGTHS))
        held = sum(1 for _ in _leaves(value)) or 1
        return [value[at % len(value)] for at in range(min(length, max(1, MOST_HELD * len(value) // held)))] if value else value

    def richer(self, value: dict[Plain, Plain]) -> dict[Plain, Plain]:
        """With a key that only the judged program asks for."""
        keys = sorted(self.new.keys)
        return {**value, self.random.choice(keys): self.random.choice((True, 1, "x"))} if keys else value

    def _one_of(self, new: Sequence[Drawn], *others: Sequence[Drawn]) -> Sequence[Drawn]:
        """One of the groups that are not empty; the new one as often as all others."""
        return new if new and self.random.random() < 0.5 else self.random.choice([group for group in others if group])


def fuller(template: tuple[Plain, ...], random: Random) -> tuple[Plain, ...]:
    """With further numbers in every list of whole numbers, between the least and the most of all that the input holds; other lists stay."""
    whole = [value for _, value in _leaves(template) if type(value) is int]
    for path, value in sorted(_leaves(template), key=lambda each: -len(each[0])):
        if isinstance(value, list) and value and all(type(item) is int for item in value):
            more: list[Plain] = [random.randint(min(whole), max(whole)) for _ in range(random.randint(1, ADDED))]
            template = _put(template, path, [*value, *more])
    return template


def near(named: Constants) -> list[int | float]:
    """Each number, its neighbours, ten times as much, and less than nothing."""
    around = {place for number in named.numbers for place in (number - 1, number, number + 1, number * 10, -number)}
    return sorted(around)


def beyond(templates: Sequence[tuple[Plain, ...]], known: Constants, new: Constants, seed: int, count: int) -> list[tuple[Plain, ...]]:
    """`count` inputs made of `templates`, at most; `known` is what the original names, `new` what only the judged program does."""
    drawer = _Drawer(known, new, Random(seed))
    made = {repr(each): each for each in _named(templates, drawer, int(count * NAMED_MOST))}
    for _ in range(4 * count if templates else 0):
        if len(made) >= count:
            break
        each = _redrawn(drawer.random.choice(templates), drawer)
        made.setdefault(repr(each), each)
    return list(made.values())


def _named(templates: Sequence[tuple[Plain, ...]], drawer: _Drawer, most: int) -> list[tuple[Plain, ...]]:
    """Each new constant and its neighbours in every place of a fitting type, nothing else being changed: in one row of a list, and in all."""
    places: dict[tuple[Path, str], list[tuple[tuple[Plain, ...], list[Path]]]] = {}
    for template in templates:
        rows: dict[tuple[Path, str], list[Path]] = {}
        for path, value in _leaves(template):
            if type(value) in (int, float, str):
                rows.setdefault((_kind_of(path, template), type(value).__name__), []).append(path)
        for place, paths in rows.items():
            places.setdefault(place, []).append((template, paths))
    made = []
    for (_, kind), found in places.items():
        values: Sequence[Plain] = sorted(drawer.new.texts) if kind == "str" else drawer.near["new"]
        for value in values:
            fitting = float(value) if kind == "float" else int(value) if kind == "int" else value  # type: ignore[arg-type]
            for number in range(NAMED_EACH):
                template, paths = drawer.random.choice(found)
                for path in paths if number % 2 else [drawer.random.choice(paths)]:
                    template = _put(template, path, fitting)
                made.append(template)
    drawer.random.shuffle(made)
    return made[:most]


def _redrawn(template: tuple[Plain, ...], drawer: _Drawer) -> tuple[Plain, ...]:
    """A template with some of its values drawn anew: one, a few or nearly all; or with all its numbers larger."""
    if drawer.random.random() < SCALED:
        factor = drawer.random.choice(FACTORS)
        return tuple(_scaled(value, factor) for value in template)
    often = drawer.random.choice((0.15, 0.4, 0.8))
    places = list(_leaves(template))
    chosen = [path for path, _ in places if drawer.random.random() < often] or [path for path, _ in places[:1]]
    for path in sorted(chosen, key=len, reverse=True):  # the inner ones first: a list that gets longer takes them along
        template = _put(template, path, drawer.instead_of(_at(template, path)))
    return template


def _scaled(value: Plain, factor: int) -> Plain:
    match value:
        case bool():
            return value
        case int() | float():
            return value * factor
        case list():
            return [_scaled(item, factor) for item in value]
        case tuple():
            return tuple(_scaled(item, factor) for item in value)
        case dict():
            return {key: _scaled(item, factor) for key, item in value.items()}
    return value


def _leaves(value: Plain, path: Path = ()) -> Iterator[tuple[Path, Plain]]:
    """Every value with its path, lists and mappings themselves, too."""
    match value:
        case list() | tuple():
            if isinstance(value, list):
                yield path, value
            for at, item in enumerate(value):
                yield from _leaves(item, (*path, at))
        case dict():
            yield path, value
            for key, item in value.items():
                if isinstance(key, str):
                    yield from _leaves(item, (*path, key))
        case _:
            yield path, value


def _kind_of(path: Path, template: Any) -> Path:
    """The path with every index of a list replaced by one: the rows of a table have the same columns."""
    kind: list[int | str] = []
    for step in path:
        kind.append(0 if isinstance(template, list) else step)
        template = template[step]
    return tuple(kind)


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _put(value: Any, path: Path, new: Plain) -> Any:
    """The value with another one at the path."""
    if not path:
        return new
    step, *rest = path
    match value:
        case dict():
            return {**value, step: _put(value[step], tuple(rest), new)}
        case list() | tuple():
            return type(value)(_put(item, tuple(rest), new) if at == step else item for at, item in enumerate(value))
    return value
