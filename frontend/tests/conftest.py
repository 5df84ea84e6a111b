"""A browser on the style guide, under the policy that the program serves its pages with."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "frontend" / "styleguide"
POLICY = (
    "default-src 'none'; script-src 'self' 'nonce-styleguide'; style-src 'self' 'nonce-styleguide'; font-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Guide(SimpleHTTPRequestHandler):
    """Serves the repository's files with the policy, and no word on the terminal."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_args: object) -> None:
        pass


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Guide, directory=str(ROOT))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/frontend/styleguide"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        yield running
        running.close()


Opened = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Opened]:
    """`opened("exercise", …context options)` gives the page, its islands mounted; the test fails if it complained."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def visit(name: str, route: Callable[[Page], None] | None = None, **options: object) -> Page:
        contexts.append(browser.new_context(**options))  # type: ignore[arg-type]
        page = contexts[-1].new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if route:
            route(page)
        page.goto(f"{address}/{name}.html")
        if options.get("java_script_enabled", True):
            expect(page.locator("textarea[data-editor]:not([hidden])")).to_have_count(0)
            page.evaluate("document.fonts.ready")
        return page

    visit.complaints = complaints  # type: ignore[attr-defined]
    yield visit
    for context in contexts:
        context.close()
    expected = ("409 (Conflict)", "net::ERR_", "htmx:sendError", "htmx:afterRequest")
    assert not [text for text in complaints if not any(known in text for known in expected)]
