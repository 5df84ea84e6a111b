"""The server as a process: one for each data folder, deaf to whoever was not let in, progress and heartbeat."""

import http.client
import json
import os
import re
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from urllib.parse import urlencode

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from .conftest import ROOT, Served, start


def ask(served: Served, method: str, path: str, body: str | None = None, **headers: str) -> tuple[int, dict[str, str], str]:
    """Status, headers and body of the answer at `path` below the secret place."""
    with closing(http.client.HTTPConnection("127.0.0.1", served.port, timeout=20)) as line:
        line.request(method, served.place + path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        reply = line.getresponse()
        return reply.status, {name.lower(): value for name, value in reply.getheaders()}, reply.read().decode("utf-8", "replace")


def enter(served: Served) -> str:
    """The cookie of who came in by a ticket."""
    _, headers, _ = ask(served, "GET", served.ticket().removeprefix(served.base))
    return headers["set-cookie"].partition(";")[0]


@pytest.fixture(scope="module")
def cookie(small: Served) -> str:
    return enter(small)


def test_nobody_comes_in_without_a_ticket(small: Served) -> None:
    for path in ("/", "/exercises", "/api/grade", "/live/progress", "/?start=guess"):
        status, headers, body = ask(small, "GET", path)
        assert status == 403
        assert "sparring web" in body
        assert "default-src 'none'" in headers["content-security-policy"]


def test_another_host_is_refused_though_the_cookie_is_right(small: Served, cookie: str) -> None:
    assert ask(small, "GET", "/", cookie=cookie)[0] in (200, 302)
    assert ask(small, "GET", "/", cookie=cookie, host="evil.example")[0] == 403
    assert ask(small, "GET", "/", cookie=cookie, host=f"evil.example:{small.port}")[0] == 403


def test_a_post_needs_our_page_and_its_token(small: Served, cookie: str) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert ask(small, "POST", "/language", "language=it", cookie=cookie, **form)[0] == 403
    assert ask(small, "POST", "/language", "language=it", cookie=cookie, origin="http://evil.example", **form)[0] == 403
    assert ask(small, "POST", "/language", "language=it", cookie=cookie, sec_fetch_site="same-site", **form)[0] == 403


def test_the_socket_needs_our_page(small: Served, cookie: str) -> None:
    place = f"ws://127.0.0.1:{small.port}{small.place}/live/interviews/{'0' * 32}"
    for headers, origin in (({}, small.origin), ({"cookie": cookie}, "http://evil.example")):
        with pytest.raises(InvalidStatus):
            connect(place, additional_headers=headers, origin=origin)
    with (
        connect(place, additional_headers={"cookie": cookie}, origin=small.origin) as line,
        pytest.raises(Exception, match=r"1000|no close frame|OK"),
    ):
        line.recv(timeout=10)


def test_progress_ends_when_nothing_goes_on(small: Served, cookie: str) -> None:
    status, headers, body = ask(small, "GET", "/live/progress", cookie=cookie)
    assert status == 200
    assert headers["content-type"] == "text/event-stream"
    assert body.endswith("event: done\ndata: {}\n\n")


def signed(served: Served, cookie: str) -> tuple[str, str]:
    """The cookies of somebody who has seen a form, and the form's token."""
    _, headers, page = ask(served, "GET", "/settings", cookie=cookie)
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)', page)
    assert token
    return f"{cookie}; {headers['set-cookie'].partition(';')[0]}", token[1]


def test_one_form_sent_six_times_at_once_is_handed_in_once(small: Served, cookie: str) -> None:
    cookies, token = signed(small, cookie)

    def handed_in() -> set[str]:
        return set(re.findall(r"/attempts/(\w+)", ask(small, "GET", "/exercises/why-tests/history", cookie=cookies)[2]))

    headers = {"cookie": cookies, "x_csrftoken": token, "content_type": "application/x-www-form-urlencoded"}
    before = handed_in()
    chosen = urlencode({"plan": "core:short", "language": "en", "editor": "plain", "key": "six"})
    place = ask(small, "POST", "/interviews", chosen, **headers)[1]["location"].removeprefix(small.place)
    number = re.search(r'name="at" value="(\d+)', ask(small, "GET", place, cookie=cookies)[2])
    assert number
    form = urlencode(
        {"action": "submit", "at": number[1], "key": "k", "text.md": "Tests let me change the code without fear of breaking it."}
    )
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda _: ask(small, "POST", place, form, **headers), range(6)))
    assert [status for status, *_ in answers] == [302] * 6
    assert len({told["location"] for _, told, _ in answers}) == 1
    assert len(handed_in() - before) == 1


def posted(served: Served, cookie: str, asked: dict[str, object]) -> list[dict[str, object]]:
    """The lines that the API answers with."""
    cookies, token = signed(served, cookie)
    status, headers, body = ask(served, "POST", "/api/grade", json.dumps(asked), cookie=cookies, x_csrftoken=token)
    assert (status, headers["content-type"]) == (200, "application/x-ndjson")
    return [json.loads(line) for line in body.splitlines()]


