"""The stage: runs a test suite against one variant of a module after the other, in one interpreter. What it says is judged outside.

It is a job's program (`main`), so that a step can call `perform`; it runs in the exact engine (which holds pytest) and on real CPythons alike. Variants come in one
at a time, as the values of a step, and nothing here knows which of them are right.
"""

import ast
import linecache
import os
import random
import re
import sys
import warnings

import sparring_stage_guard as stage_guard

_exec, _compile, _patched = exec, compile, stage_guard.patched
_sources = {}
_codes = {}
_state = {}
BAD = ("failed", "error")
CHANCE = 20261123, 139, 468, 4
"""What `random` is seeded with: every variant with the first, so that it meets the same suite; what fails is tried again with the others, whose first draws are very small,
very large and in between."""
CHANCY = "random", "secrets", "uuid", "urandom", "time.", "datetime", "id(object("
"""Words without which hardly a suite depends on chance or the clock: one that has them runs some more times before it is believed."""
LIBRARY = frozenset((*sys.stdlib_module_names, "_pytest", "pytest", "pluggy")) - {"__main__"}


class _Finder:
    """Finds the suite's files and those beside the module."""

    def find_spec(self, name, path=None, target=None):
        file, package = _file_of(name)
        if file is None:
            return None
        from importlib.machinery import ModuleSpec

        return ModuleSpec(name, _Loader(file), origin=file, is_package=package)


class _Loader:
    def __init__(self, file):
        self._file = file

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        module.__file__ = self._file
        for code in _code(self._file):
            _exec(code, module.__dict__)

    def get_source(self, name):
        return _sources[self._file]


def _file_of(name):
    stem = name.replace(".", "/")
    for file, package in ((stem + "/__init__.py", True), (stem + ".py", False)):
        if file in _sources:
            return file, package
    if any(file.startswith(stem + "/") for file in _sources):
        _sources[stem + "/__init__.py"] = ""
        return stem + "/__init__.py", True
    return None, False


def _code(file):
    if file not in _codes:
        _codes[file] = [_compile(_sources[file], file, "exec", dont_inherit=True)]
    return _codes[file]


def _statements(source, file):
    """[(first line, last line, code, its methods), …] of a module's top statements; none where they cannot stand alone."""
    found, end = [], 0
    for node in ast.parse(source, file).body:
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
        if first <= end or isinstance(node, ast.AnnAssign) or (isinstance(node, ast.ImportFrom) and node.module == "__future__"):
            return []
        end = node.end_lineno
        found.append((first, end, _compile(ast.Module([node], []), file, "exec", dont_inherit=True), _methods(node)))
    return found


def _methods(node):
    """[(class, its line, first line, first line of the body, last line), …] of the methods whose body stands on lines of its own."""
    if not isinstance(node, ast.ClassDef) or getattr(node, "type_params", ()):
        return []
    methods = [each for each in node.body if isinstance(each, ast.FunctionDef) and not each.decorator_list]
    heads = [max([each.lineno, *(part.end_lineno for part in (*_inner(each.args), *_inner(each.returns)))]) for each in methods]
    return [
        (node.name, node.lineno, each.lineno, each.body[0].lineno, each.end_lineno)
        for each, head in zip(methods, heads, strict=True)
        if each.body[0].lineno > head and each.lineno > node.lineno
    ]


def _inner(node):
    return [each for each in ast.walk(node) if hasattr(each, "end_lineno")] if node is not None else []


