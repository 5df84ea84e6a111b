"""Requests that must fail, and the few that must not."""

import asyncio
import json
import re
import stat
from concurrent.futures import ThreadPoolExecutor

import pytest

from sparring.web.access import MOST_SESSIONS, Access, folder_access, folder_secret
from sparring.web.assets import address
from sparring.web.cookies import inward, outward
from sparring.web.gate import MOST_BYTES, Gate
from sparring.web.lock import FolderLock, Running, last

PORT = 8123
OWN = f"127.0.0.1:{PORT}"


@pytest.mark.parametrize(
    ("shown", "left"),
    [
        ("P_a=1; b=2; P_c=3", ["a=1; c=3"]),
        ("a=1; sparring_language=it; sparring_csrf=bad", []),
        ("P=session; Q_a=1", []),
        ("P_a=1; P_a=2", ["a=1; a=2"]),
    ],
)
def test_only_our_cookies_reach_the_pages_under_their_plain_names(shown, left):
    found = inward({"headers": [(b"host", b"x"), (b"cookie", shown.encode())]}, "P")["headers"]
    assert [value.decode() for name, value in found if name == b"cookie"] == left
    assert (b"host", b"x") in found


def test_what_the_pages_set_is_kept_under_our_prefix():
    assert outward([(b"Set-Cookie", b"a=1; Path=/"), (b"x", b"a=1")], "P") == [(b"Set-Cookie", b"P_a=1; Path=/"), (b"x", b"a=1")]


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
    """`ask(path, method, headers, admitted, body)`: status, headers and body of the answer. Pages lie below the secret place; `bare` asks for the path as it is."""
    gate = Gate(inner, access, PORT)
    session = access.enter()

    def asked(path="/", method="GET", *, host=OWN, admitted=True, kind="http", body=(b"",), bare=False, **headers):
        path, _, query = path.partition("?")
        path = path if bare or path == "/ticket" or path.startswith("/static/") else access.root + path
        given = {"host": host, **({"cookie": f"other=1; {access.cookie}={session}"} if admitted else {})}
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
    assert "Appartiene a chi" in ask(path, admitted=False, accept_language="it")[2]


def test_a_refusal_speaks_the_language_that_was_chosen(ask, access):
    chosen = f"{access.cookie}_sparring_language=it"
    assert "Appartiene a chi" in ask(admitted=False, cookie=chosen, accept_language="en")[2]
    assert "Appartiene a chi" not in ask(admitted=False, cookie="sparring_language=it", accept_language="en")[2], "another server's cookie"
    access.language = "it"
    assert "Appartiene a chi" in ask(admitted=False, accept_language="en")[2]
    assert "Appartiene a chi" not in ask(admitted=False, cookie=chosen.replace("=it", "=en"))[2], "this browser's choice comes first"


def test_a_wrong_cookie_is_a_stranger(ask, access):
    good = access.enter()
    assert ask(admitted=False, cookie=f"{access.cookie}={good}")[0] == 200
    for cookie in (f"{access.cookie}=wrong", f"{access.cookie}={good[:-1]}", f"other={good}", "garbage;;;=", f'{access.cookie}="'):
        assert ask(admitted=False, cookie=cookie)[0] == 403


def test_a_cookie_of_the_same_name_from_another_server_shuts_nobody_out(ask, access):
    good = access.enter()
    assert ask(admitted=False, cookie=f"{access.cookie}=tossed; {access.cookie}={good}; {access.cookie}=more")[0] == 200


def test_the_right_cookie_opens_nothing_outside_the_secret_place(ask, access):
    for path in ("/", "/exercises", f"{access.root}x/", access.root, "/api/grade"):
        assert ask(path, bare=True)[0] == 403
        assert ask(path, bare=True, kind="websocket", origin=f"http://{OWN}") == "websocket.close"


