"""The harness beside the candidate's code, in process 2: takes requests one at a time, answers in plain text.

Answers are a head and a payload: `v` value, `n` no plain data, `r` raised, `u` unreadable, `m` out of memory, `o` result too large; after the letter
the peak of allocated bytes, if measured. The candidate shares this interpreter and can take it apart: nothing in here is worth having.
"""

from sparring.sandbox.native.inside.pristine import BUILTINS as __builtins__  # type: ignore[no-redef]  # noqa: F401, N811  # isort: skip

import atexit
import errno
import json
import os
import resource
import signal
import sys
import threading
import tracemalloc
import types
from collections.abc import Callable
from typing import Any

import sparring.core.plain  # noqa: F401  # `pristine` copies it
from sparring.sandbox.native.inside import describe, encoding, frames, suites
from sparring.sandbox.native.inside.pristine import BUILTINS, pristine

REQUESTS, ANSWERS = 3, 4
THREAD_STACK = 1 << 20
SPARE_BYTES = 16 << 20
NO_CHANNEL = 97

_exit, _flushed = os._exit, (sys.stdout, sys.stderr)
_exec, _eval, _compile = exec, eval, compile
_parse, _decode = json.JSONDecoder().scan_once, pristine("sparring.core.plain")._from_tree  # type: ignore[attr-defined]
_get_limit, _set_limit = sys.getrecursionlimit, sys.setrecursionlimit
_set_trace, _set_profile = sys.settrace, sys.setprofile
_set_rlimit = resource.setrlimit


class _Job:
    """What is running: the options, the candidate's module, the namespace of the current group."""

    def __init__(self) -> None:
        self.folder = ""
        self.options: dict[str, Any] = {}
        self.module: types.ModuleType | None = None
        self.group = -1
        self.namespace: dict[str, Any] = {}
        self.given: dict[str, Any] = {}
        self.main: tuple[Any, Any] = (None, None)
        self.data = (0, 0)
        self.reserve: bytearray | None = None


_job = _Job()


def main(folder: str, data_bytes: int) -> None:
    """Answer requests until there are none. `data_bytes`: what the interpreter itself has of private memory, for the limit."""
    _job.folder, _job.data = folder + "/", (data_bytes, 0)
    frames.send(ANSWERS, b"h")
    while True:
        try:
            request = frames.receive(REQUESTS)
            if request is None:
                _exit(0)
            answer = _safely(_handle, _parse(request.decode("ascii"), 0)[0]).encode("ascii", "backslashreplace")
            frames.send(ANSWERS, answer)
        except BaseException:
            _exit(NO_CHANNEL)


def _handle(request: dict[str, Any]) -> str:
    match request["op"]:
        case "begin":
            _begin(request)
            return _load()
        case "tests":
            return _guarded(suites.run, request["framework"], _job.folder)
        case "main":
            return _guarded(_run_main, *_job.main)
        case _:
            return _guarded(_step, request)


def _begin(options: dict[str, Any]) -> None:
    job = _job
    job.options = options
    soft = job.data[0] + options["memory_bytes"]
    job.data = (soft, soft + SPARE_BYTES)
    seconds = int(options["cpu_seconds"]) + 2
    _set_rlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    _set_rlimit(resource.RLIMIT_FSIZE, (options["file_bytes"], options["file_bytes"]))
    _set_rlimit(resource.RLIMIT_NOFILE, (options["open_files"], options["open_files"]))
    _set_rlimit(resource.RLIMIT_CORE, (0, 0))
    _set_rlimit(resource.RLIMIT_AS, (options["address_bytes"], options["address_bytes"]))
    _set_rlimit(resource.RLIMIT_DATA, job.data)
    threading.stack_size(THREAD_STACK)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    job.reserve = bytearray(1 << 20)
    os.mkdir(job.folder + ".tmp")  # noqa: PTH102  # pathlib is not imported here
    os.chdir(job.folder)
    sys.path.insert(0, job.folder[:-1])
    if options["memory"]:
        tracemalloc.start()


