"""Facts of what is kept: a global and who writes it, a cache and what its values come from."""

import ast

from sparring.portfolio.facts.code import (
    MUTATING,
    At,
    Facts,
    calls,
    dotted,
    enclosing,
    followed,
    identifiers,
    keyword,
    last,
    resource_words,
    resources,
    withs,
)
from sparring.portfolio.facts.locks import LOCKS
from sparring.portfolio.sources import Function, Source

_UNLIMITED = "none unbounded illimitat* unlimited !limit !bound !limite !bounded !limits grow* cresc* !maxsize".split()
_CACHES = ("lru_cache", "cache", "cached", "cache_page", "cached_property")


def global_state(at: At) -> Facts:
    """Flags: written, several-writers, locked (every write stands under a lock), part-locked, unlocked, mutable. Names: the global, who writes it, who reads it."""
    source, line = at.source, at.line
    facts = Facts()
    name = next((node.names[0] for node in source.of(ast.Global) if node.lineno == line), "")
    if not name:
        return facts
    writes = [(function, at) for function in source.functions for at in _writes(function, name)]
    writers = list(dict.fromkeys(function.name for function, _ in writes))
    reading = [function.name for function in source.functions if name in identifiers(function.body) and function.name not in writers]
    facts.flag("written", writers)
    facts.flag("several-writers", len(writers) > 1)
    held = [at for _, at in writes if _under_lock(source, at)]
    facts.flag("locked", writes and len(held) == len(writes))
    facts.flag("part-locked", held and len(held) < len(writes))
    facts.flag("unlocked", not held)
    facts.flag("steady", writes and all(_steady(function, name) for function, _ in writes))
    facts.name("global", [name])
    facts.name("writers", writers)
    facts.name("readers", reading)
    facts.name("strangers", [function.name for function in source.functions if function.name not in writers and len(function.name) > 3])
    facts.without("strangers", "writers", "global")
    if writes:
        facts.show("write", source, next((at for _, at in writes if at not in held), writes[0][1]))
    facts.says["writers"] = ", ".join(f"`{one}`" for one in writers[:3]) or "-"
    return facts


def _steady(function: Function, name: str) -> bool:
    """Whether it is a coroutine that changes the global without an `await` since it last looked at it: no other task of the loop can come between."""
    if not isinstance(function, ast.AsyncFunctionDef):
        return False
    waits = [node.lineno for node in ast.walk(function) if isinstance(node, ast.Await | ast.AsyncWith | ast.AsyncFor)]
    looks = [n.lineno for n in ast.walk(function) if isinstance(n, ast.Name) and n.id == name and isinstance(n.ctx, ast.Load)]
    return not any(look <= wait <= write for write in _writes(function, name) for wait in waits for look in looks)


def _writes(function: Function, name: str) -> list[int]:
    """The lines in which a function changes a global."""
    declared = any(isinstance(node, ast.Global) and name in node.names for node in ast.walk(function))
    found = []
    for node in ast.walk(function):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AugAssign | ast.AnnAssign) else []
        for target in targets:
            stored = isinstance(target, ast.Name) and target.id == name and declared
            if stored or (isinstance(target, ast.Subscript) and dotted(target) == name):
                found.append(target.lineno)
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and dotted(node.func.value) == name
            and node.func.attr in MUTATING
        ):
            found.append(node.lineno)
    return found


def _under_lock(source: Source, line: int) -> bool:
    locks = {last(node.targets[0]) for node in source.of(ast.Assign) if isinstance(node.value, ast.Call) and last(node.value.func) in LOCKS}
    around = [node for node in withs(source) if node.lineno <= line <= (node.end_lineno or 0)]
    return any(last(item.context_expr) in locks or "lock" in last(item.context_expr).lower() for node in around for item in node.items)


