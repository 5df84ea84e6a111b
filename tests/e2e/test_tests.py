"""Tests written in a real browser: what a weak suite let pass is shown as diffs with their story, and a strong one is praised, in both languages."""

import re

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT

from .conftest import Served, Visit
from .deeds import judged
from .looks import violations
from .test_given import hand_in, picture

pytestmark = pytest.mark.browser
EXERCISE = ROOT / "packs" / "core" / "exercises" / "test" / "paginate"
TOLD = {"en": ("It noticed 1 of the 7 bugs", "Forgot that pages count"), "it": ("Ha notato 1 bug su 7", "rimanda a una successiva")}


@pytest.mark.parametrize("language", ["en", pytest.param("it", marks=pytest.mark.prove)])
def test_survivors_are_shown_with_their_story(whole: Served, visit: Visit, language: str) -> None:
    page = visit(whole, language, bypass_csp=language == "en")
    page.goto(f"{whole.base}/exercises/paginate")
    hand_in(page, (EXERCISE / "weak.py").read_text(encoding="utf-8"))
    judged(page, re.compile(TOLD[language][0]))
    expect(page.locator("#verdict .mutant .mark.wrong")).to_have_count(6)
    expect(page.locator("#verdict .mutant ins").nth(6)).to_be_attached()
    expect(page.locator("#verdict .mutant del").nth(6)).to_be_attached()
    if language == "en":
        assert not violations(page)
    picture(page, f"test-{language}")


def test_a_test_that_says_too_much_is_named_and_a_strong_suite_passes(whole: Served, visit: Visit) -> None:
    page = visit(whole)
    page.goto(f"{whole.base}/exercises/paginate")
    strong = (EXERCISE / "strong.py").read_text(encoding="utf-8")
    hand_in(page, strong.replace("pytest.raises(ValueError)", 'pytest.raises(ValueError, match="at least 1")'))
    judged(page, re.compile("fails on a version that is right"))
    expect(page.locator("#verdict code", has_text="test_a_page_holds_something").first).to_be_attached()
    page.goto(f"{whole.base}/exercises/paginate")
    hand_in(page, strong)
    judged(page, re.compile("Every wrong version was noticed"))
    picture(page, "test-right")


LISTED = {
    "en": ("- an empty list gives one empty page\n- test the edge cases", "This case would reveal 1 bug", "No case yet"),
    "it": ("- lista vuota: una sola pagina, vuota\n- i casi limite", "Questo caso scoprirebbe un bug", "Non è ancora un caso"),
}


@pytest.mark.parametrize("language", ["en", "it"])
def test_cases_in_words_are_handed_in_in_place_of_tests(whole: Served, visit: Visit, language: str) -> None:
    text, reveals, vague = LISTED[language]
    page = visit(whole, language, bypass_csp=language == "en")
    page.goto(f"{whole.base}/exercises/paginate")
    page.locator("#offer-cases").evaluate("fold => { fold.open = true }")
    page.locator("#slot-cases").fill(text)
    page.locator("button[data-action=submit]").click()
    expect(page.locator("#verdict")).to_contain_text(reveals)
    expect(page.locator("#verdict")).to_contain_text(vague)
    expect(page.locator("#verdict mark").first).to_be_attached()
    if language == "en":
        assert not violations(page)
    picture(page, f"cases-{language}")
