"""Verify a claim: what an article or an assistant said, run on every interpreter that there is, with the versions and what differs."""

import ast
import difflib
import re
from contextlib import closing
from dataclasses import dataclass, replace

from sparring.core.problem import JudgeError
from sparring.judge.trace.record import LIMITS
from sparring.sandbox.interface import Job, JobOutcome, Raised, Sandbox, Step, StepOutcome, Stopped, Unreadable, Value
from sparring.sandbox.native import PLAIN, NativeSandbox
from sparring.sandbox.unconfined import Unconfined
from sparring.usecases.app import App

MOST_CLAIM = 5_000
MOST_LINES = 400
NAME = "snippet.py"
VERSION = "'.'.join(map(str, __import__('sys').version_info[:3]))"
KEPT = "_assertions"
_PLACE = re.compile(rf'File "[^"\n]*{re.escape(NAME)}", line (\d+)')
LIMITED = replace(
    LIMITS, instructions=4_000_000_000, step_instructions=4_000_000_000, kept_output_bytes=64 << 10, cpu_seconds=5.0, wall_seconds=10.0
)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a snippet did on one interpreter.

    `where`: `exact`, `native` (behind walls) or `machine` (unconfined); `how`: `finished`, `raised` (with `error` and the snippet's last `line` that it came through, 0 if
    that is not known, and its `code`), or a `Stop`'s value.
    """

    where: str
    version: str
    output: str
    how: str
    error: str = ""
    line: int = 0
    code: str = ""

    @property
    def shown(self) -> str:
        """The output with how and where it ended, as it is compared."""
        place = f"{NAME}:{self.line}: {self.code}\n" if self.line else ""
        return self.output + (f"{place}{self.error or self.how}\n" if self.how != "finished" else "")

    @property
    def asserted(self) -> bool:
        """Whether an assertion of the snippet did not hold."""
        return self.how == "raised" and self.error.startswith("AssertionError")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an output; `differs` where another interpreter has another line, or none."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim's run.

    `verdict`: `holds` (every assertion held everywhere), `fails` (one failed everywhere), `swallowed` (one did not hold, and the snippet caught it), `depends` (the
    interpreters differ), `missing` (a module that it imports is nowhere here), `wavers` (only what changes from run to run differs), `same` (no assertion ran, all did the
    same), `nothing` (all did the same, and nothing can be seen of it), `stopped` (it was ended from outside everywhere).
    """

    claim: str
    source: str
    runs: tuple[Ran, ...]
    verdict: str

    def lines(self, run: Ran) -> list[Line]:
        """The output of a run; what is not so on the first interpreter is marked."""
        first = self.runs[0].shown.splitlines()
        own = run.shown.splitlines()
        same = {
            at
            for block in difflib.SequenceMatcher(None, first, own, autojunk=False).get_matching_blocks()
            for at in range(block.b, block.b + block.size)
        }
        return [Line(text, index not in same) for index, text in enumerate(own[:MOST_LINES])]


def check(app: App, claim: str, source: str, *, own_machine: bool = False) -> Checked:
    """Run the snippet on the exact engine, behind the native engine's walls, and with consent (`own_machine`) on every other CPython of this machine."""
    runs = _runs(app, source, own_machine=own_machine)
    found = verdict(source, runs)
    if found == "depends" and _wavers(runs, _runs(app, source, own_machine=own_machine)):
        found = verdict(source, runs[:1])
        found = "wavers" if found == "same" else found
    if found == "holds":
        found = _held(app.engine, source) or _unasserted(runs)
    return Checked(claim, source, tuple(runs), found)


def _runs(app: App, source: str, *, own_machine: bool) -> list[Ran]:
    runs = [_confined(app.engine, "exact", source)]
    try:
        with closing(NativeSandbox(PLAIN, workers=1)) as native:
            runs.append(_confined(native, "native", source))
    except JudgeError:
        pass  # this machine gives no walls: the page says which interpreters there were
    if own_machine:
        seen = {run.version for run in runs if run.where == "native"}
        runs += [
            _told(each.version, each.status, each.output, each.error, source)
            for each in Unconfined().run_script(source, NAME, 5)
            if each.version not in seen
        ]
    return runs


def verdict(source: str, runs: list[Ran]) -> str:
    """What the runs say together, taking it that assertions which are written ran; see `Checked`."""
    if len({run.shown for run in runs}) > 1 and len({(run.how, run.asserted, run.output) for run in runs}) > 1:
        return "depends"
    if runs[0].how not in ("finished", "raised"):
        return "stopped"
    if runs[0].asserted:
        return "fails"
    if all(run.error.startswith(("ModuleNotFoundError", "ImportError")) for run in runs):
        return "missing"
    if runs[0].how == "raised":
        return "same"
    return "holds" if _asserts(source) else _unasserted(runs)


