"""Applications: companies, dates, stages, notes, what was asked."""

from sparring.records import models
from sparring.records.store import _writing as writing
from sparring.records.study_values import ProcessRecord

FIELDS = ("key", "company", "role", "stage", "at", "notes", "advert", "asked", "created")


class Processes:
    """The applications of one learner."""

    def __init__(self, learner: str) -> None:
        self._learner = models.Learner.objects.get(name=learner)

    def all(self) -> list[ProcessRecord]:
        """All applications, those with the next date first, then the newest."""
        rows = [ProcessRecord(*row) for row in models.Process.objects.filter(learner=self._learner).order_by("-id").values_list(*FIELDS)]
        return sorted(rows, key=lambda one: (one.at is None, one.at or one.created))

    def get(self, key: str) -> ProcessRecord | None:
        """An application."""
        row = models.Process.objects.filter(learner=self._learner, key=key).values_list(*FIELDS).first()
        return ProcessRecord(*row) if row else None

    def save(self, one: ProcessRecord) -> None:
        """Store an application, new or changed."""
        values = {name: getattr(one, name) for name in FIELDS[1:]}
        with writing():
            models.Process.objects.update_or_create(learner=self._learner, key=one.key, defaults=values)

    def remove(self, key: str) -> None:
        """Take an application away."""
        with writing():
            models.Process.objects.filter(learner=self._learner, key=key).delete()
