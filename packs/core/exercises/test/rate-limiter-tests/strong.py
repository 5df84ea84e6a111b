import pytest
from brake import Limiter


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def calls(limiter, clock, *moments, client="ada"):
    found = []
    for moment in moments:
        clock.now = moment
        found.append(limiter.allow(client))
    return found


def test_at_most_so_many(clock):
    assert calls(Limiter(2, 10, clock), clock, 100, 101, 102) == [True, True, False]
    assert calls(Limiter(1, 10, clock), clock, 100, 100) == [True, False]


def test_the_window_slides(clock):
    moments = 100, 104, 109, 110, 111, 114, 114
    assert calls(Limiter(2, 10, clock), clock, *moments) == [True, True, False, True, False, True, False]


def test_refused_calls_do_not_count(clock):
    assert calls(Limiter(1, 10, clock), clock, 100, 105, 109.5, 110) == [True, False, False, True]


def test_clients_do_not_disturb_each_other(clock):
    limiter = Limiter(2, 10, clock)
    assert [limiter.allow(name) for name in ("ada", "bo", "ada", "bo", "ada", "cy")] == [True, True, True, True, False, True]


def test_how_long_to_wait(clock):
    limiter = Limiter(2, 10, clock)
    assert limiter.wait("ada") == 0
    calls(limiter, clock, 100, 103)
    clock.now = 105
    assert [limiter.wait("ada"), limiter.wait("ada"), limiter.wait("bo")] == [5, 5, 0]
    clock.now = 110
    assert limiter.wait("ada") == 0
    assert limiter.allow("ada") is True
    assert limiter.wait("ada") == 3


def test_the_clock_is_real_where_none_is_given(monkeypatch):
    limiter = Limiter(1, 3600)
    assert [limiter.allow("ada"), limiter.allow("ada")] == [True, False]
    assert 3590 < limiter.wait("ada") <= 3600


@pytest.mark.parametrize(("most", "seconds"), [(0, 1), (-1, 1), (1, 0), (1, -1)])
def test_what_makes_no_sense(most, seconds):
    with pytest.raises(ValueError):
        Limiter(most, seconds)


def test_a_short_window_makes_sense(clock):
    assert calls(Limiter(1, 0.5, clock), clock, 100, 100.5) == [True, True]