def test_a_verdict_in_lines(whole: Served) -> None:
    """The cases stand before the growth is measured; both are in the verdict, which is kept."""
    cookie = enter(whole)
    solution = (ROOT / "packs/core/exercises/solve/chunked/reference.py").read_text(encoding="utf-8")
    early, verdict = posted(whole, cookie, {"exercise": "chunked", "files": {"solution.py": solution}, "stream": True, "key": "lines"})
    assert (early["stage"], [found["criterion"] for found in early["findings"]]) == ("findings", ["correctness"])
    assert (verdict["stage"], [found["criterion"] for found in verdict["findings"]][:2]) == ("verdict", ["correctness", "growth"])
    assert early["findings"][0] == verdict["findings"][0]
    assert ask(whole, "GET", f"/attempts/{verdict['attempt']}", cookie=cookie)[0] == 200
    (taken,) = posted(whole, cookie, {"exercise": "first-repeated", "files": {"solution.py": solution}, "stream": True, "key": "lines"})
    assert "passed" not in taken, "the key is another exercise's: refused, not judged"
    assert taken["code"] == 2
    assert taken["error"]


def test_a_second_start_finds_the_first(small: Served) -> None:
    other = small.port % 65535 + 1
    command = [sys.executable, "-m", "sparring.cli", "web", "--no-browser", "--json", "--port", str(other)]
    ended = subprocess.run(command, env=small.environment, capture_output=True, text=True, check=True)
    found = json.loads(ended.stdout)
    assert (found["here"], found["port"]) == (False, small.port)
    assert f"port {other} is not used" in ended.stderr
    assert found["address"].startswith(f"{small.base}/?start=")
    assert ask(small, "GET", found["address"].removeprefix(small.base))[0] == 200


def test_a_port_that_is_taken_is_told(small: Served, tmp_path) -> None:
    command = [sys.executable, "-m", "sparring.cli", "web", "--no-browser", "--json", "--port", str(small.port)]
    environment = {**os.environ, "SPARRING_DATA": str(tmp_path / "other")}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert str(small.port) in json.loads(ended.stdout)["error"]


def test_a_data_folder_that_cannot_be_written_is_told(tmp_path) -> None:
    (tmp_path / "file").write_text("in the way")
    command = [sys.executable, "-m", "sparring.cli", "web", "--no-browser", "--json"]
    environment = {**os.environ, "SPARRING_DATA": str(tmp_path / "file" / "data")}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 3
    assert "SPARRING_DATA" in json.loads(ended.stdout)["error"]


def test_a_session_ends_with_the_process_and_its_address_stays(tmp_path, small_packs) -> None:
    first = start(tmp_path / "data", small_packs)
    cookie = enter(first)
    assert ask(first, "GET", "/exercises", cookie=cookie)[0] == 200
    first.kill()
    second = start(tmp_path / "data", small_packs)
    try:
        assert second.base == first.base
        status, _, body = ask(second, "GET", "/exercises", cookie=cookie)
        assert (status, "sparring web" in body) == (403, True)
        assert ask(second, "GET", "/exercises", cookie=enter(second))[0] == 200
    finally:
        second.stop()


def test_connections_that_say_nothing_do_not_lock_the_owner_out(tmp_path, small_packs) -> None:
    """A server that may open few files, and more silent and half-spoken connections than that."""
    served = start(tmp_path / "data", small_packs, files=160)
    idle = []
    try:
        cookie = enter(served)
        for number in range(200):
            idle.append(socket.create_connection(("127.0.0.1", served.port), timeout=20))
            if number % 2:
                idle[-1].sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1")
        assert ask(served, "GET", "/exercises", cookie=cookie)[0] == 200
        assert enter(served)
    finally:
        for line in idle:
            line.close()
        served.stop()


def test_a_request_with_an_endless_head_is_refused(small: Served) -> None:
    with closing(socket.create_connection(("127.0.0.1", small.port), timeout=20)) as line:
        line.sendall(b"GET / HTTP/1.1\r\n" + b"X-More: " + b"x" * 200_000)
        assert b" 400 " in line.recv(200)


def test_progress_is_only_looked_at(small: Served, cookie: str) -> None:
    for method in ("POST", "PUT", "DELETE", "HEAD"):
        status, headers, _ = ask(small, method, "/live/progress", cookie=cookie)
        assert (status, headers["allow"]) == (405, "GET")
    status, headers, _ = ask(small, "GET", "/live/progress", cookie=cookie)
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["referrer-policy"] == "same-origin"
    for foreign in ({"origin": "http://127.0.0.1:1"}, {"sec_fetch_site": "same-site"}):
        assert ask(small, "GET", "/live/progress", cookie=cookie, accept="text/event-stream", **foreign)[0] == 403


def test_signing_out_everywhere(tmp_path, small_packs) -> None:
    served = start(tmp_path / "data", small_packs)
    try:
        one, other, unused, before = enter(served), enter(served), served.ticket(), served.place
        cookies, token = signed(served, one)
        status, _, body = ask(served, "POST", "/sign-out", "", cookie=cookies, x_csrftoken=token)
        assert (status, "sparring web" in body) == (200, True)
        moved = replace(served, address=served.ticket())
        assert moved.place != before
        for cookie in (one, other):
            assert ask(served, "GET", "/settings", cookie=cookie)[0] == ask(moved, "GET", "/settings", cookie=cookie)[0] == 403
        assert ask(moved, "GET", "/?start=" + unused.rpartition("=")[2])[0] == 403
        assert ask(moved, "GET", "/settings", cookie=enter(moved))[0] == 200
    finally:
        served.stop()
