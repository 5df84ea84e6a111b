"""What a `say` exercise must prove: accepted variants pass without a remark, wrong ones do not, every trap is sprung by one of them."""

from collections.abc import Callable, Iterator, Set

from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.text import Message
from sparring.core.verdict import Outcome, Verdict
from sparring.kinds.say.schema import SaySpec

JudgeText = Callable[[SaySpec, str], Verdict]
ACCEPTED, WRONG = 2, 2
FILE = "exercise.toml"


def prove(exercise: Exercise[SaySpec], judge: JudgeText, rules: Set[str]) -> list[Problem]:
    """Every claim of the exercise that does not hold."""
    spec = exercise.spec
    problems = [*_accepted(spec, judge), *_wrong(spec, judge, exercise.complete), *_rules(spec, rules)]
    if exercise.complete and len(spec.accepted) < ACCEPTED:
        problems.append(_problem("accepted", "say.few-accepted", found=len(spec.accepted), least=ACCEPTED))
    if exercise.complete and len(spec.wrong) < WRONG:
        problems.append(_problem("wrong", "say.few-wrong", found=len(spec.wrong), least=WRONG))
    return problems


def _problem(field: str, message: str, **params: str | int) -> Problem:
    return Problem(FILE, 0, field, Message(message, dict(params)))


def _accepted(spec: SaySpec, judge: JudgeText) -> Iterator[Problem]:
    for text in spec.accepted:
        verdict = judge(spec, text)
        if verdict.outcome is not Outcome.CORRECT:
            missed = ", ".join(finding.criterion for finding in verdict.findings if finding.ok is not True)
            yield _problem("accepted", "say.accepted-fails", text=text, missed=missed)


def _wrong(spec: SaySpec, judge: JudgeText, complete: bool) -> Iterator[Problem]:
    sprung = set()
    for text in spec.wrong:
        verdict = judge(spec, text)
        sprung |= {finding.criterion for finding in verdict.findings}
        if verdict.passed:
            yield _problem("wrong", "say.wrong-passes", text=text)
    for trap in spec.traps if complete else ():
        if f"trap:{trap.id}" not in sprung:
            yield _problem("traps", "say.trap-never-sprung", id=trap.id)


def _rules(spec: SaySpec, rules: Set[str]) -> Iterator[Problem]:
    for trap in spec.traps:
        if trap.rule and trap.rule not in rules:
            yield _problem("traps", "say.no-rule", id=trap.id, rule=trap.rule)
