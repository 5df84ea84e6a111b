"""The inner half of `own_machine.py`: reads one request, runs its steps, writes a line for each: [kind, payload, output, 0, null, CPU seconds].

`python -I -m sparring.sandbox.own_steps`, in a folder of its own. It runs the person's own code and trusts it as far as a plain `python` would.
"""

import io
import json
import os
import sys
import time
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from sparring.core import plain
from sparring.sandbox.exact.wire import Tree

KEPT = 64 << 10


class Steps:
    """One process's work."""

    def __init__(self, request: Tree, answers: TextIO) -> None:
        self._request, self._answers = request, answers
        self._codes: dict[str, types.CodeType] = {}
        self._module: types.ModuleType | None = None
        self._bound: set[str] = set()

    def run(self) -> None:
        """All groups."""
        if not self._compiled():
            return
        self._tell("load", (lambda: None) if self._request["late"] else self._load)
        for group in self._request["groups"]:
            space: dict[str, Any] = {"__name__": "steps"}
            self._bound = set()
            for mode, source, values, _ in group:
                for name, text in values.items():
                    space[name] = plain.decode(text)
                    self._bound.add(name)
                self._tell(mode, self._act(mode, source, space))

    def _compiled(self) -> bool:
        """Write and compile all files; an answer that says why not."""
        for name, text in self._request["files"].items():
            try:
                path = Path(name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
                if name.endswith(".py"):
                    self._codes[name] = compile(text, name, "exec", dont_inherit=True)
            except (SyntaxError, ValueError) as error:
                line = error.lineno or 0 if isinstance(error, SyntaxError) else 0
                self._write(["unreadable", plain.encode([name, line, 0, str(error)]), "", 0, None, 0.0])
                return False
        return True

    def _load(self) -> None:
        main = self._request["main"]
        if main is None:
            return
        name = "__main__" if self._request["script"] else main.removesuffix(".py").replace("/", ".")
        self._module = sys.modules[name] = types.ModuleType(name)
        self._module.__file__ = main
        exec(self._codes[main], self._module.__dict__)  # noqa: S102 - that is what this is for

    def _act(self, mode: str, source: str, space: dict[str, Any]) -> Callable[[], Any]:
        if mode == "load":
            return self._load
        public = vars(self._module) if self._module else {}
        space.update({name: value for name, value in public.items() if name[:1] != "_" and name not in self._bound})
        runner = exec if mode == "exec" else eval
        return lambda: runner(compile(source, "<step>", mode, dont_inherit=True), space)

    def _tell(self, mode: str, action: Callable[[], Any]) -> None:
        kept = io.StringIO()
        out, sys.stdout = sys.stdout, kept
        started = time.process_time(), time.thread_time()
        answer: list[Any] | None
        try:
            value = action()
            answer = ["value", "null"] if mode != "eval" else None
        except MemoryError:
            answer = ["stopped", ["memory-limit", ""]]
        except BaseException as error:
            answer = ["raised", _described(error, self._codes)]
        # Under a limit of CPU time some kernels count a process in ticks of milliseconds, a thread exactly.
        seconds = max(time.process_time() - started[0], time.thread_time() - started[1])
        printed, sys.stdout = kept.getvalue()[:KEPT], out
        if answer is None:
            try:
                answer = ["value", plain.encode(value)]
            except plain.NotPlainError:
                answer = ["notplain", f"{type(value).__module__}.{type(value).__qualname__}"]
        self._write([*answer, printed, 0, None, seconds])

    def _write(self, answer: list[Any]) -> None:
        self._answers.write(json.dumps(answer) + "\n")
        self._answers.flush()


def _described(error: BaseException, codes: dict[str, types.CodeType]) -> str:
    bases = [f"{base.__module__}.{base.__qualname__}" for base in type(error).__mro__]
    frames: list[plain.Plain] = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        if code.co_filename in codes:
            frames.append([code.co_filename, trace.tb_lineno, code.co_qualname])
        trace = trace.tb_next
    names: list[plain.Plain] = [*bases]
    return plain.encode([bases[0], names, str(error)[:2000], frames[-40:]])


def main() -> None:
    """One request, then the end."""
    request = json.load(sys.stdin)
    sys.stdin = io.StringIO("")
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)  # what the program prints beside Python's own streams is not an answer
    sys.path.insert(0, str(Path.cwd()))
    Steps(request, answers).run()
    answers.flush()
    os._exit(0)  # no thread of the program's keeps the process alive


if __name__ == "__main__":
    main()
