"""The tables. Every row has its learner from the first migration on; attempts and events are never changed."""

from django.db import models


class Learner(models.Model):
    """Whose records these are. Embedded, there is one: `local`."""

    name = models.CharField(max_length=80, unique=True)
    created = models.DateTimeField()


class Submission(models.Model):
    """An answer that was handed in, stored before it is judged. `id` is the caller's, so that handing in twice is handing in once."""

    id = models.CharField(max_length=64, primary_key=True)
    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="submissions")
    exercise = models.CharField(max_length=160)
    answer = models.JSONField()
    context = models.JSONField(default=dict)
    created = models.DateTimeField()
    done = models.BooleanField(default=False, db_index=True)


class Attempt(models.Model):
    """A judged submission, with all that is needed to know later what the verdict meant."""

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="attempt")
    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="attempts")
    exercise = models.CharField(max_length=160)
    kind = models.CharField(max_length=40)
    pack = models.CharField(max_length=80)
    pack_version = models.CharField(max_length=40)
    content_hash = models.CharField(max_length=32)
    engine = models.CharField(max_length=120, blank=True)
    program_version = models.CharField(max_length=40)
    evidence_version = models.PositiveIntegerField()
    outcome = models.CharField(max_length=16)
    status = models.CharField(max_length=16)
    score = models.FloatField()
    passed = models.BooleanField()
    verdict = models.JSONField()
    created = models.DateTimeField()

    class Meta:
        """How attempts are looked up."""

        indexes = [
            models.Index(fields=["learner", "exercise", "-created"]),
            models.Index(fields=["learner", "-created"]),
            models.Index(fields=["learner", "exercise", "outcome", "passed", "created"], name="standing_of_an_exercise"),
        ]


class Mark(models.Model):
    """Somebody's confirmation or correction of a finding; it never changes the machine's score."""

    attempt = models.ForeignKey(Attempt, on_delete=models.CASCADE, related_name="marks")
    finding = models.PositiveIntegerField()
    by = models.CharField(max_length=80)
    value = models.CharField(max_length=20)
    created = models.DateTimeField()


class Interview(models.Model):
    """A mock interview: its plan as it was when it began, and until when it was seen running."""

    id = models.CharField(max_length=64, primary_key=True)
    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="interviews")
    snapshot = models.JSONField()
    created = models.DateTimeField()
    alive_at = models.DateTimeField()
    finished = models.BooleanField(default=False)


class InterviewEvent(models.Model):
    """One thing that happened in an interview, in order without gaps."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="events")
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    what = models.CharField(max_length=40)
    data = models.JSONField(default=dict)

    class Meta:
        """Two writers cannot both write the same number."""

        constraints = [models.UniqueConstraint(fields=["interview", "seq"], name="one_event_per_number")]
        ordering = ["seq"]


class Draft(models.Model):
    """What is being written and not handed in yet. `seq` rises with every save."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="drafts")
    key = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    seq = models.PositiveIntegerField(default=0)
    updated = models.DateTimeField()

    class Meta:
        """One draft a key."""

        constraints = [models.UniqueConstraint(fields=["learner", "key"], name="one_draft_per_key")]


class Setting(models.Model):
    """A choice of the learner (language, date of the interview, minutes a day)."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="settings")
    name = models.CharField(max_length=60)
    value = models.JSONField()

    class Meta:
        """One value a name."""

        constraints = [models.UniqueConstraint(fields=["learner", "name"], name="one_value_per_setting")]
