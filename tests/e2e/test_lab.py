"""The internals lab in a real browser: steps by keyboard, without script, on a phone, in both looks and both languages."""

import re

import pytest
from playwright.sync_api import expect

from .conftest import Served, Visit
from .deeds import fits, until
from .looks import violations, violations_in_both_schemes

pytestmark = pytest.mark.browser
SNIPPET = "a = [1, 2]\nb = a\nb.append(3)\nprint(a)\nb = b + [4]\n"


def told(page, words: str) -> None:
    """Wait until the step is told so."""
    expect(page.locator(".told")).to_contain_text(words)


def opened(page, base: str, source: str = SNIPPET) -> None:
    page.goto(f"{base}/lab")
    page.evaluate("source => { const code = document.querySelector('#code'); code.value = source; code.form.requestSubmit() }", source)
    page.wait_for_selector(".heap svg")


def step(page, key: str, number: int) -> None:
    page.keyboard.press(key)
    until(page, "n => document.querySelector('#goto')?.value === String(n)", number)


def test_one_walks_forwards_and_backwards_with_the_keys(small: Served, visit: Visit) -> None:
    page = visit(small)
    opened(page, small.base)
    told(page, "Line 1 runs next.")
    for _ in range(2):  # faster than the steps come
        page.keyboard.press("ArrowRight")
    step(page, "ArrowRight", 4)
    told(page, "list #1 is changed in place: + [2] 3. It is one object, so a, b all show it.")
    expect(page.locator(".box.mutated .title")).to_have_text("list #1")
    expect(page.locator(".arrow")).to_have_count(2)
    step(page, "End", 6)
    expect(page.locator(".printed").first).to_have_text("[1, 2, 3]")
    told(page, "b is rebound: it stood for list #1, now for list #")
    step(page, "ArrowLeft", 5)
    expect(page).to_have_url(re.compile("&s=5"))
    page.goto(page.url)
    expect(page.locator("#goto")).to_have_value("5")


def test_the_next_step_is_predicted(small: Served, visit: Visit) -> None:
    page = visit(small)
    opened(page, small.base)
    page.get_by_role("link", name="Predict the next step").click()
    page.wait_for_selector("#guess")
    page.fill("#guess", "b")
    page.keyboard.press("Enter")
    expect(page.locator(".notice.bad")).to_contain_text("you said b; it is a")
    page.fill("#guess", "b")
    page.keyboard.press("Enter")
    until(page, "() => document.querySelector('#goto')?.value === '3'")
    expect(page.get_by_text("● Right.")).to_be_visible()
    page.goto(f"{small.base}/exercises/two-names")
    page.locator("textarea").first.fill("1")
    page.locator("[data-action=submit]").first.click()
    page.wait_for_selector("#verdict")


def test_it_works_without_script_on_a_phone_in_italian(small: Served, visit: Visit) -> None:
    page = visit(small, "it", java_script_enabled=False, viewport={"width": 390, "height": 800})
    page.goto(f"{small.base}/lab")
    page.get_by_role("button", name="Due nomi, una lista").click()
    told(page, "Ora tocca alla riga 1.")
    page.get_by_role("link", name="Avanti").click()
    told(page, "stock adesso indica list #1.")
    expect(page.locator("#main")).to_have_js_property("scrollWidth", 390)


def test_nothing_is_wider_than_a_phone_and_axe_finds_nothing(small: Served, visit: Visit) -> None:
    page = visit(small, viewport={"width": 390, "height": 800})
    page.goto(f"{small.base}/lab")
    page.get_by_role("button", name="A cycle and the collector").click()
    page.wait_for_selector(".heap svg")
    page.keyboard.press("End")
    fits(page, 390)
    assert violations_in_both_schemes(page) == {}


def test_a_claim_is_run_on_every_interpreter(small: Served, visit: Visit) -> None:
    page = visit(small)
    page.goto(f"{small.base}/lab/claims")
    page.fill("#claim", "sys.maxsize is the same everywhere.")
    code = "import sys\nprint('hello')\nprint(sys.maxsize > 2**32)\n"
    page.evaluate("source => { const code = document.querySelector('#code'); code.value = source; code.form.requestSubmit() }", code)
    page.wait_for_selector(".runs")
    expect(page.locator(".run h3").first).to_have_text(re.compile(r"^CPython 3\.14"))
    if page.locator(".run").count() > 1:
        expect(page.get_by_role("heading", name="It depends on the interpreter")).to_be_visible()
        expect(page.locator(".run .hit").first).to_have_text(re.compile("^≠ True"))
    assert violations(page) == []


def test_the_cost_of_a_function_is_shown_by_line(small: Served, visit: Visit) -> None:
    page = visit(small)
    page.goto(f"{small.base}/lab/costs")
    page.fill("#size", "64")
    page.get_by_role("button", name="Measure").click()
    page.wait_for_selector(".profiled")
    expect(page.locator(".profiled .dear")).to_contain_text("if row not in seen")
    assert violations(page) == []


def test_how_a_function_grows_is_drawn_beside_what_was_thought(small: Served, visit: Visit) -> None:
    page = visit(small)
    page.goto(f"{small.base}/lab/growth")
    page.fill("#claim", "O(n)")
    page.get_by_role("button", name="Measure").click()
    page.wait_for_selector(".grown")
    expect(page.get_by_role("heading", name="Time grows as n²")).to_be_visible()
    expect(page.locator(".notice")).to_contain_text("the measurement says otherwise")
    expect(page.locator(".grown svg circle").nth(4)).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("if x\n", "Line 1 cannot be read as Python"),
        pytest.param("while True:\n    pass\n", "Perhaps it never ends", marks=pytest.mark.prove),
        ("name = input()\n", "Nobody sits at the keyboard here"),
    ],
)
def test_bad_input_gets_clear_words(small: Served, visit: Visit, source: str, words: str) -> None:
    page = visit(small)
    page.goto(f"{small.base}/lab")
    page.evaluate("source => { const code = document.querySelector('#code'); code.value = source; code.form.requestSubmit() }", source)
    expect(page.locator("#main")).to_contain_text(words)
    visit.complaints[:] = [text for text in visit.complaints if "422 (" not in text]
