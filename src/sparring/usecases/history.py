"""What was done so far, as lists and maps show it."""

from dataclasses import dataclass

from sparring.records.overview import InterviewLine, JudgedLine, Overview, Standing
from sparring.usecases.app import LOCAL_LEARNER, App

PAGE = 10


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Some attempts at an exercise, newest first; `older` is the one before the last of them, for its difference. `total` counts all."""

    attempts: tuple[JudgedLine, ...]
    older: JudgedLine | None
    start: int
    total: int


def overview(app: App) -> Overview:
    """The learner's records from afar."""
    app.open_records()
    return Overview(LOCAL_LEARNER)


def standings(app: App) -> dict[str, Standing]:
    """How every exercise that was tried stands."""
    return overview(app).standings()


def unfinished(app: App) -> InterviewLine | None:
    """The latest interview that was not finished, as a line of a list."""
    return next(iter(overview(app).interviews(1, finished=False)), None)


def attempts(app: App, exercise: str, start: int = 0) -> HistoryPage:
    """A page of an exercise's history."""
    seen = overview(app)
    found = seen.judged(exercise, start, PAGE + 1)
    return HistoryPage(tuple(found[:PAGE]), found[PAGE] if len(found) > PAGE else None, start, seen.attempts_of(exercise))
