"""Records a program step by step, from inside the interpreter that runs it. Sent in as a file of the job; needs nothing but the standard library.

Theory of operation. `sys.settrace` tells of every call, line, return and exception in the program's own file. At each of them the frames are walked and, from
their names, every object that can be reached, within bounds; what is new or different since the last step goes out as one line of JSON (after `MARK`) through
the real standard output, so that a program that is stopped loses nothing that was recorded. The program itself prints into a stream of ours.

Looking must not change what is looked at. No method of the program is called: no `__repr__`, `__eq__`, `__hash__`, `__len__`; containers are read by their base class's
methods, attributes from the instance's dictionary. Nothing is kept alive: objects are known by their address, and references are dropped before the program
goes on. Reference counts are taken while every object has exactly one reference from here (`_BASE` is what that costs). The collector is off
while we look, so that what we allocate never triggers it. Before 3.13 the names of a function come as a copy that holds its values until the next step: these
references are taken off again, but a value that should die with its name dies at the next step there.

A step is the list [event, line, stack, frames, objects, gone, printed, about, thread, cut, held]:
stack: serial numbers of frames, outermost first; frames: [serial, function, kind, line, names] of those that changed, names: [name, address, flag];
objects: [address, type, size, references, kind, text, items, more] of those that changed, items: [label, address] or [label, address, address of the key];
gone: addresses that are no longer reached (or, those only kept alive by a cycle, freed); about: the value's address, the exception or what the collector did;
held: addresses of what no name leads to by what is shown, but does by what is not: the dictionary of a class, or of an instance.

Another object at a known address is told by its type, by its content where that never changes, and by the collector's list of young objects: it is in their order of birth, so
that what stands behind a mark of ours, made when the last step was done, was born since. After a run of the collector nobody can tell, until the next mark.
"""

import gc
import io
import json
import sys
import types
from _thread import allocate_lock, get_ident
from typing import Any

from .frames import error_text, frame_kind, opcode, resumed
from .kinds import COLLECTED, FILE, OPTIMIZED, RETURNS, SUSPENDED, YIELD, Record, flags, type_name
from .look import Look
from .parts import own_names
from .streams import Raw, text_stream

MARK = "\x1e"
MOST_WATCHED = 20_000

_get_objects, _get_referents, _is_tracked = gc.get_objects, gc.get_referents, gc.is_tracked
_collecting, _gc_on, _gc_off = gc.isenabled, gc.enable, gc.disable
_dumps = json.JSONEncoder(separators=(",", ":")).encode


