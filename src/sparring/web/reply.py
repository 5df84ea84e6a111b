"""Answers of the outer application: what is said before Django is asked."""

import base64
import hashlib
import json
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Header = tuple[str, str]

SAFE: tuple[Header, ...] = (
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(self)"),
)


def policy(nonce: str) -> str:
    """The content security policy of a page: our own files, styles that carry the page's nonce, nothing from elsewhere."""
    return (
        f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; font-src 'self'; img-src 'self' data:; media-src 'self' blob:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def file_policy(style: str) -> str:
    """The policy of a page that is kept as a file: this very style, and nothing else is loaded, run or sent."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; form-action 'none'; base-uri 'none'"


def header(scope: Scope, name: str) -> str:
    """A request's header; '' if it has none."""
    wanted = name.encode()
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == wanted), "")


def below(scope: Scope) -> str:
    """The request's path below the place where the pages are mounted (`root_path`)."""
    path: str = scope["path"]
    return path.removeprefix(scope.get("root_path", ""))


def wants_json(path: str, accept: str) -> bool:
    """Whether a refusal is said as JSON: to programs, and to the page's own scripts that ask for it. `path` as sent, or below the place."""
    return "/api/" in path or accept == "application/json"


async def reply(send: Send, status: int, body: bytes, kind: str, headers: Iterable[Header] = ()) -> None:
    """Send a whole answer."""
    sent = [("content-type", kind), ("content-length", str(len(body))), *SAFE, *headers]
    encoded = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in sent]
    await send({"type": "http.response.start", "status": status, "headers": encoded})
    await send({"type": "http.response.body", "body": body})


async def reply_json(send: Send, status: int, data: Any, headers: Iterable[Header] = ()) -> None:
    """Send JSON."""
    await reply(
        send,
        status,
        json.dumps(data).encode(),
        "application/json",
        [("cache-control", "no-store"), ("content-security-policy", policy("none")), *headers],
    )
