"""The screens of study as they are after some work: nothing that axe finds, nothing wider than a phone, the session by keyboard and without script."""

import json
import os
from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import Served, Visit, running
from .looks import HALVES, violations_in_both_schemes

pytestmark = pytest.mark.browser
ADVERT = """Senior Python developer in Milan. Requirements: strong Django and PostgreSQL, REST APIs, pytest.
Nice to have: Kubernetes and Terraform. You will work in a small team and talk with our clients."""
DECK = b"#separator:tab\n#deck:Mine\nWhat is a weak reference?\tOne that does not keep its object alive.\n"


@pytest.fixture(scope="module")
def studied(tmp_path_factory, browser):
    """A program with a date, an advertisement, cards, an application, some answers; and the addresses of its screens."""
    with running(tmp_path_factory.mktemp("studied")) as served:
        page = browser.new_page(locale="en")
        page.goto(served.ticket())
        page.wait_for_url(lambda url: "start=" not in url)
        page.fill("#day", (date.today() + timedelta(days=17)).isoformat())  # noqa: DTZ011 - the browser's own day
        page.fill("#minutes", "25")
        page.fill("#advert", ADVERT)
        page.get_by_role("button", name="To the first question").click()
        page.goto(f"{served.base}/cards")
        page.set_input_files("#file", {"name": "mine.txt", "mimeType": "text/plain", "buffer": DECK})
        page.get_by_role("button", name="Import").click()
        page.locator("#imported").get_by_text("One card read").wait_for()
        page.goto(f"{served.base}/study")
        page.get_by_role("button", name="Show the answer").click()
        page.get_by_role("button", name="with effort").click()
        page.goto(f"{served.base}/applications")
        page.fill("#company", "Acme")
        page.fill("#at", (date.today() + timedelta(days=9)).isoformat() + "T15:00")  # noqa: DTZ011
        page.select_option("#stage", "technical")
        page.get_by_role("button", name="Save").click()
        page.wait_for_url("**/applications/*")
        application = page.url.removeprefix(served.base)
        page.goto(f"{served.base}/placement")
        page.get_by_role("button", name="Begin").click()
        page.wait_for_selector("#answer")
        page.close()
        names = ("study", "plan", "advert", "cards", "applications", "placement", "progress", "topics")
        places = {name: f"/{name}" for name in names}
        yield served, {"today": "/", **places, "answer": "/study?show=1", "application": application, "delete": "/progress/delete"}


@pytest.mark.parametrize(("language", "half"), HALVES)
def test_no_violation_on_any_screen(studied: tuple[Served, dict[str, str]], visit: Visit, language: str, half: int) -> None:
    served, places = studied
    page = visit(served, language=language, bypass_csp=True)
    bad = {}
    for name, place in [*places.items()][half::2]:
        page.goto(served.base + place)
        assert page.evaluate("document.documentElement.lang") == language
        if found := violations_in_both_schemes(page):
            bad[name] = found
        _picture(page, f"{name}-{language}")
    assert not bad, json.dumps(bad, indent=1)


def _picture(page, name: str) -> None:
    """Kept where `SPARRING_PICTURES` says, for somebody to look at."""
    folder = os.environ.get("SPARRING_PICTURES")
    if folder:
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


@pytest.mark.parametrize("width", [320, pytest.param(390, marks=pytest.mark.prove)])
def test_nothing_is_wider_than_a_phone(studied: tuple[Served, dict[str, str]], visit: Visit, width: int) -> None:
    served, places = studied
    page = visit(served, viewport={"width": width, "height": 800})
    wide = []
    for name, place in places.items():
        page.goto(served.base + place)
        page.evaluate("document.querySelectorAll('details').forEach((folded) => (folded.open = true))")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(name)
        _picture(page, f"{name}-{width}")
    assert not wide


def test_a_session_without_script(studied: tuple[Served, dict[str, str]], visit: Visit) -> None:
    served, _ = studied
    page = visit(served, java_script_enabled=False)
    page.goto(f"{served.base}/study")
    before = page.locator(".where").inner_text()
    page.get_by_role("button", name="Show the answer").click()
    page.get_by_role("button", name="Good: I knew it").click()
    expect(page.locator(".where")).not_to_have_text(before)