class Tracer:
    """Traces one program. `most_steps` from `first` on are recorded; up to `most_counted` more are counted, then the program goes on alone."""

    def __init__(self, options: dict[str, int]) -> None:
        self.options = options
        self.first, self.last = options["first"], options["first"] + options["steps"]
        self.room = options["bytes"]
        self.count = 0
        self.known: dict[int, Record] = {}
        self.frames: dict[int, str] = {}
        self.serials: dict[int, int] = {}
        self.spaces: dict[int, Any] = {}
        self.serial = 0
        self.raised: dict[int, int] = {}
        self.lines: dict[int, int] = {}
        self.lost: dict[int, int] = {}
        self.mark: list[Any] = []
        self.tracked: frozenset[int] = frozenset()
        self.held: list[int] = []
        self.watching = True
        self.raw = Raw(options["printed"])
        self.collected: list[int] = []
        self.out = sys.stdout
        self.lock = allocate_lock()
        self.why = self.failure = ""
        self.streams = (text_stream(self.raw, "<stdout>"), text_stream(self.raw, "<stderr>"))
        self.main_thread = get_ident()

    def send(self, what: str, tree: Any) -> None:
        """Hand a line out."""
        line = MARK + what + _dumps(tree) + "\n"
        self.room -= len(line)
        self.out.write(line)

    def trace(self, frame: Any, event: str, arg: Any) -> Any:
        """The trace function."""
        if frame.f_code.co_filename != FILE:
            return None
        if self.why:
            return self._beyond()
        enabled = _collecting()
        if enabled:
            _gc_off()
        try:
            with self.lock:
                self._step(frame, event, arg)
        except RecursionError:
            pass  # the program is as deep as it may be: this step is not shown
        except MemoryError:
            raise
        except Exception as error:
            self.why = "failed"
            self.failure = f"{type(error).__name__}: {error} ({_own_line(error)})"
        finally:
            if enabled:
                _gc_on()
        return self.trace

    def _beyond(self) -> Any:
        """Only counts; gives up counting at last."""
        self.count += 1
        if self.count >= self.options["counted"]:
            sys.settrace(None)
            return None
        return self.trace

    def collector(self, phase: str, info: dict[str, int]) -> None:
        """Notes what a run of the collector freed."""
        if phase == "stop":
            self.collected.append(info["collected"])

    def _step(self, frame: Any, event: str, arg: Any) -> None:
        if event == "call" and frame.f_code.co_name == "<module>":
            self._enter(frame)
            return
        if event == "exception" and arg[2] is None and arg[0] is StopIteration and frame.f_code.co_flags & SUSPENDED:
            return  # how `yield from` and `await` learn that the inner one is done: no debugger stops at it
        name, about, value = self._named(frame, event, arg)
        number, self.count = self.count, self.count + 1
        if number < self.first:
            return
        if number >= self.last or self.room <= 0:
            self.why = "steps" if number >= self.last else "bytes"
            self.send("b", [self.why, " " * 1100])  # the engine sends on what makes up a block: now nothing is held back
            return
        self._look(frame, name, about, value)
        if event == "return":
            self._leave(frame, name)

    def _named(self, frame: Any, event: str, arg: Any) -> tuple[str, Any, Any]:
        """The step's own name of the event, what it is about, and the value that leaves the frame (in a tuple)."""
        key = id(frame)
        if event == "call":
            if resumed(frame) and key in self.serials:
                return "resume", None, None
            self._enter(frame)
            return "call", None, None
        if event == "exception":
            kind, error, _ = arg
            self.raised[key] = 1
            return "exception", [type_name(kind), error_text(error)], None
        if event == "return":
            code = opcode(frame)
            if code == YIELD:
                self.raised.pop(key, None)
                return "yield", None, (arg,)
            if arg is None and code not in RETURNS and key in self.raised:  # perhaps lines ago: a finally raises it again without a word
                return "unwind", None, None
            return "return", None, (arg,)
        return "line", None, None

    def _enter(self, frame: Any) -> None:
        self.serial += 1
        self.serials[id(frame)] = self.serial
        if not frame.f_code.co_flags & OPTIMIZED:
            self.spaces[id(frame)] = frame.f_locals
        self.raised.pop(id(frame), None)
        self.lines.pop(id(frame), None)

    def _leave(self, frame: Any, name: str) -> None:
        if name == "yield":
            return
        serial = self.serials.pop(id(frame), 0)
        self.spaces.pop(id(frame), None)
        self.frames.pop(serial, None)
        self.raised.pop(id(frame), None)
        self.lines.pop(id(frame), None)

    def _look(self, frame: Any, name: str, about: Any, value: Any) -> None:
        born = self._born()
        alive = self._alive(born)
        for stream in self.streams:
            stream.flush()
        look = Look(self.options["objects"], self.options["items"])
        stack, frames = self._stack(frame, look)
        if value is not None:
            about = look.root(value[0])
        self._unreached(look, alive)
        look.finish()
        if self.collected:
            about = {"collected": self.collected[:], "about": about}
            self.collected.clear()
        objects, gone = self._differences(look, born)
        thread = 0 if get_ident() == self.main_thread else get_ident()
        printed = self.raw.take()
        if value is not None:  # the value is also held by those who hand it over
            for record in objects:
                if record[0] == id(value[0]) and record[3] > 0:
                    record[3] = -2
        self.send("s", [name, self._line(frame), stack, frames, objects, gone, printed, about, thread, int(look.cut), self.held])
        self.mark = []  # the last that is made here: what is younger is the program's

    def _stack(self, frame: Any, look: Look) -> tuple[list[int], list[Any]]:
        stack: list[int] = []
        changed: list[Any] = []
        while frame is not None:
            code = frame.f_code
            if code.co_filename == FILE:
                if len(stack) >= self.options["frames"]:
                    stack.append(0)
                    break
                serial = self.serials.get(id(frame), 0)
                record = [serial, code.co_qualname, frame_kind(code), self._line(frame), look.names(frame, self.spaces.get(id(frame)))]
                text = _dumps(record)
                if self.frames.get(serial) != text:
                    self.frames[serial] = text
                    changed.append(record)
                stack.append(serial)
            frame = frame.f_back
        stack.reverse()
        return stack, changed

    def _line(self, frame: Any) -> int:
        """The line where a frame stands. What the compiler added (the end of `except*`) is on none: then the line that it was on before."""
        line = frame.f_lineno
        if line is None:
            line = self.lines.get(id(frame), frame.f_code.co_firstlineno)
        self.lines[id(frame)] = line
        return int(line)

    def _born(self) -> frozenset[int]:
        """The addresses of the last step's objects at which others were born since; asked before anything is allocated here."""
        young = _get_objects(generation=0)
        at = len(young) - 1
        while at >= 0 and young[at] is not self.mark:
            at -= 1
        newer = frozenset(id(each) for each in young[at + 1 :] if id(each) in self.tracked) if at >= 0 else frozenset()
        young.clear()
        return newer

    def _alive(self, born: frozenset[int]) -> list[Any]:
        """What was reached in the last step and is still there. Asked before anything is allocated here: what is freed leaves its address to others."""
        lost = self.lost
        if not lost:
            return []
        everything = _get_objects()
        if len(everything) > MOST_WATCHED:
            self.lost, self.watching = {}, False
            return []
        known = self.known
        return [
            each
            for each in everything
            if id(each) in lost and id(type(each)) == lost[id(each)] and id(each) not in born and _same(each, known.get(id(each)))
        ]

    def _unreached(self, look: Look, alive: list[Any]) -> None:
        """Look at what names reached before and now only something else keeps alive: a cycle, or a place that is no name of the program."""
        look.walk()
        unnamed = {id(each) for each in alive if id(each) not in look.seen}
        self.held = sorted(unnamed & _hidden(look, self.spaces)) if unnamed else []
        while alive:
            if id(alive[-1]) not in look.seen:
                look.root(alive[-1])
            alive.pop()
        if self.watching:
            self.lost = {id(each): id(type(each)) for each in look.order if flags(type(each)) & COLLECTED}
        self.tracked = frozenset(id(each) for each in look.order if _is_tracked(each))

    def _differences(self, look: Look, born: frozenset[int]) -> tuple[list[Record], list[int]]:
        """What is new or other, and the addresses that are known no more; one at which another object was `born` is both."""
        known, fresh, changed = self.known, {}, []
        for record in look.records:
            fresh[record[0]] = record
            if known.get(record[0]) != record or record[0] in born:
                changed.append(record)
        self.known = fresh
        return changed, [address for address in known if address not in fresh or address in born]


