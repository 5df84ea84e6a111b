"""What axe finds on a page."""

from pathlib import Path

import pytest

AXE = Path(__file__).parent / "axe" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules that look at colours; all others look at markup, names and sizes."""


HALVES = [("en", 0), ("it", 1), pytest.param("en", 1, marks=pytest.mark.prove), pytest.param("it", 0, marks=pytest.mark.prove)]
"""Language and half of the screens: in a test run each screen is looked at in one of the languages, in `prove` also in the other."""


def violations(page, rules: object = LEVELS) -> list[object]:
    """What axe finds, folded things unfolded. Only that is brought here: all that is right takes longer to carry than to find."""
    page.evaluate("document.querySelectorAll('details').forEach((folded) => (folded.open = true))")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    found = page.evaluate(
        """(rules) => axe.run(document, {runOnly: rules, resultTypes: ['violations']}).then((all) => [all.violations, all.passes.length])""",
        rules,
    )
    assert found[1] > 0, "axe looked at nothing"
    return [(one["id"], [(node["html"][:160], node["failureSummary"]) for node in one["nodes"]]) for one in found[0]]


def violations_in_both_schemes(page) -> dict[str, list[object]]:
    """What axe finds in the light and in the dark look of a page: its style sheet follows the system, its markup is the same, so that of the dark one colours are looked at."""
    found = {}
    for scheme, rules in (("light", LEVELS), ("dark", COLOURS)):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert page.evaluate("(scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches", scheme)
        if bad := violations(page, rules):
            found[scheme] = bad
    return found
