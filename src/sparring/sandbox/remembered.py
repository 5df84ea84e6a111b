"""An engine that does no job twice: where the same job comes out the same to the last digit, what it did before is what it does.

For proofs: an author's original, reference and solutions are each asked about many times beside another program. Keys are digests, so a job's inputs are not kept;
its outcome is, up to `MOST` of them.
"""

import hashlib
import marshal
import threading
from dataclasses import astuple

from sparring.sandbox.interface import Job, JobOutcome, Sandbox, Unreadable

MOST = 400


class Remembered:
    """`sandbox` with a memory of its own. Only for an engine that counts instructions: seconds are never the same twice."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._known: dict[bytes, JobOutcome | Unreadable] = {}
        self._lock = threading.Lock()

    @property
    def engine_id(self) -> str:
        """The engine's own."""
        return self._sandbox.engine_id

    @property
    def workers(self) -> int:
        """How many jobs the engine runs at once."""
        return int(getattr(self._sandbox, "workers", 1))

    def run(self, job: Job) -> JobOutcome | Unreadable:
        """What the job did, run now or before."""
        key = _digest(job)
        if key is None:
            return self._sandbox.run(job)
        with self._lock:
            known = self._known.get(key)
        if known is not None:
            return known
        outcome = self._sandbox.run(job)
        with self._lock:
            if len(self._known) < MOST:
                self._known[key] = outcome
        return outcome

    def close(self) -> None:
        """Forget everything; the engine goes on, it is somebody else's."""
        with self._lock:
            self._known.clear()


def _digest(job: Job) -> bytes | None:
    """Two jobs with one digest are the same job (the same may have two, by a set's order, and is then run again); None where a job cannot be told so."""
    steps = [[(step.mode, step.source, dict(step.bind), step.call) for step in group] for group in job.groups]
    rest = (dict(job.files), job.main, astuple(job.limits), job.fresh, job.as_script, job.measure_memory, job.gate, job.printing_ends)
    try:
        return hashlib.sha256(
            marshal.dumps((steps, rest), 0)
        ).digest()  # version 0: by what is in it alone, not by which of it is one object
    except ValueError:
        return None
