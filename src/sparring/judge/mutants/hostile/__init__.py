"""Test suites that mean harm: each would have its kills believed, or our judge fooled, and each gets the right status. The module under test is `CART`.

The room's tests run them, and `sparring bench hostile` counts them beside the programs of `sandbox/hostile`, with an honest suite right after each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from sparring.core.verdict import Status
from sparring.judge.mutants import Report, Subject, decoys, judge_suite, mutants, read_suite
from sparring.judge.mutants.hostile.suites import CART, HEAD, HONEST, SLOW, SUITES, USE
from sparring.sandbox.interface import Sandbox

FLAKY, BLIND = "flaky", "blind"
"""What is no status of a verdict: outcomes change from run to run; nothing was gained (it has no kill that calling the module alone has not)."""


@dataclass(frozen=True, slots=True)
class HostileSuite:
    """One suite: its text, and the statuses that are right for it."""

    name: str
    source: str
    right: tuple[str, ...]
    sample: bool


def hostile_suites() -> Sequence[HostileSuite]:
    """All of them."""
    return tuple(HostileSuite(name, HEAD + source, right, name not in SLOW) for name, (source, right) in SUITES.items())


def judged(sandbox: Sandbox, source: str, seed: int = 1) -> Report:
    """A suite on every mutant of the cart, and on right carts in other words."""
    suite = read_suite({"test_it.py": source})
    return judge_suite(sandbox, Subject("cart.py", CART), suite, mutants(CART), decoys(CART), Random(seed), getattr(sandbox, "workers", 1))


def without_assertions(sandbox: Sandbox) -> frozenset[str]:
    """The mutants that show themselves to whoever calls them: what anybody may kill."""
    return frozenset(each.mutant.id for each in judged(sandbox, HEAD + "def test_a():\n" + USE + "    split('a')\n").killed)


def status(report: Report, anybody: frozenset[str]) -> str:
    """What is said of a suite; `passed` where kills count that not `anybody` has: no hostile one may come so far."""
    if report.trouble:
        return report.trouble.status.value
    if report.flaky:
        return FLAKY
    if report.wrong:
        return (Status.FORBIDDEN if report.reads_text else Status.WRONG_ANSWER).value
    return BLIND if {each.mutant.id for each in report.killed} <= anybody else Status.PASSED.value


def honest(sandbox: Sandbox) -> bool:
    """Whether an honest suite is judged as it should be."""
    report = judged(sandbox, HEAD + HONEST)
    return status(report, frozenset()) == Status.PASSED.value and len(report.killed) > len(report.survived)