def cached(at: At) -> Facts:
    """Flags: expiring, lasting; bounded, unbounded; method, alone (no argument); cleared, uncleared; local (in this process), shared. Names: what the value comes from."""
    source, line, subject = at.source, at.line, at.subject
    facts = Facts()
    function = next((one for one in source.functions if one.lineno == line), None)
    if function is None:
        return facts
    decorator = next((d for d in function.decorator_list if last(d.func if isinstance(d, ast.Call) else d) in _CACHES), None)
    if decorator is None:
        return facts
    kind = last(decorator.func if isinstance(decorator, ast.Call) else decorator)
    _limits(decorator, kind, facts)
    arguments = [one.arg for one in [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]]
    facts.flag("method", arguments[:1] == ["self"])
    facts.flag("alone", not [one for one in arguments if one not in ("self", "cls")])
    clearing = [
        call
        for other in subject.sources.all
        for call in other.of(ast.Call)
        if last(call.func) in ("cache_clear", "clear_cache", "cache_delete") and function.name in dotted(call.func)
    ]
    clearing = clearing or [
        call
        for other in subject.sources.program
        for call in other.of(ast.Call)
        if kind == "cache_page" and dotted(call.func).startswith("cache.")
    ]
    facts.flag("cleared" if clearing else "uncleared")
    _clearers(at, clearing, facts)
    nodes, opaque = followed(at, function.body)
    used = resources(identifiers(nodes))
    facts.name("sources", _read(source, function), plain=resource_words(used))
    facts.name("keys", [one for one in arguments if one != "self"])
    shown = _read(source, function)[:3]
    facts.flag("sourced", shown)
    facts.says["source"] = ", ".join(f"`{one}`" for one in shown) or "-"
    facts.flag("reads", used or facts.names["sources"])
    facts.flag("pure", not opaque and not used and not _kept(at, nodes))
    caught = [
        node
        for node in ast.walk(function)
        if isinstance(node, ast.ExceptHandler) and not any(isinstance(one, ast.Raise) for one in ast.walk(node))
    ]
    facts.flag("errors-kept" if caught else "errors-pass")
    if caught:
        facts.show("kept", source, caught[0].lineno)
    facts.show("cache", source, decorator.lineno)
    facts.show("body", source, function.body[-1].lineno)
    return facts


def _clearers(at: At, clearing: list[ast.Call], facts: Facts) -> None:
    """Who empties the cache, and on which signal."""
    found: set[str] = set()
    for source in at.subject.sources.all:
        own = [call for call in clearing if any(one is call for one in source.of(ast.Call))]
        for call in own:
            around = enclosing(source, call.lineno)
            found |= {around.name, *identifiers(around.decorator_list)} if around else set()
            facts.show("clear", source, call.lineno, away=source is not at.source)
    facts.says["clearers"] = ", ".join(f"`{one}`" for one in sorted(found)[:2]) or "-"
    facts.name("clearers", sorted(found), plain=("signal", "signals", "segnale", "segnali") if found & {"receiver", "post_save"} else ())


def _kept(at: At, nodes: list[ast.AST]) -> set[str]:
    """What of these nodes outlives a call: names of the module that are no functions, attributes of an object, the clock and chance."""
    tops = {last(target) for node in at.source.of(ast.Module) for one in node.body for target in getattr(one, "targets", [])}
    annotated = {last(one.target) for node in at.source.of(ast.Module) for one in node.body if isinstance(one, ast.AnnAssign)}
    changing = {"now", "today", "time", "random", "choice", "randint", "uuid4", "environ", "getenv", "self", "localdate"}
    return identifiers(nodes) & (tops | annotated | changing)


def _limits(decorator: ast.expr, kind: str, facts: Facts) -> None:
    size: ast.expr | None = ast.Constant(128) if kind == "lru_cache" else None
    expiring = kind == "cache_page"
    if isinstance(decorator, ast.Call):
        size = keyword(decorator, "maxsize") or (decorator.args[0] if decorator.args and kind == "lru_cache" else size)
        written = ast.unparse(decorator).lower()
        expiring = expiring or any(word in written for word in ("ttl", "timeout", "expire"))
        size = size or next((ast.Constant(0) for _ in [0] if "maxsize" in written or "ttlcache" in written or "lrucache" in written), None)
    value = size.value if isinstance(size, ast.Constant) else None if size is None else "?"
    facts.flag("expiring" if expiring else "lasting")
    facts.flag("unbounded" if value is None and kind in ("lru_cache", "cache") else "bounded")
    facts.flag("lru", kind in ("lru_cache", "cache"))
    endless = value is None and kind in ("lru_cache", "cache")
    facts.name("size", (), plain=() if endless else (str(value), "bounded", "limitata"))
    facts.name("unlimited", (), plain=_UNLIMITED if endless else ())
    facts.says["maxsize"] = "None" if value is None else str(value)


def _read(source: Source, function: Function) -> list[str]:
    """What the value comes from: tables, module variables, attributes, functions that are called, texts that name a file or an address."""
    from sparring.portfolio.facts.queries import tables_in

    found = [
        name
        for node in ast.walk(function)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for name in tables_in(node.value)
    ]
    own = {one.arg for one in function.args.args} | {
        target.id for node in ast.walk(function) for target in getattr(node, "targets", []) if isinstance(target, ast.Name)
    }
    found += [name for name in sorted(identifiers(function.body)) if name not in own and name != "self"]
    found += [last(call.func) for call in calls(function.body)]
    inner = enclosing(source, function.lineno)
    return [name for name in dict.fromkeys(found) if len(name) > 2 and (inner is None or name != inner.name)]
