"""Every page of the style guide: no violation that axe finds, nothing wider than the window, nothing inline that the policy forbids."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser
FRONTEND = Path(__file__).parents[1]
GUIDE = FRONTEND / "styleguide"
Opened = Callable[..., Page]
PAGES = sorted(path.stem for path in GUIDE.glob("*.html"))
AXE = FRONTEND / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 1440), ("light", 390), ("dark", 390)])
def test_no_violation(opened: Opened, name: str, scheme: str, width: int) -> None:
    page = opened(name, color_scheme=scheme, reduced_motion="reduce", viewport={"width": width, "height": 900}, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach((folded) => (folded.open = true))")
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("(levels) => axe.run(document, {runOnly: levels})", LEVELS)
    bad = [f"{v['id']}: {n['html'][:160]} {n['failureSummary']}" for v in found["violations"] for n in v["nodes"]]
    assert not bad, "\n".join(bad)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1440, 900, 390, 320])
def test_nothing_is_wider_than_the_window(opened: Opened, name: str, width: int) -> None:
    page = opened(name, viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach((folded) => (folded.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", PAGES)
def test_no_style_or_script_stands_in_the_markup(name: str) -> None:
    text = (GUIDE / f"{name}.html").read_text()
    assert " style=" not in text
    assert "<style" not in text
    assert " onclick=" not in text
