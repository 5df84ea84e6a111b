"""The proven optimum of a resource-constrained project."""

from dataclasses import dataclass
from random import Random
from time import perf_counter

from sparring.planning import solver
from sparring.planning.rcpsp import Instance, Schedule, heuristic, lower_bound, makespan, tails


@dataclass(frozen=True, slots=True)
class Solved:
    """A schedule, the least makespan that any schedule could have as far as is known, and the seconds it took. `method`: cp-sat, heuristic."""

    schedule: Schedule
    makespan: int
    bound: int
    seconds: float
    method: str

    @property
    def proved(self) -> bool:
        """Whether no schedule can be shorter."""
        return self.bound >= self.makespan


def solve(instance: Instance, seconds: float = 60.0, *, exact: bool = True) -> Solved:
    """The shortest schedule, proved where the solver is installed (or where a good one meets the simple bound) and the time suffices."""
    started = perf_counter()
    found = heuristic(instance, Random(0))
    span, bound, method = makespan(instance, found), lower_bound(instance), "heuristic"
    if exact and bound < span and solver.available():
        found, bound = _proved(instance, found, bound, seconds)
        span, method = makespan(instance, found), "cp-sat"
    return Solved(found, span, bound, round(perf_counter() - started, 3), method)


def _proved(instance: Instance, hint: Schedule, bound: int, seconds: float) -> tuple[Schedule, int]:
    cp = solver.load()
    model, span = cp.CpModel(), makespan(instance, hint)
    rest, early = tails(instance), _heads(instance)
    starts = [model.new_int_var(early[job], span - rest[job], f"s{job}") for job in range(instance.size)]
    spans = [model.new_fixed_size_interval_var(starts[job], instance.durations[job], f"i{job}") for job in range(instance.size)]
    for job, before in enumerate(instance.before):
        for other in before:
            model.add(starts[job] >= starts[other] + instance.durations[other])
    for resource, most in enumerate(instance.capacity):
        users = [job for job in range(instance.size) if instance.needs[job][resource] and instance.durations[job]]
        model.add_cumulative([spans[job] for job in users], [instance.needs[job][resource] for job in users], most)
    end = model.new_int_var(bound, span, "end")
    for job in range(instance.size):
        model.add(end >= starts[job] + instance.durations[job])
        model.add_hint(starts[job], hint[job])
    model.minimize(end)
    running = solver.solver(cp, seconds)
    status = running.solve(model)
    least = max(bound, round(running.best_objective_bound))
    if status not in (cp.OPTIMAL, cp.FEASIBLE):
        return hint, bound
    return tuple(running.value(start) for start in starts), least


def _heads(instance: Instance) -> list[int]:
    found: list[int] = []
    for before in instance.before:
        found.append(max((found[other] + instance.durations[other] for other in before), default=0))
    return found
