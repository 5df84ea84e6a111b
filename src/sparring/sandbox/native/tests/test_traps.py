"""The traps that are known: each was somebody's escape, or a limit that did not hold."""

import os
import platform
import select
import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest

from sparring.core.problem import JudgeError
from sparring.sandbox.interface import Job, JobOutcome, Limits, Raised, Step, Stop, Stopped, Unreadable, Value
from sparring.sandbox.native import PLAIN, NativeSandbox, PackageSet, bpf, found
from sparring.sandbox.native.examine import examine
from sparring.sandbox.native.inside.supervisor import MOST_WAITED, Supervisor
from sparring.sandbox.native.tests.conftest import LIMITS
from sparring.sandbox.native.tests.test_hostile import descendants, judged
from sparring.sandbox.native.tier import NEEDED, tier_of


def value(results, source, step, **options):
    found = results(source, step, **options)[0]
    return found.value if isinstance(found, Value) else found


def test_the_candidate_is_process_2_and_leads_a_session(results):
    assert value(results, "import os", "[os.getpid(), os.getppid(), os.getsid(0), os.getpgrp()]") == [2, 1, 2, 2]


def test_its_own_segmentation_fault_ends_it(results):
    (crashed,) = results("import ctypes", "ctypes.string_at(0)")
    assert (crashed.type, crashed.bases) == ("SIGSEGV", ("SIGSEGV",))  # no `raises` of a case takes it for an exception of its own
    assert value(results, "import os, signal", "os.kill(os.getpid(), signal.SIGHUP)") == Stopped(Stop.FORBIDDEN, "SIGHUP")


def test_a_candidate_is_never_root_neither_inside_nor_outside(engine, results):
    assert value(results, "import os", "[os.getuid(), os.geteuid(), os.getgid(), os.getgroups()]") in (
        [1000] * 3 + [[65534]],
        [1000] * 3 + [[]],
    )
    engine.settle()
    owners = {Path(f"/proc/{pid}").stat().st_uid for pid in descendants(engine.pids()[0])[-1:]}
    status = Path(f"/proc/{descendants(engine.pids()[0])[-1]}/status").read_text()
    uids = next(line.split()[1:] for line in status.splitlines() if line.startswith("Uid:"))
    assert "0" not in uids
    assert owners


def test_the_walls_are_up_in_the_candidate(engine):
    """As the kernel says it: no capabilities, no new privileges, filtered."""
    engine.settle()
    status = Path(f"/proc/{descendants(engine.pids()[0])[-1]}/status").read_text()
    fields = dict(line.split(":", 1) for line in status.splitlines())
    assert int(fields["CapEff"], 16) == int(fields["CapPrm"], 16) == 0
    assert fields["NoNewPrivs"].strip() == "1"
    assert fields["Seccomp"].strip() == ("2" if "seccomp" in engine.protections else "0")


def test_threads_work_and_are_many(results):
    source = "import threading\nran = []\ndef f():\n    t = [threading.Thread(target=ran.append, args=(i,)) for i in range(50)]\n"
    source += "    [x.start() for x in t]; [x.join() for x in t]\n    return len(ran)\n"
    assert value(results, source, "f()") == 50


def test_fifty_threads_at_once_fit_into_the_memory_limit(results):
    source = "import threading\ngate = threading.Barrier(51)\ndef f():\n    t = [threading.Thread(target=gate.wait) for i in range(50)]\n"
    source += "    [x.start() for x in t]; gate.wait(); [x.join() for x in t]\n    return 50\n"
    assert value(results, source, "f()") == 50


def test_files_and_modules_of_the_job_are_there(engine):
    files = {"solution.py": "import part.one\nfrom pathlib import Path\ndef f(): return [part.one.X, Path('data.txt').read_text()]\n"}
    files |= {"part/__init__.py": "", "part/one.py": "X = 1\n", "data.txt": "è"}
    outcome = engine.run(Job(files, groups=[[Step("eval", "f()")]], limits=LIMITS))
    assert isinstance(outcome, JobOutcome)
    assert outcome.groups[0][0].result == Value([1, "è"])


def test_scratch_is_fresh_for_every_submission(results):
    writes = "import os\nopen('left', 'w').write('x')\n"
    assert value(results, writes, "sorted(os.listdir('.'))") == [".tmp", "left", "solution.py"]
    assert value(results, "import os", "sorted(os.listdir('.'))") == [".tmp", "solution.py"]


