from brake import Limiter


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


def limiter(most=2):
    clock = Clock()
    return Limiter(most, 10, clock), clock


def refused(*args):
    try:
        Limiter(*args)
    except ValueError:
        return True
    return False


def test_too_many():
    brake, _ = limiter()
    assert [brake.allow("a") for _ in range(3)] == [True, True, False]


def test_exactly_at_the_end():
    brake, clock = limiter(1)
    brake.allow("a")
    clock.now += 10
    assert [brake.allow("a") for _ in range(2)] == [True, False]


def test_refused_do_not_count():
    brake, clock = limiter(1)
    brake.allow("a")
    clock.now += 6
    brake.allow("a")
    clock.now += 5
    assert brake.allow("a")


def test_sliding_window():
    brake, clock = limiter()
    brake.allow("a")
    clock.now += 6
    brake.allow("a")
    clock.now += 5
    assert [brake.allow("a") for _ in range(2)] == [True, False]


def test_two_clients():
    brake, _ = limiter(1)
    brake.allow("a")
    assert brake.allow("b")


def test_another_one_s_calls():
    brake, _ = limiter()
    brake.wait("b")
    brake.allow("a")
    brake.allow("a")
    assert brake.allow("b")


def test_wait_from_the_oldest():
    brake, clock = limiter()
    brake.allow("a")
    clock.now += 3
    brake.allow("a")
    assert brake.wait("a") == 7


def test_wait_is_zero():
    brake, _ = limiter()
    brake.allow("a")
    assert brake.wait("a") == 0


def test_asking_costs_nothing():
    brake, _ = limiter(1)
    for _ in range(10):
        brake.wait("a")
    assert brake.allow("a")


def test_most_below_one():
    assert refused(0, 10)


def test_seconds_not_above_zero():
    assert refused(1, 0)
