"""The exact engine: CPython frozen into WebAssembly, run with fuel, the same verdict and the same count everywhere."""

from sparring.sandbox.exact.artifact import engine_id
from sparring.sandbox.exact.cache import is_prepared
from sparring.sandbox.exact.pool import ExactPool
from sparring.sandbox.exact.preparing import prepare

__all__ = ["ExactPool", "engine_id", "is_prepared", "prepare"]
