"""A kata test first in a real browser: by keyboard, requirement by requirement, what each run was drawn; tests written last; a round of an interview."""

import re

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT

from .conftest import Served, Visit
from .deeds import fits, mounted, until
from .looks import violations
from .test_given import picture

pytestmark = pytest.mark.browser
KATA = ROOT / "packs/core/exercises/tdd/shopping-note"
HEAD = "from notes import total\n\n\ndef test_nothing():\n    assert total('') == 0\n"
TOLD = {
    "en": ("red for the right reason", "Anything to tidy up", "the tests came last"),
    "it": ("rosso per la ragione giusta", "qualcosa da riordinare", "i test sono arrivati per ultimi"),
}


def write(page, slot: str, text: str) -> None:
    """Replace what stands in the editor of a part."""
    mounted(page)
    page.locator(f".sheet:has(#slot-{slot}) .cm-content").focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text)


def run(page, sentence: str) -> None:
    """Ctrl-Enter, and what the run was."""
    page.keyboard.press("Control+Enter")
    expect(page.locator("#verdict-title")).to_have_text(re.compile(sentence), timeout=30_000)


@pytest.mark.parametrize("language", ["en", pytest.param("it", marks=pytest.mark.prove)])
def test_red_and_green_by_keyboard_bring_the_next_requirement(whole: Served, visit: Visit, language: str) -> None:
    page = visit(whole, language, bypass_csp=True)
    page.goto(f"{whole.base}/exercises/shopping-note")
    write(page, "tests", HEAD)
    run(page, TOLD[language][0])
    expect(page.locator(".asked-so-far li")).to_have_count(1)
    write(page, "module", (KATA / "steps/one-thing.py").read_text(encoding="utf-8"))
    run(page, TOLD[language][1])
    expect(page.locator(".asked-so-far li")).to_have_count(2)
    expect(page.locator("#verdict .lane-runs span[aria-hidden]")).to_have_text(["R", "G"])
    assert not violations(page)
    picture(page, f"tdd-{language}")
    page.reload()
    expect(page.locator(".asked-so-far li")).to_have_count(2)
    page.locator("button[value='pass-over']").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".asked-so-far li")).to_have_count(3)
    page.locator(".prompt details summary").click()
    page.locator("button[value='restart']").click()
    expect(page.locator(".asked-so-far li")).to_have_count(1)
    expect(page.locator("#slot-module")).to_have_value(re.compile("NotImplementedError"))


def test_tests_written_last_are_said_on_a_phone(whole: Served, visit: Visit) -> None:
    page = visit(whole, "it", bypass_csp=True, viewport={"width": 390, "height": 844})
    page.goto(f"{whole.base}/exercises/till-discounts")
    kata = KATA.parent / "till-discounts"
    write(page, "module", (kata / "steps/nonsense.py").read_text(encoding="utf-8"))
    run(page, "Non c'è ancora nessun test")
    good = (kata / "logs/good.runs").read_text(encoding="utf-8")
    tests = "".join(
        part.partition("\n")[2] for part in re.split(r"^(?==== |--- )", good, flags=re.M) if part.startswith("--- test_till.py")
    )
    write(page, "tests", tests)
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator("#verdict-title")).to_have_text(re.compile(TOLD["it"][2]), timeout=30_000)
    fits(page, 390)
    assert not violations(page)
    picture(page, "tdd-last-it")


def test_a_round_of_an_interview_keeps_what_was_reached(whole: Served, visit: Visit) -> None:
    page = visit(whole)
    page.goto(f"{whole.base}/interviews")
    page.locator("input[name='plan'][value='core:pair-tdd']").check()
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/interviews/*")
    mounted(page)
    starter = page.locator("#slot-tests").input_value()
    write(page, "tests", f"{starter}\n\ndef test_nothing():\n    assert False\n")
    run(page, "expects something that no requirement says")
    page.get_by_role("button", name="Pass over this one").click()
    expect(page.locator(".asked-so-far li")).to_have_count(2)
    page.reload()
    until(page, "document.querySelectorAll('.asked-so-far li').length === 2")
