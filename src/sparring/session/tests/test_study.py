"""A day keeps its minutes, except by one item at most; nothing comes twice, nothing offered is lost where there is time for it."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sparring.session.study import Offer, Step, compose

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no reason to fail."""
minutes = st.floats(0.5, 60)


def steps(what, most):
    made = st.tuples(st.integers(0, 20), minutes).map(lambda pair: Step(f"{what}{pair[0]}", what, pair[1], "t"))
    return st.lists(made, max_size=most, unique_by=lambda step: step.item)


offers = st.builds(Offer, steps("card", 30), steps("exercise", 6), steps("spoken", 3), steps("disguise", 3))


@unhurried
@given(offers, st.floats(0, 600), st.integers(0, 1000))
def test_no_day_is_over_by_more_than_one_item(offer, budget, day):
    chosen = compose(offer, budget, day)
    assert len({step.item for step in chosen}) == len(chosen)
    total = sum(step.minutes for step in chosen)
    assert total <= max([budget, *(step.minutes for step in chosen)]) + 1e-6


@unhurried
@given(offers, st.floats(1, 600), st.integers(0, 1000))
def test_a_day_is_empty_only_where_nothing_is_offered(offer, budget, day):
    if offer.cards or offer.exercises or offer.spoken or offer.disguises:
        assert compose(offer, budget, day)
    assert compose(offer, 0, day) == ()


@unhurried
@given(steps("card", 30), st.floats(1, 600))
def test_no_card_that_still_fits_is_left_out(cards, budget):
    chosen = compose(Offer(cards), budget, 1)
    left = budget - sum(step.minutes for step in chosen)
    assert all(step.minutes > left for step in cards if step not in chosen)


def test_a_day_with_all_of_it():
    offer = Offer(
        [Step(f"c{n}", "card", 2, "t") for n in range(20)], [Step("long", "exercise", 40, "t"), Step("e", "exercise", 20, "t")],
        [Step("s", "spoken", 4, "t")], [Step("d", "disguise", 5, "t")],
    )  # fmt: skip
    chosen = compose(offer, 35, 1)
    assert [step.item for step in chosen if step.what != "card"] == ["d", "s", "e"]
    assert sum(step.minutes for step in chosen) == 35


def test_an_exercise_longer_than_the_day_is_the_whole_day_every_third_day():
    offer = Offer([Step("c", "card", 2, "t")], [Step("e", "exercise", 20, "t")])
    assert [step.item for step in compose(offer, 15, 3)] == ["e"]
    assert [step.item for step in compose(offer, 15, 4)] == ["c"]


def test_an_interview_asks_what_weighs_more_of_what_was_equally_long_not_seen():
    from dataclasses import dataclass
    from datetime import UTC, datetime
    from random import Random

    from sparring.session.choose import choose

    @dataclass
    class Asked:
        id: str
        topics: tuple[str, ...]
        kind: str = "explain"
        level: str = "mid"
        minutes: int = 5

    light, heavy = Asked("a", ("x",)), Asked("b", ("y",))
    wanted = [Asked("round", ())]
    seen = {"a": datetime(2026, 1, 1, tzinfo=UTC), "b": datetime(2026, 1, 2, tzinfo=UTC)}
    for seed in range(5):
        assert choose(wanted, [light, heavy], "mid", {}, Random(seed), {"y": 3.0})[0].exercise is heavy
        assert choose(wanted, [light, heavy], "mid", seen, Random(seed), {"y": 3.0})[0].exercise is light
