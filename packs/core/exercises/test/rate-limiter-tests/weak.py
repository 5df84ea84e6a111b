from brake import Limiter


def test_the_third_is_refused():
    limiter = Limiter(2, 60)
    assert [limiter.allow("ada") for _ in range(3)] == [True, True, False]
