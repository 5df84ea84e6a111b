"""Requests that must fail, and the few that must not."""

import asyncio
import json
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from sparring.web.access import Access, folder_secret
from sparring.web.assets import address
from sparring.web.gate import MOST_BYTES, Gate
from sparring.web.lock import FolderLock, Running, last

PORT = 8123
OWN = f"127.0.0.1:{PORT}"


async def inner(scope, receive, send):
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    while (await receive()).get("more_body"):
        pass
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"in"})


@pytest.fixture
def access():
    return Access("secret")


@pytest.fixture
def ask(access):
    """`ask(path, method, headers, admitted, body)`: status, headers and body of the answer."""
    gate = Gate(inner, access, PORT)

    def asked(path="/", method="GET", *, host=OWN, admitted=True, kind="http", body=(b"",), **headers):
        path, _, query = path.partition("?")
        given = {"host": host, **({"cookie": f"other=1; {access.cookie}={access.value}"} if admitted else {})}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        encoded = [(name.encode(), value.encode()) for name, value in given.items()]
        scope = {"type": kind, "path": path, "method": method, "query_string": query.encode(), "headers": encoded}
        pieces = [{"type": "http.request", "body": part, "more_body": n < len(body) - 1} for n, part in enumerate(body)]
        sent = []

        async def receive():
            return pieces.pop(0) if pieces else {"type": "http.disconnect"}

        async def send(message):
            sent.append(message)

        with ThreadPoolExecutor(1) as thread:  # a browser test may have a loop running in this one
            thread.submit(lambda: asyncio.run(gate(scope, receive, send))).result()
        if kind == "websocket":
            return sent[0]["type"]
        found = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
        return sent[0]["status"], found, b"".join(part.get("body", b"") for part in sent[1:]).decode("utf-8", "replace")

    return asked


def test_who_was_let_in_comes_in(ask):
    assert ask()[2] == "in"
    assert ask(host=f"localhost:{PORT}")[2] == "in"


@pytest.mark.parametrize(
    "host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}", f"127.0.0.1.evil.example:{PORT}", ""]
)
@pytest.mark.parametrize("path", ["/", "/?start=x", "/static/x/app.css", "/ticket"])
def test_another_host_is_refused_whatever_is_asked(ask, host, path):
    status, _, body = ask(path, "POST" if path == "/ticket" else "GET", host=host)
    assert status == 403
    assert "127.0.0.1" in body


@pytest.mark.parametrize("path", ["/", "/exercises", "/live/progress", "/api/grade"])
def test_a_stranger_is_refused_in_words(ask, path):
    status, headers, body = ask(path, admitted=False)
    assert status == 403
    assert "sparring web" in body
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "privata" in ask(path, admitted=False, accept_language="it")[2]


def test_a_wrong_cookie_is_a_stranger(ask, access):
    for cookie in (f"{access.cookie}=wrong", f"{access.cookie}={access.value[:-1]}", "garbage;;;=", f'{access.cookie}="'):
        assert ask(admitted=False, cookie=cookie)[0] == 403


def test_a_ticket_is_good_for_one_use(ask, access):
    ticket = access.ticket()
    status, headers, body = ask(f"/?start={ticket}", admitted=False)
    assert status == 200
    cookie = headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert ticket not in body
    assert ask(f"/?start={ticket}", admitted=False)[0] == 403
    assert ask("/?start=guess", admitted=False)[0] == 403
    assert ask(f"/?start={ticket}")[0] == 200, "whoever is in already stays in"


def test_a_ticket_is_spent_even_by_somebody_who_was_in_already(ask, access):
    ticket = access.ticket()
    assert ask(f"/?start={ticket}")[0] == 200
    assert ask(f"/?start={ticket}", admitted=False)[0] == 403


def test_only_an_opened_address_spends_a_ticket(ask, access):
    ticket = access.ticket()
    ask(f"/?start={ticket}", "POST", admitted=False)
    assert ask(f"/?start={ticket}", admitted=False)[0] == 200


