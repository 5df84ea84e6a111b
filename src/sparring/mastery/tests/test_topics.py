"""Mastery rises with good results, falls with bad ones, and fades towards what is believed of anyone."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sparring.mastery.topics import PRIOR, Evidence, mastery

TODAY = date(2026, 5, 1)
evidence = st.lists(
    st.builds(lambda score, ago: Evidence(score, TODAY - timedelta(days=ago)), st.floats(0, 1), st.integers(0, 300)), max_size=30
)
mixed = st.lists(
    st.builds(
        lambda score, ago, passed: Evidence(score, TODAY - timedelta(days=ago), passed), st.floats(0, 1), st.integers(0, 300), st.booleans()
    ),
    max_size=30,
)


@given(evidence)
def test_it_is_a_share_within_its_interval(found):
    now = mastery(found, TODAY)
    assert 0 <= now.low <= now.level <= now.high <= 1
    assert now.results == len(found)


@given(evidence)
def test_a_pass_raises_it_and_a_failure_lowers_it(found):
    before = mastery(found, TODAY).level
    assert mastery([*found, Evidence(1.0, TODAY)], TODAY).level > before
    assert mastery([*found, Evidence(0.0, TODAY)], TODAY).level < before


@given(mixed, st.floats(0, 1), st.integers(0, 300))
def test_what_was_not_passed_never_raises_it(found, score, ago):
    failed = Evidence(score, TODAY - timedelta(days=ago), passed=False)
    assert mastery([*found, failed], TODAY).level <= mastery(found, TODAY).level + 1e-9


@given(evidence, st.integers(1, 400))
def test_without_news_it_fades_towards_the_prior_and_gets_less_sure(found, days):
    now, later = mastery(found, TODAY), mastery(found, TODAY + timedelta(days=days))
    assert abs(later.level - PRIOR) <= abs(now.level - PRIOR) + 1e-12


def test_nothing_seen_is_the_prior():
    assert mastery((), TODAY).level == PRIOR
    assert mastery((), TODAY, prior=0.7).level == 0.7
