"""Records as they are after a long preparation: thousands of attempts over every exercise, real verdicts and all their evidence, and a long interview.

Each exercise is really judged, with its reference and with its starter (prose: what it reveals, and its own question); these verdicts, with other texts and
times, are what is stored thousands of times.
"""

import io
import os
import subprocess
import wave
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

STEPS = 120
"""Runs and submissions in the round that is being played of the long interview."""
STEPS_BEFORE = 30
"""The same in each round of a long interview that is over: some 300 events, three times a busy hour's."""
LISTED = 40
"""Finished interviews, besides."""
CARDS, APPLICATIONS = 300, 4
"""Own cards and applications."""


@dataclass(frozen=True)
class Judged:
    """An exercise with answers to it (by slot) and their verdicts."""

    exercise: Any
    texts: tuple[dict[str, str], ...]
    verdicts: tuple[Any, ...]


def fill(data: Path, attempts: int, exercise: str) -> dict[str, str]:
    """Fill the records in `data`; the addresses of the pages to look at, by name."""
    os.environ["SPARRING_DATA"] = str(data)
    from sparring.config.embedded import open_app

    app = open_app()
    try:
        app.records.choose("profile", {"day": None, "minutes": 35, "advert": "Python developer, Django, PostgreSQL, Docker. " * 40})
        judged = [_judged(app, found) for found in app.library.exercises.values()]
        keys = _store(judged, attempts)
        running, finished = _interviews(app, keys)
        own = _written(app, data)
    finally:
        app.close()
    return {
        "today": "/",
        "library": "/exercises",
        "library, filtered": "/exercises?topic=algorithms&state=tried",
        "exercise": f"/exercises/{exercise}",
        "history": f"/exercises/{exercise}/history",
        "history, older": f"/exercises/{exercise}/history?from=150",
        "attempt": f"/attempts/{keys[f'core:{exercise}'][-1]}",
        "study": "/study",
        "plan": "/plan",
        "progress": "/progress",
        "topics": "/topics",
        "topic": "/topics/algorithms",
        "advert": "/advert",
        "placement": "/placement",
        "cards": "/cards",
        "cards, found": "/cards?words=answer",
        "card": f"/cards/{own['card']}",
        "applications": "/applications",
        "application": f"/applications/{own['application']}",
        "delete everything": "/progress/delete",
        "stories": "/stories",
        "story": f"/stories/{own['story']}",
        "project sheet": f"/projects/{own['sheet']}",
        "english": "/english",
        "glossary": "/english/glossary",
        "recordings": "/recordings",
        "recording": f"/recordings/{own['recording']}",
        "plan lab": "/plan-lab",
        "lab": "/lab",
        "lab, claims": "/lab/claims",
        "lab, costs": "/lab/costs",
        "lab, growth": "/lab/growth",
        "portfolio": "/portfolio",
        "portfolio report": f"/portfolio/{own['portfolio']}",
        "welcome": "/welcome",
        "interviews": "/interviews",
        "long interview": f"/interviews/{running}",
        "its scorecard": f"/interviews/{running}/scorecard",
        "scorecard": f"/interviews/{finished}/scorecard",
        "scorecard, file": f"/interviews/{finished}/scorecard.html",
        "settings": "/settings",
    }


def _written(app: Any, data: Path) -> dict[str, str]:
    """What a candidate writes and records besides, a few hundred own cards among it: the keys of one of each."""
    from sparring.usecases import portfolio, stories
    from sparring.usecases.profile import introduce
    from sparring.usecases.speech import recordings
    from sparring.usecases.study import cards, placement, processes
    from sparring.usecases.study.items import today_of

    day = today_of(app) + timedelta(days=24)
    introduce(
        app,
        day=day.isoformat(),
        minutes="35",
        advert="We are looking for a Python developer: Django, PostgreSQL, REST APIs and Docker. " * 20,
    )
    own = [cards.add(app, front=f"Which answer has number {n}?", back=f"The answer {n}.", topic="algorithms") for n in range(CARDS)]
    for number in range(APPLICATIONS):
        when = (day + timedelta(days=3 * number)).isoformat()
        last = processes.save(
            app, company=f"Company {number}", role="Python developer", at=f"{when}T15:00", advert="Flask, SQL and pytest. " * 20
        )
    placement.begin(app)
    told = stories.save(app, title="The night of the migration", themes=("conflict",))
    sheet = stories.save_sheet(app, title="Orders", fields={"context": "A shop that outgrew its one server. " * 5})
    sound = recordings.add(app, _sound())
    return {
        "card": own[0].key.partition(":")[2],
        "application": last.key,
        "story": told.key,
        "sheet": sheet.key,
        "recording": sound.key,
        "portfolio": portfolio.look(app, _repository(data.parent / "repository"))[0].key,
    }


