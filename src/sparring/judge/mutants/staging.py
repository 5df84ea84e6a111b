"""The stage's own files, as they are sent into an engine.

The exact engine compiles whatever comes in, and the stage is longer than most suites: a third of the work of judging one. So it is compiled once in a process, by the engine
itself, in an interpreter that sees nothing else; later jobs get its byte code.
"""

import threading
from pathlib import Path

from sparring.judge.mutants.suite import Framework
from sparring.sandbox.interface import Job, JobOutcome, Sandbox, Step, Value

INSIDE = Path(__file__).parent / "inside"
MAIN = "sparring_stage.py"
MAKE = """import binascii, marshal


def made(files):
    codes = {name.removesuffix(".py"): compile(source, name, "exec", dont_inherit=True, optimize=2) for name, source in files.items()}
    return binascii.b2a_base64(marshal.dumps(codes), newline=False).decode()
"""
CODES = "sparring_stage.base64"
"""No program, so that nothing in there reads it as one: that would take longer than to run it."""
LOADER = f"""import binascii, importlib.machinery, linecache, marshal, sys


class _Ready:
    def find_spec(self, name, path=None, target=None):
        return importlib.machinery.ModuleSpec(name, self) if name in _CODES else None

    def create_module(self, spec):
        return None

    def exec_module(self, module):
        exec(_CODES[module.__name__], module.__dict__)


_CODES = marshal.loads(binascii.a2b_base64(linecache.cache[{CODES!r}][2][0]))
sys.meta_path.insert(0, _Ready())
exec(_CODES["sparring_stage"], globals())
"""
_ready: dict[tuple[str, Framework], dict[str, str]] = {}
_lock = threading.Lock()


def stage_files(sandbox: Sandbox, framework: Framework) -> dict[str, str]:
    """The files of a job whose `main` is `MAIN`."""
    sources = {path.name: path.read_text("utf-8") for path in sorted(INSIDE.glob("sparring_*.py")) if _needed(path.name, framework)}
    if not sandbox.engine_id.startswith("exact"):
        return sources
    with _lock:
        key = sandbox.engine_id, framework
        if key not in _ready:
            _ready[key] = _compiled(sandbox, sources)
        return _ready[key]


def _compiled(sandbox: Sandbox, sources: dict[str, str]) -> dict[str, str]:
    outcome = sandbox.run(Job({"make.py": MAKE}, "make.py", [[Step("eval", "made(files)", {"files": dict(sources.items())})]]))
    step = outcome.groups[0][0] if isinstance(outcome, JobOutcome) and outcome.groups else None
    if step is None or not isinstance(step.result, Value):
        return sources
    return {MAIN: LOADER, CODES: str(step.result.value)}


def _needed(name: str, framework: Framework) -> bool:
    """Compiling a file that is not used costs as much as three mutants."""
    return not name.startswith(("sparring_stage_pytest", "sparring_stage_unittest")) or name == f"sparring_stage_{framework}.py"