def _module(source, file):
    """The codes of a variant: of the module's top statements only the changed one is compiled, which is otherwise the dearest part of a mutant."""
    if "statements" not in _state:
        _state["statements"] = _statements(_state["reference"], file)
    before, after = _state["reference"].splitlines(), source.splitlines()
    same = next((n for n, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    most = min(len(before), len(after)) - same
    rest = next((n for n in range(most) if before[-1 - n] != after[-1 - n]), most)
    changed = same + 1, max(same + 1, len(before) - rest)
    codes = []
    for first, last, code, methods in _state["statements"]:
        if first <= changed[0] and changed[1] <= last:
            alone = [each for each in methods if each[3] <= changed[0] and changed[1] <= each[4] and len(before) == len(after)]
            part = _with_method(code, after, file, *alone[0]) if alone else None
            text = "\n" * (first - 1) + "\n".join(after[first - 1 : last + len(after) - len(before)])
            codes.append(part or _compile(text, file, "exec", dont_inherit=True))
            changed = 0, 0
        else:
            codes.append(code)
    return codes if codes and (changed == (0, 0) or before == after) else [_compile(source, file, "exec", dont_inherit=True)]


def _with_method(code, lines, file, name, line, first, _, last):
    """The code of a class statement with one method's as it is in `lines`; None where it does not stand for itself."""
    text = "\n" * (line - 1) + f"class {name}:" + "\n" * (first - line) + "\n".join(lines[first - 1 : last])
    method = _nested(_nested(_compile(text, file, "exec", dont_inherit=True), name)[0], None, first)
    classes = _nested(code, name)
    before = _nested(classes[0], None, first) if len(classes) == 1 else []
    if len(method) != 1 or len(before) != 1 or (method[0].co_name, method[0].co_freevars) != (before[0].co_name, before[0].co_freevars):
        return None
    return _replaced(code, classes[0], _replaced(classes[0], before[0], method[0]))


def _nested(code, name=None, line=None):
    """The codes directly in it, of that name or that line."""
    inner = [each for each in code.co_consts if type(each) is type(code)]
    return [each for each in inner if (name is None or each.co_name == name) and (line is None or each.co_firstlineno == line)]


def _replaced(code, old, new):
    return code.replace(co_consts=tuple(new if each is old else each for each in code.co_consts))


def _explained(run):
    """Run it; if a test fails, once more with asserts that say what they compared (pytest's rewriting takes longer than the tests themselves)."""
    told = run()
    if _green(told) or not _state["pytest"]:
        return told
    from _pytest.assertion.rewrite import rewrite_asserts

    plain = dict(_codes)
    for file in _state["suite"]:
        try:
            tree = ast.parse(_sources[file], file)
            rewrite_asserts(tree, _sources[file].encode(), file, _state["runner"].config)
            _codes[file] = [_compile(tree, file, "exec", dont_inherit=True)]
        except (SyntaxError, ValueError, RecursionError):
            continue  # it is told in its turn
    _state["runner"].telling = True
    again = run()
    _state["runner"].telling = False
    _codes.update(plain)
    return told if _green(again) else again


def prepare(files, suite, module, framework, reference):
    """Make ready, once: all files by name, the names of the suite's, the file of the module under test, `pytest` or `unittest`, and the module as it is."""
    if _state:
        return
    if not os.path.isdir("/"):
        import sparring_stage_files as stage_files

        stage_files.install()
        stage_files.reset(files)
        _state["disk"] = stage_files
    _sources.update(files)
    _sources.setdefault(module, "")
    for file, source in files.items():
        linecache.cache[file] = (len(source), None, source.splitlines(True), file)
    _state.update(suite=suite, file=module, pytest=framework == "pytest", reference=reference)
    if framework == "pytest":
        import sparring_stage_pytest as stage_pytest

        _state["runner"] = stage_pytest.Runner(list(files.values()))
    else:
        import sparring_stage_unittest as stage_unittest

        _state["runner"] = stage_unittest.Runner()
    sys.meta_path.insert(0, _Finder())  # before pytest's own, which looks for every module of theirs on the disk first
    tops = {re.split("[/.]", file)[0] for file in _sources}
    for name in [name for name in sys.modules if name.partition(".")[0] in tops and _file_of(name)[0]]:
        del sys.modules[name]  # a module of the standard library that has the name of one of theirs
    _state.update(
        environ=dict(os.environ),
        path=list(sys.path),
        filters=list(warnings.filters),
        modules=dict(sys.modules),
        guard=stage_guard.snapshot(),
        chancy=any(word in text for text in files.values() for word in CHANCY),
        placed=any(CHANCY[-1] in text for text in files.values()),
        spaces=_spaces(set(re.findall(r"\w+", " ".join(files.values())))),
    )


def rehearse(source, backwards=True, most=0, whole=False):
    """Run the suite on `source`, a version that ought to be right: as `perform` tells, with {"lines": {test: [line, …]}} of the module, and {"backwards": [test, …]},
    the tests that fail when they run in the opposite order (if that is to be tried); {"unstable": [test, …]}: those whose outcome changes in their own order, too.

    A suite of more tests than `most` (0: as many as it likes) runs none, here and afterwards: {"many": how many it has}. `whole`: every variant meets all tests.
    Failures are explained only where it is to be tried backwards, too: that is where they are told.
    """
    _state["rehearsed"] = source
    _state["runner"].begin(most)
    try:
        told = _explained(_rehearsed) if backwards else _rehearsed()
    except stage_guard.TooMany as error:
        _state["lines"] = {"": []}
        return {"tests": [], "patched": "", "looped": False, "lines": {}, "many": error.args[0]}
    told["backwards"] = []
    if backwards and _green(told):
        again = _run(source, None, "", True, True, CHANCE[1])
        told["backwards"] = [test for test, outcome, _ in again["tests"] if outcome in BAD]
    if backwards and (told["backwards"] or not _green(told) or _state["chancy"]):
        told["unstable"] = _unstable(source, told["tests"], "")
    _state["lines"] = told["lines"] if _green(told) and not told["backwards"] and not whole else None
    return told


def _rehearsed():
    return _run(_state["rehearsed"], None, "lines", True, False)


def perform(source, lines):
    """Run the suite on the variant `source`: {"tests": [[id, outcome, text], …], "patched": name, "looped": bool}.

    `lines`: the first and the last line that were changed: the tests that run them come first, the others only if those pass, and none where no line was ever run.
    It ends at the first test that does not pass.
    """
    if "lines" not in _state:
        rehearse(_state["reference"])
    told = _performed(source, lines)
    _state["last"] = source, told
    return told


def explain():
    """What `perform` said last; if a test did not pass, what all of them say of that variant, with what was compared, and loops left to run.

    {"unstable": [test, …]}: those that are no matter of the variant: run again they come out otherwise, here or on the module as it is.
    """
    source, told = _state["last"]
    if _green(told):
        return told
    again = _explained(lambda: _run(source, None, "", True, False))
    if "wavering" not in _state:
        known = _state["rehearsed"]
        _state["wavering"] = _unstable(known, _run(known, None, "", True, False)["tests"], "")
    unstable = {*_state["wavering"], *_differing(told["tests"], again["tests"])}
    if not unstable:
        unstable |= {*_unstable(source, again["tests"], "rounds")}
    again["unstable"] = sorted(unstable)
    return again


def _unstable(source, told, watched):
    """The tests whose outcome is another with another chance, and a moment later."""
    found = set()
    for seed in CHANCE[1:]:
        found |= _differing(told, _run(source, None, watched, True, False, seed)["tests"])
    return sorted(found)


def _differing(some, others):
    before = {test: outcome in BAD for test, outcome, _ in some}
    return {test for test, outcome, _ in others if before.get(test, outcome in BAD) != (outcome in BAD)}


def _performed(source, lines):
    covering = _state["lines"]
    if covering is None or any(lines[0] <= line <= lines[1] for line in covering[""]):
        return _run(source, None, "rounds", False, False)
    only = {test for test, ran in covering.items() if any(lines[0] <= line <= lines[1] for line in ran)}
    others = covering.keys() - only - {""}
    if not only:
        return {"tests": [], "patched": "", "looped": False}
    return _run(source, (only, others), "rounds", False, False)


def attend(source, explained):
    """Run the whole suite on the variant `source`, also after a test that fails; loops are stopped. As `perform` tells; `explained`: a failing assert says what it compared."""

    def run():
        return _run(source, None, "rounds", True, False)

    return _explained(run) if explained else run()


def control(file, source):
    """Run a test file of the host's, with everything as the suite left it."""
    _sources[file] = source
    tests = _state["runner"].run([file], None, True, False, lambda test: None)
    return {"tests": tests, "patched": _patched(_state["guard"])}


def _green(told):
    return not any(outcome in BAD for _, outcome, _ in told["tests"])


def _run(source, phases, watched, patient, backwards, seed=CHANCE[0]):
    file = _state["file"]
    told = {"tests": [], "patched": "", "looped": False}
    try:
        codes = _module(source, file)
    except (SyntaxError, ValueError) as error:
        return {**told, "tests": [[file, "error", str(error)]], "lines": {"": []}}
    _restore(file, source, seed)
    _codes[file] = codes
    watch = stage_guard.Watch(file, codes, watched, _state.get("usual", 0))
    sink = stage_guard.Sink()
    sys.stdout, sys.stderr, output = sink, sink, (sys.stdout, sys.stderr)
    try:
        with watch:
            told["tests"] = _state["runner"].run(_state["suite"], phases, patient, backwards, watch.begin)
    finally:
        sys.stdout, sys.stderr = output
    if watched == "lines":
        _state["usual"] = watch.usual
    return {**told, "looped": watch.looped, "lines": watch.told(), "patched": _patched(_state["guard"])}


def _spaces(words):
    """[(attributes, a copy), …] of the modules that are put back: `sys`, `builtins`, and what their files name of the library and of pytest; not those of the engine.

    To look through all of them before every variant would cost a quarter of its run.
    """
    words |= {"sys", "builtins"}
    named = [(name, module) for name, module in list(sys.modules.items()) if name.rpartition(".")[2] in words and type(module) is type(sys)]
    return [(vars(module), dict(vars(module))) for name, module in named if name.partition(".")[0] in LIBRARY]


def _restore(file, source, seed):
    """The interpreter as it was before the suite was imported, as far as Python code can put it back."""
    _sources[file] = source
    linecache.cache[file] = (len(source), None, source.splitlines(True), file)
    if "disk" in _state:
        _state["disk"].reset(_sources)
    kept = _state["modules"]
    for name in [name for name in sys.modules if name not in kept]:
        del sys.modules[name]
    sys.modules.update(kept)
    for space, before in _state["spaces"]:
        if space != before:
            space.clear()
            space.update(before)
    if dict(os.environ) != _state["environ"]:
        os.environ.clear()
        os.environ.update(_state["environ"])
    sys.path[:] = _state["path"]
    warnings.filters[:] = _state["filters"]
    random.seed(seed)
    if _state["placed"]:  # with another chance objects lie elsewhere, too
        _state["ballast"] = [object() for _ in range(0 if seed == CHANCE[0] else seed % 61)]
    sys.setrecursionlimit(1000)
