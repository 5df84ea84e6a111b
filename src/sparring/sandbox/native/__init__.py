"""The native engine: real CPython behind walls of the kernel, for what needs threads, files, packages or a server."""

from sparring.sandbox.native.packages import PLAIN, PYTEST, PackageSet
from sparring.sandbox.native.pool import NativeSandbox
from sparring.sandbox.native.tier import Tier, found

__all__ = ["PLAIN", "PYTEST", "NativeSandbox", "PackageSet", "Tier", "found"]
