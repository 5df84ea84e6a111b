"""Watching where there is no `sys.monitoring`."""

import sys
from typing import Any

from .account import Account, builtin_name, clock


class OldLines(Account):
    """By line where there is no `sys.monitoring` (before 3.12): `sys.settrace`."""

    def __init__(self, prices: dict[str, float], files: frozenset[str]) -> None:
        super().__init__(prices)
        self.files = files

    def start(self) -> None:
        """Switch on."""
        self.last = clock()
        sys.settrace(self.trace)

    def stop(self) -> None:
        """Switch off."""
        sys.settrace(None)
        self.close()

    def trace(self, frame: Any, event: str, _arg: Any) -> Any:
        """The trace function. A call of a library's function is no line of the program, but it comes by here."""
        now = clock()
        file = frame.f_code.co_filename
        if file not in self.files:
            self.spend(now - self.last, "outside")
            self.last = clock()
            return None
        self.spend(now - self.last, event)
        if event == "line":
            self.end()
            self.begin((file, frame.f_lineno, ""))
        elif event == "call":
            self.begin((file, frame.f_lineno, ""), 0)
        elif event == "return":
            self.end()
        self.last = clock()
        return self.trace


class OldFunctions(Account):
    """By function where there is no `sys.monitoring`: `sys.setprofile`."""

    def start(self) -> None:
        """Switch on."""
        self.last = clock()
        sys.setprofile(self.profile)

    def stop(self) -> None:
        """Switch off."""
        sys.setprofile(None)
        self.close()

    def profile(self, frame: Any, event: str, arg: Any) -> None:
        """The profile function."""
        now = clock()
        code = frame.f_code
        self.spend(now - self.last, event)
        if event == "call":
            self.begin((code.co_filename, code.co_firstlineno, code.co_qualname))
        elif event == "c_call":
            self.begin(("", 0, builtin_name(arg)))
        else:
            self.end()
        self.last = clock()
