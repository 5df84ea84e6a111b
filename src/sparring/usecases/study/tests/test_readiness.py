"""What is said of the day: what was never tried is unknown, and a few good answers do not make anybody ready."""

from datetime import date
from itertools import pairwise

import pytest

from sparring.core.verdict import Outcome
from sparring.mastery.course import Spread
from sparring.mastery.memory import Grade
from sparring.mastery.ready import doing, humbled, together, unknown
from sparring.mastery.topics import Evidence
from sparring.usecases.study import cards
from sparring.usecases.study.evidence import catch_up
from sparring.usecases.study.items import card_exercises
from sparring.usecases.study.plan import plan
from sparring.usecases.study.readiness import readiness
from sparring.usecases.study.today import answered


def test_the_unknown_share_shrinks_with_what_was_tried_and_never_ends():
    shares = [unknown(tried) for tried in range(6)]
    assert shares[0] == 1
    assert all(later < earlier for earlier, later in pairwise(shares))
    assert shares[-1] > 0


@pytest.mark.parametrize(("share", "expected"), [(0, Spread(0.8, 0.7, 0.9)), (1, Spread(0.45, 0, 0.9)), (0.5, Spread(0.625, 0.35, 0.9))])
def test_what_is_unknown_is_anything_from_nothing_to_the_plan(share, expected):
    found = humbled(Spread(0.8, 0.7, 0.9), share)
    assert (found.mean, found.low, found.high) == pytest.approx((expected.mean, expected.low, expected.high))
    assert found.low <= found.mean <= found.high


def test_nothing_is_claimed_before_anything_was_tried(app, told):
    told(day="2026-03-22")
    found = readiness(app, plan(app))
    assert (found.tried, found.low, found.enough) == (0, 0, False)
    assert found.topics
    assert all(one.low == 0 for one in found.topics)


def test_what_one_says_of_oneself_and_cards_of_ones_own_make_nobody_readier(app, told):
    told(day="2026-03-22")
    for item in card_exercises(app):
        answered(app, item.key, Grade.EASY)
    before = readiness(app, plan(app))
    for number in range(20):
        answered(app, cards.add(app, front=f"f{number}", back="b").key, Grade.EASY)
    found = readiness(app, ahead := plan(app))
    assert (found.tried, found.enough, found.low) == (0, False, 0), "what one says of oneself is no try"
    assert found.asked == before.asked
    assert abs(found.mean - before.mean) < 0.05, "who writes more cards is not readier"
    assert found.low < 0.2 < ahead.mean, "the plan's own forecast is for who understands what they study"


def test_the_range_closes_as_more_is_tried(app, told, attempt):
    told(day="2026-03-22")
    keys = [item.key for item in card_exercises(app)]
    ranges = []
    for part in (keys[: len(keys) // 2], keys[len(keys) // 2 :]):
        for key in part:
            attempt(key, Outcome.CORRECT)
        catch_up(app)
        found = readiness(app, plan(app))
        ranges.append(found.high - found.low)
    assert all(one.tried for one in found.topics if one.cards)
    assert ranges[1] < ranges[0]


def test_exercises_that_go_well_raise_their_topic_and_narrow_its_range(app, told, attempt):
    told(day="2026-03-22")
    exercise = next(key for key, one in app.library.exercises.items() if one.kind == "solve")
    topic = app.library.exercises[exercise].topics[0]
    before = {one.topic: one for one in readiness(app, plan(app)).topics}[topic]
    assert before.exercises > 0
    for _ in range(4):
        attempt(exercise, Outcome.CORRECT)
    after = {one.topic: one for one in readiness(app, plan(app)).topics}[topic]
    assert after.mean > before.mean
    assert after.low > before.low


def test_a_result_speaks_less_the_longer_ago_it_is_and_a_planned_exercise_keeps_it_fresh():
    seen = [Evidence(1.0, date(2026, 3, 1))] * 4
    soon, late = doing(seen, date(2026, 3, 2)), doing(seen, date(2026, 8, 1))
    kept = doing(seen, date(2026, 8, 1), [date(2026, 7, 25)] * 3)
    assert soon.mean > kept.mean > late.mean
    assert soon.high - soon.low < late.high - late.low
    assert doing([], date(2026, 3, 2)).low < 0.1


def test_forecasts_are_joined_by_weight():
    assert together([(Spread(0.2, 0.0, 0.4), 1), (Spread(0.8, 0.6, 1.0), 3)]) == Spread(
        pytest.approx(0.65), pytest.approx(0.45), pytest.approx(0.85)
    )
    assert together([]) == Spread(0.0, 0.0, 0.0)
