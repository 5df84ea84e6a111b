"""Explaining and then proving it in a real browser, with the keyboard alone, in both languages."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import ROOT, Served, Visit
from .deeds import answer, begin, fits, judged, mounted, moved_on, skip, title, until
from .test_interview import tab_to

pytestmark = pytest.mark.browser
PACK = ROOT / "packs/core/exercises/explain"
NAME = "deep-vs-shallow-copy"
RIGHT = (ROOT / f"packs/core/exercises/explain/{NAME}/demos/right.py").read_text()
SAID = {
    "en": "A shallow copy is a new outer container with references to the same inner objects; a deep copy also duplicates recursively what is inside.",
    "it": "La shallow copy è un contenitore esterno nuovo con i riferimenti agli stessi oggetti interni; la deep copy duplica ricorsivamente anche quelli.",
}
WORDS = {
    "en": ("Your answer", "Prove it", "Write the lines", "You showed it: it runs."),
    "it": ("La tua risposta", "Dimostralo", "Scrivi le righe", "L'hai dimostrato: gira."),
}

APART = """([name, level, found]) => {
  const [a, b, c] = [name, level, found].map((part) => part.getBoundingClientRect());
  return (a.right <= b.left || a.bottom <= b.top) && (b.right <= c.left || b.bottom <= c.top) && level.scrollWidth <= level.clientWidth;
}"""
"""Whether a row's name, level and findings stand beside or below each other."""


@pytest.mark.parametrize("language", ["it", pytest.param("en", marks=pytest.mark.prove)])
def test_said_and_shown_by_keyboard_alone(whole: Served, visit: Visit, language: str) -> None:
    page = visit(whole, language)
    page.goto(f"{whole.base}/exercises/{NAME}")
    mounted(page)
    answer, prove, go, shown = WORDS[language]
    expect(page.locator("#task-demo")).not_to_be_visible()
    tab_to(page, "textbox", answer)
    page.keyboard.insert_text(SAID[language])
    page.keyboard.press("Control+Shift+Enter")
    page.wait_for_selector("#verdict-title")
    tab_to(page, "link", go)
    page.keyboard.press("Enter")
    until(page, "document.getElementById('offer-demo').open")
    page.keyboard.press("Tab")
    until(page, "document.activeElement.matches('.cm-content')")
    page.keyboard.insert_text(RIGHT)
    page.keyboard.press("Control+Shift+Enter")
    judged(page, re.compile(f"^{re.escape(shown)}"))
    expect(page.get_by_role("heading", name=prove)).to_be_visible()


def test_in_an_interview_it_comes_after_the_words(whole: Served, visit: Visit) -> None:
    page = visit(whole)
    begin(page, whole.base)
    question = title(page)
    folder = next(path.parent for path in PACK.glob("*/prompt.en.md") if _plain(question) in _plain(path.read_text()))
    expect(page.locator("#offer-demo")).to_have_count(0)
    page.locator("#slot-text").fill((folder / "samples/good.en.md").read_text())
    page.keyboard.press("Control+Shift+Enter")
    page.wait_for_selector("#offer-demo[open]")
    mounted(page)
    _reply_to_all(page)
    page.locator("form.own [value=not-said]").first.click()
    expect(page.locator("#tally")).to_contain_text("you")
    tally = page.locator("#tally").inner_text()
    expect(page.get_by_text("Lines that show it")).not_to_be_visible()
    page.locator("#offer-demo .cm-content").focus()
    page.keyboard.insert_text((folder / "demos/right.py").read_text())
    page.keyboard.press("Control+Shift+Enter")
    judged(page, re.compile("^You showed it"))
    expect(page.locator("#offer-demo")).to_have_count(0)
    expect(page.locator("#tally")).to_contain_text(tally)
    page.locator("#moves [value=next]").click()
    moved_on(page, question)
    skip(page)
    answer(page, "no idea at all")
    page.keyboard.press("Control+Shift+Enter")
    page.wait_for_selector("#verdict-title")
    page.locator("summary", has_text="End").first.click()
    page.get_by_role("button", name="End it now").click()
    page.wait_for_url("**/scorecard")
    expect(page.locator(".dims")).to_contain_text("you say you didn't say it")
    _is_laid_out(page)


def _reply_to_all(page) -> None:
    """Reply to each follow-up, so that what was found is shown."""
    while page.locator("#reply").count():
        asked = page.locator("#asked").inner_text()
        page.locator("#reply").fill("I would look at it first.")
        page.get_by_role("button", name="Reply", exact=True).click()
        until(page, "(asked) => document.getElementById('asked')?.innerText !== asked", asked)


def _is_laid_out(page) -> None:
    """A scorecard with a level: nothing over anything else, nothing wider than the window. (Whether it is a mean depends on the questions that were drawn.)"""
    expect(page.locator(".dims .level").first).to_be_visible()
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        fits(page, width)
        until(page, "[...document.querySelectorAll('.dims, .dims *')].every((part) => part.getBoundingClientRect().right <= innerWidth)")
        until(page, f"[...document.querySelectorAll('.dims > li')].every((row) => ({APART})(row.children))")
        until(page, "[...document.querySelectorAll('.dims .level i')].every((step) => step.offsetWidth > 15)")
        until(page, "[...document.querySelectorAll('.dims h2')].every((name) => name.offsetWidth > 60)")


def _plain(text: str) -> str:
    """A text without its marks and line ends."""
    return "".join(sign for sign in text if sign.isalnum())
