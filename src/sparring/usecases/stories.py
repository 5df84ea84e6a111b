"""The story bank: one's own experiences by theme and project, their takes over time, which questions none of them answers yet; project sheets."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sparring.core.answer import Raw
from sparring.core.evidence import Correction, Logged
from sparring.core.exercise import Exercise
from sparring.core.problem import UsageError
from sparring.core.text import Language, Message
from sparring.kinds.tell.schema import THEMES
from sparring.language.story import PARTS
from sparring.records.story_values import SheetRecord, StoryRecord, TakeRecord
from sparring.usecases import practice
from sparring.usecases.app import LOCAL_LEARNER, App
from sparring.usecases.speech import takes

if TYPE_CHECKING:
    from sparring.records.stories import Stories

MOST_TITLE, MOST_FIELD = 200, 5000
BACKEND = ("context", "users", "data", "architecture", "part", "tasks", "patterns", "quality", "numbers", "hardest", "regrets")
AI = (
    "context",
    "users",
    "data",
    "baseline",
    "model",
    "training",
    "optimisation",
    "validation",
    "part",
    "tasks",
    "numbers",
    "result",
    "regrets",
)
FIELDS: dict[str, tuple[str, ...]] = {"backend": BACKEND, "ai": AI}
"""What a sheet asks, in the order in which one tells it."""
ENOUGH_WORDS = 6
"""Fewer words in a field are a heading, which an interviewer digs into as into a blank."""
TWO_MINUTES = {"backend": "core:proud-project", "ai": "core:ai-project"}


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the kind `tell`, and the stories that answer it. `covered`: one of them was told already; a title alone answers nothing."""

    exercise: Exercise[Any]
    stories: tuple[StoryRecord, ...]
    covered: bool = False


def bank(app: App) -> "Stories":
    """The learner's story bank; the database is opened on first use."""
    app.open_records()
    from sparring.records.stories import Stories

    return Stories(LOCAL_LEARNER)


def save(app: App, *, title: str, project: str = "", themes: Sequence[str] = (), key: str = "") -> StoryRecord:
    """Write a story, or change the one called `key`; UsageError says what makes no sense."""
    if not title.strip():
        raise UsageError(Message("stories.no-title"))
    if max(len(title), len(project)) > MOST_TITLE:
        raise UsageError(Message("stories.too-long", {"most": MOST_TITLE}))
    if unknown := [theme for theme in themes if theme not in THEMES]:
        raise UsageError(Message("stories.no-theme", {"theme": unknown[0][:40], "known": ", ".join(THEMES)}))
    earlier = story(app, key) if key else None
    chosen = tuple(dict.fromkeys(themes))
    record = StoryRecord(earlier.key if earlier else app.new_id()[:16], title.strip(), project.strip(), chosen, app.clock.now())
    bank(app).save(record)
    return record


def story(app: App, key: str) -> StoryRecord:
    """A story; UsageError if there is none."""
    found = next((one for one in bank(app).stories() if one.key == key), None)
    if found is None:
        raise UsageError(Message("stories.unknown", {"id": key[:60]}))
    return found


def questions(app: App) -> list[Question]:
    """Every `tell` question with the stories that share a theme with it: first those that no story answers, then those whose stories are still to be told."""
    stories = bank(app).stories()
    told = {one.key for one in stories if bank(app).takes(one.key)}
    found = [_question(exercise, stories, told) for exercise in app.library.exercises.values() if exercise.kind == "tell"]
    return sorted(found, key=lambda question: (question.covered, bool(question.stories)))


def _question(exercise: Exercise[Any], stories: Sequence[StoryRecord], told: Set[str]) -> Question:
    answering = tuple(one for one in stories if set(one.themes) & set(exercise.spec.themes))
    return Question(exercise, answering, any(one.key in told for one in answering))


