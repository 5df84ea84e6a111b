"""A whole interview in a real browser: with the keyboard alone, on a phone, in two windows, across a kill."""

import pytest

from .conftest import Served, Visit, start
from .deeds import DOUBLE, RIGHT, answer, begin, mounted, moved_on, skip, title, until, verdict

pytestmark = pytest.mark.browser


def tab_to(page, role: str, name: str, most: int = 80) -> None:
    """Press Tab until the element with this role and name has the focus."""
    wanted = page.get_by_role(role, name=name, exact=True).first
    for _ in range(most):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {role} {name!r}")


def type_answer(page, text: str) -> None:
    """Tab into the answer's field and type, replacing what stands there."""
    mounted(page)
    for _ in range(80):
        if page.evaluate("document.activeElement.matches('.cm-content, form.answer textarea')"):
            break
        page.keyboard.press("Tab")
    else:
        raise AssertionError("the keyboard does not reach the answer")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text)


def test_by_keyboard_alone(small: Served, visit: Visit) -> None:
    page = visit(small)
    page.goto(f"{small.base}/interviews")
    tab_to(page, "button", "Begin")
    page.keyboard.press("Enter")
    page.wait_for_url("**/interviews/*")
    for number in range(3):
        question = title(page)
        if question == DOUBLE:
            type_answer(page, "def double_all(numbers):\n    return numbers\n")
            page.keyboard.press("Control+Enter")
            page.wait_for_selector("#verdict-title")
            assert verdict(page) == "Not all examples pass"
            page.keyboard.press("Control+a")
            page.keyboard.press("Delete")
            page.keyboard.insert_text(RIGHT[question])
        else:
            type_answer(page, RIGHT[question])
        page.keyboard.press("Control+Shift+Enter")
        page.wait_for_selector("#moves [value=next]")
        tab_to(page, "button", "Next question" if number < 2 else "To the scorecard")
        page.keyboard.press("Enter")
        moved_on(page, question)
    page.wait_for_url("**/scorecard")
    assert page.get_by_role("heading", name="Scorecard", level=1).is_visible()
    assert page.locator(".dims > li").count() >= 2
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_on_a_phone(small: Served, visit: Visit) -> None:
    page = visit(small, language="it", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(f"{small.base}/interviews")
    page.get_by_role("button", name="Comincia").tap()
    page.wait_for_url("**/interviews/*")
    for _ in range(3):
        question = title(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        answer(page, RIGHT[question])
        page.get_by_role("button", name="Consegna").tap()
        page.wait_for_selector("#moves [value=next]")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.locator("#moves [value=next]").tap()
        moved_on(page, question)
    page.wait_for_url("**/scorecard")
    assert page.get_by_role("heading", name="Scheda di valutazione").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_two_windows_lose_nothing(small: Served, visit: Visit) -> None:
    first = visit(small)
    begin(first, small.base)
    second = first.context.new_page()
    second.goto(first.url)
    question = title(first)
    answer(second, "what the second window wrote")
    answer(first, RIGHT[question])
    first.keyboard.press("Control+Shift+Enter")
    first.wait_for_selector("#moves [value=next]")
    second.keyboard.press("Control+Shift+Enter")
    until(second, "document.querySelector('#trouble').innerText.length > 0")
    assert "somewhere else" in second.locator("#trouble").inner_text()
    field = second.locator("form.answer textarea").first
    assert field.input_value() == "what the second window wrote"


def test_pause_and_resume(small: Served, visit: Visit) -> None:
    page = visit(small)
    begin(page, small.base)
    question = title(page)
    answer(page, "half a sentence")
    page.locator(".draft[data-when=saved]:visible").first.wait_for()
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("heading", name="Paused").wait_for()
    page.get_by_role("button", name="Resume").first.click()
    assert title(page) == question
    assert page.locator("form.answer textarea").first.input_value() == "half a sentence"


def test_killed_under_an_open_page(small_packs, tmp_path, visit: Visit) -> None:
    served = start(tmp_path / "data", small_packs)
    page = visit(served)
    begin(page, served.base)
    answer(page, "written before the kill")
    page.locator(".draft[data-when=saved]:visible").first.wait_for()
    served.kill()
    answer(page, "written after the kill")
    page.keyboard.press("Control+Shift+Enter")
    until(page, "document.querySelector('#trouble').innerText.length > 0")
    assert "does not answer" in page.locator("#trouble").inner_text()
    again = start(tmp_path / "data", small_packs)
    try:
        assert (again.port, again.place) == (served.port, served.place)
        answer(page, "written after the kill")
        page.get_by_text("has not let this window in yet").first.wait_for()
        page.reload()
        assert "sparring web" in page.locator("main").inner_text(), "the session ended with the process"
        visit.complaints[:] = [text for text in visit.complaints if "403" not in text]
        opened = page.context.new_page()
        opened.goto(again.ticket())
        opened.wait_for_url(lambda url: "start=" not in url)
        page.reload()
        assert page.locator("form.answer textarea").first.input_value() == "written after the kill"
        page.locator(".draft[data-when=saved]:visible").first.wait_for()
        answer(page, RIGHT[title(page)])
        page.keyboard.press("Control+Shift+Enter")
        page.wait_for_selector("#moves [value=next]")
    finally:
        again.stop()


@pytest.mark.parametrize("step", ["submit", "hint", "run", "reply"])
def test_a_step_in_the_page_and_then_the_end(small: Served, visit: Visit, step: str) -> None:
    page = visit(small)
    begin(page, small.base)
    if step in ("hint", "run"):
        for _ in range(2):
            skip(page)
    question = title(page)
    answer(page, RIGHT[question])
    if step == "hint":
        page.get_by_role("button", name="Ask for a hint").click()
        page.locator("#talk").get_by_text("Build a new list.").wait_for()
    else:
        page.keyboard.press("Control+Enter" if step == "run" else "Control+Shift+Enter")
        page.wait_for_selector("#verdict-title")
    if step == "reply":
        page.get_by_label("Your reply to this").fill("Because it keeps me honest.")
        page.get_by_role("button", name="Reply", exact=True).click()
        page.locator("#talk").get_by_text("Because it keeps me honest.").wait_for()
    page.locator("summary", has_text="End").click()
    page.get_by_role("button", name="End it now").click()
    page.wait_for_url("**/scorecard")
    assert page.get_by_role("heading", name="Scorecard", level=1).is_visible()


def focused(page) -> str:
    return page.evaluate("document.activeElement.id || document.activeElement.className")


def test_the_keyboard_is_where_one_goes_on(small: Served, visit: Visit) -> None:
    page = visit(small, viewport={"width": 1280, "height": 800})
    begin(page, small.base)
    assert focused(page) == "slot-text"
    answer(page, RIGHT[title(page)])
    page.keyboard.press("Control+Shift+Enter")
    page.wait_for_selector("#asked")
    until(page, "document.activeElement.id === 'reply'")
    box = page.locator("#reply").bounding_box()
    assert 0 <= box["y"] <= 800 - box["height"]
    assert not page.locator(".finding").count()
    assert not page.locator("#verdict details.fold").count()
    page.keyboard.insert_text("Generated code.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    until(page, "document.activeElement.id === 'verdict-title'")
    assert page.locator(".finding").count()
    assert page.locator("#verdict details.fold").count()
    question = title(page)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Next question"
    page.keyboard.press("Enter")
    moved_on(page, question)
    assert focused(page) == "slot-output"


def test_the_list_of_questions_gives_nothing_away(small: Served, visit: Visit) -> None:
    page = visit(small)
    begin(page, small.base)
    assert page.locator(".rounds li").all_inner_texts()[-1] == "Question 3"
    assert "Two names" not in page.locator("main").inner_text()


def test_skipping_asks_first(small: Served, visit: Visit) -> None:
    page = visit(small)
    begin(page, small.base)
    question = title(page)
    page.locator("summary", has_text="Skip this question").click()
    assert title(page) == question
    page.get_by_role("button", name="Skip it").click()
    moved_on(page, question)
