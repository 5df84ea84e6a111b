"""Reading a piece of code for its facts: whose names stand in it, what it calls, which resources it touches."""

import ast
import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sparring.language.text import STOPWORDS
from sparring.portfolio.check import Subject
from sparring.portfolio.sources import Function, Source

DEEP = 3
"""How many calls to functions of the same file are followed."""
WIDTH = 90
MOST_TEXT = 2_000
_NAME = re.compile(r"[^\W\d_]\w*")
_LITERAL = re.compile(r"[^\W_][\w-]*")
_STATEMENT = re.compile(r"\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE TABLE)\b")
_PARTS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_A-Za-z]+")
_STATEMENTS = ("body", "orelse", "finalbody")
_HARMLESS = frozenset(
    "len str int float bool list dict set tuple sorted min max sum range enumerate zip print repr abs round isinstance any all get append pop popleft"
    " appendleft add update setdefault clear remove extend insert discard items keys values copy join split strip format lower upper monotonic time"
    " now perf_counter uuid4 hexdigest sha256 md5 encode decode move_to_end defaultdict deque Counter OrderedDict super next iter reversed hash id".split()
)
_OFTEN = frozenset(
    "execute commit close open read write send run filter all first count load dump save delete fit transform predict connect main".split()
)
MUTATING = frozenset(
    "append appendleft add update pop popitem popleft remove discard clear insert extend setdefault move_to_end sort reverse increment incr".split()
)


@dataclass
class Facts:
    """What stands in the code that a question is about. `flags`: what is so (`threading`, `formatted`), `names`: the words for things of this code that answers may
    name, by role (`guarded`: what stands under the lock), `says`: what a reply quotes (`with_line`, `with_code`), `missing`: mechanisms that nothing in the repository shows.
    """

    flags: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    says: dict[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()

    def flag(self, name: str, on: object = True) -> None:
        """That something is so."""
        if on and name not in self.flags:
            self.flags = (*self.flags, name)

    def name(self, role: str, identifiers: Iterable[str], *, plain: Iterable[str] = ()) -> None:
        """How an answer may name these; `plain`: words as they are."""
        words = dict.fromkeys(form for one in identifiers for form in spoken(one))
        self.names[role] = tuple(dict.fromkeys((*self.names.get(role, ()), *words, *plain)))

    def literal(self, role: str, identifiers: Iterable[str]) -> None:
        """Names as they are written, and with blanks for underscores."""
        forms = {name.strip("_").lower() for name in identifiers} | {
            "-".join(parts_of(name)) for name in identifiers if len(parts_of(name)) > 1
        }
        self.names[role] = tuple(sorted(form for form in forms if _LITERAL.fullmatch(form)))

    def without(self, role: str, *others: str) -> None:
        """Take the words of other roles out of one."""
        taken = {word for other in others for word in self.names.get(other, ())}
        parts = {part for word in taken for part in word.rstrip("*").split("-")}
        self.names[role] = tuple(word for word in self.names.get(role, ()) if word not in taken and not parts & set(word.split("-")))

    def show(self, name: str, source: Source, line: int, text: str = "", away: bool = False) -> None:
        """The line that a reply points at, under `name`; with its file, where that is another one (`away`)."""
        code = text or source.place(line).excerpt
        code = "".join(c if c.isprintable() else " " for c in code).replace("`", "'")
        self.says[f"{name}_line"] = f"{line} ({source.path})" if away else str(line)
        self.says[f"{name}_code"] = code if len(code) <= WIDTH else code[: WIDTH - 1] + "…"


@dataclass(frozen=True)
class At:
    """Where a question points: the file, the line, the whole repository; `name`: what the question names, if anything."""

    source: Source
    line: int
    subject: Subject
    name: str = ""


@cache
def _tables() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("things.toml").read_text(encoding="utf-8"))
    return found


def parts_of(identifier: str) -> list[str]:
    """The words in an identifier, in small letters."""
    return [part.lower() for part in _PARTS.findall(identifier)]


def spoken(identifier: str) -> Iterator[str]:
    """How an identifier may stand in an answer: as it is, its words one by one, the words of either language for them. None where that says nothing."""
    bare = identifier.strip("_")
    parts = parts_of(bare)
    if len(bare) > 1 and _NAME.fullmatch(bare) and bare.lower() not in STOPWORDS["en"] | STOPWORDS["it"]:
        yield bare.lower()
    if len(parts) > 1:
        yield "-".join(parts)
    said = _tables()["said"]
    for part in parts:
        for form in (part, part.removesuffix("s"), part.removesuffix("es"), part.removesuffix("ies") + "y"):
            if form in said:
                yield from said[form].split()
                break
    last = parts[-1] if parts else ""
    if len(parts) > 1 and len(last) > 3 and last not in _tables()["hollow"]["words"].split():
        yield last


