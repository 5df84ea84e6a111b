"""The harness inside the interpreter: frozen together with CPython, driven by the host call by call.

Answers are one line of head and a payload: `v` value, `k` kept for `take`, `n` no plain data, `r` raised, `u` unreadable, `m` out of memory,
`o` result too large; after the letter the peak of allocated bytes, if measured.
"""

import freezing  # first: patches clocks before anything takes a copy of them

from pristine import BUILTINS
from pristine import BUILTINS as __builtins__  # noqa: F401

import atexit
import sys
import tracemalloc
import types

import describe
import importing
import output
import plain
import wit_world

_module_type = types.ModuleType
_get_limit, _set_limit = sys.getrecursionlimit, sys.setrecursionlimit
_get_trace, _set_trace, _set_profile = sys.gettrace, sys.settrace, sys.setprofile
_modules = sys.modules
_at_exit = atexit._run_exitfuncs
_start_tracing, _traced, _reset_peak = tracemalloc.start, tracemalloc.get_traced_memory, tracemalloc.reset_peak
_flush = output.flush
_encode, _small, _short = plain.encode, plain.small, plain.short
_decode, _literals, _parse = plain.decode, plain.literals, plain.parse
_exec, _eval, _compile, _getattr = exec, eval, compile, getattr

REHEARSAL = "def f(a, b=2):\n    return [a + b]\n"
# Run in the namespace of the steps, so that the candidate's code has the caller that it always has; popped, so that nobody else holds the arguments.
_CALL_IT = [compile(source, "<step>", "eval", dont_inherit=True) for source in ("it(*given.pop())", "get(it, name)(*given.pop())")]
REHEARSED = '["t",[["i","1"]]]'


class _Job:
    """What is running: the options, the candidate's module, the namespace of the current group and the value kept for `take`."""

    def __init__(self):
        self.files = {}
        self.main = None
        self.script = False
        self.memory = False
        self.limit = 4 << 20
        self.module = None
        self.group = -1
        self.namespace = {}
        self.given = {}
        self.kept = None
        self.reserve = bytearray(4 << 20)  # room to tell of it when memory has run out


_job = _Job()


def _wake():
    importing.lock()
    output.install()
    space = {"__name__": "wake", "__builtins__": BUILTINS.copy()}
    _exec(_compile(REHEARSAL, "<wake>", "exec", dont_inherit=True), space)
    _encode(_eval(_compile("f(1)", "<wake>", "eval", dont_inherit=True), space), 1000)
    _short(_eval(_CALL_IT[0], space, {"it": space["f"], "given": [_literals(REHEARSED)]}))
    _flush()


def _begin(options):
    tree = _parse(options)
    job = _job
    job.files, job.main, job.script, job.memory, job.limit = tree["files"], tree["main"], tree["script"], tree["memory"], tree["result"]
    if job.memory:
        freezing.guard_tracemalloc()
        _start_tracing()


def _load():
    file = _job.main or ""
    try:
        for file in sorted(_job.files, key=lambda name: name != _job.main):
            importing.add(file, _job.files[file])
    except MemoryError as error:
        if _is_compiler(error):
            return "u\n" + describe.unreadable(error, file)
        return _out_of_memory()
    except (SyntaxError, ValueError, RecursionError, OverflowError) as error:
        return "u\n" + describe.unreadable(error, file)
    return _guarded(_run_main) if _job.main is not None else "v\nnull"


def _is_compiler(error):
    return bool(error.args) and type(error.args[0]) is str and "too complex" in error.args[0]


def _run_main():
    name = "__main__" if _job.script else _job.main.removesuffix(".py").replace("/", ".")
    module = _module_type(name)
    module.__file__, module.__builtins__ = _job.main, importing.REAL_BUILTINS
    _modules[name] = _job.module = module
    sys.argv = [_job.main]
    _exec(importing.code(_job.main), module.__dict__)
    if _job.script:
        _at_exit()


