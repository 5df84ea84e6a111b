"""The interviewer's voice in a real browser: by espeak-ng on this machine, by a voice of the browser, in the listening mode, without script."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from .conftest import Visit, running
from .deeds import until
from .looks import violations_in_both_schemes

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")]
VOICES = """
const kept = [{name: 'Far', lang: 'en-US', localService: false}, {name: 'Near', lang: 'en-GB', localService: true}];
const said = (window.said = []);
const speech = {getVoices: () => kept, cancel() {}, addEventListener() {},
  speak(one) { said.push([one.text, one.voice && one.voice.name, one.rate]); setTimeout(() => one.onend && one.onend(), 0); }};
Object.defineProperty(window, 'speechSynthesis', {value: speech});
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
"""Headless Chromium has no voices of its own."""


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with running(tmp_path_factory.mktemp("voice")) as found:
        yield found


def choose(page, served, **values):
    page.goto(f"{served.base}/settings")
    for name, value in values.items():
        if name == "listening":
            page.set_checked("[name=listening]", value)
        else:
            page.select_option(f"[name={name}]", value)
    page.locator("form[data-voices] button").click()
    page.wait_for_url("**saved=1**")


def test_a_question_is_heard_before_it_is_read(served, visit: Visit) -> None:
    page = visit(served, language="it", reduced_motion="reduce", bypass_csp=True)
    choose(page, served, listening=True, noise="office", speed="1.25")
    assert violations_in_both_schemes(page) == {}
    with page.expect_response("**/aloud.wav?lang=it") as sent:
        page.goto(f"{served.base}/exercises/proud-project")
        if page.locator("[data-listen]").get_attribute("data-playing") is None:
            page.get_by_role("button", name="Ascolta").press("Enter")
    assert sent.value.headers["content-type"] == "audio/wav"
    page.get_by_role("button", name="Ferma").press("Enter")
    page.get_by_role("button", name="Ascolta").wait_for()
    question = page.locator(".kept .prose")
    expect(question).to_be_hidden()
    assert violations_in_both_schemes(page) == {}  # unfolds it
    expect(question).to_be_visible()
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    choose(page, served, listening=False, noise="none", speed="1")
    page.goto(f"{served.base}/exercises/proud-project")
    expect(page.locator(".prompt .prose")).to_be_visible()
    page.context.close()


def test_a_browsers_voice_is_used_if_it_speaks_on_this_machine(served, visit: Visit) -> None:
    page = visit(served)
    page.context.add_init_script(VOICES)
    page.goto(f"{served.base}/settings")
    expect(page.locator("#voice-browser-english option")).to_have_text(["the usual one", "Near"])
    page.goto(f"{served.base}/exercises/proud-project")
    page.get_by_role("button", name="Listen").click()
    until(page, "window.said.length === 1")
    assert page.evaluate("window.said") == [["Which project are you most proud of, and why?", "Near", 1]]
    page.get_by_role("button", name="Listen").wait_for()


def test_without_script_there_is_a_player(served, visit: Visit) -> None:
    page = visit(served, java_script_enabled=False)
    page.goto(f"{served.base}/exercises/proud-project")
    expect(page.locator(".listen audio")).to_have_attribute("src", re.compile(r"/aloud\.wav\?lang=en$"))
    expect(page.locator("[data-play]")).to_be_hidden()
