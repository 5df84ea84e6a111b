"""The exact engine inside this very process: for one job at a time, for tests and for the worker processes."""

import threading
from pathlib import Path
from typing import Any

from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.sandbox.exact.artifact import engine_id
from sparring.sandbox.exact.cache import Progress
from sparring.sandbox.exact.interpreter import Factory
from sparring.sandbox.exact.runner import Run
from sparring.sandbox.exact.wire import Tree, outcome_of, request_of
from sparring.sandbox.interface import Job, JobOutcome, Unreadable

THREAD_STACK = 48 << 20


class ExactEngine:
    """A `Sandbox` in one process, one job at a time. `folder` keeps the compiled component."""

    def __init__(self, folder: Path, progress: Progress | None = None) -> None:
        self._factory: Factory | None = Factory(folder, progress)
        self._lock = threading.Lock()

    @property
    def engine_id(self) -> str:
        """The id within which instruction counts are comparable."""
        return engine_id()

    def run(self, job: Job) -> JobOutcome | Unreadable:
        """Run the job to its end."""
        answer: list[Tree] = []
        failed: list[BaseException] = []

        def work() -> None:
            try:
                answer.append(self.run_request(request_of(job)))
                self.idle()
            except BaseException as error:
                failed.append(error)

        with self._lock:
            run_with_stack(work)
        if failed:
            raise failed[0]
        return outcome_of(answer[0], self.engine_id)

    def run_request(self, request: Tree) -> Tree:
        """Run a job in the wire's form, on a thread with enough stack."""
        if self._factory is None:
            raise JudgeError(Message("sandbox.closed"))
        return Run(self._factory, request).outcome()

    def idle(self) -> None:
        """Clean up and make the next interpreter; `run` does it by itself."""
        if self._factory is not None:
            self._factory.idle()

    def close(self) -> None:
        """Later calls raise JudgeError."""
        self._factory = None


def run_with_stack(work: Any) -> None:
    """Run `work` on a thread whose stack holds the interpreter's (the main thread of some systems has 1 MB)."""
    before = threading.stack_size(THREAD_STACK)
    try:
        thread = threading.Thread(target=work, name="exact")
        thread.start()
    finally:
        threading.stack_size(before)
    thread.join()