def _sound() -> bytes:
    """Ten seconds of silence."""
    kept = io.BytesIO()
    with wave.open(kept, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(bytes(2 * 16_000 * 10))
    return kept.getvalue()


def _repository(folder: Path) -> Path:
    """A small repository."""
    folder.mkdir(parents=True)
    (folder / "shop.py").write_text("def total(prices):\n    return sum(prices)\n", encoding="utf-8")
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")
    for command in (("init", "-q"), ("add", "."), (*who, "commit", "-q", "-m", "A shop")):
        subprocess.run(["git", *command], cwd=folder, check=True)
    return folder


def _judged(app: Any, exercise: Any) -> Judged:
    from sparring.core.answer import Raw
    from sparring.usecases.practice import grade

    texts = tuple({slot.name: _text(exercise, slot, good=good) for slot in exercise.slots} for good in (True, False))
    raws = [Raw({slot.file: given[slot.name].encode() for slot in exercise.slots}, "en", ()) for given in texts]
    return Judged(exercise, texts, tuple(grade(app, exercise, raw, store=False).verdict for raw in raws))


def _text(exercise: Any, slot: Any, *, good: bool) -> str:
    if slot.shape == "code":
        return str(getattr(exercise.spec, "reference", slot.starter) if good else slot.starter)
    told = "\n\n".join(section.body.to("en") for section in exercise.reveal)
    return told if good else exercise.prompt.to("en")


def _store(judged: list[Judged], attempts: int) -> dict[str, list[str]]:
    """Attempts as they are stored after judging, a third of them from interviews; their keys by exercise, oldest first."""
    from sparring import __version__
    from sparring.core import evidence
    from sparring.core.answer import Answer, Code, Prose
    from sparring.core.codec import dump
    from sparring.records import models

    learner, now = models.Learner.objects.get(name="local"), datetime.now(UTC)
    submissions, rows = [], []
    keys: dict[str, list[str]] = {}
    stored = [[dump(verdict) for verdict in one.verdicts] for one in judged]
    for number in range(attempts):
        at = number % len(judged)
        one, which = judged[at], int(number // len(judged) % 4 != 3)
        exercise, verdict = one.exercise, one.verdicts[which]
        parts = {}
        for slot in exercise.slots:
            text = f"{one.texts[which][slot.name]}\n# attempt {number}\n"
            parts[slot.name] = Code({slot.file: text}, slot.file) if slot.shape == "code" else Prose(text)
        key, when = f"{number:032x}", now - timedelta(minutes=7 * (attempts - number))
        context = {"interview": f"{number // 12:032x}", "round": number % 4} if number % 3 == 0 else {}
        submissions.append(
            models.Submission(
                id=key,
                learner=learner,
                exercise=exercise.id,
                answer=dump(Answer(exercise.id, parts)),
                context=context,
                created=when,
                done=True,
            )
        )
        rows.append(
            models.Attempt(
                submission_id=key, learner=learner, exercise=exercise.id, kind=exercise.kind, pack="core", pack_version="1",
                content_hash=exercise.content_hash, engine=verdict.engine or "", program_version=__version__, evidence_version=evidence.VERSION,
                outcome=verdict.outcome, status=verdict.status, score=verdict.score, passed=verdict.passed, verdict=stored[at][which], created=when,
            )
        )  # fmt: skip
        keys.setdefault(exercise.id, []).append(key)
    models.Submission.objects.bulk_create(submissions, batch_size=200)
    models.Attempt.objects.bulk_create(rows, batch_size=200)
    return keys


def _interviews(app: Any, keys: dict[str, list[str]]) -> tuple[str, str]:
    """Interviews that were finished, and a long one that is being taken: the ids of the latter and of a long one that is over."""
    from sparring.usecases import interviews

    for _ in range(LISTED):
        taken = interviews.start(app)
        while not taken.over():
            taken.skip()
    over = interviews.start(app)
    while not over.over():
        _long_round(app, over, keys, STEPS_BEFORE)
        over.next_round()
    running = interviews.start(app)
    _long_round(app, running, keys, STEPS)
    return running.id, over.id


def _long_round(app: Any, taken: Any, keys: dict[str, list[str]], steps: int) -> None:
    """A round in which much was tried: runs, submissions with their verdicts, the follow-ups that they earned."""
    from sparring.core.follow_ups import asked_after

    number, exercise = taken.state.position, taken.exercise()
    known = keys[exercise.id][-steps // 2 :]
    for step in range(steps):
        if step % 2:
            record = app.records.attempt(known[step // 2 % len(known)])
            taken.note_submission(number, record.id, record.verdict, asked_after(exercise, record.verdict))
        else:
            taken._append(("ran", {"round": number, "passed": step % 3 == 0}))
    while taken.state.current.pending is not None:
        taken.reply("I would say what it costs first, then measure it. " * 20)
