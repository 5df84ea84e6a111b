"""What the native engine is on this machine, for `sparring doctor` and for servers that refuse anything but the strong tier."""

from dataclasses import dataclass

from sparring.core.problem import JudgeError
from sparring.core.text import Message, Saying
from sparring.sandbox.interface import Job, JobOutcome, Step, Value
from sparring.sandbox.native.pool import NativeSandbox
from sparring.sandbox.native.tier import TierName, found


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
            outcome = engine.run(Job({"solution.py": "def f(n): return sum(range(n))"}, groups=[[Step("eval", "f(10)")]]))
            name = engine.engine_id
    except JudgeError as error:
        return Examined(False, None, tier.name, tier.protections, tier.lacking, error.saying)
    right = isinstance(outcome, JobOutcome) and outcome.groups[0][0] is not None and outcome.groups[0][0].result == Value(45)
    weaker = Message("native.weaker", {"lacking": ", ".join(tier.lacking)}) if tier.lacking else None
    return Examined(right, name, tier.name, tier.protections, tier.lacking, weaker if right else Message("native.wrong"))
