"""Watching with `sys.monitoring` (3.12 and later)."""

import gc
import sys
import types
from collections.abc import Callable
from typing import Any

from .account import Account, builtin_name, clock

_monitoring: Any = getattr(sys, "monitoring", None)
TOOL = 2
_PYTHON = (types.FunctionType, types.MethodType)


def codes(files: frozenset[str]) -> list[types.CodeType]:
    """The code of every function of these files."""
    todo = [each.__code__ for each in gc.get_objects() if type(each) is types.FunctionType and each.__code__.co_filename in files]
    found: dict[int, types.CodeType] = {}
    while todo:
        code = todo.pop()
        if id(code) not in found:
            found[id(code)] = code
            todo += [each for each in code.co_consts if type(each) is types.CodeType]
    return list(found.values())


class Monitored(Account):
    """Watches with `sys.monitoring`: events come from nowhere else, and a library's code runs as fast as ever."""

    def __init__(self, prices: dict[str, float], files: frozenset[str]) -> None:
        super().__init__(prices)
        self.files = files
        self.codes: list[types.CodeType] = []

    def start(self) -> None:
        """Switch on."""
        events = _monitoring.events
        _monitoring.use_tool_id(TOOL, "profile")
        for name, action in self.actions().items():
            _monitoring.register_callback(TOOL, getattr(events, name), action)
        self.last = clock()
        self.switch_on(events)
        self.last = clock()

    def switch_on(self, events: Any) -> None:
        """Ask for the events."""
        raise NotImplementedError

    def actions(self) -> dict[str, Callable[..., Any]]:
        """What to do at each event."""
        raise NotImplementedError

    def stop(self) -> None:
        """Switch off."""
        _monitoring.set_events(TOOL, 0)
        for code in self.codes:
            _monitoring.set_local_events(TOOL, code, 0)
        _monitoring.free_tool_id(TOOL)
        self.close()

    def suspended(self, _code: types.CodeType, _offset: int, _value: object) -> None:
        """A generator hands out a value."""
        now = clock()
        self.spend(now - self.last, "yield")
        self.end()
        self.last = clock()

    def ended(self, code: types.CodeType, _offset: int, _value: object) -> None:
        """A frame is done."""
        now = clock()
        self.spend(now - self.last, "return")
        if code.co_filename in self.files or not self.files:
            self.end()
        self.last = clock()


class Lines(Monitored):
    """By line of the program's files."""

    def switch_on(self, events: Any) -> None:
        """The events of the program's own code; exceptions can only be asked for everywhere."""
        own = events.PY_START | events.PY_RESUME | events.PY_RETURN | events.PY_YIELD | events.LINE
        self.codes = codes(self.files)
        for code in self.codes:
            _monitoring.set_local_events(TOOL, code, own)
        _monitoring.set_events(TOOL, events.PY_UNWIND | events.PY_THROW)

    def actions(self) -> dict[str, Callable[..., Any]]:
        """Frames and lines."""
        return {
            "PY_START": self.began,
            "PY_RESUME": self.resumed,
            "PY_THROW": self.thrown,
            "PY_RETURN": self.ended,
            "PY_YIELD": self.suspended,
            "PY_UNWIND": self.ended,
            "LINE": self.line,
        }

    def began(self, code: types.CodeType, _offset: int) -> None:
        """A frame begins."""
        now = clock()
        self.spend(now - self.last, "call")
        self.begin((code.co_filename, code.co_firstlineno, ""), 0)
        self.last = clock()

    def resumed(self, code: types.CodeType, offset: int) -> None:
        """A frame goes on."""
        now = clock()
        self.spend(now - self.last, "resume")
        self.begin((code.co_filename, _line_at(code, offset), ""), 0)
        self.last = clock()

    def thrown(self, code: types.CodeType, offset: int, _error: object) -> None:
        """A frame goes on with an exception."""
        if code.co_filename in self.files:
            self.resumed(code, offset)

    def line(self, code: types.CodeType, number: int) -> None:
        """A line begins."""
        now = clock()
        self.spend(now - self.last, "line")
        self.end()
        self.begin((code.co_filename, number, ""))
        self.last = clock()


class Functions(Monitored):
    """By function, those in C and in libraries too."""

    def switch_on(self, events: Any) -> None:
        """Everything that begins and ends, everywhere."""
        python = events.PY_START | events.PY_RESUME | events.PY_THROW | events.PY_RETURN | events.PY_YIELD | events.PY_UNWIND
        _monitoring.set_events(TOOL, python | events.CALL)

    def actions(self) -> dict[str, Callable[..., Any]]:
        """Python's functions, and all that is called and is none."""
        return {
            "PY_START": self.began,
            "PY_RESUME": self.resumed,
            "PY_THROW": self.thrown,
            "PY_RETURN": self.ended,
            "PY_YIELD": self.suspended,
            "PY_UNWIND": self.ended,
            "CALL": self.calls,
            "C_RETURN": self.returned,
            "C_RAISE": self.returned,
        }

    def began(self, code: types.CodeType, _offset: int) -> None:
        """A Python function begins."""
        now = clock()
        self.spend(now - self.last, "call")
        self.begin((code.co_filename, code.co_firstlineno, code.co_qualname))
        self.last = clock()

    def resumed(self, code: types.CodeType, _offset: int) -> None:
        """A generator goes on: not called again, but running."""
        now = clock()
        self.spend(now - self.last, "resume")
        self.begin((code.co_filename, code.co_firstlineno, code.co_qualname), 0)
        self.last = clock()

    def thrown(self, code: types.CodeType, offset: int, _error: object) -> None:
        """A generator goes on with an exception."""
        self.resumed(code, offset)

    def calls(self, _code: types.CodeType, _offset: int, function: Any, _first: object) -> None:
        """Something is called; Python's own functions tell of themselves."""
        now = clock()
        self.spend(now - self.last, "py_call" if type(function) in _PYTHON else "c_call")
        if type(function) not in _PYTHON:
            self.begin(("", 0, builtin_name(function)))
        self.last = clock()

    def returned(self, _code: types.CodeType, _offset: int, function: Any, _first: object) -> None:
        """What is no Python function is done."""
        now = clock()
        self.spend(now - self.last, "c_return")
        if type(function) not in _PYTHON:
            self.end()
        self.last = clock()


def _line_at(code: types.CodeType, offset: int) -> int:
    for start, end, line in code.co_lines():
        if start <= offset < end and line is not None:
            return line
    return code.co_firstlineno
