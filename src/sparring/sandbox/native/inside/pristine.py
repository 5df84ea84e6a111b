"""A copy of the builtins from before any candidate's code: modules that take it as `__builtins__` keep working when the real ones are patched."""

import builtins
import importlib.util
from types import ModuleType

BUILTINS = dict(vars(builtins))


def pristine(name: str) -> ModuleType:
    """A second copy of an imported module, with these builtins."""
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    module.__dict__["__builtins__"] = BUILTINS
    spec.loader.exec_module(module)
    return module
