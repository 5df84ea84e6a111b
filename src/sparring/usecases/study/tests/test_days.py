"""Days as they are lived: a session resumed, a mistake that comes back in disguise, a day missed, clocks that change, dates that make no sense."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from sparring.core.problem import UsageError
from sparring.core.verdict import Outcome
from sparring.mastery.memory import Grade
from sparring.usecases import interviews
from sparring.usecases.study.days import MOCK, aim_at
from sparring.usecases.study.evidence import above, masteries
from sparring.usecases.study.items import is_card, studied, today_of
from sparring.usecases.study.plan import interview_day, plan
from sparring.usecases.study.progress import progress
from sparring.usecases.study.readiness import readiness
from sparring.usecases.study.today import answered, previews, session, skipped


def test_a_session_goes_on_where_it_was_and_only_that_day(app, told, clock):
    told()
    first = session(app)
    answered(app, first.steps[0].item, Grade.GOOD)
    clock.advance(hours=2)
    again = session(app)
    assert again.steps == first.steps
    assert len(again.left) == len(first.left) - 1
    clock.advance(days=1)
    assert not session(app).done
    assert first.steps[0].item not in {step.item for step in session(app).steps}


def test_a_day_is_within_its_minutes_for_any_minutes(app, told):
    told(day="2026-03-20", advert="Python and algorithms required")
    for minutes in (1, 5, 15, 25, 60, 120, 600):
        found = session(app, minutes)
        assert sum(step.minutes for step in found.steps) <= max([minutes, *(step.minutes for step in found.steps)])


def test_an_exercise_on_the_weakest_important_topic_is_in_it(app, told, attempt):
    told(minutes="60", advert="You must know algorithms and graphs well. Strong knowledge of graph algorithms is required for this work")
    exercise = [step for step in session(app).steps if step.what == "exercise"]
    assert len(exercise) == 1
    assert exercise[0].topic.startswith("algorithms")


@pytest.mark.parametrize("minutes", ["20", "45"])
def test_the_first_day_after_an_advertisement_is_on_what_it_asks_for(app, told, minutes):
    told("2026-03-23", minutes, "We are hiring. Requirements: strong Django, PostgreSQL, REST APIs and Docker. Nice to have: pytest.")
    firsts = {step.what: app.exercise(step.item).topics[0] for step in reversed(session(app).steps)}
    assert firsts["card"].startswith("web"), "what only touches the web comes later"
    assert firsts["exercise"].startswith("web")


def test_yesterdays_mistake_comes_back_in_disguise(app, told, attempt, clock):
    told(minutes="30")
    session(app)
    attempt("shared-default-list", Outcome.INCORRECT, 0.0)
    session(app)
    clock.advance(days=1)
    steps = session(app).steps
    disguise = [step for step in steps if step.what == "disguise"]
    assert len(disguise) == 1
    assert disguise[0].item != "core:shared-default-list"
    wrong = set(app.exercise("shared-default-list").topics)
    assert wrong & set(app.exercise(disguise[0].item).topics)


def test_what_an_interview_left_open_comes_back_today_with_other_exercises(app, told, clock):
    told(minutes="60")
    before = session(app)
    taken = interviews.start(app, "backend-mid")
    asked = [part.exercise for part in taken.state.rounds]
    for _ in asked[:2]:
        taken.skip()
    assert session(app).steps == before.steps
    taken.finish()
    steps = session(app).steps
    disguises = [step.item for step in steps if step.what == "disguise"]
    assert disguises
    assert not set(disguises) & set(asked[:3])
    wrong = {topic for name in asked[:3] for topic in app.exercise(name).topics}
    assert all(wrong & set(app.exercise(item).topics) for item in disguises)
    assert session(app).steps == steps
    clock.advance(days=1)
    assert any(step.what == "disguise" for step in session(app).steps)


def test_a_judged_answer_is_a_review_and_done_today(app, told, attempt):
    told()
    item = session(app).steps[0].item
    attempt(item)
    assert session(app).done[item] == "correct"
    memory = studied(app).memories([item])[item]
    assert (memory.answers, memory.due > today_of(app)) == (1, True)
    session(app)
    assert studied(app).memories([item])[item].answers == 1


def test_the_buttons_say_when_it_comes_back_and_that_is_when(app, told):
    told()
    item = session(app).steps[0].item
    days = previews(app, item)
    assert list(days.values()) == sorted(days.values())
    memory = answered(app, item, Grade.EASY)
    assert (memory.due - today_of(app)).days == days[Grade.EASY]


def test_what_is_skipped_is_neither_reviewed_nor_lost(app, told, clock):
    told()
    item = session(app).steps[0].item
    skipped(app, item)
    assert item not in {step.item for step in session(app).left}
    assert not studied(app).memories([item])
    clock.advance(days=1)
    assert item in {step.item for step in session(app, 600).steps}


def test_a_missed_day_makes_the_plan_anew(app, told, clock):
    told(day="2026-03-22")
    first = plan(app)
    assert plan(app) == first
    answered(app, session(app).steps[0].item, Grade.GOOD)
    clock.advance(days=3)
    second = plan(app)
    assert (second.why, second.missed) == ("day", 2)
    assert second.days[0].day == today_of(app)
    told(day="2026-03-29")
    assert plan(app).why == "until"
    told(day="2026-03-29", minutes="60")
    assert plan(app).why == "minutes"


def test_what_does_not_fit_is_left_out_and_said(app, told):
    told(day="2026-03-06", minutes="10", advert="We need Django and JWT authentication: both are required for this job in our team")
    found = plan(app)
    assert sum(topic.left_out for topic in found.topics) > 10
    ready = readiness(app, found)
    left = {one.topic: one for one in ready.left_out}
    assert {name for name, one in left.items() if one.left_out}.isdisjoint({"web.orm", "web.auth"})
    placed = {day.exercise for day in found.days if day.exercise}
    assert sum(one.exercises_left for one in ready.left_out) == sum(one.exercises for one in ready.topics) - len(placed)
    assert left["algorithms.heaps"].exercises_left == left["algorithms.heaps"].exercises > 2
    assert found.low <= found.mean <= found.high


def test_a_day_that_has_passed_is_refused_but_may_stay(app, told, clock):
    with pytest.raises(UsageError) as error:
        told(day="2026-03-01")
    assert error.value.saying.id == "profile.past-day"
    told(day="2026-03-02")
    clock.advance(hours=48)
    assert told(day="2026-03-02").day.isoformat() == "2026-03-02"
    assert plan(app) is None
    assert session(app).steps


@pytest.mark.parametrize(("day", "there"), [("2026-03-02", True), ("2031-03-02", True), ("", False)])
def test_dates_past_today_and_far_away(app, told, day, there):
    told(day=day)
    found = plan(app)
    assert (found is not None) is there
    assert session(app).steps
    if day == "2031-03-02":
        assert found.truncated
        assert len(found.days) == 112


@pytest.mark.parametrize("minutes", ["0", "601", "-5", "ten"])
def test_minutes_that_make_no_sense_are_refused(told, minutes):
    with pytest.raises(UsageError):
        told(minutes=minutes)


@pytest.mark.usefixtures("rome")
def test_the_night_the_clocks_change_is_one_day_like_any_other(app, told, clock):
    told(day="2026-04-05")
    clock.advance(seconds=(datetime(2026, 3, 28, 22, 30, tzinfo=UTC) - clock.now()).total_seconds())
    assert str(today_of(app)) == "2026-03-28"
    item = session(app).steps[0].item
    answered(app, item, Grade.AGAIN)
    clock.advance(hours=1)
    assert str(today_of(app)) == "2026-03-29"
    assert studied(app).memories([item])[item].due == today_of(app)
    days = [day.day for day in plan(app).days]
    assert all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days))
    clock.advance(hours=23)
    assert str(today_of(app)) == "2026-03-30"


def test_mastery_rises_with_a_pass_and_fades_again(app, attempt, clock):
    before = masteries(app)["algorithms.graphs"].level
    attempt("shortest-path")
    risen = masteries(app)["algorithms.graphs"]
    assert risen.level > before
    assert masteries(app)["algorithms"].level > before
    clock.advance(days=90)
    assert before < masteries(app)["algorithms.graphs"].level < risen.level


def test_a_step_left_out_is_not_done_and_ones_own_word_is_no_result(app, told):
    told(minutes="60")
    cards = [step for step in session(app).steps if step.what == "card"][:3]
    for step, grade in zip(cards, (Grade.GOOD, Grade.AGAIN), strict=False):
        answered(app, step.item, grade)
    skipped(app, cards[2].item)
    assert [session(app).mark(step.item) for step in cards] == ["done", "missed", "left"]
    topic = app.exercise(cards[0].item).topics[0]
    assert (masteries(app)[topic].results, masteries(app)[topic].said > 0) == (0, True)
    assert all(change.score is None and change.said for change in progress(app).changes)


def test_progress_says_what_changed_and_why(app, attempt, clock):
    attempt("shortest-path", Outcome.INCORRECT, 0.2)
    clock.advance(days=30)
    attempt("shortest-path")
    found = progress(app)
    change = next(change for change in found.changes if change.topic == "algorithms.graphs")
    assert change.now > change.then
    assert (change.results, change.score) == (1, 1.0)
    assert sum(count for _, count in found.days) == 1
    clock.advance(days=35)
    faded = next(change for change in progress(app).changes if change.topic == "algorithms.graphs")
    assert faded.score is None


def test_a_failed_answer_raises_no_topic_and_what_was_not_known_is_no_figure(app, attempt):
    before = {topic: found.level for topic, found in masteries(app).items()}
    attempt("shared-default-list")
    attempt("context-managers", Outcome.INCORRECT, 0.0)
    attempt("shortest-path", Outcome.PARTIAL, 0.45)
    found = {change.topic: change for change in progress(app).changes}
    raised = {topic for topic, now in masteries(app).items() if now.level > before[topic] + 1e-9}
    assert raised == above(app.exercise("shared-default-list").topics)
    assert all(change.then is None for change in found.values())
    assert found["language.context-managers"].now < before["language.context-managers"]
    assert found["algorithms.graphs"].now <= before["algorithms.graphs"]


def test_a_card_that_was_not_known_raises_no_topic(app, clock):
    item = app.exercise("shared-default-list").id
    before = masteries(app)
    answered(app, item, Grade.AGAIN)
    for days in (0, 1, 40):
        clock.advance(days=days)
        assert all(found.level <= before[topic].level for topic, found in masteries(app).items())
    answered(app, item, Grade.GOOD)
    assert masteries(app)["language"].level > before["language"].level


def test_the_nearest_date_of_all_applications_is_the_day(app, told):
    from sparring.usecases.study.processes import save

    told(day="2026-03-30")
    save(app, company="B", stage="technical", at="2026-03-12T10:00")
    late = save(app, company="C", stage="rejected", at="2026-03-05T10:00")
    assert str(interview_day(app)) == "2026-03-12"
    save(app, key=late.key, company="C", stage="final", at="2026-03-05T10:00")
    assert str(interview_day(app)) == "2026-03-05"
    for name, day in (("settings", "2026-03-30"), ("b", "2026-03-12"), ("", "2026-03-05")):
        aim_at(app, name)
        assert str(interview_day(app)) == day
    with pytest.raises(UsageError):
        aim_at(app, "nobody")


@pytest.mark.parametrize(
    ("day", "days"),
    [("", 14), ("2026-04-01", 14), *(pytest.param(day, 29, marks=pytest.mark.prove) for day in ("", "2026-04-01"))],
)
def test_over_weeks_no_card_is_lost_and_no_day_is_over_by_more_than_one(app, told, clock, day, days):
    from sparring.usecases.study.cards import add

    told(day=day, minutes="60")
    keys = {add(app, front=f"f{number}", back="b").key for number in range(60)}
    for _ in range(days):
        found = session(app)
        assert sum(step.minutes for step in found.steps) <= max([60, *(step.minutes for step in found.steps)]) + 1e-6
        for step in found.left:
            if step.item in keys or (step.item != MOCK and is_card(app.exercise(step.item))):
                answered(app, step.item, app.random.choice(list(Grade)))
        clock.advance(days=1)
    memories = studied(app).memories(keys)
    assert set(memories) | {key for key, _ in studied(app).new_cards(1000)} == keys
    assert {key in keys for key in studied(app).memories([*keys, *app.library.exercises])} == {
        True,
        False,
    }  # own cards and the packs' side by side
    if not day:
        assert all((today_of(app) - memory.due).days <= 3 for memory in memories.values())
    assert len(studied(app).reviews()) == sum(memory.answers for memory in studied(app).memories([*keys, *app.library.exercises]).values())


def test_a_mock_interview_is_on_its_day_is_done_when_finished_and_comes_later_when_missed(app, told, clock):
    told(day="2026-03-20", minutes="30")
    answered(app, session(app).steps[0].item, Grade.GOOD)
    clock.advance(days=8)
    assert [day.day.isoformat() for day in plan(app).days if day.mock] == ["2026-03-10", "2026-03-17"]
    assert [step.what for step in session(app).steps] == ["mock"]
    clock.advance(days=1)
    assert session(app).steps[0].item == MOCK
    skipped(app, MOCK)
    rest = session(app)
    assert rest.left
    assert all(step.what != "mock" for step in rest.left)
    assert sum(step.minutes for step in rest.left) <= 30
    clock.advance(days=6)
    assert session(app).steps[-1].item == MOCK
    app.records.begin("m1", {"title": {"type": "Text", "en": "x", "it": ""}, "language": "en"}, app.clock.now())
    assert session(app).left
    _finish(app, "m1")
    assert session(app).done[MOCK] == "done"
    clock.advance(days=2)
    last = session(app)
    assert (last.minutes, {step.what for step in last.steps} & {"exercise", "mock"}) == (15, set())


def _finish(app, key):
    from sparring.records.models import Interview

    Interview.objects.filter(id=key).update(finished=True)


def test_every_day_has_something_in_english(app, told):
    told(minutes="30")
    steps = [step for step in session(app).steps if step.what in ("spoken", "english")]
    assert [(step.what, app.exercise(step.item).kind) for step in steps] == [("spoken", "say")]


def test_where_nothing_is_to_be_said_the_english_of_a_day_is_an_explanation(app, told, monkeypatch):
    told(minutes="30")
    said = [key for key, exercise in app.library.exercises.items() if exercise.kind in ("say", "tell")]
    for key in said:
        monkeypatch.delitem(app.library.exercises, key)
    steps = [step for step in session(app).steps if step.what in ("spoken", "english")]
    assert [(step.what, app.exercise(step.item).kind) for step in steps] == [("english", "explain")]


def test_what_is_told_later_composes_the_day_anew_and_keeps_what_is_done(app, told):
    told(minutes="30")
    first = session(app).steps[0].item
    answered(app, first, Grade.GOOD)
    told(minutes="30", day="2026-03-12", advert="You must know Django and its ORM well; JWT authentication is required")
    found = session(app)
    assert found.steps[0].item == first
    assert found.done == {first: "good"}
    assert {step.topic for step in found.left} & {"web.orm", "web.auth"}


def test_a_mistake_is_disguised_once(app, told, attempt, clock):
    told(minutes="30")
    session(app)
    attempt("shared-default-list", Outcome.INCORRECT, 0.0)
    clock.advance(days=1)
    disguise = next(step for step in session(app).steps if step.what == "disguise")
    attempt(disguise.item)
    clock.advance(days=1)
    assert not [step for step in session(app).steps if step.what == "disguise"]


def test_the_plan_has_the_exercises_that_sessions_will_have(app, told):
    told(day="2026-03-22", minutes="60")
    found = plan(app)
    placed = [day.exercise for day in found.days if day.exercise]
    assert len(placed) == len(set(placed)) > 10
    today = [step.item for step in session(app).steps if step.what == "exercise"]
    assert today == [found.days[0].exercise]
