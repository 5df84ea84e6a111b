"""Facts of what may go wrong: a broad `except` and what it does, a call to the outside without a timeout."""

import ast
import re

from sparring.portfolio.facts.code import (
    At,
    Facts,
    calls,
    dotted,
    enclosing,
    every_resource,
    followed,
    identifiers,
    inside,
    last,
    resource_words,
    resources,
)
from sparring.portfolio.sources import Function

_LOGS = frozenset("debug info warning warn error exception critical log print_exc capture_exception captureException format_exc".split())
_RAISED = {
    "network": "connectionerror timeout timeouterror requestexception httperror httpstatuserror connecttimeout readtimeout urlerror",
    "database": "operationalerror integrityerror databaseerror doesnotexist",
    "file": "filenotfounderror oserror ioerror permissionerror",
}
_BY_CALL = {
    "int": "valueerror", "float": "valueerror", "Decimal": "invalidoperation", "loads": "jsondecodeerror valueerror", "load": "jsondecodeerror valueerror",
    "json": "jsondecodeerror valueerror", "strptime": "valueerror", "fromisoformat": "valueerror", "remove": "valueerror", "index": "valueerror",
    **dict.fromkeys(("send_mail", "sendmail", "send_message"), "smtpexception smtp* oserror"),
    "get_object_or_404": "http404", "import_module": "importerror modulenotfounderror", "decode": "unicodedecodeerror", "raise_for_status": "httperror httpstatuserror",
}  # fmt: skip
_REPEATING = frozenset("retry Retry retrying tenacity backoff HTTPAdapter stop_after_attempt on_exception".split())
_ROUTES = frozenset("route get post put patch delete api_view websocket".split())


def broad_except(at: At) -> Facts:
    """Flags: bare, exception; logs, traced (with the traceback), returns, skips (goes on with the next), silent; outside (the try speaks to a resource), opaque."""
    source, line = at.source, at.line
    facts = Facts()
    handler = next((one for one in source.of(ast.ExceptHandler) if one.lineno == line), None)
    tried = next((one for one in source.of(ast.Try) if handler in one.handlers), None)
    if handler is None or tried is None:
        return facts
    facts.flag("bare", handler.type is None)
    facts.flag("exception", isinstance(handler.type, ast.Name) and handler.type.id == "Exception")
    _done(at, handler, facts)
    nodes, opaque = followed(at, tried.body)
    used = resources(identifiers(nodes))
    expected = {word for name in used for word in _RAISED.get(name, "").split()}
    expected |= {word for call in calls(nodes) for word in _BY_CALL.get(last(call.func), "").split()}
    expected |= {word for node in inside(nodes) if isinstance(node, ast.Subscript) for word in ("keyerror", "indexerror")}
    facts.name("raised", (), plain=sorted(expected))
    made = sorted({last(call.func) for call in calls(tried.body)} - {""})
    facts.name("tried", made)
    facts.flag("known", made)
    facts.says["tries"] = ", ".join(f"`{one}`" for one in made[:3]) or "-"
    facts.name("elsewhere", (), plain=() if opaque else resource_words(every_resource() - used - {"log", "queue"}))
    facts.without("elsewhere", "tried")
    facts.show("try", source, tried.body[0].lineno)
    within = {last(call.func) for call in calls(nodes)} | {node.name for node in nodes if isinstance(node, Function)}
    every = {one.name for other in at.subject.sources.program for one in other.functions} | {
        last(call.func) for call in calls([enclosing(source, line) or tried])
    }
    around = enclosing(source, line)
    facts.literal(
        "untried",
        {
            name
            for name in every - within - {around.name if around else ""}
            if len(name) > 4 and name not in ("append", "print", "warning", "exception", "error")
        },
    )
    facts.flag("before", tried.handlers[0] is not handler)
    return facts


def _done(at: At, handler: ast.ExceptHandler, facts: Facts) -> None:
    """What the handler does with it."""
    nodes, opaque = followed(at, handler.body)
    logging = [call for call in calls(nodes) if last(call.func) in _LOGS or "log" in dotted(call.func).lower()]
    facts.flag("logs", logging)
    traced = any(
        last(call.func) in ("exception", "print_exc", "capture_exception", "format_exc") or any(k.arg == "exc_info" for k in call.keywords)
        for call in logging
    )
    facts.flag("traced", traced)
    returned = [node for node in inside(handler.body) if isinstance(node, ast.Return)]
    facts.flag("returns", returned)
    facts.flag("skips", any(isinstance(node, ast.Continue | ast.Pass) for node in handler.body))
    facts.flag("passing", any(isinstance(node, ast.Pass) for node in handler.body))
    facts.flag("silent", not calls(handler.body))
    printed = any(last(call.func) in ("print", "echo", "secho") for call in calls(nodes))
    facts.flag("unlogged", not logging and not printed and not opaque)
    facts.flag("untraced", logging and not traced)
    facts.show("done", at.source, handler.body[0].lineno)


def no_timeout(at: At) -> Facts:
    """Flags: requests, httpx; reading or writing (the verb); caught, uncaught; retries, once; endpoint, loop."""
    source, line, subject = at.source, at.line, at.subject
    facts = Facts()
    call = next((one for one in source.of(ast.Call) if one.lineno == line and dotted(one.func).count(".") == 1 and not _chained(one)), None)
    call = call if call and dotted(call.func).split(".")[0] in ("requests", "httpx") else None
    if call is None:
        return facts
    library, verb = dotted(call.func).split(".")[0], last(call.func)
    facts.flag(library)
    facts.flag("reading" if verb == "get" else "writing")
    tries = [one for one in source.of(ast.Try) if any(node is call for node in inside(one.body))]
    facts.flag("caught" if tries else "uncaught")
    function = enclosing(source, line)
    around = identifiers([function]) if function else set()
    repeats = (
        around
        | {last(d.func if isinstance(d, ast.Call) else d) for d in (function.decorator_list if function else ())}
        | set(subject.sources.imports)
    )
    looping = any(
        isinstance(one, ast.For | ast.While) and any(node is call for node in ast.walk(one))
        for one in (ast.walk(function) if function else ())
    )
    facts.flag("loop", looping)
    facts.flag("retries" if repeats & _REPEATING or (looping and tries) else "once")
    facts.flag("endpoint", function and _is_route(function))
    facts.says |= {"library": library, "verb": verb, "function": function.name if function else "-"}
    facts.literal("function", [function.name] if function else ())
    named = function.name if function else ""
    facts.literal(
        "callers", sorted({one.name for one in source.functions if named and one is not function and named in identifiers(one.body)})
    )
    texts = [node.value for node in source.of(ast.Constant) if isinstance(node.value, str)]
    facts.literal("hosts", {found for text in texts for found in re.findall(r"https?://([\w.-]+)", text)})
    return facts


def _chained(call: ast.Call) -> bool:
    """Whether a call is made on what another gave."""
    return any(isinstance(node, ast.Call) for node in ast.walk(call.func))


def _is_route(function: Function) -> bool:
    names = {last(d.func if isinstance(d, ast.Call) else d) for d in function.decorator_list}
    return bool(names & _ROUTES) or any(arg.arg == "request" for arg in function.args.args)
