"""Every screen, as it really is after some work: no violation that axe finds, nothing wider than the window, both languages, light and dark."""

import json
import re

import pytest
from playwright.sync_api import expect

from .conftest import Served, Visit
from .deeds import answer, judged, mounted, verdict
from .looks import HALVES, violations, violations_in_both_schemes

pytestmark = pytest.mark.browser
SLOW = "def shortest_path(graph, start, goal):\n    return None\n"


@pytest.fixture(scope="module")
def lived_in(whole: Served, browser) -> dict[str, str]:
    """The addresses of all screens, with attempts, a verdict of each kind, a running and a finished interview."""
    page = browser.new_page(locale="en")
    page.goto(whole.ticket())
    page.wait_for_url(lambda url: "start=" not in url)
    base = whole.base
    page.get_by_role("button", name="Skip").click()
    places = {
        "welcome": "/welcome",
        "today": "/",
        "library": "/exercises",
        "topics": "/topics",
        "choose": "/interviews",
        "settings": "/settings",
    }
    for name, exercise, text in (
        ("predicted", "shared-default-list", "nothing"),
        (
            "explained",
            "metaclasses-what",
            "A metaclass is the class of a class: type makes classes. I think that it is called at every instantiation of an object.",
        ),
        ("solved", "shortest-path", SLOW),
    ):
        page.goto(f"{base}/exercises/{exercise}")
        answer(page, text)
        with page.expect_response(lambda response: response.request.method == "POST" and "draft" not in response.url):
            page.keyboard.press("Control+Shift+Enter")
        page.wait_for_selector("#verdict-title")
        places[name] = f"/exercises/{exercise}"
        places[f"{name}-history"] = f"/exercises/{exercise}/history"
        page.goto(f"{base}{places[f'{name}-history']}")
        places[f"{name}-attempt"] = page.get_by_role("link", name="verdict and evidence").first.get_attribute("href")
    page.goto(f"{base}/interviews")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/interviews/*")
    places["interview"] = page.url.removeprefix(base)
    places["scorecard"] = places["interview"] + "/scorecard"
    places["missing"] = "/exercises/nope"
    page.close()
    return places


SCREENS = (
    "welcome today library topics choose settings predicted explained solved solved-history explained-attempt solved-attempt predicted-attempt "
    "interview scorecard missing"
).split()


@pytest.mark.parametrize(("language", "half"), HALVES)
def test_no_violation_on_any_screen(whole: Served, lived_in: dict[str, str], visit: Visit, language: str, half: int) -> None:
    page = visit(whole, language=language, bypass_csp=True)
    bad = {}
    for name in SCREENS[half::2]:
        page.goto(whole.base + lived_in[name])
        assert page.evaluate("document.documentElement.lang") == language
        mounted(page)
        if found := violations_in_both_schemes(page):
            bad[name] = found
    assert not bad, json.dumps(bad, indent=1)


@pytest.mark.parametrize("width", [320, pytest.param(390, marks=pytest.mark.prove)])
def test_nothing_is_wider_than_a_phone(whole: Served, lived_in: dict[str, str], visit: Visit, width: int) -> None:
    page = visit(whole, viewport={"width": width, "height": 800})
    wide = []
    for name in SCREENS:
        page.goto(whole.base + lived_in[name])
        page.evaluate("document.querySelectorAll('details').forEach((folded) => (folded.open = true))")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(name)
    assert not wide


@pytest.mark.parametrize(("language", "left"), [("it", "365 giorni al colloquio"), ("en", "365 days to the interview")])
def test_the_navigation_is_one_row_beside_the_days_left(whole: Served, visit: Visit, language: str, left: str) -> None:
    page = visit(whole, language=language, viewport={"width": 1280, "height": 800})
    page.goto(f"{whole.base}/topics")
    page.evaluate("left => document.querySelector('.side').insertAdjacentHTML('afterbegin', `<span>${left}</span>`)", left)
    tops = page.evaluate("[...document.querySelectorAll('.top > nav a')].map((one) => one.offsetTop)")
    assert len(tops) > 8
    assert len(set(tops)) == 1
    assert page.evaluate("document.querySelector('.top').offsetHeight") < 60
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{whole.base}/settings")
    assert page.evaluate("document.querySelector('.top').offsetHeight") < 100, "two rows on a phone"
    here = page.locator(".top > nav [aria-current]")
    expect(here).to_be_in_viewport(ratio=1)


SEEN = """() => { const one = document.activeElement; if (one === document.body) return true;
const rings = [one, one.closest('.sheet'), one.closest('.editor')].filter(Boolean).map((part) => getComputedStyle(part));
return rings.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) }"""


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.prove)])
def test_whatever_has_the_keyboard_is_seen_to_have_it(whole: Served, lived_in: dict[str, str], visit: Visit, scheme: str) -> None:
    page = visit(whole, color_scheme=scheme)
    unseen = []
    for name in ("today", "library", "choose", "solved", "interview", "scorecard", "settings"):
        page.goto(whole.base + lived_in[name])
        mounted(page)
        for _ in range(25):
            page.keyboard.press("Tab")
            if not page.evaluate(SEEN):
                unseen.append((name, page.evaluate("document.activeElement.outerHTML.slice(0, 120)")))
    assert not unseen


def test_a_fresh_verdict_has_no_violation(whole: Served, visit: Visit) -> None:
    page = visit(whole, bypass_csp=True)
    page.goto(f"{whole.base}/exercises/rows-that-move-together")
    answer(page, "[1]")
    page.keyboard.press("Control+Shift+Enter")
    judged(page, re.compile("."))
    expect(page.locator("#heard")).to_have_text(verdict(page))
    assert not violations(page)


def test_the_first_verdict_is_two_clicks_away(small_packs, tmp_path, visit: Visit) -> None:
    from .conftest import running

    with running(tmp_path / "data", small_packs) as served:
        page = visit(served, landed=True)
        page.get_by_role("button", name="To the first question").click()
        answer(page, "[1, 2]")
        page.get_by_role("button", name="Submit").click()
        judged(page, "Exactly what it prints.")


def test_everything_works_without_script(small: Served, visit: Visit) -> None:
    page = visit(small, java_script_enabled=False)
    page.goto(f"{small.base}/exercises/double-all")
    page.locator("textarea").first.fill("def double_all(numbers):\n    return numbers\n")
    page.get_by_role("button", name="Run").click()
    judged(page, "Not all examples pass")
    expect(page.locator("textarea").first).to_have_value(re.compile("return numbers"))
    page.locator("textarea").first.fill("def double_all(numbers):\n    return [2 * n for n in numbers]\n")
    page.get_by_role("button", name="Submit").click()
    judged(page, "Right.")
    page.get_by_role("button", name="Italiano").click()
    expect(page.locator("html")).to_have_attribute("lang", "it")
    page.goto(f"{small.base}/interviews")
    page.get_by_role("button", name="Comincia").click()
    page.locator("summary", has_text="Salta questa domanda").click()
    page.get_by_role("button", name="Saltala").click()
    expect(page.locator("#talk h2")).to_have_text("Domanda 2 di 3")
    page.get_by_role("button", name="English").click()


def test_a_hint_costs_and_hands_nothing_in(small: Served, visit: Visit) -> None:
    page = visit(small)
    page.goto(f"{small.base}/exercises/double-all")
    answer(page, "def double_all(numbers):\n    return []\n")
    page.get_by_role("button", name="Take a hint").click()
    page.locator("#hints").get_by_text("Build a new list.").wait_for()
    expect(page.locator("#verdict-title")).to_have_count(0)
    expect(page.locator("textarea").first).to_have_value(re.compile(r"return \[\]"))
    page.keyboard.press("Control+Shift+Enter")
    page.wait_for_selector("#verdict-title")


def test_a_file_that_misses_the_editor_leaves_the_page_alone(small: Served, visit: Visit) -> None:
    page = visit(small)
    page.goto(f"{small.base}/exercises/two-names")
    page.evaluate(
        """() => { const data = new DataTransfer(); data.items.add(new File(['x'], 'photo.png'));
        document.body.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true})) }"""
    )
    expect(page.locator("#trouble")).to_contain_text("only be dropped on the code editor")


def test_five_megabytes_do_not_get_into_the_editor(small: Served, visit: Visit) -> None:
    page = visit(small)
    page.goto(f"{small.base}/exercises/double-all")
    before = page.locator("textarea").first.input_value()
    page.locator(".cm-content").focus()
    page.keyboard.insert_text("x" * 5_000_000)
    expect(page.locator("[data-say-for=slot-solution]")).to_contain_text("limit is 1 MB")
    expect(page.locator("textarea").first).to_have_value(before)


def test_five_megabytes_are_not_pasted_into_a_plain_field(small: Served, visit: Visit) -> None:
    page = visit(small, permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{small.base}/exercises/why-tests")
    field = page.locator("textarea").first
    field.fill("what stood there")
    page.evaluate("navigator.clipboard.writeText('x'.repeat(5_000_000))")
    field.press("Control+v")
    expect(page.locator("#trouble")).to_contain_text("at most 200,000 characters")
    expect(field).to_have_value("what stood there")
    page.evaluate("navigator.clipboard.writeText(' and more')")
    field.press("Control+v")
    expect(field).to_have_value("what stood there and more")


def test_both_versions_are_kept_when_a_window_overwrites_the_other(small: Served, visit: Visit) -> None:
    first = visit(small)
    first.goto(f"{small.base}/exercises/why-tests")
    second = first.context.new_page()
    second.goto(first.url)
    for page, text in ((first, "the first window's words"), (second, "the second window's words")):
        page.locator("textarea").first.fill(text)
        page.locator(".draft[data-when=saved]:visible, [data-when=conflict]:visible").first.wait_for()
    second.get_by_role("button", name="Keep this text").click()
    second.locator(".draft[data-when=saved]:visible").first.wait_for()
    second.reload()
    expect(second.locator("textarea").first).to_have_value("the second window's words")
    kept = second.locator("section", has_text="Written in another window")
    expect(kept.locator("pre", has_text="the first window's words")).to_have_count(1)
    first.locator("textarea").first.fill("the first window once more")
    first.locator("[data-when=conflict]:visible").first.wait_for()
    first.get_by_role("button", name="Submit").click()
    first.locator("#verdict-title").wait_for()
    expect(first.locator("[data-when=conflict]")).to_be_hidden()


def test_what_is_loaded_is_small(small: Served, visit: Visit) -> None:
    page = visit(small)
    sizes = {}
    page.on(
        "response",
        lambda response: sizes.update({response.url.rpartition("/")[2].partition("?")[0]: int(response.headers.get("content-length", 0))}),
    )
    page.goto(f"{small.base}/exercises/double-all")
    mounted(page)
    page.reload()
    total = sum(size for name, size in sizes.items() if name.endswith((".js", ".css")))
    assert {"app.js", "editor.js", "app.css"} <= set(sizes)
    assert 0 < total <= 350_000
