from sparring.sandbox.interface import Stopped, Value

ASYNC = """
import asyncio, time
log = []
async def work(name, seconds):
    await asyncio.sleep(seconds)
    log.append(name)
    return name
async def gathered():
    started = time.monotonic()
    got = await asyncio.gather(work("c", 3), work("a", 1), work("b", 2))
    return got, log, round(time.monotonic() - started, 1)
async def limited():
    gate, running, most = asyncio.Semaphore(2), 0, 0
    async def one():
        nonlocal running, most
        async with gate:
            running += 1
            most = max(most, running)
            await asyncio.sleep(1)
            running -= 1
    async with asyncio.TaskGroup() as group:
        for _ in range(6): group.create_task(one())
    return most
async def queued():
    queue, got = asyncio.Queue(1), []
    async def produce():
        for i in range(4): await queue.put(i)
        await queue.put(None)
    producer = asyncio.create_task(produce())
    while (item := await queue.get()) is not None: got.append(item)
    await producer
    return got
async def timed():
    try:
        await asyncio.wait_for(asyncio.sleep(10), 0.5)
    except TimeoutError:
        pass
    try:
        async with asyncio.timeout(1): await asyncio.Event().wait()
    except TimeoutError:
        return "timed out"
async def stuck():
    await asyncio.Event().wait()
"""


def test_asyncio_runs_on_the_virtual_clock(results):
    steps = [f"asyncio.run({name}())" for name in ("gathered", "limited", "queued", "timed")]
    assert results(ASYNC, *steps) == [Value((["c", "a", "b"], ["a", "b", "c"], 3.0)), Value(2), Value([0, 1, 2, 3]), Value("timed out")]


def test_an_endless_wait_is_a_deadlock_that_says_so(results):
    stuck, again = results(ASYNC, "asyncio.run(stuck())", "asyncio.run(limited())")
    assert stuck.text.startswith("deadlock")
    assert again == Value(2)


def test_asyncio_has_no_network_threads_or_processes(results):
    calls = ("open_connection('127.0.0.1', 80)", "to_thread(print)", "create_subprocess_exec('id')", "start_server(print, '127.0.0.1', 80)")
    types = [result.type for result in results("import asyncio", *[f"asyncio.run(asyncio.{call})" for call in calls])]
    assert types == ["builtins.PermissionError", "builtins.RuntimeError", "builtins.NotImplementedError", "builtins.OSError"]


def test_time_and_chance_are_the_same_every_time(results):
    steps = (
        "time.time()", "time.perf_counter_ns()", "datetime.datetime.now().isoformat()", "os.urandom(8)", "uuid.uuid4().hex", "uuid.uuid1().hex",
        "secrets.token_hex(8)", "random.random()", "random.Random().random()", "random.SystemRandom().random()", "hash('x')", "id(object())",
    )  # fmt: skip
    source = "import time, datetime, os, uuid, secrets, random"
    first, second = results(source, *steps), results(source, *steps)
    assert first == second
    assert all(isinstance(result, Value) for result in first)
    assert first[2].value.startswith("2026-01-05T09:00:00")


def test_the_clock_counts_instructions_and_sleeps(results):
    source = """
import time
def elapsed(work):
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
"""
    slept, worked, cpu = results(
        source, "elapsed(lambda: time.sleep(2))", "elapsed(lambda: sum(range(100000)))", "time.sleep(5) or time.process_time()"
    )
    assert 2 <= slept.value < 2.001
    assert 0.001 < worked.value < 0.1
    assert 0 < cpu.value < 1


def test_waiting_for_other_threads_says_so(results):
    source = "import threading, queue, concurrent.futures\nlock = threading.Lock()\n"
    texts = [
        getattr(result, "text", None)
        for result in results(
            source,
            "threading.Thread(target=print).start()",
            "concurrent.futures.ThreadPoolExecutor().submit(print)",
            "queue.Queue().get()",
            "queue.SimpleQueue().get()",
            "[lock.acquire(), lock.acquire(timeout=1), lock.acquire(blocking=False)]",
            "lock.acquire()",
        )
    ]
    assert texts[0] == texts[1] == "threads are not available in the exact engine"
    assert all(text.startswith("deadlock") for text in texts[2:4])
    assert texts[4] is None
    assert texts[5].startswith("deadlock")


def test_locks_work_alone(results):
    source = "import threading\nlock = threading.Lock()\ndef f():\n    with lock, threading.RLock(), threading.Semaphore(1):\n        return lock.locked()"
    assert results(source, "f()", "lock.locked()", "threading.Event().wait(1)") == [Value(True), Value(False), Value(False)]


def test_nothing_of_the_real_machine_is_there(results):
    got = results(
        "import os, sys",
        "dict(os.environ)", "sys.stdin.read()", "os.path.exists('/etc')", "os.getcwd()", "sys.path", "sys.argv",
        "open('/proc/self/environ')", "open('/0/guest.py')", "os.listdir('.')", "os.stat('/dev/null')", "input()", "os.readlink('/x')",
    )  # fmt: skip
    assert got[:6] == [Value({}), Value(""), Value(False), Value("/"), Value([]), Value(["solution.py"])]
    assert all(not isinstance(result, Value | Stopped) for result in got[6:])


def test_time_zones(results):
    source = "from zoneinfo import ZoneInfo\nfrom datetime import datetime"
    steps = "datetime(2026, 7, 1, tzinfo=ZoneInfo('Europe/Rome')).utcoffset().total_seconds()", "ZoneInfo('Mars/Base')"
    rome, mars = results(source, *steps)
    assert rome == Value(7200.0)
    assert mars.type.endswith("ZoneInfoNotFoundError")


def test_the_component_asks_for_nothing_unknown(engine):
    asked = {name.partition("@")[0] for name in engine._factory._module.type.imports(engine._factory._engine)}
    parts = ("cli/", "clocks/", "filesystem/", "io/", "random/", "sockets/")
    assert {name for name in asked if not name.startswith(tuple(f"wasi:{part}" for part in parts))} == {"output", "pause"}
