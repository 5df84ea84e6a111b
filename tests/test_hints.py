"""Hints in the terminal: they cost what they cost on the page, and the page knows of them."""

import json

import pytest

from sparring.cli.hints import stressed
from tests.conftest import ROOT
from tests.terminal import sparring

REFERENCE = ROOT / "packs" / "core" / "exercises" / "fix" / "one-cent-short" / "mended.py"


def taken(*arguments: str) -> dict:
    done = sparring("hint", "one-cent-short", *arguments, "--json")
    assert done.returncode == 0
    return json.loads(done.stdout)


def test_one_after_the_other_or_up_to_a_level(data):
    first = taken()
    assert [hint["level"] for hint in first["hints"]] == [1]
    assert (first["taken"], first["left"], first["cost"]) == (1, 2, 0.1)
    assert [hint["level"] for hint in taken("--level", "1")["hints"]] == [1], "looking again costs nothing"
    third = taken("--level", "3")
    assert third["hints"][:1] == first["hints"]
    assert (third["taken"], third["left"]) == (3, 0)
    assert taken()["taken"] == 3, "there is no fourth"
    assert len({hint["it"] for hint in third["hints"]} | {hint["en"] for hint in third["hints"]}) == 6


def test_they_cost_when_the_file_is_judged_and_are_forgotten_when_it_passes(data):
    taken("--level", "2")
    scores = [json.loads(sparring("grade", "one-cent-short", str(REFERENCE), "--json").stdout)["score"] for _ in range(2)]
    assert scores == [pytest.approx(0.8), pytest.approx(1.0)]


@pytest.mark.parametrize(("arguments", "said"), [(("one-cent-short", "--level", "9"), "3"), (("nobody-knows",), "nobody-knows")])
def test_what_is_not_there_is_told_in_both_languages(data, arguments, said):
    for language in ("en", "it"):
        done = sparring("hint", *arguments, "--lang", language)
        assert done.returncode == 2
        assert said in done.stderr


@pytest.mark.parametrize(
    ("hint", "shown"),
    [
        ("Take it out of the *middle*, now.", "Take it out of the [italic]middle[/], now."),
        ("`a * b * c` and 2 * 3 * 4 stay.", "`a * b * c` and 2 * 3 * 4 stay."),
    ],
)
def test_a_stressed_word_has_no_asterisks(hint, shown):
    assert stressed(hint) == shown