def _unasserted(runs: list[Ran]) -> str:
    """What runs say that all did the same, where nothing was asserted."""
    return "same" if runs[0].output else "nothing"


def _wavers(runs: list[Ran], again: list[Ran]) -> bool:
    """Whether nothing differs between the interpreters but what also differs between two runs of one: addresses, the order of a set, the clock."""
    if len(again) != len(runs) or len({(run.how, run.asserted) for run in (*runs, *again)}) > 1:
        return False
    texts = [(run.output.splitlines(), more.output.splitlines()) for run, more in zip(runs, again, strict=True)]
    if len({len(text) for pair in texts for text in pair}) > 1:
        return any(len(one) != len(two) for one, two in texts)
    steady = [at for at in range(len(texts[0][0])) if all(one[at] == two[at] for one, two in texts)]
    return all(len({one[at] for one, _ in texts}) == 1 for at in steady)


def _asserts(source: str) -> bool:
    """Whether a snippet says what should hold; one that cannot be read does not."""
    try:
        return any(isinstance(node, ast.Assert) for node in ast.walk(ast.parse(source)))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


class _Counting(ast.NodeTransformer):
    """Notes each assertion that is come to (0) and each that held (1) where no name of the snippet hides the notes."""

    def visit_Assert(self, node: ast.Assert) -> list[ast.stmt]:
        come, held = (ast.parse(f"__import__('builtins').__dict__.setdefault({KEPT!r}, [0, 0])[{at}] += 1").body for at in (0, 1))
        return [*come, node, *held]


def _held(engine: Sandbox, source: str) -> str:
    """`holds` if assertions ran and each that ran held, `swallowed` if the snippet caught one that did not, '' if none ran. For a snippet that came to its end."""
    counting = ast.unparse(ast.fix_missing_locations(_Counting().visit(ast.parse(source))))
    counts = Step("eval", f"__import__('builtins').__dict__.get({KEPT!r}, [0, 0])")
    outcome = engine.run(Job({NAME: counting}, NAME, [[counts]], LIMITED, as_script=True))
    step = outcome.groups[0][0] if isinstance(outcome, JobOutcome) and outcome.groups else None
    come, held = step.result.value if step and isinstance(step.result, Value) and isinstance(step.result.value, list) else (0, 0)
    return "" if not come else "holds" if come == held else "swallowed"


def _confined(sandbox: Sandbox, where: str, source: str) -> Ran:
    outcome = sandbox.run(Job({NAME: source}, NAME, (), LIMITED, as_script=True))
    version = _version(sandbox)
    if isinstance(outcome, Unreadable):
        return Ran(where, version, "", "raised", f"SyntaxError: {outcome.text} (line {outcome.line})")
    return _ended(where, version, outcome, source)


def _version(sandbox: Sandbox) -> str:
    """The patch version of an engine's CPython, as it says itself."""
    outcome = sandbox.run(Job({}, None, [[Step("eval", VERSION)]], LIMITED))
    step = outcome.groups[0][0] if isinstance(outcome, JobOutcome) and outcome.groups else None
    return str(step.result.value)[:20] if step is not None and isinstance(step.result, Value) else "?"


def _ended(where: str, version: str, outcome: JobOutcome, source: str) -> Ran:
    load: StepOutcome = outcome.load
    match load.result:
        case Raised(type=kind, text=text, frames=frames):
            name = kind.removeprefix("builtins.")
            line = next((frame.line for frame in reversed(frames) if frame.file.endswith(NAME)), 0)
            return Ran(where, version, load.output, "raised", f"{name}: {text}" if text else name, line, _code(source, line))
        case Stopped(why=why):
            return Ran(where, version, load.output, why.value)
    return Ran(where, version, load.output, "finished")


def _code(source: str, line: int) -> str:
    lines = source.splitlines()
    return lines[line - 1].strip() if 0 < line <= len(lines) else ""


def _told(version: str, status: str, output: str, error: str, source: str) -> Ran:
    last = error.strip().splitlines()[-1] if error.strip() else ""
    how = {"passed": "finished", "exception": "raised"}.get(status, status)
    if how != "raised":
        return Ran("machine", version, output, how)
    line = int(next(reversed(_PLACE.findall(error)), "0"))
    return Ran("machine", version, output, how, last, line, _code(source, line))
