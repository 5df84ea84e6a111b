"""The English screen: a text is read, its slips go into the deck, the glossary is searched; no violation, nothing wider than a phone."""

import re
import tomllib

import pytest
from playwright.sync_api import expect

from .conftest import ROOT, Visit, running
from .deeds import fits, until
from .looks import violations

pytestmark = pytest.mark.browser
STORY = tomllib.loads((ROOT / "packs/core/exercises/tell/proud-project/exercise.toml").read_text())["samples"]["good"]["en"]


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with running(tmp_path_factory.mktemp("english")) as found:
        yield found


def test_a_text_is_read_and_its_slips_become_cards(served, visit: Visit) -> None:
    page = visit(served, language="it", reduced_motion="reduce", bypass_csp=True)
    page.goto(f"{served.base}/english")
    page.fill("#text", "I have 34 years and it depends from the informations.")
    page.get_by_role("button", name="Leggi").click()
    expect(page.locator("mark.wrong").first).to_have_text("have 34 years")
    expect(page.get_by_text("L'età si dice con “be”").first).to_be_attached()
    page.get_by_role("button", name="Mettile nel mio mazzo").click()
    page.get_by_text("3 schede nuove").wait_for()
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 800})
    fits(page, 390)
    page.goto(f"{served.base}/english/glossary?find=queue")
    expect(page.get_by_role("row").nth(1)).to_be_attached()
    until(page, "[...document.querySelectorAll('.terms td')].every((cell) => cell.getBoundingClientRect().right <= 390)")
    fits(page, 390)
    assert violations(page) == []
    page.context.close()


def test_a_story_is_told_from_its_project_sheet(served, visit: Visit) -> None:
    page = visit(served, language="en", reduced_motion="reduce", bypass_csp=True)
    page.goto(f"{served.base}/stories")
    assert violations(page) == []
    page.get_by_label("a bug", exact=True).check()
    page.fill("#title", "Time zones")
    page.get_by_role("button", name="Save").click()
    page.goto(f"{served.base}/stories")
    expect(page.get_by_text("0 questions are covered")).to_be_attached()
    page.get_by_role("link", name="to be told: Time zones").first.click()
    page.get_by_role("button", name="Take it away").click()
    page.fill("#sheet-title", "Tickets")
    page.get_by_role("button", name="A new sheet").click()
    page.fill("#field-context", "A shop that sells thirty thousand tickets a day, for which I kept the orders.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("What data does it work on?")).to_have_count(1)
    expect(page.get_by_label("Data", exact=True)).to_have_accessible_description(re.compile("What data does it work on"))
    expect(page.get_by_text("whose project was it")).to_have_count(0)
    page.get_by_role("button", name="Tell it in two minutes").click()
    page.wait_for_url("**/stories/*")
    expect(page.locator("#question")).to_have_value("core:proud-project")
    page.fill("#text", STORY)
    page.get_by_role("button", name="Hand in").click()
    expect(page.locator(".outline .part-action").nth(2)).to_be_attached()
    expect(page.get_by_role("row")).to_have_count(2)
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 800})
    fits(page, 390)
    page.context.close()
