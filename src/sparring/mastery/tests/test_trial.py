"""The trial is fair: every way gets the same minutes and the same learners; the plan is readier."""

from random import Random

import pytest

from sparring.mastery.learners import FAILED_MINUTES, FIRST_MINUTES, Mind, learner
from sparring.mastery.trial import FixedIntervals, gain, plain_fsrs, play, to_the_day, trial, weighted_fsrs


@pytest.mark.parametrize("make", [lambda: to_the_day, lambda: plain_fsrs, lambda: weighted_fsrs, lambda: FixedIntervals({})])
def test_no_way_gets_more_minutes_and_none_leaves_any_unused(monkeypatch, make):
    who = learner(Random(5))
    studied: dict[int, int] = {}
    real = Mind.answer

    def counted(self, number, day):
        studied[day] = studied.get(day, 0) + 1
        return real(self, number, day)

    monkeypatch.setattr(Mind, "answer", counted)
    readiness = play(who, make())
    assert 0 < readiness < 1
    assert set(studied) == set(range(who.days))
    assert all(count * min(0.5, FIRST_MINUTES) <= who.minutes + FIRST_MINUTES + FAILED_MINUTES for count in studied.values())


def test_the_plan_is_readier_than_plain_fsrs_and_than_fixed_intervals():
    found = trial(30, 11)
    for rival in ("fsrs", "fixed"):
        assert gain(found["plan"], found[rival]).low > 0


def test_the_same_seed_is_the_same_trial():
    assert trial(5, 11) == trial(5, 11) != trial(5, 12)


def test_the_interval_is_that_of_the_paired_differences():
    found = gain([0.5, 0.7, 0.9], [0.4, 0.6, 0.8])
    assert found.mean == pytest.approx(0.1 / 0.6)
    assert found.low == pytest.approx(found.high)
    assert gain([0.5, 0.4], [0.4, 0.5]).low < 0 < gain([0.5, 0.4], [0.4, 0.5]).high
