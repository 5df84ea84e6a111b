"""A fake engine for other rooms' tests: runs nothing, answers what it was told to answer, always the same."""

from collections.abc import Callable, Mapping, Sequence

from sparring.core.plain import Plain
from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.sandbox.interface import Job, JobOutcome, Result, Step, StepOutcome, Stopped, Unreadable, Value

ENGINE_ID = "fake-1"
INSTRUCTIONS = 1000
NOTHING = Value(None)

Answer = Result | StepOutcome
Answers = Mapping[str, Answer] | Callable[[Step], Answer | None]


class FakeSandbox:
    """A `Sandbox` that keeps every job it was given in `jobs`.

    `answers`: what a step does, by its source, or a function of the step; steps without an answer give `Value(None)`. `load`: what loading the
    program does; with an `Unreadable` the whole job is that. Every step takes 1,000 instructions unless its answer says otherwise. After a
    `Stopped` the rest of the group is not run, as the interface demands.
    """

    def __init__(self, answers: Answers | None = None, load: Answer | Unreadable = NOTHING) -> None:
        self._answers = answers or {}
        self._load = load
        self._closed = False
        self.jobs: list[Job] = []

    @property
    def engine_id(self) -> str:
        """Always `fake-1`."""
        return ENGINE_ID

    def run(self, job: Job) -> JobOutcome | Unreadable:
        """Answer from the script."""
        if self._closed:
            raise JudgeError(Message("sandbox.closed"))
        self.jobs.append(job)
        if isinstance(self._load, Unreadable):
            return self._load
        load = _outcome(self._load)
        groups = tuple(self._group(group) for group in job.groups) if isinstance(load.result, Value) else ()
        total = load.instructions + sum(step.instructions for group in groups for step in group if step)
        return JobOutcome(ENGINE_ID, load, groups, total)

    def close(self) -> None:
        """Later calls raise JudgeError."""
        self._closed = True

    def _group(self, steps: Sequence[Step]) -> tuple[StepOutcome | None, ...]:
        outcomes: list[StepOutcome | None] = []
        stopped = False
        for step in steps:
            outcomes.append(None if stopped else self._step(step))
            stopped = stopped or isinstance(getattr(outcomes[-1], "result", None), Stopped)
        return tuple(outcomes)

    def _step(self, step: Step) -> StepOutcome:
        found = self._answers(step) if callable(self._answers) else self._answers.get(step.source)
        return _outcome(found or NOTHING)


def values(**given: Plain) -> dict[str, Answer]:
    """Answers by source, for steps that are plain names: `values(x=3)`."""
    return {source: Value(value) for source, value in given.items()}


def _outcome(answer: Answer) -> StepOutcome:
    return answer if isinstance(answer, StepOutcome) else StepOutcome(answer, "", INSTRUCTIONS)
