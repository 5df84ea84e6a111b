"""What a demonstration may hold: at most eight lines of the candidate's own, nothing that would disturb the check which stands beside it.

The check looks at the candidate's objects from inside the same interpreter, so a program that replaces the library or looks for the check could answer for
it. Eight lines that show how Python works need none of that: it is refused before anything runs, and said which word.
"""

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass

from sparring.core.text import Message

MOST_LINES = 8
LONGEST = 120
MODULES = frozenset("builtins importlib ctypes os atexit inspect unittest types code codeop runpy pdb bdb marshal".split())
NAMES = frozenset("exec eval compile globals locals open input __import__ __builtins__ __loader__ __spec__ breakpoint exit quit".split())
ATTRIBUTES = frozenset(
    "modules settrace setprofile _getframe _current_frames get_objects get_referrers tb_frame f_back f_globals f_locals f_builtins gi_frame cr_frame ag_frame "
    "__globals__ __builtins__ __subclasses__ __import__ __loader__ __spec__".split()
)
KEPT_AS_THEY_ARE = frozenset("__code__ __defaults__ __kwdefaults__".split())
"""What may be looked at and not replaced."""
SYS = frozenset("getsizeof getrefcount intern version_info maxsize".split())
"""All that `sys` is good for here."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Why the lines are not run, and where (0: nowhere in particular)."""

    message: Message
    line: int


def refused(source: str) -> Refused | None:
    """Why these lines are no demonstration; None if they may be run. They are known to be text, not to be Python."""
    lines = _lines(source)
    if not lines:
        return Refused(Message("explain.demo-empty"), 0)
    if len(lines) + _joined(source) > MOST_LINES:
        return Refused(Message("explain.demo-too-long", {"lines": len(lines) + _joined(source), "most": MOST_LINES}), 0)
    for number, line in enumerate(source.splitlines(), 1):
        if len(line) > LONGEST:
            return Refused(Message("explain.demo-wide", {"most": LONGEST}), number)
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return Refused(Message("explain.demo-unreadable", {"what": str(getattr(error, "msg", error))}), getattr(error, "lineno", 0) or 0)
    found = next(_forbidden(tree), None)
    return Refused(Message("explain.demo-refused", {"name": found[0]}), found[1]) if found else None


def _lines(source: str) -> list[str]:
    """The lines that hold something; comments are free."""
    return [line for line in source.splitlines() if line.strip() and not line.lstrip().startswith("#")]


def _joined(source: str) -> int:
    """How many lines were joined by a semicolon."""
    try:
        return sum(token.string == ";" for token in tokenize.generate_tokens(io.StringIO(source).readline))
    except (tokenize.TokenError, SyntaxError):
        return 0


def _forbidden(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Every word that would disturb the check, with its line."""
    names = [name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names]
    modules = {(name.asname or name.name).partition(".")[0] for name in names}
    system = {name.asname or name.name for name in names if name.name == "sys"}
    taken = {name.asname or name.name for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) for name in node.names}
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        match node:
            case ast.Import() | ast.ImportFrom():
                yield from ((name, node.lineno) for name in _imports(node))
            case ast.Name(id=name) if name in NAMES or (name in modules and id(node) not in inner):
                yield name, node.lineno
            case ast.Attribute(value=ast.Name(id=base), attr=attr) if (base in system and attr not in SYS) or (
                base in modules and attr == "__dict__"
            ):
                yield f"{base}.{attr}", node.lineno
            case ast.Attribute(attr=attr) if attr in ATTRIBUTES:
                yield attr, node.lineno
            case ast.Attribute(attr=attr, ctx=ast.Store() | ast.Del()) if attr in KEPT_AS_THEY_ARE or _root(node) in modules | taken:
                yield ast.unparse(node), node.lineno


def _imports(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    """What may not be imported."""
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names if name.name.partition(".")[0] in MODULES)
        return
    module = node.module or ""
    if module.partition(".")[0] in MODULES:
        yield module
    yield from (name.name for name in node.names if name.name in ATTRIBUTES or (module == "sys" and name.name not in SYS))


def _root(node: ast.expr) -> str:
    """The name that a chain of attributes begins with; '' if it begins otherwise."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
