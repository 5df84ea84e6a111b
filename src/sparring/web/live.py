"""What goes on by itself while a page is open: progress of long work as server-sent events, an interview's heartbeat over a WebSocket."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs

from asgiref.sync import sync_to_async
from django.db import close_old_connections

from sparring.core.problem import SparringError
from sparring.web.program import program
from sparring.web.reply import SAFE, Receive, Scope, Send, below, header, policy, reply_json
from sparring.web.said import spoken
from sparring.web.speech import hearing
from sparring.words import words

LOOK_SECONDS = 0.25
BEAT_SECONDS = 5.0
ARRIVAL_LOOKS = 20
SOCKET = re.compile(r"^/live/interviews/([0-9a-f]+)$")


async def stream_progress(scope: Scope, receive: Receive, send: Send) -> None:
    """`GET /live/progress?key=SUBMISSION`: events `{"text", "share"}` while the engine is prepared or the submission judged, then `done`."""
    if scope["method"] != "GET":
        await reply_json(
            send, 405, {"error": words(spoken(header(scope, "accept-language")))("web.error.method"), "code": 2}, [("allow", "GET")]
        )
        return
    query = parse_qs(scope["query_string"].decode("latin-1"))
    key, language = query.get("key", [""])[0], query.get("lang", [header(scope, "accept-language")])[0]
    await _stream(_events(key, language), receive, send)


async def stream_heard(scope: Scope, receive: Receive, send: Send) -> None:
    """`GET /live/heard?key=RECORDING&spoken=LANGUAGE`: listens to a recording. Events `{"text"}` with all words so far, then `heard` with what came of it, or `failed`."""
    query = parse_qs(scope["query_string"].decode("latin-1"))
    language = query.get("lang", [header(scope, "accept-language")])[0]
    if scope["method"] != "GET":
        await reply_json(send, 405, {"error": words(spoken(language))("web.error.method"), "code": 2}, [("allow", "GET")])
        return
    await _stream(hearing.events(query.get("key", [""])[0], query.get("spoken", ["en"])[0], spoken(language)), receive, send)


async def _stream(events: AsyncIterator[bytes], receive: Receive, send: Send) -> None:
    """Send events as they come, until they end or nobody listens any more."""
    sent = [("content-type", "text/event-stream"), ("cache-control", "no-store"), ("content-security-policy", policy("none")), *SAFE]
    headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in sent]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    gone = asyncio.ensure_future(_gone(receive))
    async for event in events:
        if gone.done():
            break
        await send({"type": "http.response.body", "body": event, "more_body": True})
    gone.cancel()
    await send({"type": "http.response.body", "body": b""})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _events(key: str, language: str) -> AsyncIterator[bytes]:
    """An event at each change; the last one is `done`. The page may ask a little before its submission has come in."""
    last, patience = "", ARRIVAL_LOOKS if key else 0
    while True:
        said = _now(key, language)
        if said is None and patience == 0:
            break
        patience = max(0, patience - 1) if said is None else 0
        if said and said != last:
            last = said
            yield f"data: {said}\n\n".encode()
        await asyncio.sleep(LOOK_SECONDS)
    yield b"event: done\ndata: {}\n\n"


def _now(key: str, language: str) -> str | None:
    """What there is to say now; None if nothing is going on."""
    found, say = program(), words(spoken(language))
    if not found.ready.is_set():
        percent = round(found.share * 100)
        return json.dumps({"text": f"{say('progress.engine')} {percent} %", "share": percent})
    counted = found.counted.get(key)
    if counted is not None:
        return json.dumps({"text": say.say(counted), "share": counted.params["percent"]})
    waited = found.waited(key) if key else None
    if waited is None:
        return None
    early = found.early.get(key)
    text = f"{say.say(early)} {say('web.judging-growth', seconds=int(waited))}" if early else say("web.judging", seconds=int(waited))
    return json.dumps({"text": text, "share": None})


async def heartbeat(scope: Scope, receive: Receive, send: Send) -> None:
    """`/live/interviews/ID`: while the page is open the interview is alive; `{"seq": n}` says where it stands, for other tabs to notice."""
    matched = SOCKET.match(below(scope))
    if matched is None:
        await send({"type": "websocket.close", "code": 1008})
        return
    await receive()
    await send({"type": "websocket.accept"})
    gone = asyncio.ensure_future(_closed(receive))
    told: Any = None
    while not gone.done():
        seq = await sync_to_async(_beat, thread_sensitive=False)(matched[1])
        if seq is None:
            break
        if seq != told:
            told = seq
            await send({"type": "websocket.send", "text": json.dumps({"seq": seq})})
        await asyncio.wait([gone], timeout=BEAT_SECONDS)
    if not gone.done():
        gone.cancel()
        await send({"type": "websocket.close", "code": 1000})


async def _closed(receive: Receive) -> None:
    while (await receive())["type"] != "websocket.disconnect":
        pass


def _beat(interview: str) -> int | None:
    """Note that the interview is alive; the number of its next event, None if it is over or unknown."""
    try:
        records = program().app.records
        found = records.interview(interview)
        if found is None or found.finished:
            return None
        records.alive(interview, program().app.clock.now())
        return len(found.events)
    except SparringError:
        return None
    finally:
        close_old_connections()
