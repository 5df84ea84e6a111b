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


class LogStep(models.Model):
    """A step of an answer that is being made: a run with the files as they were, a part that was left. Append-only; `log` names the answer it belongs to."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="log_steps")
    log = models.CharField(max_length=200)
    seq = models.PositiveIntegerField()
    at = models.DateTimeField()
    what = models.CharField(max_length=40)
    detail = models.JSONField(default=dict)

    class Meta:
        """Two writers cannot both write the same number; a log is read in order."""

        constraints = [models.UniqueConstraint(fields=["learner", "log", "seq"], name="one_step_per_number")]
        ordering = ["seq"]


class Setting(models.Model):
    """A choice of the learner (language, date of the interview, minutes a day)."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="settings")
    name = models.CharField(max_length=60)
    value = models.JSONField()

    class Meta:
        """One value a name."""

        constraints = [models.UniqueConstraint(fields=["learner", "name"], name="one_value_per_setting")]


class Card(models.Model):
    """A card of the learner's own. `key` is its id (`own:…`); `sides` holds front and back by language, `extra` what a foreign deck brought with it."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="cards")
    key = models.CharField(max_length=160)
    topic = models.CharField(max_length=120, blank=True)
    deck = models.CharField(max_length=300, blank=True)
    sides = models.JSONField()
    tags = models.JSONField(default=list)
    extra = models.JSONField(default=dict)
    created = models.DateTimeField()

    class Meta:
        """One card a key."""

        constraints = [models.UniqueConstraint(fields=["learner", "key"], name="one_card_per_key")]
        indexes = [models.Index(fields=["learner", "topic"]), models.Index(fields=["learner", "deck"])]


class Review(models.Model):
    """An answer to a card, append-only: memories are computed from these and can be computed again."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="reviews")
    item = models.CharField(max_length=160)
    grade = models.PositiveSmallIntegerField()
    day = models.DateField()
    at = models.DateTimeField()
    source = models.CharField(max_length=20)

    class Meta:
        """How histories are read."""

        indexes = [models.Index(fields=["learner", "item", "id"]), models.Index(fields=["learner", "day"])]


class Remembered(models.Model):
    """The memory of a card after its last review: kept so that a day need not replay years."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="memories")
    item = models.CharField(max_length=160)
    stability = models.FloatField()
    difficulty = models.FloatField()
    last = models.DateField()
    due = models.DateField()
    answers = models.PositiveIntegerField()
    lapses = models.PositiveIntegerField()

    class Meta:
        """One memory a card; the due ones are asked for every day."""

        constraints = [models.UniqueConstraint(fields=["learner", "item"], name="one_memory_per_item")]
        indexes = [models.Index(fields=["learner", "due"])]


class StudyDay(models.Model):
    """The session of a day, as it was composed, and what of it is done."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="days")
    day = models.DateField()
    minutes = models.PositiveIntegerField()
    steps = models.JSONField()
    done = models.JSONField(default=dict)

    class Meta:
        """One session a day."""

        constraints = [models.UniqueConstraint(fields=["learner", "day"], name="one_session_per_day")]


class Process(models.Model):
    """An application at a company: where it stands, the next date, what was asked."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="processes")
    key = models.CharField(max_length=40)
    company = models.CharField(max_length=200)
    role = models.CharField(max_length=200, blank=True)
    stage = models.CharField(max_length=40)
    at = models.DateTimeField(null=True)
    notes = models.TextField(blank=True)
    advert = models.TextField(blank=True)
    asked = models.TextField(blank=True)
    created = models.DateTimeField()

    class Meta:
        """One process a key."""

        constraints = [models.UniqueConstraint(fields=["learner", "key"], name="one_process_per_key")]


class Story(models.Model):
    """An experience of the learner's that answers questions. `project` is the name of a project sheet or of any project, '' for none."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="stories")
    key = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    project = models.CharField(max_length=200, blank=True)
    themes = models.JSONField(default=list)
    created = models.DateTimeField()

    class Meta:
        """One story a key."""

        constraints = [models.UniqueConstraint(fields=["learner", "key"], name="one_story_per_key")]


class Take(models.Model):
    """A telling of a story, append-only: which question it answered, the attempt that holds text and verdict, and what is compared over time."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="takes")
    story = models.CharField(max_length=40)
    attempt = models.CharField(max_length=64)
    exercise = models.CharField(max_length=160)
    score = models.FloatField()
    seconds = models.PositiveIntegerField()
    parts = models.JSONField(default=list)
    slips = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    class Meta:
        """One take an attempt; a story's takes are read in order."""

        constraints = [models.UniqueConstraint(fields=["learner", "attempt"], name="one_take_per_attempt")]
        indexes = [models.Index(fields=["learner", "story", "id"])]


class ProjectSheet(models.Model):
    """A project that no repository may show: what can be told of it, field by field."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="sheets")
    key = models.CharField(max_length=40)
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    fields = models.JSONField(default=dict)
    created = models.DateTimeField()

    class Meta:
        """One sheet a key."""

        constraints = [models.UniqueConstraint(fields=["learner", "key"], name="one_sheet_per_key")]


class Recording(models.Model):
    """Something the learner said aloud. The sound lies in the data folder under `file` ('' where it was not kept); `heard` is what was heard in it, null until then."""

    learner = models.ForeignKey(Learner, on_delete=models.CASCADE, related_name="recordings")
    key = models.CharField(max_length=40)
    file = models.CharField(max_length=80, blank=True)
    form = models.CharField(max_length=10)
    bytes = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    seconds = models.FloatField()
    exercise = models.CharField(max_length=160, blank=True)
    part = models.CharField(max_length=60, blank=True)
    attempt = models.CharField(max_length=64, blank=True)
    heard = models.JSONField(null=True)
    created = models.DateTimeField()

    class Meta:
        """One recording a key; those of an exercise and of an attempt are looked up."""

        constraints = [models.UniqueConstraint(fields=["learner", "key"], name="one_recording_per_key")]
        indexes = [models.Index(fields=["learner", "exercise", "id"]), models.Index(fields=["learner", "attempt"])]
