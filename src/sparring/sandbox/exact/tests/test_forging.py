"""Work that is hidden where the harness does its own is counted all the same."""

from sparring.sandbox.interface import Job, JobOutcome, Step, StepOutcome, Stopped

HONEST = "def f(n):\n    return [i * i for i in range(n)]\n"
FORGED = """
import sys

def f(n):
    frame = sys._getframe()
    while frame and '_encode' not in frame.f_globals:
        frame = frame.f_back
    harness = frame.f_globals
    encode = harness['_encode']

    def later(value, limit):
        harness['_encode'] = encode
        return encode([i * i for i in range(n)], limit)

    harness['_encode'] = later
    harness['_small'] = lambda value: None
    return None
"""


def spent(engine, source: str, mode: str = "eval") -> StepOutcome:
    outcome = engine.run(Job({"solution.py": source}, groups=[[Step(mode, "f(200_000)")]]))  # type: ignore[arg-type]
    assert isinstance(outcome, JobOutcome)
    step = outcome.groups[0][0]
    assert step is not None
    return step


HEAVY = "def f(n):\n    for i in range(40 * n): i * i\n    return 7\n"
HEAVY_LATER = FORGED.replace("return encode([i * i for i in range(n)], limit)", "[i * i for i in range(40 * n)]; return encode(7, limit)")


def test_work_done_while_a_value_is_handed_out_counts(engine):
    honest, forged = spent(engine, HEAVY), spent(engine, HEAVY_LATER)
    assert forged.instructions > honest.instructions / 2


def test_a_statement_hands_nothing_out(engine):
    assert isinstance(spent(engine, FORGED, "exec").result, Stopped)


def test_honest_values_pay_only_for_their_step(engine):
    outcome = engine.run(Job({"solution.py": ""}, groups=[[Step("eval", "[''] * 30000")], [Step("eval", "[{}] * 20000")]]))
    assert all(group[0].instructions < 1_000_000 for group in outcome.groups)
