"""Facts of the code that a question is about: computed once, where the question is made, and kept with it.

What an answer is asked for, and which beliefs are false, follow from them.
"""

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING

from sparring.portfolio.check import Subject
from sparring.portfolio.facts import handling, locks, mechanisms, models, queries, state, uses, web
from sparring.portfolio.facts.code import At, Facts, enclosing, identifiers

if TYPE_CHECKING:
    from sparring.portfolio.questions import Question

__all__ = ["Facts", "facts_of"]

_READ: dict[str, Callable[[At], Facts]] = {
    "lock": locks.lock,
    "query": queries.query,
    "query-in-loop": queries.in_loop,
    "broad-except": handling.broad_except,
    "no-timeout": handling.no_timeout,
    "global-state": state.global_state,
    "cache": state.cached,
    "endpoint": web.endpoint,
    "framework": uses.framework,
    "untested": uses.untested,
    "long-function": uses.long_function,
    "tenfold": uses.tenfold,
    "model-split": models.split,
}


NEAR = 6
"""Lines around the place of which names are shown."""
_PLAIN = frozenset(
    "test tests data model models train table query queries index value values result results request requests response user users list lists"
    " error errors cache lock thread threads connection session file files line lines name names code type time path main app self database"
    " function method class module server client service worker process memory check load save read write open close start stop first last"
    " next item items text number count order date sort filter limit page print return import from with split score features dati codice tempo"
    " nome numero modello utente errore sistema pipeline scaler transform predict append execute commit timeout python flask django pandas"
    " sklearn true false none http https example exception".split()
)
"""Words that answers use about any code: a name of this code that is one of them tells nothing by itself."""


def facts_of(question: "Question", subject: Subject) -> Facts:
    """The facts of the code at the question's place; none where it cannot be read."""
    source = next((one for one in subject.sources.all if one.path == question.place.file), None)
    read = _READ.get(question.sort)
    if source is None or read is None:
        return Facts()
    try:
        return _read_at(read, At(source, question.place.line, subject, str(question.params.get("name", ""))))
    except RecursionError:  # a tree as deep as no hand writes it
        return Facts()


def _read_at(read: Callable[[At], Facts], at: At) -> Facts:
    found = read(at)
    found.show("at", at.source, at.line)
    _around(at, found)
    found.missing = mechanisms.absent(at.subject)
    return found


def _around(at: At, found: Facts) -> None:
    """The names of this code that an answer about it uses: of its functions, tables and columns; those that are on everybody's lips apart.

    What the question itself names is none of them.
    """
    source = at.source
    function = enclosing(source, at.line)
    names = identifiers(source.nodes[:1])
    names |= {one.name for other in at.subject.sources.program for one in other.functions}
    names |= {
        word
        for one in source.of(ast.Constant)
        if isinstance(one.value, str) and queries.tables_in(one.value)
        for word in identifiers([one])
    }
    asked = {at.name.lower(), *source.file.name.lower().split(".")}
    bare = {name.strip("_") for name in names if not name.startswith("__")}
    bare = {name for name in bare if name.lower() not in asked and len(name) > 3 and not queries.KEYWORD.fullmatch(name)}
    telling = {name for name in bare if "_" in name or not (name[1:].islower() or name.isupper())}
    found.literal("telling", telling)
    numbers = {
        str(node.value)
        for node in ast.walk(function or source.nodes[0])
        if isinstance(node, ast.Constant) and type(node.value) is int and node.value > 9
    }
    found.literal("named", {name for name in bare - telling if name.lower() not in _PLAIN} | numbers)
    shown = _of_the_place(at, function, bare, telling)
    found.says["names"] = ", ".join(f"`{name}`" for name in shown)


def _of_the_place(at: At, function: ast.AST | None, bare: set[str], telling: set[str]) -> list[str]:
    """Three names to show: of the function that the question is about and of what it touches, in the order in which they stand there; of the file where there is none."""
    body = function if function is not None else at.source.nodes[0]
    near = [node for node in ast.walk(body) if abs(getattr(node, "lineno", at.line) - at.line) <= NEAR] if function is not None else [body]
    order = [function.name] if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef) and function.name != at.name else []
    order += [one.name for one in at.source.functions] if function is None else []
    order += [name for node in near for name in sorted(identifiers([node]))]
    here = list(
        dict.fromkeys(
            name for name in (one.strip("_") for one in order) if name in bare and not name.isupper() and name.lower() not in _PLAIN
        )
    )
    return sorted(here, key=lambda name: name not in telling)[:3] or sorted(telling)[:3] or sorted(bare)[:3]
