"""What an interviewer would ask about exactly this code: each question points at a file and a line, and carries what an answer should speak of."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from textwrap import dedent
from typing import TypeVar

from sparring.core.evidence import Place
from sparring.core.text import Message, Param
from sparring.portfolio.check import Subject
from sparring.portfolio.checks.tests import untested
from sparring.portfolio.facts import Facts, facts_of
from sparring.portfolio.facts.queries import statement_at
from sparring.portfolio.sources import Source

Node = TypeVar("Node", bound=ast.AST)
MOST = 12
BEFORE, AFTER, WIDTH = 4, 10, 160
MOST_OF_A_SORT = 2
MOST_QUERIES = 60
"""Queries that are compared for which to ask about."""
_FRAMEWORKS = (
    *("django", "flask", "fastapi", "tornado", "aiohttp", "streamlit", "scrapy", "celery", "sqlalchemy"),
    *("pandas", "polars", "sklearn", "torch", "tensorflow", "keras", "pydantic", "redis", "kafka"),
)
_SQL = re.compile(r"\b(SELECT\b.+\bFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM)\b", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Question:
    """`sort` names what it is about (`portfolio.ask.SORT` puts it), `place` is what the interviewer has on the screen, `names` the words of this code
    that an answer to the point uses, `context` the lines around it, `facts` what stands there (`facts/`).
    """

    sort: str
    place: Place
    params: dict[str, Param]
    names: tuple[str, ...]
    context: str = ""
    facts: Facts = field(default_factory=Facts)

    @property
    def about(self) -> tuple[Param, ...]:
        """What it is about, whatever line that stands on: two with the same would be the same question to who answers."""
        return (self.sort, self.place.file, *self.names, self.params.get("name", ""))

    @property
    def message(self) -> Message:
        """The question in words."""
        return Message(f"portfolio.ask.{self.sort}", {"file": self.place.file, "line": self.place.line, **self.params})


def questions(subject: Subject) -> Iterator[Question]:
    """At most MOST, of different sorts first."""
    by_sort: dict[str, list[Question]] = {}
    for ask in _ASK:
        for question in ask(subject):
            kept = by_sort.setdefault(question.sort, [])
            if len(kept) < MOST_OF_A_SORT and question.about not in {other.about for other in kept}:
                kept.append(question)
    rounds = [question for turn in range(MOST_OF_A_SORT) for sort in by_sort.values() for question in sort[turn : turn + 1]]
    texts = {source.path: source.text for source in subject.sources.all}
    for question in rounds[:MOST]:
        facts = facts_of(question, subject)
        yield replace(question, context=_shown(texts.get(question.place.file, ""), question.place.line, facts), facts=facts)


def _shown(text: str, line: int, facts: Facts) -> str:
    """The lines around the place, and those around what it is about where that stands elsewhere in the file (what a lock guards)."""
    about = facts.says.get("with_line", "")
    parts = [_around(text, line)]
    if about.isdigit() and not line - BEFORE <= int(about) <= line + AFTER:
        parts += [f"# … {max(1, int(about) - BEFORE)}", _around(text, int(about))]
    return "\n".join(parts)


def _around(text: str, line: int) -> str:
    """The lines around `line`, their common indentation taken away."""
    lines = text.splitlines()[max(0, line - 1 - BEFORE) : line + AFTER]
    return dedent("\n".join(part.rstrip()[:WIDTH] for part in lines)).strip("\n")


def _framework(subject: Subject) -> Iterator[Question]:
    for name in _FRAMEWORKS:
        place = subject.sources.imports.get(name)
        if place:
            yield Question("framework", place, {"name": name}, (name,))


def _walk(subject: Subject, sort: type[Node]) -> Iterator[tuple[Source, Node]]:
    for source in subject.sources.program:
        for node in source.of(sort):
            yield source, node


def _query(subject: Subject) -> Iterator[Question]:
    """Those first into whose text a value is formatted: that is what anybody would ask about. Then those that no other question is about."""
    found = [(source, node) for source, node in _walk(subject, ast.Constant) if isinstance(node.value, str) and _SQL.search(node.value)]
    looped = {(question.place.file, question.place.line) for question in _loop_query(subject)}

    def later(one: tuple[Source, ast.Constant]) -> tuple[int, bool]:
        source, node = one
        statement = statement_at(source, node.lineno)
        first = 0 if statement and statement.raw else 1 if statement and statement.formatted else 2
        return first, (source.path, node.lineno) in looped

    for source, node in sorted(found[:MOST_QUERIES], key=later):
        tables = re.findall(r"(?:FROM|INTO|UPDATE|JOIN)\s+(\w+)", str(node.value), re.IGNORECASE)
        yield Question("query", source.place(node.lineno), {}, tuple(dict.fromkeys(tables)))


def _loop_query(subject: Subject) -> Iterator[Question]:
    loops: list[tuple[Source, ast.For | ast.AsyncFor]] = [*_walk(subject, ast.For), *_walk(subject, ast.AsyncFor)]
    for source, loop in loops:
        asked = next(filter(None, map(_queried, loop.body)), None)  # what is looped over is asked for once
        if asked:
            names = [node.id for node in ast.walk(asked.func) if isinstance(node, ast.Name)]
            yield Question("query-in-loop", source.place(asked.lineno), {}, tuple(dict.fromkeys(names)))


def _queried(part: ast.stmt) -> ast.Call | None:
    calls = (node for node in ast.walk(part) if isinstance(node, ast.Call))
    return next((call for call in calls if isinstance(call.func, ast.Attribute) and _is_query(call.func)), None)


def _is_query(func: ast.Attribute) -> bool:
    through_objects = any(isinstance(node, ast.Attribute) and node.attr in ("objects", "query") for node in ast.walk(func.value))
    return (through_objects and func.attr in ("get", "filter", "all", "first", "count")) or func.attr in ("execute", "scalar")


def _lock(subject: Subject) -> Iterator[Question]:
    for source, node in _walk(subject, ast.Call):
        if _last(node.func) in ("Lock", "RLock", "Semaphore", "select_for_update", "BoundedSemaphore"):
            yield Question("lock", source.place(node.lineno), {"name": _last(node.func)}, (_last(node.func),))


def _last(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


def _swallowed(subject: Subject) -> Iterator[Question]:
    for source, node in _walk(subject, ast.ExceptHandler):
        broad = node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException"))
        if broad and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node)):
            yield Question("broad-except", source.place(node.lineno), {}, ("except",))


def _untested(subject: Subject) -> Iterator[Question]:
    for source, lines in untested(subject):
        yield Question("untested", source.place(1), {"lines": lines}, (source.file.name.removesuffix(".py"),))


def _longest(subject: Subject) -> Iterator[Question]:
    every = [(f.end_lineno or f.lineno) - f.lineno for s in subject.sources.program for f in s.functions]
    worth_it = max(39, sorted(every)[-2] if len(every) > 1 else 0)
    for source in subject.sources.program:
        for function in source.functions:
            lines = (function.end_lineno or function.lineno) - function.lineno + 1
            if lines > worth_it:
                yield Question("long-function", source.place(function.lineno), {"name": function.name, "lines": lines}, (function.name,))


def _global_state(subject: Subject) -> Iterator[Question]:
    for source, node in _walk(subject, ast.Global):
        yield Question("global-state", source.place(node.lineno), {"name": node.names[0]}, tuple(node.names))


def _timeout(subject: Subject) -> Iterator[Question]:
    for source, node in _walk(subject, ast.Call):
        if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            outside = node.func.value.id in ("requests", "httpx") and node.func.attr in ("get", "post", "put", "patch", "delete")
            if outside and not any(keyword.arg == "timeout" for keyword in node.keywords):
                yield Question("no-timeout", source.place(node.lineno), {}, (f"{node.func.value.id}.{node.func.attr}",))


def _cache(subject: Subject) -> Iterator[Question]:
    for source in subject.sources.program:
        for function in source.functions:
            for decorator in function.decorator_list:
                name = _last(decorator.func if isinstance(decorator, ast.Call) else decorator)
                if name in ("lru_cache", "cache", "cached", "cache_page"):
                    yield Question("cache", source.place(function.lineno), {"name": function.name}, (function.name, name))


def _route(subject: Subject) -> Iterator[Question]:
    for source in subject.sources.program:
        for function in source.functions:
            names = {_last(d.func) for d in function.decorator_list if isinstance(d, ast.Call)}
            if names & {"route", "get", "post", "put", "delete", "api_view"} and function.args.args:
                yield Question("endpoint", source.place(function.lineno), {"name": function.name}, (function.name,))


def _model(subject: Subject) -> Iterator[Question]:
    for source in subject.sources.program:
        if any(name in source.text for name in ("sklearn", "torch", "keras")):
            for node in source.of(ast.Call):
                if _last(node.func) in ("train_test_split", "fit", "cross_val_score"):
                    yield Question("model-split", source.place(node.lineno), {}, (_last(node.func),))


def _tenfold(subject: Subject) -> Iterator[Question]:
    program = [source for source in subject.sources.program if source.nodes]
    if program:
        largest = max(program, key=lambda source: len(source.text))
        yield Question("tenfold", largest.place(1), {}, ())


_ASK: tuple[Callable[[Subject], Iterator[Question]], ...] = (
    _loop_query, _query, _lock, _framework, _route, _swallowed, _untested, _model, _timeout, _cache, _global_state, _longest, _tenfold,
)  # fmt: skip
