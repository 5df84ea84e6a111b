"""The story bank's tables: stories, their takes, project sheets."""

from datetime import datetime

from sparring.records import models
from sparring.records.store import _writing as writing
from sparring.records.story_values import SheetRecord, StoryRecord, TakeRecord


class Stories:
    """The story bank of one learner."""

    def __init__(self, learner: str) -> None:
        self._learner = models.Learner.objects.get(name=learner)

    def stories(self) -> list[StoryRecord]:
        """All stories, newest first."""
        rows = models.Story.objects.filter(learner=self._learner).order_by("-id")
        return [StoryRecord(row.key, row.title, row.project, tuple(row.themes), row.created) for row in rows]

    def save(self, story: StoryRecord) -> None:
        """Write a story, or change the one that has its key."""
        with writing():
            models.Story.objects.update_or_create(
                learner=self._learner,
                key=story.key,
                defaults={"title": story.title, "project": story.project, "themes": list(story.themes)},
                create_defaults={"title": story.title, "project": story.project, "themes": list(story.themes), "created": story.created},
            )

    def remove(self, key: str) -> None:
        """Take a story away with its takes; the attempts stay in the history."""
        with writing():
            models.Take.objects.filter(learner=self._learner, story=key).delete()
            models.Story.objects.filter(learner=self._learner, key=key).delete()

    def takes(self, story: str = "") -> list[TakeRecord]:
        """The takes of a story, or of all, in the order they were told."""
        rows = models.Take.objects.filter(learner=self._learner).order_by("id")
        rows = rows.filter(story=story) if story else rows
        return [TakeRecord(r.story, r.attempt, r.exercise, r.score, r.seconds, tuple(r.parts), r.slips, r.at) for r in rows]

    def take(self, take: TakeRecord) -> None:
        """Note a take; the same attempt twice is one take."""
        values = {"story": take.story, "exercise": take.exercise, "score": take.score, "seconds": take.seconds, "at": take.at}
        with writing():
            models.Take.objects.get_or_create(
                learner=self._learner, attempt=take.attempt, defaults={**values, "parts": list(take.parts), "slips": take.slips}
            )

    def sheets(self) -> list[SheetRecord]:
        """All project sheets, newest first."""
        rows = models.ProjectSheet.objects.filter(learner=self._learner).order_by("-id")
        return [SheetRecord(row.key, row.kind, row.title, dict(row.fields), row.created) for row in rows]

    def save_sheet(self, sheet: SheetRecord, now: datetime) -> None:
        """Write a sheet, or change the one that has its key."""
        values = {"kind": sheet.kind, "title": sheet.title, "fields": dict(sheet.fields)}
        with writing():
            models.ProjectSheet.objects.update_or_create(
                learner=self._learner, key=sheet.key, defaults=values, create_defaults={**values, "created": now}
            )

    def remove_sheet(self, key: str) -> None:
        """Take a sheet away."""
        with writing():
            models.ProjectSheet.objects.filter(learner=self._learner, key=key).delete()
