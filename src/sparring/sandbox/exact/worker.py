"""A worker process: reads jobs from its standard input, writes outcomes to its standard output, and ends with its input.

`python -m sparring.sandbox.exact.worker FOLDER`. The first frame it writes is {"ready": true} or {"failure": [id, params]}.
"""

import json
import os
import queue
import sys
import threading
from pathlib import Path
from typing import BinaryIO

from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.sandbox.exact.engine import THREAD_STACK, ExactEngine
from sparring.sandbox.exact.wire import receive, send

Jobs = queue.SimpleQueue[bytes]


def main() -> None:
    """Read frames until the parent is gone; then leave at once, whatever is running."""
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing but frames may reach the parent
    jobs: Jobs = queue.SimpleQueue()
    threading.stack_size(THREAD_STACK)
    threading.Thread(target=_serve, args=(Path(sys.argv[1]), jobs, output), daemon=True).start()
    with os.fdopen(0, "rb", closefd=False) as source:
        while (frame := receive(source)) is not None:
            jobs.put(frame)
    os._exit(0)


def _serve(folder: Path, jobs: Jobs, output: BinaryIO) -> None:
    """Answer jobs; whatever goes wrong ends the process, so that nobody waits for an answer that will not come."""
    try:
        engine = ExactEngine(folder)
        engine.idle()
        send(output, b'{"ready":true}')
        while True:
            request = json.loads(jobs.get())
            send(output, json.dumps(engine.run_request(request), ensure_ascii=True, separators=(",", ":")).encode("ascii"))
            engine.idle()
    except JudgeError as error:
        _fail(output, error)
    finally:
        os._exit(1)


def _fail(output: BinaryIO, error: JudgeError) -> None:
    saying = error.saying
    told = [saying.id, saying.params] if isinstance(saying, Message) else ["sandbox.worker-failed", {"reason": str(error)}]
    send(output, json.dumps({"failure": told}).encode())


if __name__ == "__main__":
    main()
