"""What a program keeps from one call to the next, seen by what it costs: the same call twice in one fresh interpreter, the second with a copy of the input.

Theory of operation. Every measurement begins in a fresh interpreter, so that whatever is kept between calls pays its first call; but it is kept, and who reads only the cost does
not learn it. A second call that is much cheaper than the first shows it, however it is done: a global, a default argument, an attribute, a closure, `functools.cache`. The
interpreter, which specialises code as it runs, makes a second call cheaper, too, by a tenth at most (`SHARE`). A `functools` cache that was hit within the first call served that
call, and so did a dictionary that got several entries in one call, which are its answers to parts of the
question: where the second is dear again once such memos are emptied, nothing else is kept.
"""

from dataclasses import dataclass

from sparring.core.plain import Plain
from sparring.judge.growth.subject import SETTLING, Subject
from sparring.sandbox.interface import Job, Limits, Sandbox, Step, StepOutcome, Unreadable, Value

SHARE, LEAST = 0.75, 5_000
"""A second call that takes less than this share of the first, and this many instructions less, lives on what the first has left."""

_PREPARE = """\
import gc as _gc, sys as _sys, functools as _functools, collections as _collections
_gc.disable()
_cached, _holders = type(_functools.lru_cache(len)), (dict, list, set, _collections.deque)
def _nothing(*_):
    pass
def _run(_function, _args):
    global _result
    _result = _function(*_args)
    if hasattr(type(_result), '__next__'):
        for _ in _result:
            pass
def _owned(module):
    seen, found, modules = set(), {}, [module]
    def note(name, value, inner):
        if id(value) in seen:
            return
        if type(value) is _cached:
            seen.add(id(value))
            found['cache: ' + name] = (value, value.cache_info().currsize)
            note(name, value.__wrapped__, inner)
        elif isinstance(value, _holders):
            seen.add(id(value))
            found[name] = (value, len(value))
        elif type(value) is type(note):
            seen.add(id(value))
            code = value.__code__
            defaults = value.__defaults__ or ()
            for key, held in zip(code.co_varnames[code.co_argcount - len(defaults):code.co_argcount], defaults):
                note(name + '(' + key + '=…)', held, False)
            for key, held in (value.__kwdefaults__ or {}).items():
                note(name + '(' + key + '=…)', held, False)
            for key, held in vars(value).items():
                note(name + '.' + key, held, False)
            for key, cell in zip(code.co_freevars, value.__closure__ or ()):
                try:
                    note(name + ': ' + key, cell.cell_contents, inner)
                except ValueError:
                    pass
        elif isinstance(value, (staticmethod, classmethod)):
            note(name, value.__func__, inner)
        elif inner and getattr(value, '__module__', None) == module and (isinstance(value, type) or hasattr(value, '__dict__')):
            seen.add(id(value))
            for key, held in list(vars(value).items()):
                if not key.startswith('__'):
                    note(name + '.' + key, held, isinstance(value, type))
        else:
            found.setdefault(name, (None, id(value)))
    for name, value in list(vars(_sys.modules[module]).items()):
        if not name.startswith('__'):
            note(name, value, True)
    return found
def _grown(before, after):
    return [name for name, (_, size) in after.items() if before.get(name, (None, size))[1] != size]
def _emptied(before, after):
    for name, (value, size) in after.items():
        if type(value) is _cached and value.cache_info().hits:
            value.cache_clear()
        elif isinstance(value, dict) and size - before.get(name, (None, size))[1] > 1:
            for _ in range(size - before[name][1]):
                value.popitem()
"""
_CALL = "_run(_called, _args)"


@dataclass(frozen=True, slots=True)
class Again:
    """Instructions of the first call and of the second; `forgotten`: of the second where caches that had served the first were emptied before it.

    `where`: what was left changed, by name (`MEMO`, `ways(memo=…)`, `cache: count`).
    """

    first: int
    second: int
    forgotten: int
    where: tuple[str, ...]

    @property
    def keeps(self) -> bool:
        """Whether the second call lives on what the first has left."""
        return _cheaper(self.first, self.second)

    @property
    def within(self) -> bool:
        """Whether all that it keeps served the first call already."""
        return self.keeps and not _cheaper(self.first, self.forgotten)


def _cheaper(first: int, second: int) -> bool:
    return second < SHARE * first and first - second >= LEAST


def again(sandbox: Sandbox, subject: Subject, arguments: Plain, limits: Limits) -> Again | None:
    """The same call twice; None where it does not end well both times."""
    plain = _twice(sandbox, subject, arguments, limits, emptied=False)
    if plain is None:
        return None
    first, second, where = plain
    if not _cheaper(first, second):
        return Again(first, second, second, ())
    emptied = _twice(sandbox, subject, arguments, limits, emptied=True)
    return Again(first, second, emptied[1] if emptied else second, where)


def _twice(
    sandbox: Sandbox, subject: Subject, arguments: Plain, limits: Limits, *, emptied: bool
) -> tuple[int, int, tuple[str, ...]] | None:
    main = subject.main.removesuffix(".py")
    bound, driver = Step("exec", "pass", {"_args": arguments}), [Step("exec", subject.driver)] if subject.driver is not None else []
    steps = [
        Step("exec", _PREPARE),
        bound,
        Step("load"),
        *driver,
        Step("exec", "_called = _nothing"),
        *[Step("exec", _CALL)] * SETTLING,
        Step("exec", f"_called = {'drive' if driver else subject.entry}\n_before = _owned({main!r})"),
        Step("exec", _CALL),
        Step("exec", f"_after = _owned({main!r})" + ("\n_emptied(_before, _after)" if emptied else "")),
        bound,
        Step("exec", _CALL),
        Step("eval", "_grown(_before, _after)"),
    ]
    outcome = sandbox.run(Job(subject.files, subject.main, [steps], limits, fresh=True))
    if isinstance(outcome, Unreadable) or not outcome.groups:
        return None
    *ran, told = outcome.groups[0]
    if any(step is None or not isinstance(step.result, Value) for step in ran):
        return None
    costs = [_cost(step) for step in ran]
    nothing = costs[-6]
    return costs[-4] - nothing, costs[-1] - nothing, _names(told)


def _cost(step: StepOutcome | None) -> int:
    return step.instructions if step else 0


def _names(told: StepOutcome | None) -> tuple[str, ...]:
    if told is None or not isinstance(told.result, Value) or not isinstance(told.result.value, list):
        return ()
    return tuple(str(name)[:60] for name in told.result.value)[:4]
