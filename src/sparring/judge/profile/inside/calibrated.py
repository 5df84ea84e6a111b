"""What an event costs, measured on programs of our own that are run watched and unwatched."""

import sys
from collections.abc import Callable
from typing import Any

from .account import clock, consume, slept
from .monitored import Functions, Lines
from .traced import OldFunctions, OldLines

CALIBRATION = "calibration.py"
ROUNDS = 400
SOURCE = f"""\
def lines():
    a = b = 1
    for _ in range({ROUNDS}):
        a = b
        b = a
        a = b
        b = a

def inner():
    pass

def calls():
    for _ in range({ROUNDS}):
        inner(); inner(); inner(); inner()

def numbers():
    for i in range({ROUNDS}):
        yield i
        yield i

def generators():
    for _ in numbers():
        pass

def outside():
    for _ in range({ROUNDS}):
        elsewhere(); elsewhere(); elsewhere(); elsewhere()

def builtins(f=len, x=()):
    for _ in range({ROUNDS}):
        f(x); f(x); f(x); f(x)
"""
OUTSIDE = "def elsewhere():\n    pass\n"

_monitoring = hasattr(sys, "monitoring")


def plain(function: Callable[..., Any], arguments: tuple[Any, ...] = ()) -> int:
    """What a call costs when nobody looks, the reading of the clock and the call itself taken off."""
    before = clock() - slept[0]
    consume(_nothing, arguments)
    middle = clock() - slept[0]
    consume(function, arguments)
    return clock() - slept[0] - middle - (middle - before)


def _nothing(*_: Any) -> None:
    pass


def _extra(make: Callable[[], Any], program: Callable[..., Any]) -> tuple[float, dict[str, int]]:
    """What being watched adds to a program, and the events that it consists of."""
    for _ in range(3):
        program()
    alone = min(plain(program) for _ in range(3))
    accounts = []
    for _ in range(3):
        account = make()
        account.start()
        program()
        account.stop()
        accounts.append(account)
    best = min(accounts, key=lambda account: account.now)
    return best.now - alone, best.events


def lines_account(prices: dict[str, float], files: frozenset[str]) -> Any:
    """The account by line that this interpreter allows."""
    return (Lines if _monitoring else OldLines)(prices, files)


def functions_account(prices: dict[str, float]) -> Any:
    """The account by function that this interpreter allows."""
    return Functions(prices, frozenset()) if _monitoring else OldFunctions(prices)


def _prices(make: Callable[[], Any], programs: tuple[tuple[str, tuple[str, ...]], ...], space: dict[str, Any]) -> dict[str, float]:
    """What one event of each kind adds; a program's events that are known already are taken off first."""
    prices: dict[str, float] = {}
    for program, kinds in programs:
        if kinds == ("outside",) and _monitoring:
            continue  # nothing that is not asked for comes by
        extra, events = _extra(make, space[program])
        known = sum(prices.get(kind, 0.0) * count for kind, count in events.items() if kind not in kinds)
        each = (extra - known) / max(1, sum(events.get(kind, 0) for kind in kinds))
        prices.update(dict.fromkeys(kinds, each))
    return prices


def line_prices(space: dict[str, Any]) -> dict[str, float]:
    """What one event of each kind adds when lines are watched."""
    programs = (("lines", ("line",)), ("calls", ("call", "return")), ("generators", ("resume", "yield")), ("outside", ("outside",)))
    return _prices(lambda: lines_account({}, frozenset([CALIBRATION])), programs, space)


def function_prices(space: dict[str, Any]) -> dict[str, float]:
    """What one event of each kind adds when functions are watched."""
    programs = (
        ("builtins", ("c_call", "c_return", "c_exception")),
        ("calls", ("call", "return", "py_call")),
        ("generators", ("resume", "yield")),
    )
    return _prices(lambda: functions_account({}), programs, space)


def programs() -> dict[str, Any]:
    """Our own programs, by name."""
    space: dict[str, Any] = {}
    exec(compile(OUTSIDE, "outside.py", "exec", dont_inherit=True), space)  # noqa: S102 - our own text
    exec(compile(SOURCE, CALIBRATION, "exec", dont_inherit=True), space)  # noqa: S102
    return space