@pytest.mark.parametrize("content", ["", "short", "é" * 40])
def test_a_damaged_secret_is_made_anew(tmp_path, content):
    from sparring.web.access import folder_secret

    (tmp_path / "web.secret").write_text(content, encoding="utf-8")
    made = folder_secret(tmp_path)
    assert len(made) >= 32
    assert folder_secret(tmp_path) == made
    assert (tmp_path / "web.secret").stat().st_mode & 0o077 == 0


def test_only_the_key_gives_a_ticket(ask, access):
    assert ask("/ticket", "POST")[0] == 403
    assert ask("/ticket", "POST", authorization="Bearer wrong")[0] == 403
    status, _, body = ask("/ticket", "POST", admitted=False, authorization=f"Bearer {access.key}")
    assert status == 200
    assert json.loads(body)["address"].startswith(f"http://{OWN}/?start=")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": f"http://127.0.0.1:{PORT + 1}"},
        {"origin": "null"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
    ],
)
def test_a_page_elsewhere_cannot_write(ask, headers):
    assert ask("/language", "POST", **headers)[0] == 403
    assert ask("/exercises", sec_fetch_mode="no-cors", **headers)[0] == 403


def test_our_own_page_can_write(ask):
    assert ask("/language", "POST", origin=f"http://{OWN}", sec_fetch_site="same-origin")[0] == 200


def test_what_is_too_large_is_refused_in_words_announced_or_not(ask):
    assert ask("/language", "POST", content_length=str(MOST_BYTES + 1))[0] == 413
    status, _, body = ask("/language", "POST", body=[b"x" * (MOST_BYTES // 2)] * 3)
    assert status == 413
    assert "still in the page" in body


def test_htmx_is_refused_with_the_words_alone(ask):
    status, headers, body = ask(admitted=False, hx_request="true")
    assert status == 403
    assert headers["HX-Retarget"] == "#trouble"
    assert "<html" not in body


def test_sockets_are_for_our_own_page_alone(ask):
    assert ask("/live/interviews/a", kind="websocket", origin=f"http://{OWN}") == "websocket.accept"
    assert ask("/live/interviews/a", kind="websocket", origin="http://evil.example") == "websocket.close"
    assert ask("/live/interviews/a", kind="websocket") == "websocket.close"
    assert ask("/live/interviews/a", kind="websocket", origin=f"http://{OWN}", admitted=False) == "websocket.close"
    assert ask("/live/interviews/a", kind="websocket", origin="http://evil.example", host="evil.example") == "websocket.close"


def test_static_files_are_cached_for_good_and_nothing_else_is_found(ask):
    status, headers, _ = ask(address("app.css"), admitted=False)
    assert status == 200
    assert "immutable" in headers["cache-control"]
    for path in ("/static/x/../../gate.py", "/static/x/nope.js", "/static/", "/static/x"):
        assert ask(path)[0] == 404


def test_secrets_are_the_owners_alone(tmp_path):
    folder = tmp_path / "data"
    with FolderLock(folder) as lock:
        secret = folder_secret(folder)
        lock.announce(Running(1, "key"))
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        for name in ("web.secret", "web.json", "web.lock"):
            assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    assert folder_secret(folder) == secret


def test_one_server_a_folder(tmp_path):
    with FolderLock(tmp_path) as first:
        assert first.held
        first.announce(Running(8000, "key"))
        with FolderLock(tmp_path) as second:
            assert not second.held
            assert last(tmp_path) == Running(8000, "key")
    with FolderLock(tmp_path) as third:
        assert third.held


@pytest.mark.parametrize("text", ["", "{", "[]", '{"port": "x", "key": 1}'])
def test_a_damaged_note_is_as_none(tmp_path, text):
    (tmp_path / "web.json").write_text(text)
    assert last(tmp_path) is None
