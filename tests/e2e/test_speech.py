"""Speaking in the page, for real: a fake microphone plays a composed clip, the recorder records it, the transcriber listens, the verdict speaks of how it was
told, the words light up. What only needs a microphone is quick; what needs the transcriber's weights is marked `prove`, but for one short take.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from sparring.usecases.speech.ready import installed

from .conftest import ARGUMENTS, CHROMIUM, PATIENCE, running
from .deeds import answer, mounted, until
from .looks import violations_in_both_schemes

composed = pytest.mark.skipif(not (shutil.which("espeak-ng") and shutil.which("sox")), reason="espeak-ng and sox compose the clips")
listens = pytest.mark.skipif(not installed(), reason="the set `speech` is not installed")
pytestmark = [pytest.mark.browser, composed]
ENGLISH = "I currently work as a back end developer for a bank. I build services in Python."
STORY = (
    "Last year I worked in a small team on the payments of a shop. I had to make the nightly report faster, because it took four hours. "
    "First I measured where the time went. Then I wrote the query again and I added an index. "
    "As a result the report took ten minutes. I learned that measuring first saves a week."
)
STORIA = (
    "L'anno scorso lavoravo in un piccolo gruppo sui pagamenti di un negozio. Dovevo rendere più veloce il rapporto notturno, perché durava quattro ore. "
    "Prima ho misurato dove andava il tempo. Poi ho riscritto la query e ho aggiunto un indice. "
    "Alla fine il rapporto durava dieci minuti. Ho imparato che misurare prima fa risparmiare una settimana."
)


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with running(tmp_path_factory.mktemp("speech")) as found:
        yield found


def clip(folder: Path, text: str, voice: str, tail: float = 60.0) -> Path:
    """A clip: half a second of rest, the text as espeak-ng says it, silence for as long as anybody may record."""
    bare, made = folder / "bare.wav", folder / "clip.wav"
    subprocess.run(["espeak-ng", "-v", voice, "-s", "140", "--stdin", "-w", str(bare)], input=text.encode(), check=True)
    subprocess.run(["sox", str(bare), "-r", "48000", "-c", "1", str(made), "pad", "0.5", str(tail)], check=True)
    return made


Speak = Callable[..., object]


@pytest.fixture
def speak(served, driver, tmp_path) -> Iterator[Speak]:
    """`speak(text, voice)`: a page of a browser whose microphone says it; without a text there is no microphone, `allowed=False` refuses it."""
    opened = []

    def come(text: str = "", voice: str = "en-gb", *, language: str = "en", allowed: bool = True, **options: object):
        flags = ["--autoplay-policy=no-user-gesture-required"]
        if allowed:
            flags.append("--use-fake-ui-for-media-stream")
        if text:
            flags += ["--use-fake-device-for-media-stream", f"--use-file-for-fake-audio-capture={clip(tmp_path, text, voice)}%noloop"]
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *flags])
        opened.append(browser)
        page = browser.new_page(locale=language, viewport={"width": 1280, "height": 900}, reduced_motion="reduce", **options)
        page.set_default_timeout(PATIENCE)
        page.goto(served.ticket())
        page.wait_for_url(lambda url: "start=" not in url)
        return page

    yield come
    for browser in opened:
        browser.close()


def recorded(page, seconds: float) -> None:
    """Record by the keyboard until the clock has counted so far."""
    page.keyboard.press("Alt+r")
    expect(page.locator("[data-recorder]")).to_have_attribute("data-state", "recording")
    until(
        page,
        "(least) => {const [m, s] = document.querySelector('[data-clock-of]').textContent.split(':'); return +m * 60 + +s >= least}",
        seconds,
    )
    page.keyboard.press("Alt+r")


def heard(page) -> None:
    expect(page.locator("[data-recorder]")).to_have_attribute("data-state", "done", timeout=240_000)


def submitted(page) -> None:
    page.keyboard.press("Control+Shift+Enter")
    page.locator("#verdict .finding").first.wait_for()


def test_level_pause_and_a_lost_upload(served, speak: Speak) -> None:
    """Everything before listening: the meter moves, a pause leaves out what is said, an upload that fails loses nothing, even when the page is left."""
    page = speak(STORY, bypass_csp=True)
    page.goto(f"{served.base}/exercises/proud-project")
    page.locator("h1").click()
    page.keyboard.press("Alt+r")
    root = page.locator("[data-recorder]")
    expect(root).to_have_attribute("data-state", "recording")
    until(page, "document.querySelector('[data-level]').value > 0.3")
    until(page, "document.querySelector('[data-clock-of]').textContent >= '0:02'")
    page.keyboard.press("Alt+p")
    expect(root).to_have_attribute("data-state", "paused")
    assert violations_in_both_schemes(page) == {}
    page.route("**/recordings", lambda route: route.abort())
    page.keyboard.press("Alt+p")
    expect(root).to_have_attribute("data-state", "recording")
    page.keyboard.press("Alt+r")
    expect(root).to_have_attribute("data-state", "failed")
    expect(page.locator("[data-said]")).to_contain_text("still here")
    expect(page.locator("[data-save]")).to_have_attribute("href", re.compile("^blob:"))
    page.unroute("**/recordings")
    page.goto(f"{served.base}/exercises/proud-project")
    expect(page.locator("[data-said]")).to_contain_text("was not sent yet")
    page.set_viewport_size({"width": 390, "height": 800})
    until(page, "document.documentElement.scrollWidth <= 390")
    assert violations_in_both_schemes(page) == {}
    with page.expect_response("**/recordings") as sent:
        page.get_by_role("button", name="Send again").press("Enter")
    key = sent.value.json()["key"]
    line = page.request.get(f"{served.base}/recordings/{key}/sound")
    assert line.headers["content-type"] == "audio/webm"
    assert len(line.body()) > 8000
    page.goto(f"{served.base}/exercises/proud-project")
    until(page, "!document.querySelector('[data-said]').textContent.includes('not sent')")


@pytest.mark.parametrize(
    ("language", "setting", "said"),
    [
        ("en", "allowed", "No microphone was found"),
        ("it", "refused", "non permette"),
        pytest.param("en", "unsupported", "cannot record", marks=pytest.mark.prove),
        pytest.param("it", "insecure", "indirizzi sicuri", marks=pytest.mark.prove),
    ],
)
def test_without_a_microphone_it_is_said_and_typing_works(served, speak: Speak, language, setting, said) -> None:
    page = speak(language=language, allowed=setting != "refused")
    if setting == "refused":
        page.context.clear_permissions()
        page.add_init_script("navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))")
    if setting == "unsupported":
        page.add_init_script("delete window.MediaRecorder")
    if setting == "insecure":
        page.add_init_script("Object.defineProperty(window, 'isSecureContext', {value: false})")
    page.goto(f"{served.base}/exercises/actually-currently")
    page.locator("[data-do=record]").click()
    expect(page.locator("[data-said]")).to_contain_text(said)
    page.fill("#slot-text", "I currently work as a backend developer for a bank.")
    submitted(page)


@listens
def test_a_short_take_becomes_the_answer(served, speak: Speak) -> None:
    page = speak(ENGLISH, bypass_csp=True)
    page.goto(f"{served.base}/exercises/actually-currently")
    page.locator("h1").click()
    recorded(page, 6)
    heard(page)
    expect(page.locator("#slot-text")).to_have_value(re.compile("I currently work"))
    page.locator("#slot-text").focus()
    submitted(page)
    expect(page.locator("#verdict .finding", has_text="words a minute")).to_have_count(1)
    assert violations_in_both_schemes(page) == {}
    page.evaluate("void document.querySelector('#verdict audio').play()")
    expect(page.locator("#verdict .lit")).to_have_count(1)
    page.set_viewport_size({"width": 390, "height": 800})
    until(page, "document.documentElement.scrollWidth <= 390")


@listens
@pytest.mark.prove
def test_handing_in_waits_for_the_words(served, speak: Speak) -> None:
    """In an Italian page, English is expected; handed in while it is still being recorded, it waits for its words and is judged with them."""
    page = speak(ENGLISH, language="it")
    page.goto(f"{served.base}/exercises/proud-project")
    expect(page.locator("[name=spoken]")).to_have_value("en")
    page.locator("h1").click()
    page.keyboard.press("Alt+r")
    until(page, "document.querySelector('[data-clock-of]').textContent >= '0:06'")
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator("[data-said]")).to_contain_text("Sto ancora ascoltando")
    expect(page.locator("#verdict-title")).to_contain_text("secondi", timeout=240_000)
    expect(page.locator("#slot-text")).to_have_value(re.compile("I currently work"))
    expect(page.locator("#verdict .said audio")).to_have_count(1)


@listens
@pytest.mark.prove
@pytest.mark.parametrize(("language", "voice", "text"), [("en", "en-us", STORY), ("it", "it", STORIA)])
def test_a_story_is_told_heard_judged_and_heard_again(served, speak: Speak, language, voice, text) -> None:
    page = speak(text, voice, language=language, bypass_csp=True)
    page.goto(f"{served.base}/exercises/proud-project")
    page.select_option("[name=spoken]", language)
    page.locator("h1").click()
    page.keyboard.press("Alt+r")
    until(page, "document.querySelector('[data-clock-of]').textContent >= '0:24'")
    page.keyboard.press("Alt+r")
    expect(page.locator("[data-so-far]")).not_to_have_text("", timeout=240_000)
    heard(page)
    page.keyboard.press("Control+Shift+Enter")
    page.locator(".outline .part:not(.part-none)").first.wait_for()
    assert violations_in_both_schemes(page) == {}
    figures = page.evaluate(
        "[...document.querySelectorAll('#verdict .heard span')].map((one) => [one.dataset.start, one.dataset.end].map(Number))"
    )
    assert len(figures) > 30
    assert all(start <= end for start, end in figures)
    page.locator("#verdict .heard span").nth(20).click()
    expect(page.locator("#verdict .lit")).to_have_count(1)
    until(page, "(least) => document.querySelector('#verdict audio').currentTime >= least", figures[20][0])
    page.goto(f"{served.base}/recordings")
    expect(page.locator(".rows li")).not_to_have_count(0)
    assert violations_in_both_schemes(page) == {}
    assert json.dumps(figures)


ALOUD = "I look at every number once and put it into a set. So the cost is linear. Each look at the set is cheap."
SOLUTION = "def first_repeated(ids):\n    seen = set()\n    for one in ids:\n        if one in seen:\n            return one\n        seen.add(one)\n"


def worked_aloud(page, served) -> None:
    """Record, write, run, hand in, stop."""
    page.goto(f"{served.base}/exercises/first-repeated")
    mounted(page)
    page.locator(".aloud > summary").click()
    page.locator("h1").click()
    page.keyboard.press("Alt+r")
    expect(page.locator("[data-recorder]")).to_have_attribute("data-state", "recording")
    until(page, "document.querySelector('[data-clock-of]').textContent >= '0:05'")
    answer(page, SOLUTION)
    page.keyboard.press("Control+Enter")
    expect(page.locator("#verdict-title")).to_contain_text("pass", timeout=60_000)
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator("#verdict-title")).to_contain_text("Right", timeout=60_000)
    until(page, "document.querySelector('[data-clock-of]').textContent >= '0:10'")


def test_what_is_done_is_noted_while_somebody_thinks_aloud(served, speak: Speak) -> None:
    page = speak(ALOUD, "en-us", bypass_csp=True)
    worked_aloud(page, served)
    with page.expect_response("**/recordings") as sent:
        page.keyboard.press("Alt+r")
    page.goto(f"{served.base}/recordings/{sent.value.json()['key']}")
    page.locator(".course summary").click()
    for moment in ("you write", "you run it", "you hand it in", "verdict: Right"):
        expect(page.locator(".course .events")).to_contain_text(moment)
    page.set_viewport_size({"width": 390, "height": 800})
    until(page, "document.documentElement.scrollWidth <= 390")
    assert violations_in_both_schemes(page) == {}


@listens
@pytest.mark.prove
def test_what_is_said_of_the_cost_is_set_against_the_measurement(served, speak: Speak) -> None:
    page = speak(ALOUD, "en-us", bypass_csp=True)
    worked_aloud(page, served)
    page.keyboard.press("Alt+r")
    heard(page)
    expect(page.locator(".course")).to_contain_text("You said O(n), and that is what was measured.")
    expect(page.locator(".course .talked")).not_to_have_count(0)
    page.locator(".course .moments button").first.click()
    expect(page.locator(".replay .lit")).to_have_count(1)
    assert violations_in_both_schemes(page) == {}
