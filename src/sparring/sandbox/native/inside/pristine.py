"""A copy of the builtins from before any candidate's code: modules that take it as `__builtins__` keep working when the real ones are patched."""

import builtins

BUILTINS = dict(vars(builtins))
