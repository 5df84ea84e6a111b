"""A verdict in lines of JSON, each sent as soon as it stands: the findings that are there already, at last the verdict."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable
from typing import Any

from asgiref.sync import sync_to_async
from django.db import close_old_connections

from sparring.core.problem import SparringError, UsageError
from sparring.core.verdict import Finding
from sparring.usecases import present
from sparring.usecases.practice import Tell
from sparring.words import Words

log = logging.getLogger("sparring.web")
Judged = Callable[[Tell | None], dict[str, Any]]


async def streamed(judged: Judged, words: Words) -> AsyncIterator[bytes]:
    """The lines. Who stops listening stops nothing: the submission is judged and kept all the same."""
    lines: asyncio.Queue[bytes | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def say(line: bytes | None) -> None:
        loop.call_soon_threadsafe(lines.put_nowait, line)

    def tell(found: tuple[Finding, ...]) -> None:
        say(_line("findings", {"findings": present.findings(found, words)}))

    def work() -> None:
        try:
            say(_line("verdict", judged(tell)))
        except SparringError as error:
            say(_line("error", {"error": words.say(error.saying), "code": 2 if isinstance(error, UsageError) else 3}))
        except Exception:
            log.exception("a verdict in lines failed")
            say(_line("error", {"error": words("web.error.ours"), "code": 3}))
        finally:
            close_old_connections()
            say(None)

    working = asyncio.ensure_future(sync_to_async(work, thread_sensitive=False)())
    while (line := await lines.get()) is not None:
        yield line
    await working


def _line(stage: str, data: dict[str, Any]) -> bytes:
    return json.dumps({"stage": stage, **data}).encode() + b"\n"
