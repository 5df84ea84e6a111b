"""The builtins as they were before any candidate's code ran.

Every module of the harness takes them as its own (`from pristine import BUILTINS as __builtins__`): functions look their builtins up in the
dictionary that their module had when they were defined, so patching `builtins` harms only the one who does it.
"""

import builtins

BUILTINS = dict(vars(builtins))