def last(func: ast.expr) -> str:
    """The name at the end of what is called or used."""
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def dotted(expr: ast.expr) -> str:
    """`a.b.c`; calls and subscripts on the way are left out."""
    if isinstance(expr, ast.Attribute):
        return f"{dotted(expr.value)}.{expr.attr}".lstrip(".")
    if isinstance(expr, ast.Call):
        return dotted(expr.func)
    if isinstance(expr, ast.Subscript):
        return dotted(expr.value)
    return expr.id if isinstance(expr, ast.Name) else ""


def inside(nodes: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """These nodes and all below."""
    for node in nodes:
        yield from ast.walk(node)


def identifiers(nodes: Iterable[ast.AST]) -> set[str]:
    """Every name in these nodes: variables, attributes, keywords, parameters, the words of texts that are no prose (keys, SQL)."""
    found: set[str] = set()
    for node in inside(nodes):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.arg | ast.keyword):
            found.add(node.arg or "")
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and (" " not in node.value or _STATEMENT.search(node.value)):
            found.update(_NAME.findall(node.value[:MOST_TEXT]))
    return found - {""}


def withs(source: Source) -> list[ast.With | ast.AsyncWith]:
    """Every `with` of the file."""
    return [*source.of(ast.With), *source.of(ast.AsyncWith)]


def loops(source: Source) -> list[ast.For | ast.AsyncFor]:
    """Every `for` of the file."""
    return [*source.of(ast.For), *source.of(ast.AsyncFor)]


def given(source: Source) -> list[tuple[ast.expr, ast.expr]]:
    """What is assigned in the file: each target with its value."""
    plain = [(target, node.value) for node in source.of(ast.Assign) for target in node.targets]
    return [*plain, *((node.target, node.value) for node in source.of(ast.AnnAssign) if node.value is not None)]


def calls(nodes: Iterable[ast.AST]) -> list[ast.Call]:
    """The calls in these nodes, in order of their lines."""
    return sorted((node for node in inside(nodes) if isinstance(node, ast.Call)), key=lambda call: (call.lineno, call.col_offset))


def enclosing(source: Source, line: int) -> Function | None:
    """The innermost function around a line, its decorators included."""
    around = [f for f in source.functions if _first(f) <= line <= (f.end_lineno or f.lineno)]
    return max(around, key=lambda f: f.lineno, default=None)


def _first(function: Function) -> int:
    return min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])


def followed(at: At, nodes: Sequence[ast.AST]) -> tuple[list[ast.AST], bool]:
    """The nodes and the functions of the program that they call, some deep; and whether a call leads somewhere that is not known."""
    known = {name: function for name, function in at.subject.sources.single.items() if name not in _HARMLESS | _OFTEN}
    own = {**known, **{function.name: function for function in at.source.functions}}
    found, seen, todo, opaque = list(nodes), set[str](), list(nodes), False
    for _ in range(DEEP):
        following: list[ast.AST] = []
        for call in calls(todo):
            name = last(call.func)
            if name in own and name not in seen:
                seen.add(name)
                following.append(own[name])
            elif name not in own and name not in _HARMLESS and not resources(identifiers([call])):
                opaque = True
        found += following
        todo = following
    return found, opaque


def home(at: At, node: ast.AST) -> Source:
    """The file that a node stands in."""
    others = (one for one in at.subject.sources.program if one is not at.source and any(other is node for other in one.of(type(node))))
    return next(others, at.source)


@cache
def _resource_patterns() -> tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]:
    code, words = _tables()["code"], _tables()["words"]
    return tuple((name, re.compile(pattern, re.IGNORECASE), tuple(words[name].split())) for name, pattern in code.items())


def resources(names: Iterable[str]) -> set[str]:
    """Which resources these identifiers speak of: database, network, file, queue, log."""
    listed = list(names)
    return {resource for resource, pattern, _ in _resource_patterns() if any(pattern.search(name) for name in listed)}


def resource_words(wanted: Iterable[str]) -> list[str]:
    """How answers name resources."""
    some = set(wanted)
    return [word for resource, _, words in _resource_patterns() if resource in some for word in words]


def every_resource() -> set[str]:
    """All that are known."""
    return {resource for resource, _, _ in _resource_patterns()}


def module_of(source: Source, func: ast.expr) -> str:
    """The top-level module that a called name comes from ("" if unknown): `threading` for `threading.Lock`, `t.Lock` and a bare `Lock` alike."""
    root = dotted(func).split(".")[0]
    for node in source.of(ast.Import):
        for alias in node.names:
            if (alias.asname or alias.name.split(".")[0]) == root:
                return alias.name.split(".")[0]
    for origin in source.of(ast.ImportFrom):
        for alias in origin.names:
            if (alias.asname or alias.name) == root:
                return (origin.module or "").split(".")[0]
    return ""


def keyword(call: ast.Call, name: str) -> ast.expr | None:
    """The value of a keyword of a call."""
    return next((one.value for one in call.keywords if one.arg == name), None)


def blocks(nodes: Iterable[ast.AST]) -> Iterator[list[ast.stmt]]:
    """Every list of statements in these nodes."""
    for node in inside(nodes):
        for name in _STATEMENTS:
            block = getattr(node, name, None)
            if isinstance(block, list) and block:
                yield block
