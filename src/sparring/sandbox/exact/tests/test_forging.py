"""Work that is hidden where the harness does its own is counted all the same."""

from sparring.sandbox.interface import Job, JobOutcome, Limits, NotPlain, Raised, Step, StepOutcome, Stop, Stopped, Value

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


CALL = ("f", '["t",[["i","30d40"]]]')


def spent(engine, source: str, mode: str = "eval", call: tuple[str, str] | None = None) -> StepOutcome:
    outcome = engine.run(Job({"solution.py": source}, groups=[[Step(mode, "f(200_000)", call=call)]]))  # type: ignore[arg-type]
    assert isinstance(outcome, JobOutcome)
    step = outcome.groups[0][0]
    assert step is not None
    return step


HEAVY = "def f(n):\n    for i in range(40 * n): i * i\n    return 7\n"
HEAVY_LATER = FORGED.replace("return encode([i * i for i in range(n)], limit)", "[i * i for i in range(40 * n)]; return encode(7, limit)")
HEAVY_AT_ONCE = HEAVY_LATER.replace("harness['_small'] = lambda value: None", "harness['_short'] = lambda value: later(value, 9)")
HEAVY_AT_ONCE = HEAVY_AT_ONCE.replace("    return None", "    return []")


def test_work_done_while_a_value_is_handed_out_counts(engine):
    honest, forged = spent(engine, HEAVY), spent(engine, HEAVY_LATER)
    assert forged.instructions > honest.instructions / 2
    assert spent(engine, HEAVY_AT_ONCE, call=CALL).instructions > honest.instructions / 2
    assert spent(engine, HEAVY_LATER, call=CALL).instructions > honest.instructions / 2


def test_a_statement_hands_nothing_out(engine):
    assert isinstance(spent(engine, FORGED, "exec").result, Stopped)


def test_honest_values_pay_only_for_their_step(engine):
    outcome = engine.run(Job({"solution.py": ""}, groups=[[Step("eval", "[''] * 30000")], [Step("eval", "[{}] * 20000")]]))
    assert all(group[0].instructions < 1_000_000 for group in outcome.groups)


def test_a_value_that_is_refused_pays_only_for_its_step(engine):
    outcome = engine.run(Job({"solution.py": ""}, groups=[[Step("eval", "[*range(10**6, 10**6 + 20_000), object()]")]]))
    assert isinstance(outcome.groups[0][0].result, NotPlain)
    assert outcome.groups[0][0].instructions < 10_000_000


def test_all_interpreters_of_a_job_share_its_instructions(engine):
    limits = Limits(instructions=500_000_000, step_instructions=100_000_000)
    groups = [[Step("exec", "while True: pass")]] * 10
    for fresh in (False, True):
        outcome = engine.run(Job({"solution.py": ""}, groups=groups, limits=limits, fresh=fresh))
        assert [group[0].result.why for group in outcome.groups] == [Stop.TIME] * 10
        assert outcome.instructions <= limits.instructions


def test_what_stands_before_the_load_runs_before_the_program(engine):
    before = [Step("exec", "import sys"), Step("eval", "x", {"x": 3})]
    program = "import builtins\nbuiltins.len = None\ndef f(): return 7\n"
    job = Job({"solution.py": program}, groups=[[*before, Step("load"), Step("eval", "f() + x")]] * 2)
    outcome = engine.run(job)
    assert [[step.result for step in group] for group in outcome.groups] == [[Value(None), Value(3), Value(None), Value(10)]] * 2
    assert engine.run(Job({"solution.py": "def f(:"}, groups=job.groups)).line == 1
    failing = engine.run(Job({"solution.py": "1 / 0"}, groups=job.groups))
    assert isinstance(failing.groups[0][2].result, Raised)