def test_sessions_are_random_bound_to_the_place_and_known_to_this_process_alone(ask, access):
    _, headers, body = ask(f"/?start={access.ticket()}", admitted=False)
    value, *attributes = (part.strip() for part in headers["set-cookie"].split(";"))
    assert {"HttpOnly", "SameSite=Strict", f"Path={access.root}/"} == set(attributes)
    assert f"url={access.root}/" in body
    assert access.admits(value)
    assert len({access.enter() for _ in range(20)}) == 20
    again = Access("secret", access.root[1:])
    assert again.root == access.root, "an open page of before is still at its address"
    assert not again.admits(value), "the same secret makes no session again"


def test_sign_out_everywhere_ends_sessions_and_tickets_and_moves(ask, access):
    moved = []
    access._keep = moved.append
    ticket, session, before = access.ticket(), access.enter(), access.root
    access.sign_out_everywhere()
    assert ask()[0] == 403
    assert not access.admits(f"{access.cookie}={session}")
    assert not access.redeem(ticket)
    assert access.root != before
    assert moved == [access.root[1:]]
    assert access.redeem(access.ticket())


def test_so_many_browsers_may_be_in_and_no_more(access):
    first, *rest = [access.enter() for _ in range(MOST_SESSIONS + 1)]
    assert not access.admits(f"{access.cookie}={first}")
    assert all(access.admits(f"{access.cookie}={value}") for value in rest)


@pytest.mark.parametrize("content", ["", "short", "with/slash-and-more-of-it", "é" * 30, "../../../../../../../../etc"])
def test_a_damaged_place_is_made_anew_and_kept(tmp_path, content):
    (tmp_path / "web.place").write_text(content, encoding="utf-8")
    (tmp_path / "web.place").chmod(0o600)
    root = folder_access(tmp_path).root
    assert re.fullmatch(r"/[\w-]{24}", root)
    assert folder_access(tmp_path).root == root
    assert (tmp_path / "web.place").stat().st_mode & 0o077 == 0


def test_a_place_that_others_could_read_is_left(tmp_path):
    root = folder_access(tmp_path).root
    (tmp_path / "web.place").chmod(0o644)
    assert folder_access(tmp_path).root != root


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
    assert json.loads(body)["address"].startswith(f"http://{OWN}{access.root}/?start=")


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
def test_a_page_elsewhere_can_do_nothing(ask, headers):
    assert ask("/language", "POST", **headers)[0] == 403
    for mode in ("no-cors", "cors", "navigate", ""):
        for path in ("/exercises", "/interviews/a", "/live/progress"):
            assert ask(path, sec_fetch_mode=mode, **headers)[0] == 403
    assert ask("/live/progress", accept="text/event-stream", **headers)[0] == 403


def test_a_link_elsewhere_is_told_how_to_go_on(ask, access):
    status, _, body = ask("/interviews/a", sec_fetch_site="same-site", sec_fetch_mode="navigate")
    assert status == 403
    assert f'href="{access.root}/"' in body
    assert access.root not in ask("/interviews/a", admitted=False, sec_fetch_site="same-site")[2], "no stranger learns the place"


def test_the_other_name_of_this_machine_is_another_origin(ask):
    assert ask("/language", "POST", origin=f"http://localhost:{PORT}")[0] == 403
    assert ask("/language", "POST", host=f"localhost:{PORT}", origin=f"http://localhost:{PORT}")[0] == 200


@pytest.mark.parametrize(
    "why",
    [
        {"admitted": False},
        {"origin": "http://evil.example"},
        {"host": "evil.example"},
        {"content_length": str(MOST_BYTES + 1)},
        {"content_length": "9" * 5000},
    ],
)
def test_programs_are_refused_in_json(ask, why):
    for path, more in (("/api/grade", {}), ("/exercises/a/draft", {"accept": "application/json"})):
        status, headers, body = ask(path, "POST", **{**why, **more})
        assert status in (403, 413)
        assert headers["content-type"] == "application/json"
        assert json.loads(body)["error"]
        assert headers["x-content-type-options"] == "nosniff"


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
        folder_access(folder)
        for name in ("web.secret", "web.place", "web.json", "web.lock"):
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
