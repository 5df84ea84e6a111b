"""The days until the interview: no day over its minutes by more than one card, no card lost, the same chance gives the same plan."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from sparring.mastery.course import HORIZON, LIGHT, calendar, course
from sparring.mastery.policy import Subject, ranked, studied, worth

START = 740_000
cards = st.lists(
    st.builds(
        lambda weight, first, share, seen, stability, ago: Subject(
            "", weight, first, first * share, stability if seen else None, 5.0, START - ago
        ),
        st.floats(0.1, 5),
        st.floats(0.5, 8),
        st.floats(0.2, 1),
        st.booleans(),
        st.floats(0.01, 400),
        st.integers(0, 200),
    ),
    max_size=25,
)


def named(found):
    for number, card in enumerate(found):
        card.key = f"c{number}"
    return found


@settings(max_examples=40, deadline=None)
@given(cards, st.integers(-5, 40), st.integers(1, 600))
def test_no_day_is_over_by_more_than_one_card_and_no_card_is_lost(found, ahead, minutes):
    named(found)
    groups = {card.key: ("", "t") for card in found}
    days = calendar(START, START + ahead, minutes, 45)
    plan = course(found, groups, days, START + ahead, Random(1))
    cards, met = {card.key: card for card in found}, {card.key for card in found if card.stability is not None}
    for day in plan.days:
        assert len(set(day.cards)) == len(day.cards)
        costs = [cards[key].minutes if key in met else cards[key].first_minutes for key in day.cards]
        assert sum(costs[:-1]) <= day.minutes
        met.update(day.cards)
    reached = {key for day in plan.days for key in day.cards}
    assert set(plan.left_out) | reached | {card.key for card in found if card.stability is not None} == set(groups)
    assert not set(plan.left_out) & reached
    assert all(0 <= spread.low <= spread.mean <= spread.high <= 1 for spread in plan.forecast.values())


@settings(max_examples=6, deadline=None)
@given(cards, st.integers(-5, 40), st.integers(1, 600))
def test_the_same_chance_gives_the_same_plan(found, ahead, minutes):
    groups = {card.key: ("", "t") for card in named(found)}
    days = calendar(START, START + ahead, minutes, 45)
    assert course(found, groups, days, START + ahead, Random(1)) == course(found, groups, days, START + ahead, Random(1))


def test_mock_interviews_once_a_week_none_on_the_last_day_which_is_light():
    days = calendar(START, START + 21, 30, 45)
    assert [day.day - START for day in days if day.mock] == [4, 11, 18]
    assert (days[-1].light, days[-1].minutes, days[-1].mock) == (True, 30 * LIGHT, False)
    assert sum(day.light for day in days) == 1


def test_five_years_ahead_a_day_ahead_today_and_yesterday():
    assert len(calendar(START, START + 1826, 30, 45)) == HORIZON
    far = course([], {}, calendar(START, START + 1826, 30, 45), START + 1826, Random(1))
    assert far.truncated
    assert [day.light for day in calendar(START, START + 1, 30, 45)] == [True]
    assert calendar(START, START, 30, 45) == calendar(START, START - 3, 30, 45) == []


def test_what_weighs_more_comes_first_and_what_holds_is_left_alone():
    heavy, light = Subject("heavy", 3.0, 2.0, 1.0), Subject("light", 0.5, 2.0, 1.0)
    assert [card.key for card in ranked([light, heavy], START, START + 20)] == ["heavy", "light"]
    sure = Subject("sure", 3.0, 2.0, 1.0, 5000.0, 3.0, START - 1)
    weak = Subject("weak", 3.0, 2.0, 1.0, 0.8, 6.0, START - 3)
    assert worth(weak, START, START + 10) > 20 * worth(sure, START, START + 10)
    assert studied(weak, START, START + 10) > weak.recall(START + 10)