def _space(group):
    """The namespace of `group`: the module's public names as they are now, unless the group has bound them to something else."""
    job = _job
    if group != job.group:
        job.group, job.given, job.namespace = group, {}, {"__name__": "steps", "__builtins__": BUILTINS.copy()}
    if job.module is not None:
        space, given = job.namespace, job.given
        for name, value in job.module.__dict__.items():
            if type(name) is str and name[:1] != "_" and (name not in space or (name in given and space[name] is given[name])):
                space[name] = given[name] = value
    return job.namespace


def _bind(group, values):
    space = _space(group)
    for name, tree in _parse(values).items():
        space[name] = _decode(tree)
        _job.given.pop(name, None)


def _execute(group, source):
    _exec(_compile(source, "<step>", "exec", dont_inherit=True), _space(group))


def _evaluate(group, source):
    _job.kept = _eval(_compile(source, "<step>", "eval", dont_inherit=True), _space(group))


def _call(group, name, arguments, source):
    """What evaluating `source` does, without compiling it: most of what a short case costs."""
    space = _space(group)
    first, _, attribute = name.partition(".")
    if first not in space:
        _job.kept = _eval(_compile(source, "<step>", "eval", dont_inherit=True), space)
    elif attribute:
        _job.kept = _eval(_CALL_IT[1], space, {"get": _getattr, "it": space[first], "name": attribute, "given": [_literals(arguments)]})
    else:
        _job.kept = _eval(_CALL_IT[0], space, {"it": space[first], "given": [_literals(arguments)]})


def _take():
    value, _job.kept = _job.kept, None
    try:
        return "v\n" + _encode(value, _job.limit)
    except plain.NotPlain as refused:
        return "n\n" + refused.name
    except plain.TooLarge:
        return "o\n"


def _guarded(action, *args):
    """Run candidate's code and say how it ended."""
    job = _job
    level = _level() if job.memory else 0
    try:
        try:
            action(*args)
        finally:
            if _get_limit() < 200:  # too little for the harness itself
                _set_limit(200)
    except MemoryError as error:
        answer = ("r", describe.raised(error, job.files)) if _is_compiler(error) else None
    except BaseException as error:
        answer = "r", describe.raised(error, job.files)
    else:
        answer = _kept(action is _call and not job.memory)
    if answer is None:
        return _out_of_memory()
    peak = _traced()[1] - level if job.memory else ""
    _tidy()
    return f"{answer[0]}{peak}\n{answer[1]}"


def _kept(at_once):
    """What can be handed out at once, or the promise of it: encoding more than a little is not to count as the candidate's instructions."""
    text = _small(_job.kept)
    if text is None and at_once:
        text = _short(_job.kept)
    if text is None:
        return "k", ""
    _job.kept = None
    return "v", text


def _out_of_memory():
    _job.reserve = None
    _job.namespace = {}
    _flush()
    return "m\n"


def _level():
    _reset_peak()
    return _traced()[0]


def _tidy():
    """Undo what would disturb the harness itself, and send what was printed."""
    if _get_trace() is not None:
        _set_trace(None)
    _set_profile(None)
    _flush()


def _safely(action, *args):
    """The harness must not fail either: whatever the candidate did to it is an answer."""
    try:
        return action(*args)
    except MemoryError:
        return _out_of_memory()
    except BaseException as error:
        return "r\n" + describe.raised(error, _job.files)


class WitWorld(wit_world.WitWorld):
    """The exports of the component (see meter.wit)."""

    def wake(self) -> None:
        _wake()

    def begin(self, options: str) -> None:
        _begin(options)

    def load(self) -> str:
        return _safely(_load)

    def bind(self, group: int, values: str) -> str:
        return _safely(_bind, group, values) or "v\nnull"

    def step(self, group: int, evaluate: bool, source: str) -> str:
        return _safely(_guarded, _evaluate if evaluate else _execute, group, source)

    def call(self, group: int, name: str, arguments: str, source: str) -> str:
        return _safely(_guarded, _call, group, name, arguments, source)

    def take(self) -> str:
        return _safely(_take)


freezing.finish()
