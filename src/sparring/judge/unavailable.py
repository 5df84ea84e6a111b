"""What a program asked of the standard library that the exact engine does not have: no fault of the name, and no typing mistake."""

import os
import re

_MISSING = re.compile(r"AttributeError: module 'os' has no attribute '(\w+)'")


def unavailable(got: str) -> str:
    """The function that CPython has and the engine has not (`os.system`), as an exception tells of it; '' if it is nothing of the sort."""
    found = _MISSING.match(got)
    return f"os.{found[1]}" if found and hasattr(os, found[1]) else ""
