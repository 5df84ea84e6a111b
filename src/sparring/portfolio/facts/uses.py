"""Facts of larger pieces: what of a framework is used, which functions a module has, what a long function does, what carries the load."""

import ast
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from sparring.portfolio.facts.code import (
    At,
    Facts,
    calls,
    every_resource,
    followed,
    home,
    identifiers,
    inside,
    last,
    resource_words,
    resources,
)
from sparring.portfolio.sources import Function, Source

_RIVALS = "fastapi django flask polars pandas statsmodels xgboost lightgbm alternative alternativa compared rispetto versus against contro".split()
_OTHERS = (
    "fastapi django flask polars pandas statsmodels xgboost lightgbm bottle starlette tornado numpy pytorch torch spark dask duckdb dataclasses sql sqlite csv"
    " httpx aiohttp marshmallow attrs rq dramatiq asyncio threading psycopg asyncpg peewee"
    " requests urllib keras tensorflow jax excel plotly dash gradio pydantic celery redis sqlalchemy scrapy streamlit sklearn kafka"
).split()
_OUTWARD = {"database", "network", "file", "queue"}


_COMMON = frozenset(
    "main test tests load index test split steps step read write save parse items total rows lines values result results file files data name names part parts"
    " function format print open close sorted append join replace strip range enumerate check first connect connection measure scale cache queue"
    " run start stop take find free search month".split()
)
"""Names that answers use about any code."""


@cache
def _features() -> dict[str, dict[str, dict[str, str]]]:
    found: dict[str, dict[str, dict[str, str]]] = tomllib.loads(Path(__file__).with_name("features.toml").read_text(encoding="utf-8"))
    return found


def framework(at: At) -> Facts:
    """Names: used and unused features of the framework. Flags: async or sync."""
    subject = at.subject
    facts = Facts()
    name = str(at.name)
    text = "\n".join(one.text for one in subject.sources.program)
    paths = " ".join(file.path for file in subject.repository.files)
    for feature in _features().get(name, {}).values():
        here = any(word in text or (word.endswith(".py") and word in paths) for word in feature["code"].split())
        facts.name("used" if here else "unused", (), plain=feature["words"].split())
    facts.name(
        "used",
        {
            alias.name
            for one in subject.sources.program
            for node in one.of(ast.ImportFrom)
            if (node.module or "").split(".")[0] == name
            for alias in node.names
        },
    )
    facts.without("unused", "used")
    facts.name("used", sorted(_reached(subject.sources.program, name)))
    facts.names["used"] = tuple(word for word in facts.names["used"] if word not in (name, f"{name}s"))
    facts.name("rivals", (), plain=[one for one in _RIVALS if one != name])
    facts.name("others", (), plain=[one for one in _OTHERS if one != name and one not in facts.names["used"]])
    facts.flag("async" if any(one.of(ast.AsyncFunctionDef) for one in subject.sources.program) else "sync")
    facts.says["imports"] = (
        ", ".join(
            sorted(
                {
                    f"`{alias.name}`"
                    for one in subject.sources.program
                    for node in one.of(ast.ImportFrom)
                    if (node.module or "").split(".")[0] == name
                    for alias in node.names
                }
            )[:5]
        )
        or f"`{name}`"
    )
    return facts


def _reached(program: Iterable[Source], name: str) -> set[str]:
    """What the program takes from a library by its dotted name: `pd.read_csv`."""
    found: set[str] = set()
    for source in program:
        bound = {alias.asname or alias.name for node in source.of(ast.Import) for alias in node.names if alias.name.split(".")[0] == name}
        found |= {one.attr for one in source.of(ast.Attribute) if isinstance(one.value, ast.Name) and one.value.id in bound}
    return found


def untested(at: At) -> Facts:
    """Names: the module's functions and those of others. Flags: outward (speaks to a resource), inward."""
    source, subject = at.source, at.subject
    facts = Facts()
    own = [function.name for function in source.functions if not function.name.startswith("__")]
    facts.name("functions", [*own, *(node.name for node in source.of(ast.ClassDef))])
    others = [
        function.name for other in subject.sources.program if other is not source for function in other.functions if len(function.name) > 4
    ]
    facts.name("strangers", sorted({name for name in others if name not in own and not name.startswith("__") and "_" in name}))
    facts.without("strangers", "functions")
    _reaching(at, source.nodes[:1], facts)
    facts.flag("no-tests", not subject.sources.tests)
    facts.flag("has-functions", own)
    facts.says["functions"] = ", ".join(f"`{name}`" for name in own[:3]) or "-"
    return facts


