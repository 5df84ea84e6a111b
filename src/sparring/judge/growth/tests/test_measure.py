"""The climb, with a fake engine whose costs are formulas; what the real one says is in test_labelled."""

import ast
import marshal
import math
import re

import pytest

from sparring.judge.growth import UNDECIDED, Budget, Declared, Inputs, Sample, Subject, costs_at, measure_growth, measure_two_ways
from sparring.judge.growth.subject import charged, generate, generate_packed, uneven
from sparring.sandbox.fake import FakeSandbox
from sparring.sandbox.interface import Limits, Raised, StepOutcome, Stop, Stopped, Unreadable, Value

SUBJECT = Subject({"solution.py": "def f(n): ..."}, "f")
INPUTS = Inputs("def generate(n, random): return (n,)")
FLOOR = 20_000


def sandbox(cost, limit=math.inf, peak=lambda *n: 0, smallest=1):
    """An engine in which a call on size n takes cost(n) instructions."""
    state = {"n": (), "called": False}

    def answer(step):
        if asked := re.match(r"_packed\(_arguments\(\w+, \d+, (.*)\)\)", step.source):
            sizes = tuple(map(int, asked[1].split(",")))
            return Value(repr(sizes).encode()) if sizes[0] >= smallest else Raised("builtins.ValueError", (), "too small")
        if "_bytes" in step.bind:
            state["n"] = ast.literal_eval(step.bind["_bytes"].decode())
        if step.source.startswith("_called = "):
            state["called"] = step.source.endswith("f")
        if step.source != "_run(_called, _args)":
            return None
        spent = round(cost(*state["n"])) if state["called"] else 0
        if spent > limit:
            return StepOutcome(Stopped(Stop.TIME), "", int(limit))
        return StepOutcome(Value(None), "", 5000 + spent, FLOOR + (peak(*state["n"]) if state["called"] else 0))

    return FakeSandbox(answer)


@pytest.mark.parametrize(
    ("growth", "cost"),
    [
        ("1", lambda n: 700),
        ("n", lambda n: 90 * n + 800),
        ("n log n", lambda n: 90 * n + 60 * n * math.log2(n)),
        ("n^2", lambda n: 300 * n + 50 * n * n),
        ("n^3", lambda n: 40 * n**3),
        ("2^n", lambda n: 50 * 2**n),
    ],
)
def test_the_class_is_found_within_the_budget(growth, cost):
    found = measure_growth(sandbox(cost), SUBJECT, INPUTS)
    assert found.time.growth == growth
    assert found.time.costs == tuple(round(cost(n)) for n in found.time.sizes)
    assert found.instructions <= Budget().instructions
    assert found.memory is None


def test_the_sizes_that_are_asked_for_are_measured():
    found = measure_growth(sandbox(lambda n: 90 * n), SUBJECT, INPUTS, (200, 400, 800, 1600))
    assert {200, 400, 800, 1600} <= set(found.time.sizes)
    assert found.time.ended == "decided"


def test_an_explosion_is_followed_in_single_steps():
    found = measure_growth(sandbox(lambda n: 50 * 2**n, limit=4e9), SUBJECT, INPUTS, (200, 400))
    assert found.time.growth == "2^n"
    assert max(found.time.sizes) < 40


def test_the_first_limit_ends_it():
    found = measure_growth(sandbox(lambda n: 90 * n, limit=50_000), SUBJECT, INPUTS)
    assert found.time.ended == "time-limit"
    assert max(found.time.sizes) < 600


def test_sizes_that_are_too_small_for_the_generator_are_left_out():
    found = measure_growth(sandbox(lambda n: 90 * n, smallest=30), SUBJECT, INPUTS)
    assert min(found.time.sizes) >= 30
    assert found.time.growth == "n"


def test_a_program_that_cannot_be_measured_says_why():
    unreadable = FakeSandbox(load=Unreadable("solution.py", 1, 1, "invalid syntax"))
    found = measure_growth(unreadable, SUBJECT, INPUTS)
    assert found.time.growth == UNDECIDED
    assert found.time.sizes == ()


def test_memory_that_does_not_grow_is_constant_also_where_time_ends_it():
    engine = sandbox(lambda n: 90_000 * n * n, peak=lambda n: 44)
    found = measure_growth(engine, SUBJECT, INPUTS, memory=True).memory
    assert found is not None
    assert found.growth == "1"


def test_memory_below_the_harness_is_constant():
    found = measure_growth(sandbox(lambda n: 90 * n, peak=lambda n: 500), SUBJECT, INPUTS, memory=True)
    assert found.memory is not None
    assert found.memory.growth == "1"
    assert set(found.memory.costs) == {500}


