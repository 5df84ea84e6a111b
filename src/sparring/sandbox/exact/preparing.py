"""Compiles the component before anybody waits for it."""

from pathlib import Path

from sparring.sandbox.exact import cache


def prepare(folder: Path, progress: cache.Progress | None = None) -> None:
    """Make sure that the compiled component is in `folder`, so that later starts are quick."""
    from sparring.sandbox.exact.interpreter import new_engine  # the runtime is loaded where there is something to compile

    if not cache.is_prepared(folder):
        cache.load(folder, new_engine(), progress)
