"""The candidate finds a bug in code that is given, and mends it keeping the change small."""

from sparring.kinds.fix.grader import Fix

KIND = Fix()
