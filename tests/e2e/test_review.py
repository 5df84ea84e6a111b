"""A review written in a real browser: the change with its line numbers, the format told before it is needed, and the verdict in both languages."""

import re

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT

from .conftest import Served, Visit
from .deeds import judged
from .looks import violations
from .test_given import picture

pytestmark = pytest.mark.browser
EXERCISE = ROOT / "packs" / "core" / "exercises" / "review" / "import-of-stock"
TOLD = {"en": ("One remark a line", "Nothing got past you"), "it": ("Un'osservazione per riga", "Non ti è sfuggito niente")}


@pytest.mark.parametrize(("language", "severity"), [("en", "major"), pytest.param("it", "grave", marks=pytest.mark.prove)])
def test_a_line_of_the_change_begins_a_remark_by_click_and_by_keyboard(whole: Served, visit: Visit, language: str, severity: str) -> None:
    page = visit(whole, language)
    page.goto(f"{whole.base}/exercises/import-of-stock")
    answer = page.locator("textarea[name='review.md']")
    expect(page.locator("[data-remarks-how]")).to_be_visible()
    answer.fill("")
    change = page.locator("pre.diff[data-file='stock/importer.py']")
    line = change.locator("ins[data-line]").nth(4)
    number = int(line.get_attribute("data-line") or 0)
    line.click()
    expect(answer).to_be_focused()
    expect(answer).to_have_value(f"stock/importer.py:{number} {severity}: ")
    page.keyboard.type("blocker" if language == "en" else "bloccante")
    page.keyboard.press("End")
    page.keyboard.type("one")
    change.locator("[data-line]").first.focus()
    page.keyboard.press("ArrowDown")
    below = page.evaluate("document.activeElement.dataset.line")
    page.keyboard.press("Enter")
    worst = "blocker" if language == "en" else "bloccante"
    expect(answer).to_have_value(f"stock/importer.py:{number} {worst}: one\nstock/importer.py:{below} {severity}: ")
    expect(answer).to_be_focused()
    if language == "en":
        picture(page, "review-remark")


@pytest.mark.parametrize("language", ["it", pytest.param("en", marks=pytest.mark.prove)])
def test_a_good_review_passes_and_a_blind_one_is_told_where_to_look(whole: Served, visit: Visit, language: str) -> None:
    page = visit(whole, language, bypass_csp=language == "it")
    page.goto(f"{whole.base}/exercises/import-of-stock")
    expect(page.locator(".diff ins").nth(15)).to_be_attached()
    expect(page.locator("#about-review")).to_contain_text(TOLD[language][0])
    if language == "it":
        assert not violations(page)
    for name, sentence in (("blind", "stock/importer.py"), ("good", TOLD[language][1])):
        page.fill("textarea[name='review.md']", (EXERCISE / "samples" / f"{name}.{language}.md").read_text(encoding="utf-8"))
        page.keyboard.press("Control+Shift+Enter")
        page.locator("#verdict", has_text=sentence).wait_for()
    judged(page, re.compile(TOLD[language][1]))
    expect(page.locator("#verdict")).to_have_text(re.compile("transaction|transazione"))
    picture(page, f"review-{language}")
