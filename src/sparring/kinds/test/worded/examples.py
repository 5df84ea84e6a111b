"""Concrete examples in a line of a list: "1000 cents among three: 334, 333, 333", "'1H' is 3600".

Nobody can write down every amount that somebody may choose, so an author says which amounts make the case, and the rule is worked out with the numbers of the line:

    numbers = "cents people: cents % people == 1 -> cents // people + 1"

The names take the line's numbers in their order; where the condition holds the line names the situation, and where the value behind the arrow stands among the numbers
that follow it names what comes out. Texts in quotation marks are told by a pattern of the shell (`literals = ["*[0-9][DHMS]"]`).
"""

import ast
import operator
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fnmatch import fnmatchcase
from functools import cache

LARGEST = 10**18
"""Larger numbers of a line are not worked with."""
_WORDS = {
    word: number
    for number, words in {
        0: "zero", 1: "one", 2: "two due", 3: "three tre", 4: "four quattro", 5: "five cinque", 6: "six sei", 7: "seven sette", 8: "eight otto", 9: "nine nove",
        10: "ten dieci", 11: "eleven undici", 12: "twelve dodici", 20: "twenty venti", 100: "hundred cento", 1000: "thousand mille",
    }.items()
    for word in words.split()
}  # fmt: skip
_NUMBER = re.compile(r"(?<![\w.])[-−]?\d+(?![\w])(?!\.\d)|\b[a-z]+\b", re.IGNORECASE)
_QUOTES = "\"'`“”«»’‘ "
_VALUE = r"""(?:"[^"\n]+"|“[^”\n]+”|«[^»\n]+»|`[^`\n]+`|'[^'\n]+'|[^\s"'“”«»`,;:()]+)"""
_VERBS = "gives? becomes? returns? yields? is dà dare diventa diventare restituisce restituire ritorna è".replace(" ", "|")
_GIVING = rf"(?:[-=]>|→|⇒|==?|(?:(?:should|must|will|deve|dovrebbe)\s+)?\b(?:{_VERBS})\b(?!\s+(?:{_VERBS})\b)(?:\s+still|\s+ancora)?)"
_EXAMPLE = re.compile(rf"(?P<given>{_VALUE})\)?\s*{_GIVING}\s+(?P<says>{_VALUE})", re.IGNORECASE)
_NUMBERED = re.compile(r"\d")
LIKE = 0.6
"""From which likeness to what goes in, or to what comes out, a word is taken for a value."""
_LITERAL = re.compile(r"\"([^\"\n]*)\"|“([^”\n]*)”|«([^»\n]*)»|`([^`\n]*)`|(?<!\w)'([^'\n]*)'(?!\w)|(?<!\w)(\d+[a-z]\w*)", re.IGNORECASE)
_BINARY: dict[type[ast.AST], Callable[[int, int], int]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod,
}  # fmt: skip
_COMPARE: dict[type[ast.AST], Callable[[int, int], bool]] = {
    ast.Eq: operator.eq, ast.NotEq: operator.ne, ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
}  # fmt: skip


class RuleError(ValueError):
    """A rule for numbers that cannot be read. The text says which part."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Numbers that make a case: names for those of the line, a condition on them, and what must come out (None: the rule does not say)."""

    names: tuple[str, ...]
    condition: ast.expr
    result: ast.expr | None

    def names_situation(self, found: Sequence[int]) -> bool:
        """Whether the line's numbers are such an example."""
        return len(found) >= len(self.names) and bool(self._value(self.condition, found))

    def names_result(self, found: Sequence[int]) -> bool:
        """Whether the value that must come out stands behind them."""
        if self.result is None or not self.names_situation(found):
            return False
        return self._value(self.result, found) in found[len(self.names) :]

    def _value(self, tree: ast.expr, found: Sequence[int]) -> int | None:
        try:
            return _value(tree, dict(zip(self.names, found, strict=False)))
        except ZeroDivisionError:
            return None


@cache
def read_rule(source: str) -> Rule:
    """The rule that an author wrote; RuleError if it is none."""
    head, colon, rest = source.partition(":")
    condition, arrow, result = rest.partition("->")
    names = tuple(head.split())
    if not colon or not names or not all(name.isidentifier() for name in names):
        raise RuleError(head)
    return Rule(names, _tree(condition, names), _tree(result, names) if arrow else None)


def _tree(text: str, names: Sequence[str]) -> ast.expr:
    try:
        tree = ast.parse(text.strip(), mode="eval").body
        _value(tree, dict.fromkeys(names, 1))
    except ZeroDivisionError:
        return tree
    except (SyntaxError, KeyError, ValueError) as error:
        raise RuleError(text.strip()) from error
    return tree


def _value(tree: ast.expr, names: dict[str, int]) -> int:
    match tree:
        case ast.Constant(value=int(value)):
            return value
        case ast.Name(id=name):
            return names[name]
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            return _BINARY[type(op)](_value(left, names), _value(right, names))
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in _COMPARE:
            return _COMPARE[type(op)](_value(left, names), _value(right, names))
        case ast.BoolOp(op=op, values=values):
            found = [_value(value, names) for value in values]
            return all(found) if isinstance(op, ast.And) else any(found)
    raise ValueError(ast.unparse(tree))


def numbers(text: str) -> tuple[int, ...]:
    """The whole numbers of a line in their order, in digits or in words."""
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[int]:
    for found in _NUMBER.finditer(text):
        word = found.group()
        if word[-1].isdigit() and abs(number := int(word.replace("−", "-"))) <= LARGEST:
            yield number
        elif word.lower() in _WORDS:
            yield _WORDS[word.lower()]


@dataclass(frozen=True, slots=True)
class Example:
    """What a line says goes in, and what it says comes out."""

    given: str
    says: str


def example(text: str) -> Example | None:
    """The line's example of one value: what stands before and behind "gives"; None where it has none."""
    found = _EXAMPLE.search(text)
    if found is None:
        return None
    before = text[: found.start()].split()
    if before and found["given"][0] not in _QUOTES and _NUMBERED.search(before[-1]):
        return None  # "1h 30m is 5400": what goes in has begun before
    given, says = (found[name].strip(_QUOTES) for name in ("given", "says"))
    return Example(given, says.rstrip(".,;")) if given and says.rstrip(".,;") else None


def contradicts(one: Example, right: str) -> bool:
    """Whether the value that is said to come out is another than the right one. What does not look like either value is no value ("an error")."""
    if one.says == right:
        return False
    if right.endswith("Error"):
        return one.says.lstrip("-").isdigit()
    if right.lstrip("-").isdigit():
        return one.says.lstrip("-").isdigit() and int(one.says) != int(right)
    return max(SequenceMatcher(None, one.says, other).ratio() for other in (one.given, right)) >= LIKE


def literals(text: str) -> tuple[str, ...]:
    """What stands in quotation marks, and words that begin with digits ("1h30m")."""
    return tuple(next(part for part in found.groups() if part is not None) for found in _LITERAL.finditer(text))


def shown(patterns: Sequence[str], text: str) -> bool:
    """Whether a literal of a line is like one of the patterns."""
    return any(fnmatchcase(literal, pattern) for literal in literals(text) for pattern in patterns)
