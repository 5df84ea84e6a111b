"""What the native engine is on this machine, for `sparring doctor` and for servers that refuse anything but the strong tier."""

from dataclasses import dataclass

from sparring.core.problem import JudgeError
from sparring.core.text import Message, Saying
from sparring.sandbox.interface import Job, JobOutcome, Raised, Step, Value
from sparring.sandbox.native.pool import NativeSandbox
from sparring.sandbox.native.tier import Tier, TierName, found

FORBIDDEN = (
    "open('/etc/passwd')",
    "open('/usr/sparring', 'w')",
    "open('/proc/1/environ')",
    "__import__('socket').create_connection(('192.0.2.1', 9), 1)",
)
BY_SECCOMP = ("__import__('os').fork()", "__import__('socket').socket(1)", "__import__('os').memfd_create('x')")


@dataclass(frozen=True, slots=True)
class Examined:
    """Whether it judged a small program rightly just now, its id, tier and protections, those it lacks, and what to say about it."""

    available: bool
    id: str | None
    tier: TierName
    protections: tuple[str, ...]
    lacking: tuple[str, ...]
    remark: Saying | None


def examine() -> Examined:
    """Start it and try it; a broken engine is reported, never raised."""
    tier = found()
    try:
        with NativeSandbox(workers=1, tier=tier) as engine:
            right = _holds(engine, tier)
            name = engine.engine_id
    except JudgeError as error:
        return Examined(False, None, tier.name, tier.protections, tier.lacking, error.saying)
    weaker = Message("native.weaker", {"lacking": ", ".join(tier.lacking)}) if tier.lacking else None
    return Examined(right, name, tier.name, tier.protections, tier.lacking, weaker if right else Message("native.wrong"))


def _holds(engine: NativeSandbox, tier: Tier) -> bool:
    """Whether a small program is judged rightly, and what must be refused is refused, by trying it."""
    tried = [*FORBIDDEN, *(BY_SECCOMP if "seccomp" in tier.protections else ())]
    steps = [Step("eval", source) for source in ("f(10)", *tried)]
    outcome = engine.run(Job({"solution.py": "def f(n): return sum(range(n))"}, groups=[steps]))
    if not isinstance(outcome, JobOutcome) or not outcome.groups:
        return False
    first, *rest = (step.result if step else None for step in outcome.groups[0])
    return first == Value(45) and all(isinstance(result, Raised) for result in rest)