def long_function(at: At) -> Facts:
    """Names: what the function is made of. Flags: outward, inward; tested, untested; deep (loops or conditions in each other)."""
    source, line, subject = at.source, at.line, at.subject
    facts = Facts()
    function = next((one for one in source.functions if one.lineno == line), None)
    if function is None:
        return facts
    own = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)} | {one.arg for one in function.args.args}
    facts.name("pieces", sorted({*own, *(last(call.func) for call in calls(function.body))} - {"self", "len", "str", "int", "print"}))
    called = sorted({last(call.func) for call in calls(function.body)} - {"self", "len", "str", "int", "print"})
    shown = [name for name in dict.fromkeys([*called, *sorted(own)]) if len(name) > 3][:2]
    facts.flag("has-pieces", shown)
    facts.literal("parts", [name for name in {*called, *own} if len(name) > 3 and ("_" in name or name not in _COMMON)])
    facts.says["pieces"] = ", ".join(f"`{name}`" for name in shown)
    _reaching(at, function.body, facts)
    facts.flag("flat", not any(_branches(node.body) for node in ast.walk(function) if isinstance(node, ast.If | ast.For | ast.While)))
    facts.flag("tested" if any(function.name in other.text for other in subject.sources.tests) else "untested")
    facts.says["name"] = function.name
    return facts


def _branches(body: list[ast.stmt]) -> bool:
    return any(isinstance(node, ast.If | ast.For | ast.While) for statement in body for node in ast.walk(statement))


def _reaching(at: At, nodes: Iterable[ast.AST], facts: Facts) -> None:
    """Which resources these nodes reach, and which not; nothing is said absent where a call leads elsewhere."""
    found, opaque = followed(at, list(nodes))
    used = resources(identifiers(found)) & _OUTWARD
    facts.flag("outward" if used else "inward", used or not opaque)
    facts.name("present", (), plain=resource_words(used))
    facts.name("absent", (), plain=() if opaque and not used else resource_words(_OUTWARD - used - {"file", "queue"}))
    facts.without("absent", "present")
    first = next((call for call in calls(found) if resources(identifiers([call.func])) & _OUTWARD), None)
    if first is not None:
        source = home(at, first)
        facts.show("reach", source, first.lineno, away=source is not at.source)


def tenfold(at: At) -> Facts:
    """Names: the resources that the whole program speaks to, and those that it does not. Flags: grows (a list that is filled), nested (a loop in a loop), global."""
    source, subject = at.source, at.subject
    facts = Facts()
    program = [one for one in subject.sources.program if one.nodes]
    used = resources(identifiers(source.nodes[:1])) & _OUTWARD  # the largest file; of all others what they import
    imported = set(subject.sources.modules)
    database = bool(
        imported & {"sqlalchemy", "django", "sqlite3", "psycopg", "psycopg2", "asyncpg", "pymongo", "peewee", "redis", "duckdb"}
    )
    network = bool(imported & {"requests", "httpx", "aiohttp", "urllib", "socket", "boto3", "smtplib", "http"})
    present = (used - {"database", "network"}) | ({"database"} if database else set()) | ({"network"} if network else set())
    facts.name("present", sorted(identifiers(_asked(program))), plain=resource_words(present))
    spots = [one.name for one in [*source.functions, *(f for other in program if other is not source for f in other.functions)]]
    spots = [name for name in dict.fromkeys(spots) if not name.startswith("__")]
    facts.literal("spots", [name for name in spots[:60] if len(name) > 3 and name not in _COMMON])
    facts.flag("has-spots", facts.names["spots"])
    facts.says["spots"] = ", ".join(f"`{name}`" for name in spots[:2])
    absent = {
        name for name, is_there in (("database", database or "database" in used), ("network", network or "network" in used)) if not is_there
    }
    facts.name(
        "absent",
        (),
        plain=[
            word
            for word in resource_words(absent & every_resource())
            if word not in ("http", "api*", "rete", "network", "connection", "connections", "conness*")
        ],
    )
    for name in absent:
        facts.flag(f"no-{name}")
    nested = next((inner for one in source.of(ast.For) for inner in inside(one.body) if isinstance(inner, ast.For)), None)
    facts.flag("nested", nested is not None)
    facts.flag("global", any(one.of(ast.Global) for one in program))
    return facts


def _asked(program: Iterable[Source]) -> list[ast.AST]:
    """The functions of the program: their names, as an answer may say where it breaks."""
    functions: list[Function] = [function for one in program for function in one.functions]
    return [ast.Name(function.name) for function in functions[:40] if len(function.name) > 4]
