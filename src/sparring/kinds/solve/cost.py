"""How the cost of a right solution grows, beside the reference: filled in by the judge's growth room."""

from sparring.core.answer import Code
from sparring.core.exercise import Exercise
from sparring.core.verdict import Finding
from sparring.kinds.kind import Tools
from sparring.kinds.solve.schema import SolveSpec


def cost_findings(exercise: Exercise[SolveSpec], code: Code, tools: Tools) -> tuple[Finding, ...]:
    return ()