def suggested(app: App, one: StoryRecord) -> list[Exercise[Any]]:
    """The questions that a story answers, the closest first."""
    shared = [(len(set(one.themes) & set(q.exercise.spec.themes)), q.exercise) for q in questions(app) if one in q.stories]
    return [exercise for _, exercise in sorted(shared, key=lambda pair: -pair[0])]


def tell(app: App, key: str, exercise_id: str, text: str, language: Language, recording: str = "") -> practice.Graded:
    """Tell a story as the answer to a question: judged, stored, and kept as a take of the story. `recording`: where its words come from, '' if it was written."""
    one, exercise = story(app, key), app.exercise(exercise_id)
    if exercise.kind != "tell":
        raise UsageError(Message("stories.no-question", {"id": exercise_id[:60]}))
    said = {"text": recording} if recording else {}
    raw = takes.taken(app, Raw({"text.md": text.encode("utf-8", "surrogatepass")}, language), said)
    graded = practice.grade(app, exercise, raw)
    takes.handed_in(app, said, graded.attempt)
    if graded.attempt and graded.verdict.counts:
        bank(app).take(_take(one, graded, app))
    return graded


def _take(one: StoryRecord, graded: practice.Graded, app: App) -> TakeRecord:
    findings = graded.verdict.findings
    counts = next((f.evidence.counts for f in findings if isinstance(f.evidence, Logged)), {})
    parts = tuple(f.criterion for f in findings if f.criterion in PARTS and f.ok)
    slips = sum(isinstance(f.evidence, Correction) for f in findings)
    assert graded.attempt is not None
    seconds = int(counts.get("seconds", 0))
    return TakeRecord(one.key, graded.attempt, graded.exercise.id, graded.verdict.score, seconds, parts, slips, app.clock.now())


def save_sheet(app: App, *, title: str, kind: str = "backend", fields: Mapping[str, str] | None = None, key: str = "") -> SheetRecord:
    """Write a project sheet, or change the one called `key`: fields that are not given stay. UsageError says what makes no sense."""
    earlier = sheet(app, key) if key else None
    kind = earlier.kind if earlier else kind
    if kind not in FIELDS:
        raise UsageError(Message("sheets.no-kind", {"kind": kind[:40], "known": ", ".join(FIELDS)}))
    if not title.strip():
        raise UsageError(Message("stories.no-title"))
    for name, text in (fields or {}).items():
        if name not in FIELDS[kind]:
            raise UsageError(Message("sheets.no-field", {"field": name[:40], "known": ", ".join(FIELDS[kind])}))
        if len(text) > MOST_FIELD:
            raise UsageError(Message("stories.too-long", {"most": MOST_FIELD}))
    merged = {**(earlier.fields if earlier else {}), **{name: text.strip() for name, text in (fields or {}).items()}}
    now = app.clock.now()
    record = SheetRecord(
        earlier.key if earlier else app.new_id()[:16], kind, title.strip()[:MOST_TITLE], {k: v for k, v in merged.items() if v}, now
    )
    bank(app).save_sheet(record, now)
    return record


def sheet(app: App, key: str) -> SheetRecord:
    """A project sheet; UsageError if there is none."""
    found = next((one for one in bank(app).sheets() if one.key == key), None)
    if found is None:
        raise UsageError(Message("sheets.unknown", {"id": key[:60]}))
    return found


def digging(one: SheetRecord) -> list[tuple[str, Message]]:
    """What an interviewer asks about what a sheet leaves blank, or says in hardly a word: the field and the question."""
    blank = [name for name in FIELDS[one.kind] if len(one.fields.get(name, "").split()) < ENOUGH_WORDS]
    return [(name, Message(f"sheets.ask.{name}")) for name in blank]


def story_of(app: App, one: SheetRecord) -> StoryRecord:
    """The story by which a sheet's two minutes are trained: made when it is first asked for."""
    found = next((known for known in bank(app).stories() if known.project == one.title), None)
    themes = ("project", "achievement", "model", "data") if one.kind == "ai" else ("project", "achievement")
    return found or save(app, title=one.title, project=one.title, themes=themes)
