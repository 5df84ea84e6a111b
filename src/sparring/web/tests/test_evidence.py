"""Every evidence type has its template; plots and passages are drawn as they should."""

from pathlib import Path

import pytest
from django.template.loader import render_to_string

from sparring.core.evidence import (
    CaseRow,
    Cases,
    CostCurve,
    CostProfile,
    EndRisk,
    Evidence,
    Fault,
    Logged,
    Passage,
    Place,
    Places,
    Printed,
    ProfiledFunction,
    ProfiledLine,
    Schedule,
    ScheduleBar,
    Span,
    Workload,
    WorkRow,
)
from sparring.core.text import Text
from sparring.web import evidence, plot
from sparring.words import words

CURVE = CostCurve("instructions", (500, 1000, 2000), (10_000, 40_000, 160_000), (9000, 18_000, 36_000), "n^2", "n", "n log n")
EXAMPLES = (
    Cases(
        (
            CaseRow(
                "empty_list",
                "exception",
                "f([])",
                "None",
                "IndexError",
                Text("Nothing.", "Nulla."),
                "out",
                ("solution.py:1 in f",),
                leaked=True,
            ),
        )
    ),
    Cases((CaseRow("one", "passed", "f(1)", "1", "1"),)),
    CURVE,
    CostCurve("bytes", (), (), (), "undecided", "n"),
    Passage("It binds a name. " * 40, (Span(300, 316, Text("Right.", "Giusto.")),), Text("names", "nomi")),
    Passage("nothing here", (), Text("names", "nomi")),
    Printed("print(1)", "1\n2", "1", 2, 1),
    Printed("print(1)", "a\nb", "a", 2, 1, True, "names", 2, "native"),
    Place("solution.py", 3, 5, "invalid syntax", "def f(:"),
    Places((Place("solution.py", 3, 0, "S608", "f(x)"),), 4),
    Logged({"hints": 1, "seconds": 1200}),
    Fault("engine stopped"),
    Schedule((ScheduleBar(Text("Tests", "Test"), "Anna", 1, 2.5, 12, True),), 2.5, 2.0, 3.0, Text("Move it.", "Spostalo.")),
    Schedule((), 0.0),
    Workload((WorkRow("Anna", 12, 20), WorkRow("Bruno", 0, 0))),
    CostProfile(
        "instructions",
        100,
        2_000,
        0.99,
        (ProfiledLine(1, "for x in xs:", 101, 1_500, 1_900, 64, 2), ProfiledLine(2, "    f(x)", 100, 100, 400)),
        (ProfiledFunction("f", "solution.py:1", 9, 1, 300, 400), ProfiledFunction("len", "", 2, 2, 10, 10)),
        4_096,
        1,
    ),
    EndRisk((0.5, 0.8, 1.0), (2.0, 2.5, 4.0), 3.0, 0.85, (Text("Tests", "Test"),)),
)


def test_every_type_has_a_template():
    folder = Path(evidence.__file__).parent / "templates"
    assert len(Evidence.__args__) > 5
    for kind in Evidence.__args__:
        assert (folder / evidence.template(kind.__new__(kind))).exists(), kind


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: type(example).__name__)
def test_every_type_is_shown_in_words(example, language):
    context = {
        "evidence": example,
        "more": evidence.computed(example),
        "words": words(language),
        "lang": language,
        "finding": {"mark": "wrong"},
    }
    text = render_to_string(evidence.template(example), context)
    assert text.strip()
    assert "web." not in text
    assert " style=" not in text


def test_a_curve_rises_to_the_right_within_the_picture():
    drawn = plot.plot(CURVE)
    assert [point.x for point in drawn.yours] == [12.0, 52.0, 92.0]
    heights = [point.y for point in drawn.yours]
    assert heights == sorted(heights, reverse=True)
    assert all(plot.TOP <= point.y <= plot.BOTTOM for point in (*drawn.yours, *drawn.wanted))
    assert drawn.above
    assert not drawn.fine
    assert drawn.up[0].label == "10³"


@pytest.mark.parametrize(("sizes", "costs"), [((), ()), ((1,), (5,)), ((1, 2), (5,))])
def test_nothing_to_draw(sizes, costs):
    assert plot.plot(CostCurve("bytes", sizes, costs, (), "n", "n")) is None


def test_equal_costs_still_make_a_picture():
    assert plot.plot(CostCurve("bytes", (1, 2), (0, 0), (), "1", "1")) is not None


def test_marked_stretches_keep_their_words_and_what_is_far_is_left_out():
    text = "a " * 200 + "MARK" + " b" * 200
    pieces = evidence.computed(Passage(text, (Span(400, 404),)))["pieces"]
    assert [piece.text for piece in pieces if piece.number] == ["MARK"]
    assert len("".join(piece.text for piece in pieces)) < 320


def test_overlapping_stretches_lose_no_character():
    pieces = evidence.computed(Passage("abcdef", (Span(0, 4), Span(2, 6))))["pieces"]
    assert "".join(piece.text for piece in pieces) == "abcdef"


def test_a_prediction_that_was_made_leads_to_the_lab():
    made = evidence.computed(Printed("x = 1\nprint(x)\n", "1", "1", 0, 2, True))
    assert made["lab"].startswith("/lab?c=")
    assert made["lab"].endswith("&line=2&time=1")
    assert "lab" not in evidence.computed(Printed("print(1)", "", "2", 1, 1))
