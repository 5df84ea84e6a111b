"""Facts of a lock: of which kind it is, what stands under it, what of that is touched without it too."""

import ast
from collections.abc import Iterable, Iterator, Sequence

from sparring.portfolio.facts.code import (
    MUTATING,
    At,
    Facts,
    blocks,
    calls,
    dotted,
    enclosing,
    every_resource,
    followed,
    given,
    home,
    identifiers,
    inside,
    last,
    module_of,
    resource_words,
    resources,
    withs,
)
from sparring.portfolio.sources import Source

LOCKS = ("Lock", "RLock", "Semaphore", "BoundedSemaphore", "select_for_update")
_WAITS = ("sleep", "urlopen", "execute", "commit", "send", "sendall", "recv", "open", "read_text", "write_text", "save")
_SHAPES = {
    "dict": "dictionary dizionario dict mappa",
    "list": "list lista elenco",
    "set": "set insieme",
    "int": "counter contatore contator* count conteggio",
    "deque": "queue coda deque",
}


def lock(at: At) -> Facts:
    """Flags: threading, asyncio, multiprocessing, row; in-memory; reentrant, plain, bounds (a semaphore: so many at once, nothing exclusive); bodies, outside, part, waits, quick,
    opaque, several. Names: `guarded`, `holder` (the functions that take it), `outer` (those that touch what it guards without it), `slow` (what waits under it), `slots`, `held`.
    """
    source, line = at.source, at.line
    facts = Facts()
    call = next((one for one in source.of(ast.Call) if one.lineno == line and last(one.func) in LOCKS), None)
    if call is None:
        return facts
    _kind(source, call, facts)
    facts.flag("several", len([one for one in source.of(ast.Call) if last(one.func) in LOCKS]) > 1)
    bodies = list(_bodies(source, call))
    if bodies:
        facts.flag("bodies")
        facts.name("holder", [function.name for function in source.functions if _holds(function, bodies)])
        if "bounds" in facts.flags:
            _bounded(at, call, bodies, facts)
            return facts
        _guarded(at, bodies, facts)
        _waiting(at, bodies, facts)
    return facts


def _bounded(at: At, call: ast.Call, bodies: Sequence[list[ast.stmt]], facts: Facts) -> None:
    """How many a semaphore lets in, and to what."""
    size = call.args[0] if call.args else call.keywords[0].value if call.keywords else ast.Constant(1)
    numbers = [str(node.value) for node in ast.walk(size) if isinstance(node, ast.Constant)]
    facts.name("slots", identifiers([size]), plain=numbers)
    facts.says["slots"] = ast.unparse(size)[:40]
    made = [one for body in bodies for one in calls(body)]
    facts.name(
        "held", sorted({last(one.func) for one in made} - {""}), plain=resource_words(resources(identifiers(one.func for one in made)))
    )
    facts.show("with", at.source, bodies[0][0].lineno)


def _kind(source: Source, call: ast.Call, facts: Facts) -> None:
    name, module = last(call.func), module_of(source, call.func)
    if name == "select_for_update":
        facts.flag("row")
        return
    for one in ("threading", "asyncio", "multiprocessing"):
        facts.flag(one, module == one)
    facts.flag("in-memory", module in ("threading", "asyncio"))
    facts.flag("reentrant", name == "RLock" and module != "asyncio")
    facts.flag("plain", name == "Lock")
    size = call.args[0] if call.args else None
    alone = size is None or (isinstance(size, ast.Constant) and size.value == 1)
    facts.flag("bounds", "emaphore" in name and not (alone and not call.keywords))
    facts.says["module"] = module or "?"
    facts.says["kind"] = name


def _bound(source: Source, call: ast.Call) -> str:
    """The variable or attribute that the lock is kept in."""
    found = (last(target) for target, value in given(source) if any(one is call for one in ast.walk(value)))
    return next(found, "")


def _bodies(source: Source, call: ast.Call) -> Iterator[list[ast.stmt]]:
    """The statements that run while the lock is held."""
    if last(call.func) == "select_for_update":
        yield from _atomic(source, call)
        return
    name = _bound(source, call)
    for node in withs(source):
        if any((name and last(_base(item.context_expr)) == name) or item.context_expr is call for item in node.items):
            yield node.body
    for block in blocks(source.nodes[:1]) if name else ():
        for number, statement in enumerate(block):
            if isinstance(statement, ast.Expr | ast.Assign | ast.If) and _acquires(statement, name):
                yield _until_release(block[number + 1 :], name)


def _base(expr: ast.expr) -> ast.expr:
    while isinstance(expr, ast.Subscript):
        expr = expr.value
    return expr


