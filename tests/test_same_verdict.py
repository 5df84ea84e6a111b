"""The same submission gets the same verdict and the same count, whatever else the machine is doing."""

import multiprocessing
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from random import Random

import pytest

from sparring.core.answer import Answer, Code
from sparring.core.clock import FakeClock
from sparring.core.codec import dump
from sparring.core.exercise import Exercise
from sparring.judge.judge import Judge
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.solve import KIND
from sparring.sandbox.exact import ExactPool
from tests.conftest import ROOT


def spin(stop):
    while not stop.is_set():
        sum(range(10_000))


@contextmanager
def loaded(cores: int):
    """Keep so many cores busy."""
    context = multiprocessing.get_context("spawn")
    stop = context.Event()
    with ExitStack() as stack:
        for _ in range(cores):
            process = context.Process(target=spin, args=(stop,), daemon=True)
            process.start()
            stack.callback(process.join)
        stack.callback(stop.set)
        yield


def verdicts(engine: ExactPool, times: int) -> Counter:
    folder = ROOT / "packs" / "core" / "exercises" / "solve" / "shortest-path"
    exercise = KIND.load(Folder(folder, "core:shortest-path"))
    assert isinstance(exercise, Exercise)
    tools = Tools(Judge(engine), FakeClock(), Random(0))
    answer = Answer(exercise.id, {"solution": Code({"solution.py": exercise.spec.reference})})

    def grade(_: int) -> str:
        return repr(dump(KIND.run(exercise, answer, tools))) + repr(
            tools.judge.cases(answer.code().files, "solution.py", exercise.spec.script, exercise.budget)
        )

    with ThreadPoolExecutor(4) as threads:
        return Counter(threads.map(grade, range(times)))


def test_fifty_times_in_both_workers(cache):
    with ExactPool(cache, workers=2) as engine:
        assert list(verdicts(engine, 50).values()) == [50]


@pytest.mark.prove
def test_a_thousand_times_with_both_cores_loaded(cache):
    with ExactPool(cache, workers=2) as engine:
        idle = verdicts(engine, 1000)
    with loaded(2), ExactPool(cache, workers=2) as engine:
        busy = verdicts(engine, 1000)
    assert list(idle.values()) == [1000]
    assert idle == busy
