"""Runs tests with other constants than theirs and tells what they saw: a program's behaviour, as a digest for each choice of constants.

The tests come rewritten (`judge/mutants/probes.py`): constants call `_varied`, asserts call `_seen`, test functions are registered. Nothing here decides anything.
"""

import contextlib
import hashlib
import inspect
import io
import random
import re
import sys

RATES = (0.05, 0.1, 0.2, 0.4)
"""How many of the constants are others, in runs that take turns: few that are leave a test's sense, many find more. None with seed 0."""
DEEPEST, LONGEST = 4, 500
_state = {"seed": 0, "seen": [], "own": (), "known": ()}
_exec = exec
_address = re.compile(r" at 0x[0-9a-f]+")


def _chance(number, always=True):
    """Chance for one place of the tests, the same however often a run comes there; None where all is to stay as it is. Not `always`: in every other four runs."""
    seed = _state["seed"]
    chance = random.Random(f"{seed} {number}")
    return chance if seed and (always or seed // len(RATES) % 2) and chance.random() <= RATES[seed % len(RATES)] else None


def _varied(number, value):
    """The constant or another of its kind."""
    chance = _chance(number)
    return _other(chance, value) if chance else value


def _items(number, values):
    """The list, or one with fewer, more or turned items."""
    chance = _chance(number, always=False)
    if not chance or not values:
        return values
    place = chance.randrange(len(values))
    return chance.choice([[], values[:1], values[:place] + values[place + 1 :], values[:place] + values[place:] * 2, values[::-1]])


def _called(number, call, /, *given, **named):
    """The call; one of a function of the module's may be given what it could be given besides."""
    if _chance(number, always=False) and str(getattr(call, "__module__", "")).partition(".")[0] in _state["own"]:
        named = _more(random.Random(f"{_state['seed']} {number} more"), call, given, named)
    return call(*given, **named)


def _more(chance, call, given, named):
    try:
        bound = inspect.signature(call).bind(*given, **named).arguments
        parameters = inspect.signature(call).parameters.values()
    except (TypeError, ValueError):
        return named
    left = [
        each for each in parameters if each.name not in bound and each.default is not each.empty and each.kind >= each.POSITIONAL_OR_KEYWORD
    ]
    return {**named, **{each.name: _other(chance, each.default) for each in left if chance.random() < 0.5}}


def _other(chance, value):
    """Another value of its kind; something in place of nothing."""
    if value is None:
        return chance.choice([0, 1, "x", [], ()])
    if isinstance(value, bool):
        return not value
    if not isinstance(value, (int, float, str)):
        return value
    if isinstance(value, str):
        others = ["", value[:-1], value + value, value + " ", value.upper(), value[::-1], value[:1], "x"]
    elif isinstance(value, float):
        others = [0.0, -value, value / 2, value + 1, value - 1]
    else:
        others = [value - 1, value + 1, value - 1, value + 1, 0, 1, -1, -value, 2 * value if abs(value) < LONGEST else value]
    known = [each for each in _state["known"] if type(each) is type(value)]
    return chance.choice(known if known and chance.random() < 0.4 else others)


def _told(value, depth=0):
    """A value as text, the same in every run."""
    if isinstance(value, float):
        return f"{value:.9g}"
    if depth > DEEPEST or value is None or isinstance(value, (int, str, bytes, type, complex)):
        return _address.sub("", repr(value)[:LONGEST])
    inner = depth + 1
    if isinstance(value, dict):
        return (
            type(value).__name__
            + "{"
            + ",".join(f"{_told(key, inner)}:{_told(each, inner)}" for key, each in list(value.items())[:LONGEST])
            + "}"
        )
    if isinstance(value, (set, frozenset)):
        return type(value).__name__ + "{" + ",".join(sorted(_told(each, inner) for each in value)) + "}"
    if isinstance(value, (list, tuple)):
        return type(value).__name__ + "[" + ",".join(_told(each, inner) for each in value[:LONGEST]) + "]"
    if isinstance(value, BaseException):
        return f"{type(value).__name__}({_told(value.args, inner)})"
    own = getattr(value, "__dict__", None)
    return type(value).__name__ + (_told(dict(own), inner) if isinstance(own, dict) else _address.sub("", repr(value)[:LONGEST]))


def _seen(*values):
    _state["seen"] += [_told(value) for value in values]


class _Raises(contextlib.AbstractContextManager):
    """What stands for `assertRaises`."""

    exception = None

    def __exit__(self, kind, error, where):
        self.exception = error
        _seen(error)
        return isinstance(error, Exception)


class _Case:
    """In place of `unittest.TestCase`: its assertions look and never fail."""

    def __getattr__(self, name):
        if name.startswith(("assertRaises", "assertWarns")):
            return lambda kind, call=None, *given, **named: (
                _Raises() if call is None or isinstance(call, str) else self._tried(call, given, named)
            )
        if name.startswith("assert") or name == "fail":
            return lambda *values, **_: _seen(*values)
        if name == "subTest":
            return lambda *_, **__: contextlib.nullcontext()
        raise AttributeError(name)

    def _tried(self, call, given, named):
        with _Raises():
            _seen(call(*given, **named))


class _Suite:
    """The tests of one file, and the fixtures that are known."""

    def __init__(self):
        self.tests, self.fixtures = [], {}

    def given(self, function, known):
        """The arguments for a function, made by its fixtures; KeyError where one is not known."""
        names = [name for name in inspect.signature(function).parameters if name != "self"]
        return {name: known[name] if name in known else self.made(name) for name in names}

    def made(self, name):
        """What a fixture gives."""
        fixture = self.fixtures[name]
        value = fixture(**self.given(fixture, {}))
        return next(value) if inspect.isgenerator(value) else value

    def run(self, owner, function, tables):
        """One test on every row of its tables."""
        rows = [{}]
        for names, values in tables:
            rows = [{**row, **_row(names, value)} for row in rows for value in values()]
        for row in rows:
            instance = owner() if owner else None
            for name in ("setUp", "setup_method"):
                if owner and hasattr(owner, name):
                    getattr(instance, name)()
            bound = getattr(instance, function.__name__) if owner else function
            bound(**self.given(bound, row))


_PLACES = {"_varied": _varied, "_items": _items, "_called": _called, "_seen": _seen, "_Case": _Case}


def _row(names, value):
    if type(value).__name__ == "ParameterSet":
        return dict(zip(names, value.values, strict=False))
    return {names[0]: value} if len(names) == 1 else dict(zip(names, value, strict=False))


def observe(files, own, known, seeds):
    """[digest, …]: what the rewritten test `files` (texts by name) see with each of the seeds. `own`: the first names of the modules that are loaded anew each time; `known`:
    numbers and texts that the module is likely to make a difference for.
    """
    _state.update(own=own, known=known)
    codes = [compile(text, name, "exec", dont_inherit=True) for name, text in files.items()]
    return [_observed(codes, own, seed) for seed in seeds]


def _observed(codes, own, seed):
    for name in [name for name in sys.modules if name.partition(".")[0] in own]:
        del sys.modules[name]
    _state.update(seed=seed, seen=[])
    random.seed(seed)
    suite, printed = _Suite(), io.StringIO()
    with contextlib.redirect_stdout(printed):
        for code in codes:
            _exec(code, {**_PLACES, "__name__": "probe", "_tests": suite.tests, "_fixtures": suite.fixtures})
        for owner, function, tables in suite.tests:
            try:
                suite.run(owner, function, tables)
            except KeyError as error:
                _seen(error)
            except Exception as error:
                _seen(type(error).__name__)
    return hashlib.sha256("\n".join([*_state["seen"], printed.getvalue()]).encode(errors="replace")).hexdigest()[:16]
