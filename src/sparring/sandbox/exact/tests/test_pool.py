import os
import signal
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from sparring.core.problem import JudgeError
from sparring.sandbox.exact import ExactPool
from sparring.sandbox.exact import pool as module
from sparring.sandbox.interface import Job, Limits, Step, Value

HONEST = Job({"solution.py": "def add(a, b): return a + b"}, groups=[[Step("eval", "add(1, 2)")]])
LONG = Job({"solution.py": "while True: pass"}, limits=Limits(step_instructions=10**13, instructions=10**13))
posix = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until_busy(pool):
    while not any(worker.deadline for worker in list(pool._busy)):
        pass


@pytest.fixture
def own(folder):
    with closing(ExactPool(folder, workers=1, watchdog=60)) as pool:
        yield pool


def test_nothing_runs_before_the_first_job_or_after_closing(folder):
    pool = ExactPool(folder, workers=2)
    assert pool.pids() == []
    pool.warm()
    pids = pool.pids()
    assert len(pids) == 2
    pool.close()
    pool.close()
    assert not any(alive(pid) for pid in pids)
    with pytest.raises(JudgeError) as raised:
        pool.run(HONEST)
    assert raised.value.saying.id == "sandbox.closed"


def test_the_worker_that_rested_longest_goes_first(pool):
    pool.warm()
    before = [worker.pid for worker in pool._idle]
    pool.run(HONEST)
    assert [worker.pid for worker in pool._idle] == [*before[1:], before[0]]


def test_more_fresh_interpreters_than_may_be_open_at_once(pool):
    job = Job({"solution.py": "calls = []"}, groups=[[Step("eval", "calls.append(1) or len(calls)")] for _ in range(12)], fresh=True)
    assert [group[0].result for group in pool.run(job).groups] == [Value(1)] * 12


def test_jobs_from_many_threads(pool):
    jobs = [Job({"solution.py": ""}, groups=[[Step("eval", f"{n} * 2")]]) for n in range(24)]
    with ThreadPoolExecutor(6) as threads:
        outcomes = list(threads.map(pool.run, jobs))
    assert [outcome.groups[0][0].result for outcome in outcomes] == [Value(n * 2) for n in range(24)]
    assert len(pool.pids()) <= 2


@posix
def test_a_worker_killed_while_idle_is_replaced(own):
    own.run(HONEST)
    (pid,) = own.pids()
    os.kill(pid, signal.SIGKILL)
    assert own.run(HONEST).groups[0][0].result == Value(3)
    assert own.pids() != [pid]
    assert not alive(pid)


@posix
def test_a_job_is_retried_once_and_then_is_our_failure(own):
    own.run(HONEST)
    killed = []

    def kill():
        for _ in range(2):
            wait_until_busy(own)
            (pid,) = own.pids()
            killed.append(pid)
            os.kill(pid, signal.SIGKILL)
            while own.pids() == [pid]:
                pass

    thread = threading.Thread(target=kill)
    thread.start()
    with pytest.raises(JudgeError) as raised:
        own.run(LONG)
    thread.join()
    assert raised.value.saying.id == "sandbox.worker-died"
    assert len(set(killed)) == 2
    assert own.run(HONEST).groups[0][0].result == Value(3)


def test_a_stuck_worker_is_ended_by_the_watchdog(folder):
    with closing(ExactPool(folder, workers=1)) as pool:
        pool.run(HONEST)
        pids = pool.pids()
        pool._watchdog_seconds = 0.2
        with pytest.raises(JudgeError) as raised:
            pool.run(LONG)
        assert raised.value.saying.id == "sandbox.watchdog"
        assert not any(alive(pid) for pid in pids)
        pool._watchdog_seconds = 60
        assert pool.run(HONEST).groups[0][0].result == Value(3)


def test_closing_ends_running_jobs(folder):
    pool = ExactPool(folder, workers=1)
    pool.run(HONEST)
    pids = pool.pids()
    with ThreadPoolExecutor(1) as threads:
        future = threads.submit(pool.run, LONG)
        wait_until_busy(pool)
        pool.close()
        with pytest.raises(JudgeError) as raised:
            future.result()
    assert raised.value.saying.id == "sandbox.closed"
    assert not any(alive(pid) for pid in pids)


@posix
def test_a_worker_ends_with_its_parent_even_in_the_middle_of_a_job(own):
    own.run(HONEST)
    worker = own._idle[0]
    source, target = worker._pipes()
    module.send(target, module.json.dumps(module.request_of(LONG)).encode())
    target.close()  # as when the parent dies
    assert source.read() == b""
    assert worker._process.wait() == 0


def test_a_worker_that_cannot_start_is_our_failure(tmp_path):
    (tmp_path / "file").write_text("")
    with closing(ExactPool(tmp_path / "file", workers=1)) as pool, pytest.raises(JudgeError) as raised:
        pool.run(HONEST)
    assert raised.value.saying.id == "sandbox.cache-unwritable"
    assert pool.pids() == []
