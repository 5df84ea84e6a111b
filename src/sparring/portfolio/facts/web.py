"""Facts of an endpoint: what stands before it, what it looks up, and whether by the caller."""

import ast
import re
from collections.abc import Iterable

from sparring.portfolio.check import Subject
from sparring.portfolio.facts.code import At, Facts, calls, followed, home, identifiers, inside, last, resources
from sparring.portfolio.sources import Function, Source

_AUTH = re.compile(
    r"login|auth|permission|jwt|token_required|require_(user|role|admin|token|login|api)|requires_|protected|current_user|get_user|verify_(token|user|api|key)|api_key|HTTPBearer"
    r"|OAuth2|security|admin_required|user_passes_test|staff_member|roles?_",
    re.IGNORECASE,
)
_CALLER = re.compile(
    r"^(current_user|user|current_user_id|user_id|owner|owner_id|get_jwt_identity|identity|g|session|me|caller|account_id|principal)$|user$|^request_user",
    re.IGNORECASE,
)
_GLOBAL = ("before_request", "DEFAULT_PERMISSION_CLASSES", "LoginRequiredMiddleware", "AuthMiddleware", "AuthenticationMiddleware")
_LOOKUPS = frozenset(
    "get get_or_404 get_object_or_404 filter filter_by execute first one scalar find find_one fetchone fetchrow first_or_404 one_or_404".split()
)
_ROUTES = frozenset("route get post put delete patch api_view".split())


def endpoint(at: At) -> Facts:
    """Flags: open (nothing asks who calls), guarded; lookup (an object by an id), owned (by the caller), unowned; validated, unvalidated; writes. Names: decorators, parameters."""
    source, line, subject = at.source, at.line, at.subject
    facts = Facts()
    function = next((one for one in source.functions if one.lineno == line), None)
    if function is None:
        return facts
    guards = [*_guards(function), *_everywhere(source, subject)]
    nodes, _ = followed(at, function.body)
    asks = guards or [
        name for name in sorted(identifiers(function.body)) if _AUTH.search(name)
    ]  # what it calls may show its own token elsewhere
    facts.flag("guarded" if asks or _mentions_caller(function.body) else "open")
    facts.flag("decorated", guards)
    facts.name("guards", guards or asks)
    facts.says["guards"] = ", ".join(f"`{name}`" for name in dict.fromkeys(guards or asks)) or "-"
    parameters = [
        one.arg for one in [*function.args.args, *function.args.kwonlyargs] if one.arg not in ("request", "self", "db", "session")
    ]
    facts.name("parameters", parameters)
    _looked_up(at, function, nodes, parameters, facts)
    facts.flag("validated" if _validates(function, nodes) else "unvalidated")
    facts.show("top", source, _top(function))
    facts.says["decorators"] = ", ".join(f"`@{ast.unparse(one)[:60]}`" for one in function.decorator_list).replace("``", "`")
    return facts


def _top(function: Function) -> int:
    return min([function.lineno, *(one.lineno for one in function.decorator_list)])


def _guards(function: Function) -> list[str]:
    """What asks who calls before the function runs: decorators (their arguments too), dependencies among the defaults and annotations."""
    found = []
    for decorator in function.decorator_list:
        name = last(decorator.func if isinstance(decorator, ast.Call) else decorator)
        found += [name] if name not in _ROUTES and _AUTH.search(name) else []
        found += (
            [one for one in identifiers(decorator.args + [k.value for k in decorator.keywords]) if _AUTH.search(one)]
            if isinstance(decorator, ast.Call)
            else []
        )
    defaults: list[ast.AST] = [
        *function.args.defaults,
        *(one for one in function.args.kw_defaults if one),
        *(one.annotation for one in function.args.args if one.annotation),
    ]
    found += [name for name in sorted(identifiers(defaults)) if _AUTH.search(name)]
    return list(dict.fromkeys(found))


def _everywhere(source: Source, subject: Subject) -> list[str]:
    """What asks before every endpoint of the program."""
    found = [name for other in subject.sources.program for name in _GLOBAL if name in other.text]
    for node in inside(source.nodes[:1]):
        if isinstance(node, ast.Call) and last(node.func) in ("APIRouter", "FastAPI"):
            found += [one for one in identifiers(k.value for k in node.keywords if k.arg == "dependencies") if _AUTH.search(one)]
    return found


def _mentions_caller(nodes: Iterable[ast.AST]) -> bool:
    """Whether the body asks who calls: `request.user`, `session[...]`, a header with a token, an answer of 401."""
    for node in inside(nodes):
        if isinstance(node, ast.Attribute) and node.attr in ("user", "session", "authorization", "remote_user"):
            return True
        if isinstance(node, ast.Constant) and node.value in (401, "Authorization", "X-API-Key", "X-Api-Key"):
            return True
        if isinstance(node, ast.Name) and node.id in ("session", "current_user"):
            return True
    return False


def _looked_up(at: At, function: Function, nodes: list[ast.AST], parameters: list[str], facts: Facts) -> None:
    """The object that is looked up by what came in, and whether the caller is part of it."""
    looked = [call for call in calls(nodes) if last(call.func) in _LOOKUPS and "network" not in resources(identifiers([call.func]))]
    subscripts = [node for node in inside(nodes) if isinstance(node, ast.Subscript) and identifiers([node.slice]) & set(parameters)]
    by_id = [call for call in looked if identifiers([call]) & set(parameters)] or looked
    place: ast.AST | None = next(iter([*by_id, *subscripts]), None)
    facts.flag("lookup", place is not None and (parameters or by_id))
    compared = [
        node for node in inside(nodes) if isinstance(node, ast.Compare) and any(_CALLER.search(name) for name in identifiers([node]))
    ]
    filtered = [
        call for call in looked if any(_CALLER.search(name) for name in identifiers([*call.args, *call.keywords]) - set(parameters))
    ]
    facts.literal("callers", {name for node in [*compared, *filtered] for name in identifiers([node]) if _CALLER.search(name)})
    facts.flag("owned" if compared or filtered else "unowned" if "lookup" in facts.flags else "nobodys")
    node: ast.AST = next(iter([*compared, *filtered]), None) or place or function
    source = home(at, node)
    facts.show("look", source, getattr(node, "lineno", function.lineno), away=source is not at.source)


def _validates(function: Function, nodes: list[ast.AST]) -> bool:
    typed = any(isinstance(one.annotation, ast.Name) and one.annotation.id[:1].isupper() for one in function.args.args)
    names = identifiers(nodes)
    return typed or bool(
        names
        & {"is_valid", "validate", "model_validate", "Schema", "parse_obj", "validate_on_submit", "cleaned_data", "full_clean", "load"}
    )
