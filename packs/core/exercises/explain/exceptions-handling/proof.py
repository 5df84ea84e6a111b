"""Shows every claim of the answer; what depends on the version says so."""

import dis
import sys
import traceback
import warnings


# Who runs when: else after success, finally always, also on the way out of a return.
def steps(action):
    log = []
    try:
        log.append("try")
        action()
    except KeyError:
        log.append("except")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log


assert steps(lambda: None) == ["try", "else", "finally"]
assert steps(lambda: {}["missing"]) == ["try", "except", "finally"]

left = []


def returns_early():
    try:
        return "value"
    finally:
        left.append("cleaned")


assert returns_early() == "value" and left == ["cleaned"]


def fails():
    try:
        raise ValueError("no handler here")
    finally:
        left.append("cleaned after an error")


try:
    fails()
except ValueError:
    assert left == ["cleaned", "cleaned after an error"]
else:
    raise AssertionError("finally does not stop the error")


# What stands in else is not covered by the handler above it.
def lookup(prices, use):
    try:
        price = prices["bread"]
    except KeyError:
        return "no such product"
    else:
        return use(price)


assert lookup({}, str) == "no such product"
try:
    lookup({"bread": 2}, lambda price: {}["another bug"])
except KeyError as error:
    assert error.args == ("another bug",)
else:
    raise AssertionError("the handler must not have caught this one")


# Swallowing: a misspelt name is taken for a missing price, and nobody is told.
def swallowed(row):
    try:
        return round(row["price"] * quantiti)  # noqa: F821 - the typo is the point
    except Exception:
        return 0


def narrow(row):
    try:
        price = row["price"]
    except KeyError:
        return 0
    return round(price * quantiti)  # noqa: F821


assert swallowed({"price": 10}) == 0
assert narrow({}) == 0
try:
    narrow({"price": 10})
except NameError:
    pass
else:
    raise AssertionError("the narrow handler lets the typo show")

# Ctrl-C and sys.exit are outside Exception, and a bare except takes them.
for kind in (KeyboardInterrupt, SystemExit):
    assert issubclass(kind, BaseException) and not issubclass(kind, Exception)

caught = []
for kind in (KeyboardInterrupt, SystemExit):
    try:
        raise kind
    except:  # noqa: E722 - what is being shown
        caught.append(kind)
assert caught == [KeyboardInterrupt, SystemExit]

try:
    try:
        sys.exit(3)
    except Exception:
        raise AssertionError("except Exception must let SystemExit through")
except SystemExit as error:
    assert error.code == 3


# raise ... from keeps the original, traceback included; a plain raise passes the same object on.
class OrderNotFound(Exception):
    pass


def find(orders, number):
    try:
        return orders[number]
    except KeyError as error:
        raise OrderNotFound(number) from error


try:
    find({}, 7)
except OrderNotFound as error:
    assert isinstance(error.__cause__, KeyError) and error.__cause__.__traceback__ is not None
    text = "".join(traceback.format_exception(error))
    assert "KeyError: 7" in text and "direct cause" in text and text.index("KeyError") < text.index("OrderNotFound: 7")

original = ValueError("the same")
try:
    try:
        raise original
    except ValueError:
        raise
except ValueError as error:
    assert error is original and error.__cause__ is None

# return in finally discards the exception in flight; the compiler warns from 3.14 on.
source = "def loses():\n    try:\n        raise ValueError\n    finally:\n        return 'gone'\n"
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter("always")
    namespace = {}
    exec(compile(source, "loses.py", "exec"), namespace)
assert namespace["loses"]() == "gone"
assert any(issubclass(w.category, SyntaxWarning) for w in seen) == (sys.version_info >= (3, 14))

# except* takes its part of a group and leaves the rest; notes are printed with the traceback (both from 3.11).
handled = []
try:
    try:
        raise ExceptionGroup("three of ten", [ValueError("a"), TimeoutError("b"), ValueError("c")])
    except* ValueError as group:
        handled = [str(error) for error in group.exceptions]
except ExceptionGroup as rest:
    assert handled == ["a", "c"] and [type(error) for error in rest.exceptions] == [TimeoutError]
else:
    raise AssertionError("the timeout must go on")

noted = ValueError("bad price")
noted.add_note("while reading line 12")
assert "while reading line 12" in "".join(traceback.format_exception(noted))


# Entering a try sets nothing up: the handlers stand in a table beside the bytecode (from 3.11).
def guarded(x):
    try:
        return x + 1
    except TypeError:
        return None


def plain(x):
    return x + 1


names = [instruction.opname for instruction in dis.get_instructions(guarded)]
before = names[: next(i for i, name in enumerate(names) if name.startswith("LOAD_FAST"))]
assert set(before) <= {"RESUME", "NOP"}, before
assert guarded.__code__.co_exceptiontable and not plain.__code__.co_exceptiontable
