"""A verdict in lines: what stands comes first, and what goes wrong is said as the last line."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from sparring.core.evidence import Cases
from sparring.core.problem import SparringError, UsageError
from sparring.core.text import Message
from sparring.core.verdict import Finding
from sparring.web.lines import streamed
from sparring.words import words


def lines(judged) -> list[dict[str, object]]:
    async def gathered() -> list[bytes]:
        return [line async for line in streamed(judged, words("en"))]

    with ThreadPoolExecutor(1) as thread:
        return [json.loads(line) for line in thread.submit(lambda: asyncio.run(gathered())).result()]


def test_findings_come_before_the_verdict():
    def judged(tell):
        tell((Finding("correctness", True, Message("solve.all-cases-pass", {"count": 2}), Cases(())),))
        return {"passed": True}

    early, verdict = lines(judged)
    assert early["stage"] == "findings"
    assert early["findings"][0]["criterion"] == "correctness"
    assert verdict == {"stage": "verdict", "passed": True}


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (UsageError(Message("records.conflict")), 2, "somewhere else"),
        (SparringError(Message("web.no-answer")), 3, "does not answer"),
        (RuntimeError("secret words"), 3, "does not count"),
    ],
)
def test_what_goes_wrong_is_said(error, code, said):
    def judged(_):
        raise error

    (told,) = lines(judged)
    assert (told["stage"], told["code"]) == ("error", code)
    assert said in told["error"]
    assert "secret" not in told["error"]
