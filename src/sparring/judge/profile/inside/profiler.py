"""Measures where a call spends its instructions and bytes, from inside the interpreter that runs it.

Theory of operation. The engine's clock counts instructions: read when a callback begins and again when it ends, it gives what the program took in between, to
the last digit. Each interval also holds a constant of ours (the way into the callback and out of it, a reading of the clock), another one for each kind of event. These
constants are measured first, in this very interpreter (`calibrated.py`). What is left belongs to the line, or the function, that was running.
On an engine that counts no instructions the same clock gives nanoseconds of CPU time.

Memory is asked of `tracemalloc`: after every line the bytes that are held and the most that were held while it ran; a second run, up to the moment when most was held, tells
which line had asked for each block.
"""

import gc
from collections.abc import Callable
from typing import Any

from .account import consume
from .calibrated import function_prices, functions_account, line_prices, lines_account, plain, programs
from .memory import Memory

OWN = ("time.monotonic_ns", "time.process_time_ns", "sys.setprofile", "sys.monitoring.set_events")


def total(function: Callable[..., Any], arguments: tuple[Any, ...]) -> int:
    """What the call costs in all."""
    gc.disable()
    return plain(function, arguments)


def by_line(function: Callable[..., Any], arguments: tuple[Any, ...], files: list[str], cost: int) -> list[Any]:
    """[all cost before it was settled, [[file, line, hits, own, with what it calls], ...]]; `cost` is that of the unwatched call."""
    gc.disable()
    account = lines_account(line_prices(programs()), frozenset(files))
    account.start()
    consume(function, arguments)
    account.stop()
    spent, events = account.spanned()
    return [spent, [[file, line, hits, own, whole] for (file, line, _), hits, _, own, whole in account.settled(cost, spent, events)]]


def by_function(function: Callable[..., Any], arguments: tuple[Any, ...], cost: int) -> list[Any]:
    """[[file, line, name, calls, calls from outside itself, own, with what it calls], ...]; `cost` as in `by_line`."""
    gc.disable()
    account = functions_account(function_prices(programs()))
    account.start()
    consume(function, arguments)
    account.stop()
    mine = by_function.__code__.co_filename.rpartition("/")[0]
    spent, events = next(
        (row[2], int(row[5])) for key, row in account.rows.items() if key[2] == consume.__qualname__
    )  # all that is not ours
    return [
        [*key, calls, first, own, whole]
        for key, calls, first, own, whole in account.settled(cost, spent, events)
        if not (mine and key[0].startswith(mine)) and not (calls == 1 and key[2] in OWN)
    ]


def by_bytes(function: Callable[..., Any], arguments: tuple[Any, ...], files: list[str], until: int) -> list[Any]:
    """[peak, the event at which it was seen, [file, line] that ran then, [[file, line, peak], ...], [[file, line, bytes, blocks], ...] held at the event `until`]."""
    account = Memory(frozenset(files), until)
    account.start()
    consume(function, arguments)
    account.stop()
    held: dict[tuple[str, int], list[int]] = {}
    mine = by_bytes.__code__.co_filename.rpartition("/")[0]
    for _, size, frames, *_ in account.traces:
        if frames and frames[0][0].startswith(mine):
            continue
        key = next(((file, line) for file, line in frames if file in account.files), ("", 0))
        row = held.setdefault(key, [0, 0])
        row[0] += size
        row[1] += 1
    lines = [[file, line, peak] for (file, line), peak in account.lines.items() if file]
    return [account.most, account.most_at, list(account.most_line), lines, [[*key, *row] for key, row in held.items()]]