def test_memory_that_grows_is_seen():
    engine = sandbox(lambda n: 90 * n, peak=lambda n: 36 * n)
    found = measure_growth(engine, SUBJECT, INPUTS, declared=Declared("n", "n"))
    assert found.memory is not None
    assert found.memory.growth == "n"
    assert found.memory.unit == "bytes"
    measured = {job.measure_memory for job in engine.jobs if job.main == "solution.py"}
    assert measured == {True, False}


def test_every_size_has_a_fresh_interpreter():
    engine = sandbox(lambda n: 90 * n)
    measure_growth(engine, SUBJECT, INPUTS)
    assert all(job.fresh for job in engine.jobs if job.main == "solution.py")


def test_two_sizes():
    found = measure_two_ways(sandbox(lambda n, m: 900 + 70 * n * m), SUBJECT, Inputs("def generate(n, m): return n, m"))
    assert (found.n.growth, found.m.growth, found.both.growth) == ("n", "n", "n^2")
    found = measure_two_ways(sandbox(lambda n, m: 900 + 70 * n + 50 * m), SUBJECT, Inputs("def generate(n, m): return n, m"))
    assert (found.n.growth, found.m.growth, found.both.growth) == ("n", "n", "n")


def test_costs_beside_a_candidate():
    samples = costs_at(sandbox(lambda n: 90 * n), SUBJECT, INPUTS, (10, 20, 30))
    assert [(sample.size, sample.cost) for sample in samples] == [(10, 900), (20, 1800), (30, 2700)]


def test_a_driver_is_called_in_place_of_the_entry():
    engine = FakeSandbox(lambda step: Value(b"(10,)") if step.source.startswith("_packed") else None)
    driver = "def drive(n):\n    Thing(n)"
    costs_at(engine, Subject({"solution.py": "class Thing: ..."}, "Thing", driver=driver), INPUTS, (10,))
    sources = [step.source for job in engine.jobs for group in job.groups for step in group]
    assert driver in sources
    assert "_called = drive" in sources


@pytest.mark.parametrize(
    ("setups", "verdict"),
    [
        ((100_000, 140_000), "alike"),
        ((6_392_582, 6_459_154), "alike"),  # a class with an OrderedDict: the allocator's state is in it
        ((52_198_603, 53_156_398), "alike"),  # four dataclasses and an enum
        ((100_000, 160_000), "hidden"),
        ((6_392_582, 6_692_582), "unclear"),
        ((6_392_582, 7_092_582), "hidden"),
        ((2_000_000_000, 2_003_000_000), "unclear"),  # what is wasted on loading lets little more be hidden in it
    ],
)
def test_loading_may_differ_by_what_it_differs_for_no_reason(setups, verdict):
    samples = [Sample(64 << place, 1000, setup=setup) for place, setup in enumerate(setups)]
    assert uneven(samples) is (verdict != "alike")
    assert charged(samples)[1].cost == 1000 + (setups[1] - setups[0] if verdict == "hidden" else 0)


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        ("[n, -(1 << 80), 0.1, 'è\\udc80', b'x', None, True, 1j, (), {1: {2}}, frozenset({n})]", "plain"),
        ("bytearray(n)", ""),
        ("[[n], [lambda: 1]]", ""),
        ("object()", ""),
    ],
)
def test_packed_arguments_are_the_plain_ones_and_nothing_else_is_packed(pool, made, wanted):
    inputs = Inputs(f"def generate(n): return ({made},)")
    limits = Limits(result_bytes=1 << 20)
    ((packed, _),) = generate_packed(pool, inputs, [(7,)], limits)
    ((plain, _),) = generate(pool, inputs, [(7,)], limits)
    if wanted:
        assert packed.data == marshal.dumps(plain, 2)
    else:
        assert packed.why == plain.why == "generator"
        assert packed.detail == plain.detail == "no plain data"


def test_items_that_are_the_same_object_come_out_as_copies(pool):
    inputs = Inputs("def generate(n): return ([[]] * n,)")
    source = "def f(rows):\n    rows[0].append(1)\n    if rows[1]: raise ValueError('shared')\n"
    found = measure_growth(pool, Subject({"solution.py": source}, "f"), inputs)
    assert found.time.growth == "1"


@pytest.mark.parametrize(("tail", "growth"), [(0.02, "n^2"), (0, "n")])
def test_what_somebody_says_it_is_is_denied_only_by_the_whole_budget(tail, growth):
    """A copy of all that there is for every thousandth item: n², which no input of a few thousand items shows."""
    engine = sandbox(lambda n: 900 * n + tail * max(0, n - 4000) ** 2)
    assert measure_growth(engine, SUBJECT, INPUTS).time.growth == "n"
    found = measure_growth(engine, SUBJECT, INPUTS, claimed="n^2").time
    assert found.growth in (growth, UNDECIDED)
    assert found.sizes[-1] > 32_768
