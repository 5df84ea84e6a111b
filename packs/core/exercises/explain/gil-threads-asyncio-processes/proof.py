"""Shows the claims of the answer without racing against the clock: what is asserted does not depend on how busy the machine is.

Not shown, because it needs another build: that free-threaded threads use several cores, and what that costs (the documentation of 3.13 and 3.14 says so).
"""

import asyncio
import concurrent.futures
import dis
import hashlib
import os
import pickle
import subprocess
import sys
import sysconfig
import threading
import time
from multiprocessing.reduction import ForkingPickler

GIL = getattr(sys, "_is_gil_enabled", lambda: True)()
if not sysconfig.get_config_var("Py_GIL_DISABLED"):
    assert GIL, "the default build has its GIL, in every version so far"
assert hasattr(sys, "_is_gil_enabled") == (sys.version_info >= (3, 13))


def in_threads(count, function):
    threads = [threading.Thread(target=function) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


# One thread at a time: four threads of pure Python together get the CPU time of one core.
def compute():
    total = 0
    for number in range(400_000):
        total += number
    return total


if GIL:
    wall, cpu = time.perf_counter(), time.process_time()
    in_threads(4, compute)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    assert cpu < 1.3 * wall, (cpu, wall)

# Blocking I/O releases the GIL: a thread sits in os.read while this one goes on and writes what it waits for.
reading, writing = os.pipe()
received = []
waiting = threading.Thread(target=lambda: received.append(os.read(reading, 5)))
waiting.start()
compute()
assert received == [] and waiting.is_alive()
os.write(writing, b"hello")
waiting.join()
os.close(reading), os.close(writing)
assert received == [b"hello"]

# hashlib releases it too on a large buffer. With a switch interval of 100 s nobody is forced to let go: if the main thread gets in between
# "before" and "after", the hashing thread let it in. (The main thread may wake up too late, so there are some tries.)
assert sys.getswitchinterval() == 0.005
if GIL:
    large, orders = bytes(30_000_000), []
    for _ in range(20):
        order = []

        def hash_it(order=order):
            order.append("before")
            hashlib.sha256(large).digest()
            order.append("after")

        sys.setswitchinterval(100)
        try:
            thread = threading.Thread(target=hash_it)
            thread.start()
            order.append("main")
            thread.join()
        finally:
            sys.setswitchinterval(0.005)
        orders.append(order)
        if order == ["before", "main", "after"]:
            break
    assert ["before", "main", "after"] in orders, orders


# Shared data: += is several instructions, and a switch between the read and the write loses an update.
def increment():
    global counter
    counter += 1


names = [instruction.opname for instruction in dis.get_instructions(increment)]
assert names.index("LOAD_GLOBAL") < names.index("BINARY_OP") < names.index("STORE_GLOBAL")

counter, both_have_read = 0, threading.Barrier(2)


def increment_slowly():
    global counter
    read = counter
    both_have_read.wait(timeout=60)
    counter = read + 1


in_threads(2, increment_slowly)
assert counter == 1, "two increments, one lost"

counter, lock = 0, threading.Lock()


def increment_locked():
    global counter
    for _ in range(10_000):
        with lock:
            counter += 1


in_threads(4, increment_locked)
assert counter == 40_000


# asyncio: a thousand tasks wait at the same time, in one thread.
async def many():
    open_now, most, idents = 0, 0, set()

    async def connection():
        nonlocal open_now, most
        open_now += 1
        most = max(most, open_now)
        idents.add(threading.get_ident())
        await asyncio.sleep(0.01)
        open_now -= 1

    await asyncio.gather(*(connection() for _ in range(1000)))
    return most, idents


most, idents = asyncio.run(many())
assert most == 1000 and idents == {threading.get_ident()}


# It switches at await, and nowhere else.
async def switching():
    log = []

    async def worker(name):
        log.append(name + "1")
        log.append(name + "2")
        await asyncio.sleep(0)
        log.append(name + "3")

    await asyncio.gather(worker("a"), worker("b"))
    return log


assert asyncio.run(switching()) == ["a1", "a2", "b1", "b2", "a3", "b3"]


# A blocking call stops the loop: the other task's clock stands still. In a thread it does not.
async def ticks_during(work):
    ticks = 0

    async def clock():
        nonlocal ticks
        while True:
            ticks += 1
            await asyncio.sleep(0)

    ticking = asyncio.create_task(clock())
    await asyncio.sleep(0)
    before = ticks
    await work()
    after = ticks
    ticking.cancel()
    return after - before


async def blocking():
    time.sleep(0.05)


async def in_a_thread():
    await asyncio.to_thread(time.sleep, 0.05)


assert asyncio.run(ticks_during(blocking)) == 0
assert asyncio.run(ticks_during(in_a_thread)) > 1


# Races across an await: what was read before it is stale after it.
async def withdraw_twice():
    balance = 100

    async def withdraw(amount):
        nonlocal balance
        read = balance
        await asyncio.sleep(0)
        balance = read - amount

    await asyncio.gather(withdraw(30), withdraw(50))
    return balance


assert asyncio.run(withdraw_twice()) != 20

# A process has an interpreter and a memory of its own; what passes between processes is pickled, so a copy, and not everything can be.
shared = {"value": 1}
sent = bytes(ForkingPickler.dumps(shared))
arrived = pickle.loads(sent)
arrived["value"] = 2
assert shared == {"value": 1}
try:
    ForkingPickler.dumps(lambda: 0)
except (pickle.PicklingError, AttributeError):
    pass
else:
    raise AssertionError("a lambda cannot be sent to another process")

try:
    child = subprocess.run(
        [sys.executable, "-I", "-c", "import os, pickle, sys; d = pickle.load(sys.stdin.buffer); d['value'] = 3; print(os.getpid(), d['value'])"],
        input=sent,
        capture_output=True,
        check=True,
    )
except PermissionError:
    pass  # where the proof runs confined, no process may be started
else:
    pid, value = child.stdout.split()
    assert int(pid) != os.getpid() and value == b"3" and shared == {"value": 1}

# One interpreter per thread, from 3.14.
assert hasattr(concurrent.futures, "InterpreterPoolExecutor") == (sys.version_info >= (3, 14))
