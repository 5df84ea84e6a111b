"""The islands on the style guide's own pages, with a server that answers as the README of this folder says."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser
Opened = Callable[..., Page]
EDITOR = ".cm-content"


def drafts(replies: list[object]) -> tuple[Callable[[Page], None], list[str]]:
    """A server of drafts that gives these replies in turn (status and seq, or None: it is gone), and what it was sent."""
    sent: list[str] = []

    def answer(route: Route) -> None:
        sent.append(route.request.post_data or "")
        reply = replies[min(len(sent), len(replies)) - 1]
        if reply is None:
            route.abort()
        else:
            status, seq = reply  # type: ignore[misc]
            route.fulfill(status=status, content_type="application/json", body=json.dumps({"seq": seq}))

    return (lambda page: page.route("**/draft", answer)), sent


def before_islands(change: str) -> Callable[[Page], None]:
    """Changes the page when it has been read, before any island is mounted."""
    return lambda page: page.add_init_script(f"addEventListener('DOMContentLoaded', () => {{ {change} }}, true)")


def field(page: Page) -> str:
    return page.locator("#solution").input_value()


def type_at_start(page: Page, text: str) -> None:
    page.locator(EDITOR).click()
    page.keyboard.press("Control+Home")
    page.keyboard.type(text)


def drop(page: Page, name: str, size: int, content: str = "") -> None:
    page.evaluate(
        """([name, size, content]) => {
            const carried = new DataTransfer();
            carried.items.add(new File([content || new Uint8Array(size).fill(97)], name));
            document.querySelector('.cm-content').dispatchEvent(new DragEvent('drop', {dataTransfer: carried, bubbles: true, cancelable: true}));
        }""",
        [name, size, content],
    )


def test_the_textarea_follows_the_editor(opened: Opened) -> None:
    page = opened("exercise")
    type_at_start(page, "# mine\n")
    assert field(page).startswith("# mine\ndef first_repeated")
    assert page.evaluate("new FormData(document.querySelector('#answer')).get('solution.py')") == field(page)


def test_the_editor_has_the_textareas_name(opened: Opened) -> None:
    page = opened("exercise")
    expect(page.get_by_role("textbox", name="Codice: first_repeated.py")).to_be_visible()
    page.get_by_text("first_repeated.py").first.click()
    expect(page.locator(EDITOR)).to_be_focused()


def test_tab_leaves_the_editor(opened: Opened) -> None:
    page = opened("exercise")
    before = field(page)
    page.locator(EDITOR).click()
    page.keyboard.press("Tab")
    expect(page.locator("[data-action=run]")).to_be_focused()
    assert field(page) == before


def test_where_tab_indents_escape_leaves(opened: Opened) -> None:
    page = opened("exercise", before_islands("document.querySelector('#solution').setAttribute('data-editor-tab', '')"))
    page.locator(EDITOR).click()
    page.keyboard.press("Control+Home")
    page.keyboard.press("Tab")
    assert field(page).startswith("    def")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.locator("[data-action=run]")).to_be_focused()


def test_colours_and_helps_are_left_out_of_the_plain_profile(opened: Opened) -> None:
    full, plain = opened("exercise"), opened("interview")
    assert full.locator(".tok-keyword").count() > 0
    assert plain.locator(f"{EDITOR} span").count() == 0
    for page, brackets in ((full, "()"), (plain, "(")):
        page.locator(EDITOR).click()
        page.keyboard.press("Control+End")
        page.keyboard.type(" (")
        assert field(page).endswith("None " + brackets)
    plain.keyboard.type(")fir")
    plain.wait_for_timeout(400)
    assert plain.locator(".cm-tooltip").count() == 0


@pytest.mark.parametrize(("keys", "action"), [("Control+Enter", "run"), ("Control+Shift+Enter", "submit")])
def test_keys_press_buttons(opened: Opened, keys: str, action: str) -> None:
    page = opened("exercise")
    page.evaluate(
        "window.pressed = []; document.addEventListener('submit', (e) => { e.preventDefault(); pressed.push(e.submitter.value); })"
    )
    before = field(page)
    page.locator(EDITOR).click()
    page.keyboard.press(keys)
    assert page.evaluate("pressed") == [action]
    assert field(page) == before


def test_a_form_is_submitted_once(opened: Opened) -> None:
    page = opened("exercise")
    page.evaluate("window.pressed = 0; document.addEventListener('submit', (e) => { e.preventDefault(); pressed += 1; })")
    button = page.locator("[data-action=submit]")
    for _ in range(3):
        button.click(force=True)
    assert page.evaluate("pressed") == 1
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_be_focused()


def test_a_python_file_is_taken_and_undo_brings_back(opened: Opened) -> None:
    page = opened("exercise")
    before = field(page)
    drop(page, "mine.py", 0, "print('ciao')\n")
    expect(page.locator("#solution")).to_have_value("print('ciao')\n")
    page.keyboard.press("Control+z")
    assert field(page) == before


@pytest.mark.parametrize(("name", "size", "said"), [("mine.txt", 3, "solo un file .py."), ("big.py", 1_000_001, "È troppo lungo")])
def test_other_files_are_refused_in_words(opened: Opened, name: str, size: int, said: str) -> None:
    page = opened("exercise")
    before = field(page)
    drop(page, name, size)
    expect(page.locator("[data-say-for=solution]")).to_contain_text(said)
    assert field(page) == before


def test_too_much_is_not_pasted(opened: Opened) -> None:
    page = opened("exercise")
    before = field(page)
    page.locator(EDITOR).click()
    page.evaluate(
        """() => {
            const carried = new DataTransfer();
            carried.setData('text/plain', 'x'.repeat(1_000_001));
            document.querySelector('.cm-content').dispatchEvent(new ClipboardEvent('paste', {clipboardData: carried, bubbles: true, cancelable: true}));
        }"""
    )
    expect(page.locator("[data-say-for=solution]")).to_contain_text("È troppo lungo")
    assert field(page) == before


def test_a_draft_is_kept_and_the_state_moves_on(opened: Opened) -> None:
    route, sent = drafts([(200, 8)])
    page = opened("exercise", route)
    type_at_start(page, "# a draft\n")
    expect(page.locator("[data-when=saved]")).to_be_visible(timeout=6000)
    assert "# a draft" in sent[0]
    assert page.locator("#answer > input[name=seq]").input_value() == "8"
    assert page.evaluate("sessionStorage.getItem('sparring:answer')") is None


def test_another_windows_text_is_not_overwritten_unasked(opened: Opened) -> None:
    route, sent = drafts([(409, 12), (200, 13)])
    page = opened("exercise", route)
    type_at_start(page, "# mine\n")
    expect(page.locator("[data-when=conflict]")).to_be_visible(timeout=6000)
    page.wait_for_timeout(2500)
    assert len(sent) == 1
    page.locator("[data-keep=mine]").click()
    expect(page.locator("[data-when=saved]")).to_be_visible()
    assert '"seq"\r\n\r\n12' in sent[1]


def test_nothing_is_lost_while_the_server_is_gone(opened: Opened) -> None:
    route, sent = drafts([None, None, (200, 8)])
    page = opened("exercise", route)
    type_at_start(page, "# still here\n")
    expect(page.locator("[data-when=offline]")).to_be_visible(timeout=6000)
    page.reload()
    expect(page.locator(".cm-line").first).to_have_text("# still here")
    assert field(page).startswith("# still here\n")
    expect(page.locator("[data-when=saved]")).to_be_visible(timeout=15000)
    assert "# still here" in sent[-1]


def test_what_was_submitted_does_not_come_back(opened: Opened) -> None:
    route, _ = drafts([None])
    page = opened("exercise", route)
    stored = json.dumps({"seq": "6", "fields": {"solution.py": "old"}, "submitted": True})
    page.evaluate("(stored) => sessionStorage.setItem('sparring:answer', stored)", stored)
    page.reload()
    expect(page.locator(".cm-line").first).to_have_text("def first_repeated(ids):")
    assert page.evaluate("sessionStorage.getItem('sparring:answer')") is None


def test_the_clock_says_five_minutes_and_one(opened: Opened) -> None:
    page = opened("exercise", before_islands("document.querySelector('#clock').dataset.elapsed = '898'"))
    said = page.locator("[data-say-for=clock]")
    assert said.text_content() == ""
    expect(said).to_have_text("Restano 5 minuti.", timeout=5000)
    expect(page.locator("#clock")).to_have_text("4:59", timeout=3000)
    page = opened("exercise", before_islands("document.querySelector('#clock').dataset.elapsed = '1199'"))
    expect(page.locator("[data-say-for=clock]")).to_have_text("Il tempo è finito; puoi ancora consegnare.", timeout=5000)
    expect(page.locator("#clock")).to_have_attribute("data-over", "", timeout=3000)


def test_htmx_swaps_and_new_islands_come_alive(opened: Opened) -> None:
    page = opened("library")
    page.locator("#kind").select_option("solve")
    expect(page.locator("#heard")).to_have_text("5 of 148 exercises")
    assert page.locator("#found").count() == 1


def test_a_server_that_is_gone_is_said(opened: Opened) -> None:
    page = opened("library")
    page.route("**/library.html*", lambda route: route.abort())
    page.locator("#kind").select_option("solve")
    expect(page.locator("#trouble")).to_have_text("The program does not answer. What you wrote is still here: try again in a moment.")


@pytest.mark.parametrize("name", ["exercise", "interview"])
def test_without_script_it_is_a_form(opened: Opened, name: str) -> None:
    page = opened(name, java_script_enabled=False)
    expect(page.get_by_role("textbox", name="first_repeated.py")).to_be_visible()
    expect(page.locator("[data-action=submit]")).to_be_visible()
    expect(page.locator("[data-when]").first).to_be_hidden()


def test_one_sees_where_the_keyboard_is(opened: Opened) -> None:
    page = opened("exercise")
    sheet = page.locator(".sheet", has=page.locator(EDITOR))
    assert sheet.evaluate("(sheet) => getComputedStyle(sheet).outlineStyle") == "none"
    page.locator(EDITOR).focus()
    assert sheet.evaluate("(sheet) => getComputedStyle(sheet).outlineStyle") == "solid"
