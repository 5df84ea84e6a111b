"""A debugger (`bdb`) that writes down what it shows at every stop.

The event, the line, the function, and each name's value as `repr` has it. Runs inside the engine, in a run of its own.
"""

import bdb
import io
import re
import sys
import types

ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
HIDDEN = "__name__ __doc__ __package__ __loader__ __spec__ __file__ __builtins__ __annotations__ __cached__".split()
CLASS = "__module__ __qualname__ __firstlineno__ __static_attributes__ __classdictcell__ __classcell__ __classdict__ __annotate_func__ __conditional_annotations__".split()


class Notes(bdb.Bdb):
    def __init__(self):
        super().__init__()
        self.rows = []
        self.last = {}
        self.bodies = {}

    def note(self, event, frame):
        if frame.f_code.co_filename != "snippet.py":
            return
        hidden = HIDDEN if frame.f_code.co_name == "<module>" else CLASS
        names = {}
        ids = {}
        for name, value in self.namespace(frame).items():
            if name not in hidden and name[:1] != ".":
                try:
                    names[name] = ADDRESS.sub("", repr(value))
                except Exception as error:
                    names[name] = type(error).__name__
                ids[name] = id(value)
        alike = sorted(sorted(other for other in ids if ids[other] == ids[name]) for name in ids)
        line = frame.f_lineno or self.last.get(frame, 0)  # none at the end of `except*`
        self.last[frame] = line
        self.rows.append([event, line, frame.f_code.co_qualname, names, alike])

    def namespace(self, frame):
        """The names of a frame. While a comprehension runs in a module or a class body, `f_locals` holds its names only."""
        body = frame.f_globals if frame.f_code.co_name == "<module>" else self.bodies.get(frame)
        own = dict(frame.f_locals)
        return {**body, **{name: value for name, value in own.items() if name not in body}} if body is not None else own

    def user_call(self, frame, arguments):
        if not frame.f_code.co_flags & 1:
            self.bodies[frame] = frame.f_locals
        if frame.f_code.co_name != "<module>":
            self.note("call", frame)

    def user_line(self, frame):
        self.note("line", frame)

    def user_return(self, frame, value):
        self.note("return", frame)

    def user_exception(self, frame, info):
        self.note("exception", frame)


def watch(source):
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    notes = Notes()
    kept, sys.stdout = sys.stdout, io.StringIO()
    try:
        notes.run(compile(source, "snippet.py", "exec", dont_inherit=True), module.__dict__)
    except BaseException as error:
        notes.rows.append(error) if not isinstance(error, (Exception, SystemExit)) else None
    finally:
        sys.settrace(None)
        sys.stdout = kept
    return notes.rows
