"""The English screen: a text is read, its slips go into the deck, the glossary is searched; no violation, nothing wider than a phone."""

import tomllib

import pytest

from .conftest import ROOT, Visit, running
from .test_screens import violations

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
    assert page.locator("mark.wrong").first.inner_text() == "have 34 years"
    assert page.get_by_text("L'età si dice con “be”").count() >= 1
    page.get_by_role("button", name="Mettile nel mio mazzo").click()
    page.get_by_text("3 carte nuove").wait_for()
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.goto(f"{served.base}/english/glossary?find=queue")
    assert page.get_by_role("row").count() >= 2
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert violations(page) == []
    page.context.close()


def test_a_story_is_told_from_its_project_sheet(served, visit: Visit) -> None:
    page = visit(served, language="en", reduced_motion="reduce", bypass_csp=True)
    page.goto(f"{served.base}/stories")
    assert violations(page) == []
    page.fill("#sheet-title", "Tickets")
    page.get_by_role("button", name="A new sheet").click()
    page.fill("#field-context", "A shop that sells thirty thousand tickets a day, for which I kept the orders.")
    page.get_by_role("button", name="Save").click()
    assert page.get_by_text("whose project was it").count() == 0
    assert page.get_by_text("What data does it work on?").count() == 1
    page.get_by_role("button", name="Tell it in two minutes").click()
    page.wait_for_url("**/stories/*")
    assert page.input_value("#question") == "core:proud-project"
    page.fill("#text", STORY)
    page.get_by_role("button", name="Hand in").click()
    assert page.locator(".outline .part-action").count() >= 3
    assert page.get_by_role("row").count() == 2
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.context.close()