def _load() -> str:
    job = _job
    main: str | None = job.options["main"]
    code = None
    for name in sorted(job.options["files"], key=lambda name: name != main):
        text: str = job.options["files"][name]
        try:
            _write(name, text)
            if name.endswith(".py"):
                compiled = _compile(text, job.folder + name, "exec", dont_inherit=True)
                code = compiled if name == main else code
        except MemoryError as error:
            return "u\n" + describe.unreadable(error, name) if _is_compiler(error) else _out_of_memory()
        except (SyntaxError, ValueError, RecursionError, OverflowError) as error:
            return "u\n" + describe.unreadable(error, name)
    job.main = (main, code)
    return _guarded(_run_main, main, code) if main is not None and not job.options["later"] else "v\nnull"


def _write(name: str, text: str) -> None:
    path = _job.folder + name
    if "/" in name:
        os.makedirs(path.rpartition("/")[0], exist_ok=True)  # noqa: PTH103
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(text.encode("utf-8", "surrogatepass"))


def _is_compiler(error: BaseException) -> bool:
    return bool(error.args) and type(error.args[0]) is str and "too complex" in error.args[0]


def _run_main(main: str, code: types.CodeType) -> None:
    script = _job.options["script"]
    name = "__main__" if script else main.removesuffix(".py").replace("/", ".")
    module = types.ModuleType(name)
    module.__file__ = code.co_filename
    sys.modules[name] = _job.module = module
    sys.argv = [main]
    _exec(code, module.__dict__)
    if script:
        atexit._run_exitfuncs()


def _step(request: dict[str, Any]) -> Any:
    space = _space(request["group"])
    for name, tree in request["bind"].items():
        space[name] = _decode(tree, 0)
        _job.given.pop(name, None)
    code = _compile(request["source"], "<step>", request["mode"], dont_inherit=True)
    if request["mode"] == "exec":
        _exec(code, space)
        return None
    return _eval(code, space)


def _space(group: int) -> dict[str, Any]:
    """The namespace of `group`: the module's public names as they are now, unless the group has bound them to something else."""
    job = _job
    if group != job.group:
        job.group, job.given, job.namespace = group, {}, {"__name__": "steps", "__builtins__": BUILTINS.copy()}
    if job.module is not None:
        space, given = job.namespace, job.given
        for name, value in list(job.module.__dict__.items()):
            if type(name) is str and name[:1] != "_" and (name not in space or (name in given and space[name] is given[name])):
                space[name] = given[name] = value
    return job.namespace


def _guarded(action: Callable[..., Any], *args: Any) -> str:
    """Run candidate's code and say how it ended."""
    job = _job
    level = _level() if job.options["memory"] else 0
    try:
        try:
            value = action(*args)
        finally:
            if _get_limit() < 200:  # too little for the harness itself
                _set_limit(200)
    except BaseException as error:
        if _is_memory(error):
            return _out_of_memory()
        answer = "r", describe.raised(error, job.folder)
    else:
        answer = _told(value)
    peak = tracemalloc.get_traced_memory()[1] - level if job.options["memory"] else ""
    _tidy()
    return f"{answer[0]}{peak}\n{answer[1]}"


def _is_memory(error: BaseException) -> bool:
    """Out of memory, as Python says it or as the kernel says it (ENOMEM of mmap)."""
    return (isinstance(error, MemoryError) and not _is_compiler(error)) or (isinstance(error, OSError) and error.errno == errno.ENOMEM)


def _told(value: object) -> tuple[str, str]:
    try:
        return "v", encoding.encode(value, _job.options["result_bytes"])
    except encoding.NotPlain as refused:
        return "n", refused.name
    except encoding.TooLarge:
        return "o", ""


def _out_of_memory() -> str:
    job = _job
    job.reserve = None
    _set_rlimit(resource.RLIMIT_DATA, (job.data[1], job.data[1]))
    job.namespace = {}
    _tidy()
    return "m\n"


def _level() -> int:
    tracemalloc.reset_peak()
    return tracemalloc.get_traced_memory()[0]


def _tidy() -> None:
    """Undo what would disturb the harness itself, and send what was printed."""
    _set_trace(None)
    _set_profile(None)
    for stream in (sys.stdout, sys.stderr, *_flushed):
        try:
            stream.flush()
        except BaseException:  # noqa: S112  # whatever the candidate put there
            continue


def _safely(action: Callable[..., str], *args: Any) -> str:
    """The harness must not fail either: whatever the candidate did to it is an answer."""
    try:
        return action(*args)
    except MemoryError:
        return _out_of_memory()
    except BaseException as error:
        return "r\n" + describe.raised(error, _job.folder)
