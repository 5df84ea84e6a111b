"""How a labelled function is put down: the function, the generator of its inputs, and the class that its cost truly has.

A label is the truth about *measured cost*: hidden costs in C code count, and so do integers that grow. Sources are cut out of these files and sent to
the sandbox; only tests of the registry call a function here.
"""

import ast
import inspect
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

IMPORTS = (
    "import bisect, collections, copy, decimal, functools, heapq, itertools, math, operator, re, string\n"
    "from collections import Counter, OrderedDict, defaultdict, deque\n"
    "from functools import lru_cache, reduce\n\n"
)
"""What every labelled function may use."""

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Labelled:
    """One function: `source` defines it under `name`, `generator` defines `generate`. `label` is its class in time, `memory` in peak bytes if known."""

    name: str
    label: str
    source: str
    generator: str
    module: str
    memory: str | None = None


REGISTRY: list[Labelled] = []


def labelled(label: str, generator: Callable[..., Any], memory: str | None = None) -> Callable[[Function], Function]:
    """Register a function under its class."""

    def register(function: Function) -> Function:
        source = IMPORTS + cut(function)
        REGISTRY.append(Labelled(function.__name__, label, source, cut(generator, "generate"), function.__module__, memory))
        return function

    return register


def cut(function: Callable[..., Any], name: str | None = None) -> str:
    """A function's own source without our decorators and annotations, renamed if asked."""
    node = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    node.decorator_list = [item for item in node.decorator_list if not ast.unparse(item).startswith("labelled")]
    node.name, node.returns = name or node.name, None
    for argument in node.args.args:
        argument.annotation = None
    return ast.unparse(node) + "\n"
