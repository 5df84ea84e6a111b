"""What stands around a run: a place for what is printed, an eye on the module's lines and loops, and the runner's own functions, so that a suite that patches them is named."""

import io
import os
import sys
import types
from itertools import compress, filterfalse, repeat
from operator import is_, itemgetter, methodcaller

MOST_PRINTED = 1 << 20
GUARDED = (
    "_pytest.main", "_pytest.nodes", "_pytest.python", "_pytest.runner", "_pytest.fixtures", "_pytest.reports", "_pytest.outcomes", "_pytest.raises",
    "pluggy._hooks", "pluggy._callers", "pluggy._manager", "unittest.case", "unittest.suite", "unittest.result", "unittest.loader",
    "sparring_stage", "sparring_stage_guard", "sparring_stage_pytest", "sparring_stage_unittest",
)  # fmt: skip


class Sink(io.TextIOBase):
    """Swallows what is printed in a run; one that prints more than `MOST_PRINTED` is stopped at once, by the engine's own limit: the same each time, whatever ran before."""

    encoding = "utf-8"

    def __init__(self):
        self._size = 0
        self._out = sys.__stdout__

    def writable(self):
        return True

    def write(self, text):
        self._size += len(text)
        if self._size > MOST_PRINTED:
            self._out.writelines(repeat("\0" * MOST_PRINTED, 64))
        return len(text)


def snapshot():
    """[(name, where, what takes the values of these keys, keys, values), …] of everything that a runner is made of."""
    found = []
    for name in GUARDED:
        module = sys.modules.get(name)
        if module is not None:
            _add(found, name, vars(module), name)
    return found


def _add(found, prefix, space, module):
    keys = list(filterfalse(methodcaller("startswith", "__"), compress(space, map(callable, space.values()))))
    if not keys:
        return
    taken = itemgetter(*keys, keys[0])  # of one key alone it takes no tuple
    values = taken(space)
    found.append((prefix, space, taken, keys, values))
    for key, value in compress(zip(keys, values, strict=False), map(isinstance, values, repeat(type))):
        if value.__module__ == module:
            _add(found, f"{prefix}.{key}", vars(value), module)


def patched(before, all=all, map=map, identical=is_):
    """The name of something that is no longer what it was; '' if everything is."""
    for name, space, taken, keys, values in before:
        try:
            same = all(map(identical, taken(space), values))
        except KeyError:
            same = False
        if not same:
            return next(f"{name}.{key}" for key, value in zip(keys, values, strict=False) if space.get(key) is not value)
    return ""


class TooMany(Exception):
    """More tests than a suite may have; its argument is how many."""


class Stop(BaseException):
    """A loop that does not end, stopped: no `except Exception` of the module catches it."""


class Watch:
    """Watches the module's code: which lines each test runs, or how often it goes round. Without `sys.monitoring` (before CPython 3.12) loops run to the engine's limit."""

    TOOL = 4
    ROUNDS, TIMES = 10_000, 20
    """A mutant may go round so often in one test, or so many times as often as the module itself does in any."""

    def __init__(self, file, codes, watched, usual=0):
        self.looped = False
        self._file = file
        self._codes = codes
        self._watched = watched
        self._monitoring = getattr(sys, "monitoring", None)
        self._lines = {"": set()}
        self._current = self._lines[""]
        self._rounds = 0
        self._most = max(self.ROUNDS, self.TIMES * usual) if watched == "rounds" else 0
        self.usual = 0

    def begin(self, test):
        """A test begins; '' when it is over. The engine's own output says so at once: it is what remains when everything is stopped."""
        self._rounds = 0
        if test:
            _say(f"{test}\n".encode(errors="replace"))
        if self._watched == "lines":
            self._current = self._lines.setdefault(test, set())
            if self._monitoring:
                self._monitoring.restart_events()

    def told(self):
        """The lines of each test."""
        return {test: sorted(lines) for test, lines in self._lines.items()} if self._watched == "lines" else {}

    def __enter__(self):
        monitoring = self._monitoring
        if not self._watched:
            return
        if not monitoring:
            if self._watched == "lines":
                sys.settrace(self._trace)
            return
        events = monitoring.events
        monitoring.use_tool_id(self.TOOL, "sparring")
        monitoring.register_callback(self.TOOL, events.JUMP, self._jump)
        monitoring.register_callback(self.TOOL, events.PY_START, self._round)
        chosen = events.JUMP | events.PY_START
        if self._watched == "lines":
            monitoring.register_callback(self.TOOL, events.LINE, self._line)
            chosen |= events.LINE
        for code in self._nested():
            monitoring.set_local_events(self.TOOL, code, chosen)

    def __exit__(self, *_):
        if self._watched and not self._monitoring:
            sys.settrace(None)
        elif self._watched:
            for code in self._nested():
                self._monitoring.set_local_events(self.TOOL, code, 0)
            self._monitoring.free_tool_id(self.TOOL)

    def _nested(self):
        waiting = list(self._codes)
        while waiting:
            code = waiting.pop()
            yield code
            waiting += [each for each in code.co_consts if type(each) is types.CodeType]

    def _trace(self, frame, event, argument):
        if frame.f_code.co_filename != self._file:
            return None
        self._current.add(frame.f_lineno)
        return self._trace

    def _line(self, code, line):
        self._current.add(line)
        return sys.monitoring.DISABLE

    def _jump(self, code, source, target):
        if target > source:
            return sys.monitoring.DISABLE
        return self._round(code, 0)

    def _round(self, code, offset):
        self._rounds += 1
        if not self._most:
            self.usual = max(self.usual, self._rounds)
        elif self._rounds > self._most:
            self.looped = True
            self._rounds = 0
            raise Stop("it goes round and round")


_write = os.write


def _say(data):
    try:
        _write(1, data)
    except OSError:  # an engine without that stream: nothing is lost but a name
        return
