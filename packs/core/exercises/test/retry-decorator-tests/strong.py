import pytest
from again import retry


@pytest.fixture
def naps(monkeypatch):
    found = []
    monkeypatch.setattr("time.sleep", found.append)
    return found


class Shaky:
    """Fails with the given exceptions in turn, then answers with what it was given."""

    def __init__(self, *errors):
        self.errors = list(errors)
        self.calls = 0

    def __call__(self, *args, **kwargs):
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return args, kwargs


def decorated(shaky, *args, **kwargs):
    @retry(*args, **kwargs)
    def ask(*values, **named):
        """Ask somebody."""
        return shaky(*values, **named)

    return ask


def test_it_answers_as_soon_as_it_can(naps):
    shaky = Shaky(OSError(1), KeyError(2))
    assert decorated(shaky, 3)("a", b=2) == (("a",), {"b": 2})
    assert (shaky.calls, naps) == (3, [])


def test_the_first_success_is_the_end(naps):
    shaky = Shaky()
    decorated(shaky, 5, wait=1)()
    assert (shaky.calls, naps) == (1, [])


def test_the_last_error_comes_out_and_nobody_waits_for_it(naps):
    shaky = Shaky(OSError("first"), OSError("second"), OSError("third"))
    with pytest.raises(OSError, match="second"):
        decorated(shaky, 2, wait=0.5)()
    assert (shaky.calls, naps) == (2, [0.5])


def test_once_means_once(naps):
    shaky = Shaky(OSError("first"), OSError("second"))
    with pytest.raises(OSError, match="first"):
        decorated(shaky, 1, wait=3)()
    assert (shaky.calls, naps) == (1, [])


@pytest.mark.parametrize("on", [OSError, (OSError, KeyError)])
def test_other_errors_come_out_at_once(naps, on):
    shaky = Shaky(FileNotFoundError(), ValueError("no"))
    with pytest.raises(ValueError, match="no"):
        decorated(shaky, 5, on=on)()
    assert shaky.calls == 2


def test_it_keeps_its_name():
    ask = decorated(Shaky(), 2)
    assert (ask.__name__, ask.__doc__) == ("ask", "Ask somebody.")


def test_every_call_has_its_own_attempts(naps):
    shaky = Shaky(OSError(), OSError(), OSError())
    ask = decorated(shaky, 2)
    with pytest.raises(OSError):
        ask()
    assert ask(1) == ((1,), {})


@pytest.mark.parametrize("times", [0, -1])
def test_at_least_once(times):
    with pytest.raises(ValueError):
        retry(times)
