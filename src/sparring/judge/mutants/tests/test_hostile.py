"""Suites that mean harm: each gets the right status, and the next honest one is judged as it should be."""

import pytest

from sparring.judge.mutants.hostile import honest, hostile_suites, judged, status, without_assertions


@pytest.fixture(scope="session")
def anybody(pool):
    return without_assertions(pool)


@pytest.mark.parametrize("suite", [pytest.param(s, id=s.name, marks=[] if s.sample else [pytest.mark.prove]) for s in hostile_suites()])
def test_hostile_suite(pool, anybody, suite):
    assert status(judged(pool, suite.source), anybody) in suite.right


def test_an_honest_suite_after_all_of_them(pool, anybody):
    assert 0 < len(anybody) < 20
    assert honest(pool)


def test_there_are_enough_of_them():
    assert len(hostile_suites()) >= 36
    assert sum(suite.sample for suite in hostile_suites()) >= 25
