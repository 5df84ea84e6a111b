"""What a candidate does in the page, with the keyboard or without."""

import re
from contextlib import suppress

from playwright.sync_api import Error, expect

DOUBLE = "Write double_all(numbers), which returns a new list with every number doubled and leaves the list it was given alone."
RIGHT = {
    "Why do you write automated tests? What do they not give you?": (
        "I write tests so that I can change the code without fear of breaking it: a test tells me when a change breaks something that worked. "
        "A test also documents what the code is meant to do, and shows other people how the function is used."
    ),
    "What does this print?": "[1, 2]",
    DOUBLE: "def double_all(numbers):\n    return [2 * number for number in numbers]\n",
}


def begin(page, base: str) -> None:
    """From nothing into an interview."""
    page.goto(f"{base}/interviews")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/interviews/*")


def skip(page) -> None:
    """Leave the question on the table."""
    question = title(page)
    page.locator("summary", has_text="Skip this question").click()
    page.get_by_role("button", name="Skip it").click()
    moved_on(page, question)


def title(page) -> str:
    """The question on the table."""
    return page.locator("#talk .prose > p").first.inner_text()


def answer(page, text: str) -> None:
    """Write into whatever the question gives: the editor replaces what stands there."""
    mounted(page)
    field = page.locator(".cm-content, form.answer textarea:visible").first
    field.focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(text)


def verdict(page) -> str:
    """The verdict's sentence, once it is there."""
    return page.locator("#verdict-title").inner_text()


def judged(page, sentence: str | re.Pattern[str]) -> None:
    """Wait until the verdict says this: the whole sentence, or what a pattern finds in it."""
    expect(page.locator("#verdict-title")).to_have_text(sentence)


def fits(page, width: int) -> None:
    """Nothing is wider than a window of this width."""
    until(page, "width => document.documentElement.scrollWidth <= width", width)


def until(page, expression: str, argument: object = None) -> None:
    """Wait until the page's own answer to an expression is true. (Playwright's way of waiting evaluates strings, which our policy forbids.)"""
    for _ in range(600):
        with suppress(Error):  # the page may be on its way to another
            if page.evaluate(expression, argument):
                return
        page.wait_for_timeout(50)
    raise AssertionError(f"it did not happen: {expression}")


def mounted(page) -> None:
    """Wait until every editor stands in its textarea's place."""
    until(page, "[...document.querySelectorAll('textarea[data-editor]')].every((field) => field.hidden)")


def moved_on(page, question: str) -> None:
    """Wait until another question is on the table, or none."""
    until(page, "(asked) => document.querySelector('#talk .prose > p')?.innerText !== asked", question)
