"""The English screen: a text is read, its slips go into the deck, the glossary is searched; no violation, nothing wider than a phone."""

import pytest

from .conftest import Visit, running
from .test_screens import violations

pytestmark = pytest.mark.browser


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
