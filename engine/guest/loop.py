"""asyncio on the virtual clock: an event loop without sockets, whose waiting moves the clock instead of the wall."""

from pristine import BUILTINS as __builtins__  # noqa: F401

import asyncio
from asyncio import base_events, events

from virtual import no_threads, sleep


class _Selector:
    """Selects nothing, ever: what cannot be woken by the clock is a deadlock."""

    def select(self, timeout=None):
        if timeout is None:
            raise RuntimeError("deadlock: every task waits for something that nothing will bring about")
        if timeout > 0:
            sleep(timeout)
        return []

    def close(self):
        pass


class VirtualEventLoop(base_events.BaseEventLoop):
    """Runs callbacks and timers in order; network, processes, signals and threads are not there."""

    def __init__(self):
        super().__init__()
        self._selector = _Selector()
        self._clock_resolution = 1e-9

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass

    def run_in_executor(self, executor, func, *args):
        no_threads()


class VirtualEventLoopPolicy(events._BaseDefaultEventLoopPolicy):
    """Gives out virtual loops."""

    _loop_factory = VirtualEventLoop


def install():
    """Make it the loop of `asyncio.run`."""
    events._event_loop_policy = VirtualEventLoopPolicy()
    for name in ("SelectorEventLoop", "EventLoop"):
        setattr(asyncio, name, VirtualEventLoop)
