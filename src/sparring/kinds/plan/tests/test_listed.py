"""Tasks written as on a list are recognised as the parts that they mean, and lists of something else are not."""

import tomllib
from pathlib import Path

import pytest

from sparring.core.answer import Answer, Raw
from sparring.core.evidence import Passage
from sparring.core.exercise import Exercise
from sparring.kinds.kind import Folder
from sparring.kinds.plan import KIND, said

PACK = Path(__file__).parents[5] / "packs" / "core" / "exercises" / "plan"
LISTED = tomllib.loads(Path(__file__).with_name("listed.toml").read_text(encoding="utf-8"))
OTHERS = sorted({one["exercise"] for one in LISTED["lists"]} - {"team-of-four"})
QUICK = 4
"""The latest lists, which are looked at each time; all of them where it is proved."""
RECALL, ELSEWHERE = 0.9, 0.04
"""Shares of all lines: recognised at least, and taken for another part's at most."""


@pytest.fixture(scope="module")
def exercises():
    names = {one["exercise"] for one in LISTED["lists"]}
    found = {name: KIND.load(Folder(PACK / name, "core", ("en", "it"))) for name in names}
    assert all(isinstance(one, Exercise) for one in found.values())
    return found


def parts(exercise, text):
    """The parts that were recognised, each with the line that it was found on."""
    answer = KIND.read(exercise, Raw({"tasks.md": text.encode()}))
    assert isinstance(answer, Answer)
    found = {}
    for finding in said.split(exercise, answer).findings:
        if finding.criterion.startswith("split:") and finding.ok:
            assert isinstance(finding.evidence, Passage)
            found[finding.criterion.removeprefix("split:")] = text[: text.index(finding.evidence.text)].count("\n")
    return found


@pytest.mark.parametrize("lists", [LISTED["lists"][-QUICK:], pytest.param(LISTED["lists"], marks=pytest.mark.prove)], ids=["latest", "all"])
def test_lines_of_a_list_are_the_parts_that_they_mean(exercises, lists):
    wanted = right = elsewhere = 0
    for one in lists:
        found = parts(exercises[one["exercise"]], "\n".join(line for _, line in one["lines"]))
        places = {part: number for number, (part, _) in enumerate(one["lines"])}
        wanted += len(places)
        right += len(found.keys() & places.keys())
        elsewhere += sum(places.get(part) != number for part, number in found.items())
    assert right >= RECALL * wanted
    assert elsewhere <= ELSEWHERE * wanted


@pytest.mark.parametrize("name", ["team-of-four", *(pytest.param(name, marks=pytest.mark.prove) for name in OTHERS)])
def test_lists_of_something_else_have_none_of_the_parts(exercises, name):
    found = [part for text in LISTED["nothing"]["lists"] for part in parts(exercises[name], text)]
    assert len(found) <= (name != "team-of-four"), found  # "Login page redesign" is a page, where one is wanted
