"""What axe finds on a page."""

from pathlib import Path

AXE = Path(__file__).parent / "axe" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page) -> list[object]:
    """What axe finds, folded things unfolded. Only that is brought here: all that is right takes longer to carry than to find."""
    page.evaluate("document.querySelectorAll('details').forEach((folded) => (folded.open = true))")
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text())
    found = page.evaluate(
        """(levels) => axe.run(document, {runOnly: levels, resultTypes: ['violations']}).then((all) => [all.violations, all.passes.length])""",
        LEVELS,
    )
    assert found[1] > 0, "axe looked at nothing"
    return [(one["id"], [(node["html"][:160], node["failureSummary"]) for node in one["nodes"]]) for one in found[0]]


def violations_in_both_schemes(page) -> dict[str, list[object]]:
    """What axe finds in the light and in the dark look of a page: its style sheet follows the system, its markup is the same."""
    found = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert page.evaluate("(scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches", scheme)
        if bad := violations(page):
            found[scheme] = bad
    return found