def _acquires(statement: ast.stmt, name: str) -> bool:
    head: ast.AST = statement.test if isinstance(statement, ast.If) else statement
    return any(dotted(one.func).endswith(f"{name}.acquire") for one in calls([head]))


def _until_release(rest: list[ast.stmt], name: str) -> list[ast.stmt]:
    held = []
    for statement in rest:
        if isinstance(statement, ast.Expr) and dotted(statement.value).endswith(f"{name}.release"):
            break
        held.append(statement)
    return held


def _atomic(source: Source, call: ast.Call) -> Iterator[list[ast.stmt]]:
    """Rows stay locked until the transaction ends: the `with` around, else the function."""
    around = [node for node in source.of(ast.With) if node.lineno <= call.lineno <= (node.end_lineno or 0)]
    function = enclosing(source, call.lineno)
    if around:
        yield around[-1].body
    elif function:
        yield function.body


def _guarded(at: At, bodies: Sequence[list[ast.stmt]], facts: Facts) -> None:
    source = at.source
    statements = [statement for body in bodies for statement in body]
    nodes, opaque = followed(at, statements)
    facts.flag("opaque", opaque)
    held = _mutated(nodes)
    shared = {name for name in held if name in _data(source)} or held or _read(nodes, source)
    facts.name("guarded", sorted(shared), plain=_shapes(source, shared))
    facts.name("body", sorted(identifiers(nodes)))
    if "row" in facts.flags:
        facts.name("guarded", identifiers(nodes) & _models(source), plain="row rows riga righe record".split())
    first = bodies[0][0] if bodies[0] else None
    if first is not None:
        facts.show("with", source, _telling(bodies[0], shared).lineno)
        facts.says["guarded"] = ", ".join(f"`{name}`" for name in sorted(shared)[:2])
    _outside(source, bodies, nodes, shared, facts)
    used = resources(identifiers(nodes)) | resources(_initial(source, shared))
    facts.name("elsewhere", (), plain=() if opaque else resource_words(every_resource() - used))
    facts.name("elsewhere", sorted((_data(source) | _tables(source)) - identifiers(nodes) - shared))
    facts.without("elsewhere", "guarded", "body")
    facts.flag("shared-state", shared)
    held = identifiers(nodes) | identifiers(statements)
    facts.literal("unheld", {dotted(call.func) for call in source.of(ast.Call)} - {dotted(call.func) for call in calls(nodes)} - held)
    facts.literal(
        "unheld",
        {
            *facts.names["unheld"],
            *(function.name for function in source.functions if function.name not in held and not _holds(function, bodies)),
        },
    )
    holding = {function.name for function in source.functions if _holds(function, bodies)}
    facts.names["unheld"] = tuple(name for name in facts.names["unheld"] if name not in holding)
    facts.without("unheld", "guarded", "body")


def _holds(function: ast.AST, bodies: Sequence[list[ast.stmt]]) -> bool:
    """Whether a function takes the lock itself."""
    inner = {id(node) for node in ast.walk(function)}
    return any(id(statement) in inner for body in bodies for statement in body)


def _telling(body: list[ast.stmt], shared: set[str]) -> ast.stmt:
    """The first statement of a body that touches what it guards."""
    return next((one for one in body if identifiers([one]) & shared), body[0])


def _mutated(nodes: Iterable[ast.AST]) -> set[str]:
    """What these nodes change: names and attributes that are stored to, or called to change themselves."""
    found: set[str] = set()
    for node in inside(nodes):
        targets: list[ast.expr] = []
        if isinstance(node, ast.Assign):
            targets = list(node.targets)
        elif isinstance(node, ast.AugAssign | ast.AnnAssign):
            targets = [node.target]
        elif isinstance(node, ast.Delete):
            targets = list(node.targets)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATING:
            targets = [node.func.value]
        for target in targets:
            found |= {last(_base(one)) for one in (target.elts if isinstance(target, ast.Tuple) else [target])}
    return found - {""}


def _read(nodes: Iterable[ast.AST], source: Source) -> set[str]:
    return {name for name in identifiers(nodes) if name in _data(source)}


def _data(source: Source) -> set[str]:
    """The names that outlive a call: assigned in the module or kept in an object."""
    found: set[str] = set()
    module = source.nodes[0] if source.nodes else None
    tops = [one for one in getattr(module, "body", []) if isinstance(one, ast.Assign | ast.AnnAssign)]
    classes = [one for node in source.of(ast.ClassDef) for one in node.body if isinstance(one, ast.Assign | ast.AnnAssign)]
    for node in [*tops, *classes, *source.of(ast.Assign), *source.of(ast.AnnAssign), *source.of(ast.AugAssign)]:
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            for one in target.elts if isinstance(target, ast.Tuple) else [target]:
                kept = _base(one)
                if isinstance(kept, ast.Attribute) or (isinstance(kept, ast.Name) and (node in tops or node in classes)):
                    found.add(last(kept))
    for declared in source.of(ast.Global):
        found |= set(declared.names)
    locks = {last(target) for target, value in given(source) if isinstance(value, ast.Call) and last(value.func) in LOCKS}
    return found - locks - {"app", "logger", "log"}