def test_temporary_files_work(results):
    assert value(results, "import tempfile\ndef f():\n    with tempfile.TemporaryFile() as t: return t.write(b'abc')\n", "f()") == 3


def test_asyncio_works(results):
    assert value(results, "import asyncio\nasync def g():\n    await asyncio.sleep(0)\n    return 7\n", "asyncio.run(g())") == 7


def test_steps_go_in_one_at_a_time_and_groups_share_the_module(engine):
    job = Job(
        {"solution.py": "n = 0\ndef f():\n    global n\n    n += 1\n    return n\n"}, groups=[[Step("eval", "f()")]] * 2, limits=LIMITS
    )
    outcome = engine.run(job)
    assert [group[0].result for group in outcome.groups] == [Value(1), Value(2)]
    outcome = engine.run(Job(job.files, groups=job.groups, limits=LIMITS, fresh=True))
    assert [group[0].result for group in outcome.groups] == [Value(1), Value(1)]


def test_after_a_stop_the_next_group_starts_anew(engine):
    source = "import os\ndef f(n):\n    if n: os._exit(0)\n    return n\n"
    groups = [[Step("eval", "f(1)"), Step("eval", "f(0)")], [Step("eval", "f(0)")]]
    outcome = engine.run(Job({"solution.py": source}, groups=groups, limits=LIMITS))
    assert outcome.groups[0][0].result == Stopped(Stop.FORBIDDEN, "exited with 0")
    assert outcome.groups[0][1] is None
    assert outcome.groups[1][0].result == Value(0)


def test_inputs_go_in_as_plain_data_even_when_json_is_patched(results, engine):
    source = "import json, builtins\njson.loads = json.dumps = None\nbuiltins.isinstance = None\ndef f(x): return x\n"
    data = {"a": [1, 2.5, (None, True)], 3: {b"x"}, "c": 1j}
    outcome = engine.run(Job({"solution.py": source}, groups=[[Step("eval", "f(x)", {"x": data})]], limits=LIMITS))
    assert outcome.groups[0][0].result == Value(data)


def test_exceptions_say_where(results):
    (raised,) = results("def f():\n    return {}['a']\n", "f()")
    assert isinstance(raised, Raised)
    assert raised.type == "builtins.KeyError"
    assert "builtins.LookupError" in raised.bases
    assert [(frame.file, frame.line, frame.function) for frame in raised.frames] == [("solution.py", 2, "f")]


def test_peak_memory_is_measured_when_asked(act):
    (step,) = act("", "len(bytearray(1 << 20))", measure_memory=True)
    assert step.peak_bytes is not None
    assert 1 << 20 <= step.peak_bytes < 2 << 20


def test_cpu_seconds_are_the_kernels(act):
    (step,) = act("", "sum(range(2_000_000))")
    assert 0.001 < step.cpu_seconds < 1


def test_output_is_bounded_and_kept_in_part(act):
    (step,) = act("", "print('x' * 1000)", limits=Limits(kept_output_bytes=10))
    assert step.output == "x" * 10
    (step,) = act("", "print('x' * 1000)", limits=Limits(output_bytes=10))
    assert step.result.why is Stop.OUTPUT


def test_a_script_runs_as_main(engine):
    outcome = engine.run(
        Job({"solution.py": "import atexit\natexit.register(print, 'bye')\nprint(__name__)\n"}, as_script=True, limits=LIMITS)
    )
    assert outcome.load.output == "__main__\nbye\n"


def test_what_cannot_be_read_is_unreadable(engine):
    outcome = engine.run(Job({"solution.py": "x = 1\n", "other.py": "def f(:\n"}, limits=LIMITS))
    assert isinstance(outcome, Unreadable)
    assert (outcome.file, outcome.line) == ("other.py", 1)


def test_the_committed_filter_is_what_the_generator_makes():
    assert bpf.BLOB.read_bytes() == bpf.assemble()
    assert len(bpf.program()) < 4096


def test_tiers_are_declared():
    assert tier_of(frozenset(NEEDED), "bwrap").name == "strong"
    weaker = tier_of(frozenset(NEEDED) - {"outer-wall"}, "bwrap")
    assert (weaker.name, weaker.lacking, weaker.outer) == ("weaker", ("outer-wall",), None)
    nothing = tier_of(frozenset(), None)
    assert (nothing.name, nothing.confined, nothing.protections) == ("unconfined", False, ())


