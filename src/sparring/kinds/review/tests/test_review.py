"""Remarks are read as people write them; place and meaning both count; what was missed is not given away."""

from pathlib import Path

import pytest

from sparring.core.evidence import Passage, Place
from sparring.core.exercise import Exercise
from sparring.core.verdict import Outcome
from sparring.kinds.kind import Folder
from sparring.kinds.review import KIND
from sparring.kinds.review.change import shown, visible
from sparring.kinds.review.grader import judge_review
from sparring.kinds.review.remarks import Remark, remarks

SAMPLE = Path(__file__).parents[1] / "samples" / "exercise"
RIGHT = "basket.py:4 blocker: a mutable default argument keeps growing"
ALSO = "basket.py:6 major: an unknown rate silently becomes no tax"


@pytest.fixture(scope="module")
def spec():
    exercise = KIND.load(Folder(SAMPLE, "samples:review"))
    assert isinstance(exercise, Exercise), exercise
    return exercise.spec


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("shop/basket.py:4 blocker: no", Remark("shop/basket.py", 4, 4, "blocker", "no")),
        ("- `basket.py:4-6` [bloccante] no", Remark("shop/basket.py", 4, 6, "blocker", "no")),
        ("basket.py:4 – no", Remark("shop/basket.py", 4, 4, "", "– no")),
        ("b/shop/basket.py:4: nit, no", Remark("shop/basket.py", 4, 4, "nit", "no")),
        ("basket.py:9-3 Grave: no", Remark("shop/basket.py", 9, 9, "major", "no")),
        ("basket.py:4 minore: no", Remark("shop/basket.py", 4, 4, "minor", "no")),
        ("views.py:4 no", Remark("views.py", 4, 4, "", "no")),
    ],
)
def test_a_remark_as_people_write_it(line, remark):
    assert remarks(f"Hi!\n\n{line}\n", ["shop/basket.py", "a/views.py", "b/views.py"]) == (remark,)


def test_what_follows_belongs_to_the_remark_before():
    assert remarks("a.py:1 one\n   and more\n\na.py:2 two", ["a.py"])[0].said == "one and more"


def test_right_lines_in_other_words_are_not_judged(spec):
    verdict = judge_review(spec, f"{RIGHT}\nbasket.py:6 hmm, careful here", "en")
    unsure = next(f for f in verdict.findings if f.criterion == "errors:unknown-rate")
    assert unsure.ok is None
    assert unsure.markable
    assert isinstance(unsure.evidence, Passage)


def test_right_words_on_other_lines_count_half(spec):
    exact, beside = judge_review(spec, f"{RIGHT}\n{ALSO}", "en"), judge_review(spec, f"{RIGHT}\n{ALSO.replace(':6', ':1')}", "en")
    assert exact.score == 1.0
    assert beside.score == 0.8


def test_what_was_missed_is_told_only_when_nothing_can_be_copied(spec):
    hidden = judge_review(spec, ALSO, "en")
    assert not hidden.passed
    missed = next(f for f in hidden.findings if f.criterion == "correctness:missed-1")
    assert isinstance(missed.evidence, Place)
    assert (missed.evidence.line, missed.evidence.excerpt) == (0, "")
    told = judge_review(spec, ALSO, "en", told=True)
    place = next(f for f in told.findings if f.criterion == "correctness:shared-default").evidence
    assert isinstance(place, Place)
    assert place.line == 4


def test_a_decoy_is_a_false_alarm_unless_one_only_asks(spec):
    both = f"{RIGHT}\n{ALSO}"
    assert judge_review(spec, f"{both}\nbasket.py:10 major: rewrite this", "en").outcome is Outcome.PARTIAL
    assert judge_review(spec, f"{both}\nbasket.py:10 question: why a default?", "en").outcome is Outcome.CORRECT


def test_marking_every_line_does_not_pass(spec):
    everywhere = "\n".join(f"basket.py:{line} blocker: wrong" for line in range(1, 11))
    assert not judge_review(spec, everywhere, "en").passed


@pytest.mark.parametrize("text", ["LGTM", "other.py:3 blocker: no", "basket.py: no", ""])
def test_no_line_marked_is_unreadable(spec, text):
    assert judge_review(spec, text, "en").outcome is Outcome.UNREADABLE


def test_the_change_is_shown_with_the_numbers_it_has_afterwards():
    before, after = "a\nb\nc\n", "a\nB\nc\nd\n"
    assert shown({"x.py": before}, {"x.py": after, "y.py": "n\n"}, "it") == (
        "**x.py** (modificato)\n\n```diff x.py\n  1  a\n-    b\n+ 2  B\n  3  c\n+ 4  d\n```\n\n**y.py** (nuovo)\n\n```diff y.py\n+ 1  n\n```"
    )
    assert visible(before, after) == {1, 2, 3, 4}


def test_on_the_right_lines_the_nouns_are_enough(spec):
    verdict = judge_review(spec, f"{RIGHT}\nbasket.py:6 major: rate missing → zero tax? should be a KeyError", "en")
    assert next(f for f in verdict.findings if f.criterion == "errors:unknown-rate").ok
