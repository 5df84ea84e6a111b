"""What can be imported: the frozen modules and the job's own files. Everything else says so."""

from pristine import BUILTINS as __builtins__  # noqa: F401

import builtins
import importlib.machinery
import linecache
import sys

_spec = importlib.machinery.ModuleSpec
REAL_BUILTINS = builtins  # what a program's modules get: the ones that it can patch
_standard = frozenset(sys.stdlib_module_names)
_frozen = {}
_codes = {}
_hidden = []
_kept = []
_modules = sys.modules
_lines = linecache.cache


class Loader:
    """Executes one file of the job as a module."""

    def __init__(self, file, source):
        self._file = file
        self._source = source

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.__file__, module.__builtins__ = self._file, REAL_BUILTINS
        exec(_codes[self._file], module.__dict__)

    def get_source(self, name):
        return self._source


class Finder:
    """The only finder: no path is ever searched, no file ever opened."""

    def __init__(self):
        self.files = {}

    def find_spec(self, name, path=None, target=None):
        stem = name.replace(".", "/")
        for file, package in ((stem + "/__init__.py", True), (stem + ".py", False)):
            if file in _codes:
                return _spec(name, Loader(file, self.files[file]), origin=file, is_package=package)
        if name in _frozen:
            return _spec(name, Again(_frozen[name]), origin="frozen")
        if name.partition(".")[0] in _standard:
            raise ModuleNotFoundError(f"{name} is not available in the exact engine", name=name)
        return None


class Again:
    """Hands out a frozen module once more after the program has dropped it from `sys.modules`."""

    def __init__(self, module):
        self._module = module

    def create_module(self, spec):
        return self._module

    def exec_module(self, module):
        pass


def add(file, source):
    """Compile a file and make it importable; raises what the compiler raises."""
    FINDER.files[file] = source
    _lines[file] = (len(source), None, source.splitlines(True), file)
    if file.endswith(".py"):
        _codes[file] = compile(source, file, "exec", dont_inherit=True)


def code(file):
    """The compiled file."""
    return _codes[file]


def freeze(hidden):
    """What is imported now, except `hidden`, is what there is."""
    _hidden.extend(name for name in sys.modules if name in hidden or name.partition(".")[0] in hidden)
    _frozen.update({name: module for name, module in sys.modules.items() if name not in _hidden})
    sys.path_importer_cache.clear()


def lock():
    """Shut every other way in (not while freezing: the component's own runtime still imports then)."""
    for name in _hidden:
        _kept.append(_modules.pop(name, None))  # kept: taking them apart would cost a thousand page faults
    sys.meta_path[:] = [FINDER]
    sys.path_hooks.clear()
    sys.path.clear()


FINDER = Finder()
