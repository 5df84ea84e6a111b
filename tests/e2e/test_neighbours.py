"""Other servers of this machine, on other ports: the browser that was let in visits one, and it gets neither cookie nor answer nor deed."""

import http.server
import re
import threading
from collections.abc import Iterator
from typing import ClassVar

import pytest
from playwright.sync_api import expect

from .conftest import Served, Visit
from .deeds import answer, begin, skip

pytestmark = pytest.mark.browser


class Listening(http.server.BaseHTTPRequestHandler):
    """A server of somebody else on this machine: notes what it is sent, at whatever path, and serves the page that it was told to."""

    seen: ClassVar[list[tuple[str, str]]] = []
    page = ""
    cookies: tuple[str, ...] = ()

    def do_GET(self) -> None:
        self.seen.append((self.path, self.headers.get("cookie", "")))
        self.send_response(200)
        self.send_header("content-type", "text/html")
        for cookie in self.cookies:
            self.send_header("set-cookie", cookie)
        self.end_headers()
        self.wfile.write(self.page.encode())

    do_POST = do_GET  # noqa: N815 - the library's name

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def another_port() -> Iterator[str]:
    Listening.seen.clear()
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listening) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


FOREIGN = """<img src="{origin}/"><img src="{base}/exercises"><iframe src="{base}/settings"></iframe><script>
const asked = async (address, how) => {{ try {{ const reply = await fetch(address, how); return reply.type + reply.status }} catch {{ return "refused" }} }};
const socket = () => new Promise((done) => {{ const line = new WebSocket("{base}/live/interviews/a".replace("http", "ws"));
  line.onopen = () => done("open"); line.onerror = () => done("refused"); }});
const events = () => new Promise((done) => {{ const line = new EventSource("{base}/live/progress", {{withCredentials: true}});
  line.onmessage = () => done("open"); line.addEventListener("done", () => done("open")); line.onerror = () => done("refused"); }});
window.told = Promise.all([asked("{base}/settings", {{credentials: "include"}}), socket(), events(),
  asked("{base}/language", {{method: "POST", mode: "no-cors", credentials: "include", body: new URLSearchParams({{language: "it"}})}})]);
</script>"""


def test_what_another_port_sets_changes_nothing_here(small: Served, visit: Visit, another_port: str, monkeypatch) -> None:
    """It can set cookies of any name for all of 127.0.0.1: none reaches the pages, and forms go on working."""
    page = visit(small, landed=True)
    page.goto(f"{small.base}/exercises/two-names")
    names = {cookie["name"].partition("_")[2].partition("_")[2] for cookie in page.context.cookies()} | {"language"}
    assert "sparring_csrf" in names
    monkeypatch.setattr(Listening, "cookies", tuple(f"{name}=it; Path=/" for name in (*names, "sparring_language") if name))
    page.context.new_page().goto(another_port)
    page.reload()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    answer(page, "[1, 2]")
    page.get_by_role("button", name="Submit").click()
    page.wait_for_selector("#verdict-title")


def test_what_another_port_asks_is_refused(small: Served, visit: Visit, another_port: str) -> None:
    """Cookies know no ports; ours is bound to a place that no other server can name. The browser that is in visits one, which never sees the session."""
    page = visit(small, landed=True)
    session = next(cookie for cookie in page.context.cookies() if re.fullmatch(r"sparring_[0-9a-f]{8}", cookie["name"]))
    assert session["path"] == f"{small.place}/"
    assert session["httpOnly"]
    other = page.context.new_page()
    Listening.page = FOREIGN.format(origin=small.origin, base=small.base)  # even who knew the place could not use it from there
    for path in ("/", "/exercises", "/settings/", "/s/", "/static/x/app.css"):
        other.goto(another_port + path)
        told = other.evaluate("window.told")
        assert told == ["refused"] * 4
    assert len(Listening.seen) >= 5
    assert not [
        cookies for _, cookies in Listening.seen if session["name"] in cookies or session["value"] in cookies or "sparring_csrf" in cookies
    ]
    assert session["value"] not in other.evaluate("document.cookie")
    page.reload()
    assert page.url.startswith(small.base), "the owner is still in"
    expect(page.locator("html"), "nothing was done").to_have_attribute("lang", "en")
    visit.complaints.clear()  # the other page's own, all of them refusals


def test_a_stranger_on_this_machine_gets_in_nowhere(small: Served, browser) -> None:
    page = browser.new_page()
    for address in (f"{small.origin}/", f"{small.origin}/exercises", f"{small.base}/exercises"):
        assert page.goto(address).status == 403
        expect(page.locator("main")).to_contain_text("sparring web")
        assert small.place not in page.content().replace(address, "")
    page.close()


def test_a_link_on_another_port_leads_in_only_by_way_of_a_question(small: Served, visit: Visit, another_port: str) -> None:
    page = visit(small, landed=True)
    Listening.page = f'<a href="{small.base}/interviews">go</a>'
    page.goto(another_port)
    page.get_by_role("link", name="go").click()
    expect(page.locator("main")).to_contain_text("Another page")
    page.get_by_role("link", name="Open it").click()
    page.wait_for_url(f"{small.base}/**")
    visit.complaints.clear()


def test_an_exported_scorecard_loads_nothing_and_looks_like_one(small: Served, visit: Visit, tmp_path) -> None:
    page = visit(small, landed=True)
    begin(page, small.base)
    skip(page)
    interview = page.url.rstrip("/")
    with page.expect_download() as download:
        page.evaluate("address => { location.href = address }", f"{interview}/scorecard.html")
    kept = tmp_path / "scorecard.html"
    download.value.save_as(kept)
    loaded = []
    page.on("requestfinished", lambda request: loaded.append(request.url))
    page.goto(kept.as_uri())
    expect(page.get_by_role("heading", name="Scorecard")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.querySelector('.dims, main')).maxWidth") != "none", "its own style is let through"
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=\"http://127.0.0.1:9/x.png\">')")
    page.wait_for_function("document.images[0].complete")
    assert set(loaded) <= {kept.as_uri()}
    assert [text for text in visit.complaints if "127.0.0.1:9" in text and "Content Security Policy" in text], (
        "a picture from elsewhere is refused"
    )
    assert not [text for text in visit.complaints if "style" in text]
    visit.complaints.clear()
