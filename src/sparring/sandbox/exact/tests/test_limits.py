import pytest

from sparring.sandbox.interface import Job, Limits, Stop, Stopped, Value

LOOP = "def f():\n    while True: pass"


def test_instructions_of_a_step(act):
    (step,) = act(LOOP, "f()", limits=Limits(step_instructions=5_000_000))
    assert step.result == Stopped(Stop.TIME)
    assert step.instructions == 5_000_000


def test_instructions_of_a_job(act):
    steps = act("def f():\n    for _ in range(20000): pass", *["f()"] * 20, limits=Limits(instructions=30_000_000))
    stopped = [step for step in steps if step and isinstance(step.result, Stopped)]
    assert [step.result.why for step in stopped] == [Stop.TIME]
    assert steps[-1] is None


def test_base_exceptions_do_not_help(results):
    source = "def f():\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass"
    assert results(source, "f()", limits=Limits(step_instructions=10**7)) == [Stopped(Stop.TIME)]


@pytest.mark.parametrize("body", ["[0] * 10 ** 9", "[bytearray(1 << 20) for _ in range(10 ** 6)]", "bytes(1 << 30)"])
def test_memory(results, body):
    assert results(f"def f(): return {body}", "f()", limits=Limits(memory_bytes=64 << 20)) == [Stopped(Stop.MEMORY)]


def test_full_memory_is_told_even_if_the_program_swallows_it(results):
    source = "x = []\ndef f():\n    try:\n        while True: x.append(bytearray(1000))\n    except MemoryError: pass\n"
    why = {
        getattr(result, "why", None)
        for result in results(source, "f()", "'x' * 9000000 and 1", limits=Limits(memory_bytes=64 << 20))
        if result
    }
    assert why <= {None, Stop.MEMORY}
    assert Stop.MEMORY in why


def test_too_little_memory_for_the_job(engine):
    outcome = engine.run(Job({"solution.py": "#" * (40 << 20)}, limits=Limits(memory_bytes=48 << 20)))
    assert outcome.load.result.why is Stop.MEMORY


def test_output_is_kept_up_to_a_limit_and_the_rest_dropped(act):
    (step,) = act("def f():\n    for i in range(1000): print('è' * 9)", "f()", limits=Limits(kept_output_bytes=100))
    assert step.result == Value(None)
    assert step.output == ("è" * 9 + "\n") * 5 + "è" * 2
    assert len(step.output.encode()) <= 100


def test_output_beyond_the_limit_stops(act):
    (step,) = act("def f():\n    while True: print('x' * 100)", "f()", limits=Limits(output_bytes=10_000))
    assert step.result == Stopped(Stop.OUTPUT, "printed too much")


def test_output_survives_a_stop(act):
    (step,) = act("def f():\n    print('before')\n    while True: pass", "f()", limits=Limits(step_instructions=10**7))
    assert step.output == "before\n"


def test_all_ways_to_print(act):
    source = """
import os, sys, contextlib, io
def f():
    print("a", end="")
    sys.stdout.buffer.write(b"b\\n")
    print("c", file=sys.stderr)
    os.write(1, "è".encode()[:1]); os.write(1, "è".encode()[1:])
    sys.__stdout__.write("d")
    with contextlib.redirect_stdout(io.StringIO()):
        print("not this")
    sys.stdout.close()
"""
    first, second = act(source, "f()", "!import sys; sys.stderr.write('still')")
    assert sorted(first.output) == sorted("ab\nc\nèd")
    assert second.output == "still"


def test_the_virtual_clock_has_a_limit(results):
    stopped = Stopped(Stop.TIME, "virtual clock")
    assert results("import time", "time.sleep(1e6)") == [stopped]
    assert results("import time", "!while True: time.sleep(1)") == [stopped]


@pytest.mark.parametrize(("source", "detail"), [("os._exit(0)", "proc_exit"), ("os.abort()", "aborted")])
def test_leaving_is_forbidden(results, source, detail):
    assert results("import os", source) == [Stopped(Stop.FORBIDDEN, detail)]


def test_peak_memory(act):
    source = "def f(n): return len([0] * n)\nimport tracemalloc"
    small, large, tampered = act(source, "f(10)", "f(100000)", "tracemalloc.stop() or f(100000)", measure_memory=True)
    assert small.peak_bytes < 40_000  # compiling the step
    assert 400_000 < large.peak_bytes < 430_000
    assert abs(tampered.peak_bytes - large.peak_bytes) < 5000
    assert act("", "1")[0].peak_bytes is None