def test_what_hides_no_files_is_no_confinement():
    assert not tier_of(frozenset({"namespaces", "seccomp"}), None).confined
    assert "memory-limit" not in tier_of(frozenset({"namespaces", "landlock"}), None).protections


def test_several_threads_share_it(engine):
    sources = ["def add(a, b):\n    return a + b\n", "import os\nos._exit(0)\n", "def add(a, b):\n    return 0\n"] * 8
    with closing(NativeSandbox(workers=2)) as other, ThreadPoolExecutor(8) as threads:
        assert list(threads.map(lambda source: judged(other, source), sources)) == ["passed", "forbidden", "wrong-answer"] * 8
        assert len(other.pids()) <= 2


def test_closing_in_the_middle_of_a_job_is_our_failure(engine):
    with ThreadPoolExecutor(1) as threads:
        other = NativeSandbox(workers=1)
        other.warm()
        running = threads.submit(other.run, Job({"solution.py": "while True: pass\n"}, limits=Limits(cpu_seconds=20, wall_seconds=20)))
        other.close()
        with pytest.raises(JudgeError):
            running.result(10)


def test_without_confinement_it_refuses():
    with pytest.raises(JudgeError):
        NativeSandbox(tier=tier_of(frozenset(), None))


def test_the_doctor_is_told(engine):
    told = examine()
    assert told.available
    assert told.id == f"native-{platform.machine()}-{found().name}"
    assert (told.tier == "strong") == (not told.lacking)


def test_closing_leaves_no_process(engine):
    with closing(NativeSandbox(workers=1)) as other:
        other.warm()
        other.settle()
        watched = [os.pidfd_open(pid) for pid in (*other.pids(), *descendants(other.pids()[0]))]
    assert len(watched) >= 4
    for descriptor in watched:
        assert select.select([descriptor], [], [], 5)[0]
        os.close(descriptor)


def test_a_killed_zygote_costs_its_job_nothing(engine):
    with closing(NativeSandbox(workers=1)) as other:
        other.warm()
        os.kill(other.pids()[0], 9)
        assert other.run(Job({"solution.py": ""}, groups=[[Step("eval", "1")]])).groups[0][0].result == Value(1)
        assert len(other.pids()) == 1


def test_the_weaker_tier_says_so_and_confines(engine):
    """Without the outer wall: Landlock and the candidate's own namespaces still hold."""
    readable = PackageSet(interpreter=shutil.which("python3", path="/usr/bin") or PLAIN.interpreter)
    tier = tier_of(frozenset(found().protections) - {"outer-wall"}, None)
    with closing(NativeSandbox(readable, workers=1, tier=tier)) as other:
        try:
            other.warm()
        except JudgeError as error:
            pytest.skip(f"no weaker tier here: {error.saying}")
        assert other.engine_id.endswith("-weaker")
        assert "outer-wall" not in other.protections
        for source, right in (("1", Value), ("open('/etc/passwd').read()", Raised), ("__import__('os').listdir('/tmp')", Raised)):
            outcome = other.run(Job({"solution.py": ""}, groups=[[Step("eval", source)]], limits=LIMITS))
            assert isinstance(outcome.groups[0][0].result, right)


def test_what_stands_before_the_load_runs_before_the_program(engine):
    steps = [Step("eval", "x", {"x": 3}), Step("load"), Step("eval", "f() + x")]
    outcome = engine.run(
        Job({"solution.py": "import builtins\nbuiltins.len = None\ndef f(): return 7\n"}, groups=[steps] * 2, limits=LIMITS)
    )
    assert [[step.result for step in group] for group in outcome.groups] == [[Value(3), Value(None), Value(10)]] * 2


def test_time_without_a_core_is_forgiven_and_sleep_is_not(tmp_path):
    """The supervisor's own arithmetic, on what the kernel says of a process: no test can make a machine busy in the same way twice."""
    told = tmp_path / "schedstat"
    watched = Supervisor.__new__(Supervisor)
    watched._schedule, watched._deadline = str(told), monotonic() - 1.0
    told.write_text("5 1000000000 7\n")
    watched._waited = watched._waiting()
    assert watched._left() < -0.9
    told.write_text("5 3000000000 7\n")
    assert 0.5 < watched._left() < 1.5
    assert watched._overdue().told == ("time-limit", "wall time")
    told.write_text("5 900000000000 7\n")
    assert watched._left() < MOST_WAITED
    assert watched._overdue().told == ("failure", "no core was free for 899 s")
    watched._schedule = str(tmp_path / "none")
    assert watched._waiting() >= 0.0