def _tables(source: Source) -> set[str]:
    from sparring.portfolio.facts.queries import tables_in

    return {name for node in source.of(ast.Constant) if isinstance(node.value, str) for name in tables_in(node.value)}


def _models(source: Source) -> set[str]:
    return {alias.name for node in source.of(ast.ImportFrom) for alias in node.names if alias.name[:1].isupper()} | {
        node.name for node in source.of(ast.ClassDef)
    }


def _values(source: Source, names: set[str]) -> list[ast.expr]:
    return [value for target, value in given(source) if last(target) in names]


def _initial(source: Source, names: set[str]) -> set[str]:
    """The identifiers that these names are first made with."""
    return identifiers(_values(source, names))


def _shapes(source: Source, names: set[str]) -> list[str]:
    """How the kind of thing is called that is guarded."""
    found: list[str] = []
    for value in _values(source, names):
        made = last(value.func) if isinstance(value, ast.Call) else type(value.value).__name__ if isinstance(value, ast.Constant) else ""
        made = {ast.Dict: "dict", ast.List: "list", ast.Set: "set"}.get(type(value), made)
        made = {"defaultdict": "dict", "OrderedDict": "dict", "Counter": "dict", "float": "int"}.get(made, made)
        found += _SHAPES.get(made, "").split()
    return found


def _outside(source: Source, bodies: Sequence[list[ast.stmt]], nodes: Iterable[ast.AST], shared: set[str], facts: Facts) -> None:
    """What is guarded and touched without the lock as well, by functions that are not only called under it; and whether more stands in the function than the body."""
    held = {id(one) for one in inside(nodes)}
    inits = {id(one) for function in source.functions if function.name in ("__init__", "__post_init__") for one in ast.walk(function)}
    for function in source.functions:
        for node in ast.walk(function):
            if (
                isinstance(node, ast.Name | ast.Attribute)
                and last(node) in shared
                and id(node) not in held | inits
                and _is_kept(node, source)
            ):
                facts.flag("outside")
                facts.name("outer", [] if _holds(function, bodies) else [function.name])
                if "out_line" not in facts.says:
                    facts.show("out", source, node.lineno)
    around = enclosing(source, bodies[0][0].lineno) if bodies[0] else None
    facts.flag("part", around is not None and len(around.body) > 1 + _docstring(around.body))
    facts.says["body_line"] = str(bodies[0][0].lineno) if bodies[0] else ""
    facts.says["end_line"] = str(bodies[0][-1].end_lineno) if bodies[0] else ""


def _is_kept(node: ast.Name | ast.Attribute, source: Source) -> bool:
    """Whether it is the object's or the module's, and no local variable of the same name."""
    return isinstance(node, ast.Attribute) or last(node) in _data(source)


def _docstring(body: list[ast.stmt]) -> int:
    return int(isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant))


def _waiting(at: At, bodies: Sequence[list[ast.stmt]], facts: Facts) -> None:
    """Whether the body waits for something outside, and where."""
    nodes, opaque = followed(at, [statement for body in bodies for statement in body])
    for call in calls(nodes):
        source = home(at, call)
        root = module_of(source, call.func)
        if last(call.func) in _WAITS or root in ("requests", "httpx", "urllib", "subprocess", "smtplib", "socket"):
            facts.flag("waits")
            facts.show("wait", source, call.lineno, away=source is not at.source)
            _slow(at, call, nodes, facts)
            return
    facts.flag("quick", not opaque and not any(isinstance(one, ast.Await) for one in inside(nodes)))


_SAID = {
    "network": "http request requests richiesta richieste chiamata call".split(),
    "database": "query queries commit".split(),
}


def _slow(at: At, call: ast.Call, nodes: Iterable[ast.AST], facts: Facts) -> None:
    """How answers name what waits under the lock; `slow-only`: where nothing of the sort stands outside of it in the file."""
    used = resources(identifiers([call.func]))
    used = used & {"network", "database", "file"}
    said = [*resource_words(used), *(word for one in used for word in _SAID.get(one, ()))]
    facts.name("slow", {last(call.func)}, plain=said)
    held = {id(one) for one in inside(nodes)}
    others = [one for one in at.source.of(ast.Call) if id(one) not in held]
    alike = [one for one in others if last(one.func) == last(call.func) or resources(identifiers([one.func])) & used]
    if not alike and home(at, call) is at.source:
        facts.names["slow_only"] = facts.names["slow"]
