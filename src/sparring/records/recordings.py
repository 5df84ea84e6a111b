"""The table of recordings: values in and out. The sound itself lies in a file, which is the use cases' business."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sparring.core.codec import dump, load
from sparring.core.speech import Heard, Recorded
from sparring.records import models
from sparring.records.store import _writing as writing


@dataclass(frozen=True, slots=True)
class RecordingLine:
    """A recording and when it was made."""

    recorded: Recorded
    created: datetime


class Recordings:
    """The recordings of one learner."""

    def __init__(self, learner: str) -> None:
        self._learner = models.Learner.objects.get(name=learner)

    def _rows(self, **which: Any) -> Any:
        return models.Recording.objects.filter(learner=self._learner, **which)

    def add(self, recorded: Recorded, now: datetime) -> None:
        """Store a new recording."""
        with writing():
            models.Recording.objects.create(learner=self._learner, key=recorded.key, created=now, **_values(recorded))

    def change(self, recorded: Recorded) -> None:
        """Store what became of a recording that is there."""
        with writing():
            self._rows(key=recorded.key).update(**_values(recorded))

    def find(self, key: str) -> RecordingLine | None:
        """The recording called `key`."""
        row = self._rows(key=key).first()
        return _line(row) if row else None

    def list(self, *, exercise: str = "", attempt: str = "", most: int = 500) -> "list[RecordingLine]":
        """Recordings, newest first: all, or those of an exercise, or of an attempt."""
        which = {name: value for name, value in (("exercise", exercise), ("attempt", attempt)) if value}
        return [_line(row) for row in self._rows(**which).order_by("-id")[:most]]

    def files(self) -> "set[str]":
        """The names of all files that recordings point to."""
        return set(self._rows().exclude(file="").values_list("file", flat=True))

    def remove(self, key: str) -> None:
        """Take a recording away."""
        with writing():
            self._rows(key=key).delete()


def _values(recorded: Recorded) -> dict[str, Any]:
    return {
        "file": recorded.file,
        "form": recorded.form,
        "bytes": recorded.bytes,
        "digest": recorded.digest,
        "seconds": recorded.seconds,
        "exercise": recorded.exercise,
        "part": recorded.part,
        "attempt": recorded.attempt,
        "heard": dump(recorded.heard) if recorded.heard else None,
    }


def _line(row: models.Recording) -> RecordingLine:
    heard = load(Heard, row.heard) if row.heard else None
    recorded = Recorded(row.key, row.file, row.form, row.bytes, row.digest, row.seconds, row.exercise, row.part, row.attempt, heard)
    return RecordingLine(recorded, row.created)
