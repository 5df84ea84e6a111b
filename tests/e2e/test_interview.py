"""A whole interview in a real browser: with the keyboard alone, on a phone, in two windows, across a kill."""

import pytest
from playwright.sync_api import expect

from .conftest import Served, Visit, start
from .deeds import DOUBLE, RIGHT, answer, begin, fits, judged, mounted, moved_on, skip, title

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
            judged(page, "Not all examples pass")
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
    expect(page.get_by_role("heading", name="Scorecard", level=1)).to_be_visible()
    expect(page.locator(".dims > li").nth(1)).to_be_attached()
    fits(page, 1280)


def test_on_a_phone(small: Served, visit: Visit) -> None:
    page = visit(small, language="it", viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    page.goto(f"{small.base}/interviews")
    page.get_by_role("button", name="Comincia").tap()
    page.wait_for_url("**/interviews/*")
    for _ in range(3):
        question = title(page)
        fits(page, 390)
        answer(page, RIGHT[question])
        page.get_by_role("button", name="Consegna").tap()
        page.wait_for_selector("#moves [value=next]")
        fits(page, 390)
        page.locator("#moves [value=next]").tap()
        moved_on(page, question)
    page.wait_for_url("**/scorecard")
    expect(page.get_by_role("heading", name="Scheda di valutazione")).to_be_visible()
    fits(page, 390)


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
    expect(second.locator("#trouble")).to_contain_text("somewhere else")
    expect(second.locator("form.answer textarea").first).to_have_value("what the second window wrote")
    second.close()
    first.reload()
    kept = first.locator("section", has_text="Written in another window")
    kept.locator("summary").click()
    expect(kept.locator("pre")).to_have_text("what the second window wrote")
    kept.get_by_role("button", name="Throw these away").click()
    expect(kept).to_have_count(0)


def test_pause_and_resume(small: Served, visit: Visit) -> None:
    page = visit(small)
    begin(page, small.base)
    question = title(page)
    answer(page, "half a sentence")
    page.locator(".draft[data-when=saved]:visible").first.wait_for()
    page.get_by_role("button", name="Pause").click()
    page.get_by_role("heading", name="Paused").wait_for()
    page.get_by_role("button", name="Resume").first.click()
    asks(page, question)
    expect(page.locator("form.answer textarea").first).to_have_value("half a sentence")


def test_killed_under_an_open_page(small_packs, tmp_path, visit: Visit) -> None:
    served = start(tmp_path / "data", small_packs)
    page = visit(served)
    begin(page, served.base)
    answer(page, "written before the kill")
    page.locator(".draft[data-when=saved]:visible").first.wait_for()
    served.kill()
    answer(page, "written after the kill")
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator("#trouble")).to_contain_text("does not answer")
    again = start(tmp_path / "data", small_packs)
    try:
        assert (again.port, again.place) == (served.port, served.place)
        answer(page, "written after the kill")
        page.get_by_text("has not let this window in yet").first.wait_for()
        page.reload()
        expect(page.locator("main"), "the session ended with the process").to_contain_text("sparring web")
        visit.complaints[:] = [text for text in visit.complaints if "403" not in text]
        opened = page.context.new_page()
        opened.goto(again.ticket())
        opened.wait_for_url(lambda url: "start=" not in url)
        page.reload()
        expect(page.locator("form.answer textarea").first).to_have_value("written after the kill")
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
    expect(page.get_by_role("heading", name="Scorecard", level=1)).to_be_visible()


def asks(page, question: str) -> None:
    """Wait until this question is on the table."""
    expect(page.locator("#talk .prose > p").first).to_have_text(question)


def focused(page, name: str) -> None:
    """Wait until the element of this id has the keyboard."""
    expect(page.locator(f"#{name}")).to_be_focused()


def test_the_keyboard_is_where_one_goes_on(small: Served, visit: Visit) -> None:
    page = visit(small, viewport={"width": 1280, "height": 800})
    begin(page, small.base)
    focused(page, "slot-text")
    answer(page, RIGHT[title(page)])
    page.keyboard.press("Control+Shift+Enter")
    page.wait_for_selector("#asked")
    focused(page, "reply")
    expect(page.locator("#reply")).to_be_in_viewport(ratio=1)
    expect(page.locator(".finding")).to_have_count(0)
    expect(page.locator("#verdict details.fold")).to_have_count(0)
    page.keyboard.insert_text("Generated code.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    focused(page, "verdict-title")
    expect(page.locator(".finding").first).to_be_attached()
    expect(page.locator("#verdict details.fold").first).to_be_attached()
    question = title(page)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Next question")
    page.keyboard.press("Enter")
    moved_on(page, question)
    focused(page, "slot-output")


def test_the_list_of_questions_gives_nothing_away(small: Served, visit: Visit) -> None:
    page = visit(small)
    begin(page, small.base)
    expect(page.locator(".rounds li").last).to_have_text("Question 3")
    expect(page.locator("main")).not_to_contain_text("Two names")


def test_skipping_asks_first(small: Served, visit: Visit) -> None:
    page = visit(small)
    begin(page, small.base)
    question = title(page)
    page.locator("summary", has_text="Skip this question").click()
    asks(page, question)
    page.get_by_role("button", name="Skip it").click()
    moved_on(page, question)


@pytest.mark.parametrize("way", ["skip", "end"])
def test_notes_written_just_before_the_interview_ends_are_on_the_scorecard(small: Served, visit: Visit, way: str) -> None:
    page = visit(small)
    begin(page, small.base)
    if way == "skip":
        for _ in range(2):
            skip(page)
    page.locator("summary", has_text="Notes").click()
    page.locator("#notes-text").fill("ask about the locks")
    if way == "skip":
        page.locator("summary", has_text="Skip this question").click()
        page.get_by_role("button", name="Skip it").click()
    else:
        page.locator("summary", has_text="End").click()
        page.get_by_role("button", name="End it now").click()
    page.wait_for_url("**/scorecard")
    expect(page.locator("main")).to_contain_text("ask about the locks")