def _hidden(look: Look, spaces: dict[int, Any]) -> set[int]:
    """The addresses of what is held by what was reached, and by the dictionaries in which that keeps its names, shown as a part of it or not."""
    held: set[int] = {id(space) for space in spaces.values()}
    for value in look.order:
        for part in _get_referents(value):
            held.add(id(part))
            if type(part) is dict:
                held.update(map(id, _get_referents(part)))
        own = own_names(value)  # an instance may keep its values beside its dictionary and tell of them alone
        if own is not None:
            held.add(id(own))
    return held


def run(source: str, typed: str, options: dict[str, int], threads: bool = False) -> None:
    """Run `source` traced; every step, and at last how it ended, goes out line by line."""
    tracer = Tracer(options)
    tracer.send("v", [sys.version.split()[0], sys.implementation.name, 64 if sys.maxsize > 1 << 32 else 32])
    module = types.ModuleType("__main__")
    module.__file__ = FILE
    sys.modules["__main__"] = module
    sys.argv = [FILE]
    code = compile(source, FILE, "exec", dont_inherit=True)
    streams = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__ = tracer.streams  # type: ignore[misc]
    sys.stdin = io.StringIO(typed)
    gc.collect()
    gc.freeze()
    gc.callbacks.append(tracer.collector)
    if threads:
        import threading

        threading.settrace(tracer.trace)
    ended: list[Any] = ["finished"]
    lost = False
    seal = _seal
    before = seal(tracer)
    sys.settrace(tracer.trace)
    try:
        exec(code, module.__dict__)  # noqa: S102 - that is what this is for
    except BaseException as error:
        lost = _off(tracer)
        ended = ["raised", type_name(type(error)), error_text(error), _last_line(error)]
    else:
        lost = _off(tracer)
    sys.stdout, sys.stderr = streams
    gc.callbacks.remove(tracer.collector)
    if seal(tracer) != before:
        tracer.why = tracer.why or "forged"
    for stream in tracer.streams:
        stream.flush()
    tracer.send("e", [ended, tracer.count, tracer.why, lost, tracer.raw.take(), tracer.raw.lost, tracer.failure])
    tracer.out.flush()


def _off(tracer: Tracer) -> bool:
    """End the trace; whether the program had taken it away, or put its own in its place."""
    found = sys.gettrace()
    sys.settrace(None)
    ours = type(found) is types.MethodType and found.__self__ is tracer
    return not ours and tracer.count < tracer.options["counted"]


def _seal(tracer: Tracer) -> list[tuple[str, int]]:
    """What the recorder is made of, by name and address: a program that has put anything in its place may have told what it liked."""
    found = [(f"tracer.{name}", 0) for name in vars(tracer)]
    for module in [each for name, each in sys.modules.items() if name.partition(".")[0] == __name__.partition(".")[0]]:
        for name, value in vars(module).items():
            found.append((f"{module.__name__}.{name}", id(value)))
            own = isinstance(value, type) and value.__module__.partition(".")[0] == __name__.partition(".")[0]
            parts = vars(value).items() if own else [(name, value)]
            found += [(f"{name}.{part}", id(getattr(each, "__code__", each))) for part, each in parts]
    return sorted(found)


def _own_line(error: BaseException) -> str:
    trace, lines = error.__traceback__, []
    while trace is not None:
        lines.append(str(trace.tb_lineno))
        trace = trace.tb_next
    return ", ".join(lines)


def _same(value: Any, record: Record | None) -> bool:
    """Whether what never changes still is what was recorded at its address; of what may change nobody can tell."""
    kind = type(value)
    if record is None or (kind is not tuple and kind is not frozenset):  # no method of a metaclass is asked
        return True
    return all(id(part) == item[1] for part, item in zip(value, record[6], strict=False)) and len(value) == len(record[6]) + record[7]


def _last_line(error: BaseException) -> int:
    trace, line = error.__traceback__, 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == FILE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
