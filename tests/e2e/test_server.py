"""The server as a process: one for each data folder, deaf to whoever was not let in, progress and heartbeat."""

import http.client
import json
import os
import subprocess
import sys
from contextlib import closing

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from .conftest import Served, start


def ask(served: Served, method: str, path: str, body: str | None = None, **headers: str) -> tuple[int, dict[str, str], str]:
    with closing(http.client.HTTPConnection("127.0.0.1", served.port, timeout=20)) as line:
        line.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
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
    place = f"ws://127.0.0.1:{small.port}/live/interviews/{'0' * 32}"
    for headers, origin in (({}, small.base), ({"cookie": cookie}, "http://evil.example")):
        with pytest.raises(InvalidStatus):
            connect(place, additional_headers=headers, origin=origin)
    with (
        connect(place, additional_headers={"cookie": cookie}, origin=small.base) as socket,
        pytest.raises(Exception, match=r"1000|no close frame|OK"),
    ):
        socket.recv(timeout=10)


def test_progress_ends_when_nothing_goes_on(small: Served, cookie: str) -> None:
    status, headers, body = ask(small, "GET", "/live/progress", cookie=cookie)
    assert status == 200
    assert headers["content-type"] == "text/event-stream"
    assert body.endswith("event: done\ndata: {}\n\n")


def test_a_second_start_finds_the_first(small: Served) -> None:
    command = [sys.executable, "-m", "sparring.cli", "web", "--no-browser", "--json"]
    found = json.loads(subprocess.run(command, env=small.environment, capture_output=True, text=True, check=True).stdout)
    assert found["here"] is False
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


def test_a_page_of_before_goes_on_after_a_restart(tmp_path, small_packs) -> None:
    first = start(tmp_path / "data", small_packs)
    cookie = enter(first)
    first.kill()
    second = start(tmp_path / "data", small_packs)
    try:
        assert second.port == first.port
        assert ask(second, "GET", "/exercises", cookie=cookie)[0] == 200
    finally:
        second.stop()
