"""The curve is py-fsrs' own, number by number; the memory counts calendar days."""

from datetime import UTC, date, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from sparring.mastery.curve import PLAIN, Curve
from sparring.mastery.learners import SPREAD, learner, parameters
from sparring.mastery.memory import RETENTION, Grade, after, recall, replay

DAY = date(2026, 3, 27)
ratings = st.integers(1, 4)
histories = st.lists(st.tuples(st.integers(0, 60), ratings), min_size=1, max_size=12)


def theirs(history, scheduler):
    now, card = datetime(2026, 1, 1, 12, tzinfo=UTC), Card(card_id=1)
    for days, rating in history:
        now += timedelta(days=days)
        card, _ = scheduler.review_card(card, Rating(rating), now)
    return card, now


@given(histories)
def test_stability_difficulty_and_recall_are_those_of_py_fsrs(history):
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card, now = theirs(history, scheduler)
    state = PLAIN.first(history[0][1])
    for days, rating in history[1:]:
        state = PLAIN.after(state, days, rating)
    assert state == pytest.approx((card.stability, card.difficulty), rel=1e-9)
    assert PLAIN.recall(state[0], 9) == pytest.approx(scheduler.get_card_retrievability(card, now + timedelta(days=9)))
    assert PLAIN.interval(state[0], RETENTION) == (card.due - now).days


@given(histories)
def test_a_memory_is_the_history_replayed(history):
    day, answers = DAY, []
    for days, rating in history:
        day += timedelta(days=days)
        answers.append((day, Grade(rating)))
    memory = replay(answers)
    card, _ = theirs(history, Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False))
    assert (memory.stability, memory.difficulty) == pytest.approx((card.stability, card.difficulty))
    assert memory.answers == len(history)
    assert memory.due > memory.last


@given(histories, st.integers(1, 300), st.integers(1, 300))
def test_recall_falls_with_time_and_hard_is_not_failed(history, days, more):
    memory = None
    for _, rating in history:
        memory = after(memory, Grade(rating), DAY)
    assert 0 < recall(memory, DAY + timedelta(days=days + more)) <= recall(memory, DAY + timedelta(days=days)) <= 1
    later = DAY + timedelta(days=days)
    dues = [after(memory, grade, later).due for grade in Grade]
    assert dues == sorted(dues)
    assert after(memory, Grade.HARD, later).stability >= memory.stability
    assert after(memory, Grade.HARD, later).lapses == memory.lapses


def test_an_answer_dated_before_the_last_one_counts_on_that_day():
    memory = after(None, Grade.GOOD, DAY)
    assert after(memory, Grade.GOOD, DAY - timedelta(days=40)).last == DAY


def test_drawn_parameters_are_within_the_bounds_and_spread_like_the_published_ones():
    from random import Random
    from statistics import stdev

    from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

    random = Random(1)
    drawn = [parameters(random) for _ in range(400)]
    for found in drawn:
        assert all(low <= value <= high for value, low, high in zip(found, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True))
        assert list(found[:4]) == sorted(found[:4])
        Scheduler(parameters=found)
    assert 0.6 * SPREAD[4] < stdev(found[4] for found in drawn) <= 1.2 * SPREAD[4]
    assert learner(Random(3)).curve.w == learner(Random(3)).curve.w != Curve().w
