"""Planning in a real browser: with the mouse, with the keyboard, without script, on a phone."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .conftest import Served, Visit
from .deeds import fits
from .looks import violations_in_both_schemes

pytestmark = pytest.mark.browser
LOST = """() => { window.lost = 0; new MutationObserver(() => { if (document.activeElement === document.body) window.lost += 1 })
  .observe(document.querySelector('#checked-lab'), {childList: true, subtree: true}) }"""


def says(page, beginning: str, board: str = "lab") -> None:
    """Wait until the checked plan's first sentence begins so."""
    expect(page.locator(f"#checked-{board} .mark").first).to_have_text(re.compile(f"^{beginning}"))


def example(page, base: str) -> None:
    page.goto(f"{base}/plan-lab")
    page.get_by_role("button", name="Try an example").click()
    page.wait_for_selector(".bar rect")


def test_a_bar_is_moved_with_the_keyboard_and_keeps_it(small: Served, visit: Visit) -> None:
    page = visit(small)
    example(page, small.base)
    says(page, "5 things")
    page.evaluate(LOST)
    page.locator("[data-task=review]").focus()
    page.keyboard.press("ArrowDown")
    says(page, "3 things")
    expect(page.locator("[data-plan-person=review]")).to_have_value("bruno")
    expect(page.locator("[data-task=review]")).to_be_focused()
    assert page.evaluate("window.lost") == 0, "the picture came without the keyboard's bar in the same moment"


def test_a_day_with_a_comma_is_moved_and_written_as_the_page_writes_numbers(small: Served, visit: Visit) -> None:
    page = visit(small)
    example(page, small.base)
    page.evaluate("document.documentElement.lang = 'it'")  # the language itself is kept by the server, which other tests share
    day = page.locator("[data-plan-day=review]")
    for typed, moved in (("3,5", "4"), ("3.25", "3,75")):
        day.fill(typed)
        page.locator("[data-task=review]").focus()
        page.keyboard.press("ArrowRight")
        expect(day).to_have_value(moved)
        expect(page.locator("[data-task=review]")).to_be_focused()


def test_a_bar_is_dragged_with_the_mouse(small: Served, visit: Visit) -> None:
    page = visit(small)
    example(page, small.base)
    says(page, "5 things")
    box = page.locator("[data-task=worker] rect").bounding_box()
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 70, box["y"] + 12, steps=4)
    page.mouse.up()
    says(page, "4 things")
    assert float(page.evaluate("document.querySelector('[data-plan-day=worker]').value")) >= 1.5


def test_a_plan_is_made_compared_and_taken_elsewhere(small: Served, visit: Visit) -> None:
    page = visit(small)
    example(page, small.base)
    page.get_by_role("button", name="Put in the best plan").click()
    page.wait_for_selector("#compared")
    says(page, "This plan can work")
    page.get_by_role("button", name="Risk of the date").click()
    page.wait_for_selector("#risk svg")
    page.get_by_label("Export as").select_option("plan-json")
    with page.expect_download() as got:
        page.get_by_role("button", name="Download").click()
    text = Path(got.value.path()).read_text(encoding="utf-8")
    assert len(json.loads(text)["plan"]) == 8
    page.goto(f"{small.base}/plan-lab")
    page.get_by_label("paste its content").fill(text)
    page.get_by_role("button", name="Load a plan").click()
    page.wait_for_selector(".bar rect")
    says(page, "This plan can work")


def test_the_lab_works_without_script(small: Served, visit: Visit) -> None:
    page = visit(small, java_script_enabled=False)
    example(page, small.base)
    page.get_by_label("Person for Code review").select_option("bruno")
    page.get_by_role("button", name="Check", exact=True).click()
    says(page, "3 things")


def test_an_exercises_board_checks_what_is_chosen(whole: Served, visit: Visit) -> None:
    page = visit(whole)
    page.goto(f"{whole.base}/exercises/team-of-four")
    page.locator("#board-plan summary").first.click()
    page.locator("#board-plan [data-plan-person=contract]").select_option("anna")
    page.locator("#board-plan [data-plan-day=contract]").fill("1")
    page.keyboard.press("Tab")
    page.wait_for_selector("#board-plan [data-task=contract]")
    says(page, "12 things", "plan")
    page.wait_for_selector("#board-replan [data-task=contract]", state="attached")
    page.locator("#board-plan [data-plan-day=contract]").fill("2")
    page.keyboard.press("Tab")
    page.wait_for_selector("#board-replan [data-task=contract][data-day='2']", state="attached")


def test_the_lab_has_no_violation_and_fits_a_phone(small: Served, visit: Visit) -> None:
    page = visit(small, bypass_csp=True)
    example(page, small.base)
    page.get_by_role("button", name="Risk of the date").click()
    page.wait_for_selector("#risk svg")
    assert not violations_in_both_schemes(page)
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        fits(page, width)


PICTURE = """() => {
  const cut = [...document.querySelectorAll('.gantt .bar')].filter((bar) => {
    const text = bar.querySelector('.bar-label > span'), inside = text.getBoundingClientRect(), box = bar.querySelector('foreignObject').getBoundingClientRect();
    const whole = text.scrollHeight <= text.clientHeight + 1 || getComputedStyle(text).webkitLineClamp === '2';
    return !text.textContent || !whole || inside.width < 20 || inside.right > box.right + 0.5 || inside.bottom > box.bottom + 0.5 || inside.top < box.top - 0.5;
  }).map((bar) => bar.textContent);
  const texts = [...document.querySelectorAll('.gantt .lane-name, .gantt .bar-label > span, .plot text')].map((text) => [text.textContent, text.getBoundingClientRect()]);
  const over = texts.flatMap(([one, a], number) => texts.slice(number + 1).filter(([other, b]) => one && other && a.width && b.width
    && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 3 && b.top < a.bottom - 3).map(([other]) => [one, other]));
  const small = [...document.querySelectorAll('main :is(button, select, input, textarea, summary, .bar[tabindex])')].filter((one) => {
    const box = (one.querySelector('rect') || one).getBoundingClientRect();
    return box.width && box.height < 24;
  }).map((one) => [one.outerHTML.slice(0, 120), one.getBoundingClientRect().height]);
  return {cut, over, small};
}"""


def test_on_a_phone_no_label_is_cut_or_runs_into_another_and_controls_can_be_hit(small: Served, visit: Visit) -> None:
    page = visit(small, viewport={"width": 390, "height": 844})
    example(page, small.base)
    page.get_by_role("button", name="Risk of the date").click()
    page.wait_for_selector("#risk svg")
    assert page.evaluate(PICTURE) == {"cut": [], "over": [], "small": []}
    page.get_by_role("button", name="Put in the best plan").click()
    page.wait_for_selector("#compared")
    assert page.evaluate(PICTURE) == {"cut": [], "over": [], "small": []}
