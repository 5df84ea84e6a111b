"""Given code in a real browser: a bug is mended, ugly code is refactored, slow code is made fast; what is shown for it, in both languages."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from sparring.conftest import in_turns
from tests.conftest import ROOT

from .conftest import Served, Visit
from .deeds import answer, judged, until
from .looks import violations

pytestmark = pytest.mark.browser
EXERCISES = ROOT / "packs" / "core" / "exercises"
HANDED_IN = {
    "fix": ("cart-of-everybody", "wrong/cleared.py", {"en": "a case gives", "it": "un caso dà"}),
    "refactor": ("shipping-costs", "wrong/step_excluded.py", {"en": "No refactoring", "it": "Non è un refactoring"}),
    "optimise": ("who-cancelled", "wrong/set_difference.py", {"en": "a case gives", "it": "un caso dà"}),
}
SEEN = {
    "fix": ".code.diff ins",
    "refactor": ".pairs.case",
    "optimise": ".pairs.case",
}
RIGHT = {
    "fix": ("mended.py", ".code.diff ins"),
    "refactor": ("reference.py", "th >> text=Cognitive complexity"),
    "optimise": ("reference.py", ".loadbar rect"),
}


def hand_in(page, text: str) -> None:
    answer(page, text)
    page.keyboard.press("Control+Shift+Enter")
    until(page, "document.querySelector('#verdict-title') !== null")


def picture(page, name: str) -> None:
    """A picture for people, where the environment names a folder for it."""
    folder = os.environ.get("SPARRING_PICTURES")
    if folder:
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)


@pytest.mark.parametrize(("kind", "language"), in_turns(sorted(HANDED_IN)))
def test_what_is_wrong_is_shown(whole: Served, visit: Visit, kind: str, language: str) -> None:
    name, file, sentences = HANDED_IN[kind]
    page = visit(whole, language)
    page.goto(f"{whole.base}/exercises/{name}")
    hand_in(page, (EXERCISES / kind / name / file).read_text(encoding="utf-8"))
    judged(page, re.compile(sentences[language]))
    expect(page.locator(SEEN[kind]).first).to_be_attached()
    picture(page, f"{kind}-{language}")


@pytest.mark.parametrize("kind", sorted(RIGHT))
def test_what_is_right_is_shown_and_can_be_read_by_all(whole: Served, visit: Visit, kind: str) -> None:
    name, (file, evidence) = HANDED_IN[kind][0], RIGHT[kind]
    page = visit(whole, bypass_csp=True)
    page.goto(f"{whole.base}/exercises/{name}")
    hand_in(page, (EXERCISES / kind / name / file).read_text(encoding="utf-8"))
    expect(page.locator("#verdict .mark.right").first).to_be_attached()
    expect(page.locator(evidence).first).to_be_attached()
    assert not violations(page)
    picture(page, f"{kind}-right")
