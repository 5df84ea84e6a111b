import time

from again import retry

NAPS = []
time.sleep = NAPS.append


def failing(calls, *errors):
    """A function that raises these one after the other, then gives "done"."""

    def function(*args, **kwargs):
        """Tells."""
        calls.append((args, kwargs))
        if len(calls) <= len(errors):
            raise errors[len(calls) - 1]
        return "done"

    return function


def outcome(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return type(error).__name__


def test_as_many_times():
    calls = []
    outcome(retry(3)(failing(calls, *[OSError()] * 9)))
    assert len(calls) == 3


def test_last_error_comes_out():
    assert outcome(retry(2)(failing([], OSError(), KeyError()))) == "KeyError"


def test_other_exceptions():
    calls = []
    assert outcome(retry(3, on=OSError)(failing(calls, KeyError()))) == "KeyError"
    assert len(calls) == 1


def test_no_wait_after_the_last():
    outcome(retry(3, wait=5)(failing([], *[OSError()] * 9)))
    assert NAPS == [5, 5]


def test_name_and_docstring():
    function = retry(2)(failing([]))
    assert (function.__name__, function.__doc__) == ("function", "Tells.")


def test_keyword_arguments():
    calls = []
    retry(2)(failing(calls))(name=1)
    assert calls == [((), {"name": 1})]


def test_positional_arguments():
    calls = []
    retry(2)(failing(calls))(1, 2)
    assert calls == [((1, 2), {})]


def test_no_sleep_for_zero():
    outcome(retry(3)(failing([], *[OSError()] * 9)))
    assert NAPS == []


def test_the_result():
    assert retry(2)(failing([]))() == "done"


def test_success_after_failures():
    calls = []
    assert outcome(retry(3)(failing(calls, OSError(), OSError()))) == "done"
    assert len(calls) == 3


def test_times_zero():
    try:
        retry(0)
    except ValueError:
        return
    raise AssertionError


def test_first_try():
    calls = []
    retry(3)(failing(calls))()
    assert len(calls) == 1


def test_several_classes():
    calls = []
    outcome(retry(3, on=(OSError, KeyError))(failing(calls, OSError(), KeyError())))
    assert len(calls) == 3
