import io
import wave
import zipfile
from math import pi, sin
from pathlib import Path
from random import Random
from struct import pack

import pytest

from sparring.core.answer import Raw
from sparring.core.clock import FakeClock
from sparring.core.problem import UsageError
from sparring.core.speech import Heard, Recorded, Stretch, Transcript, Word
from sparring.core.verdict import Outcome
from sparring.sandbox.fake import FakeSandbox
from sparring.usecases import practice
from sparring.usecases.app import App
from sparring.usecases.speech import listening, recordings, spoken
from sparring.usecases.study import archive

CORE = Path(__file__).parents[4] / "packs" / "core"
SAID = "Um, a class is an instance of its metaclass, and the metaclass runs once, when the class statement is executed."


@pytest.fixture
def app(db, tmp_path, kept):
    numbers = iter(range(1000))
    return App((CORE,), kept, tmp_path / "data", FakeClock(), Random(1), FakeSandbox(), new_id=lambda: f"id{next(numbers)}")


def tone(seconds=1.0, rate=16_000, hertz=220.0) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(b"".join(pack("<h", int(8000 * sin(2 * pi * hertz * n / rate))) for n in range(int(seconds * rate))))
    return out.getvalue()


def heard(text=SAID, language="en", trouble="") -> Heard:
    words = tuple(Word(word, n * 0.4, n * 0.4 + 0.3) for n, word in enumerate(text.split()))
    return Heard(9.0, (Stretch(0.0, 3.0), Stretch(4.0, 8.5)), -20.0, 40.0, False, trouble, Transcript(text, words, language, "test"))


def told(app, exercise="metaclasses-what", what=None) -> Recorded:
    """A recording that was listened to."""
    from dataclasses import replace

    made = recordings.add(app, tone(), exercise=exercise, part="text")
    recordings.table(app).change(replace(made, heard=what or heard()))
    return recordings.recording(app, made.key)


def test_a_recording_is_stored_listed_replayed_and_deleted(app):
    made = recordings.add(app, tone(2.0), exercise="metaclasses-what", part="text")
    assert (made.form, made.seconds, made.exercise, made.part) == ("wav", 2.0, "core:metaclasses-what", "text")
    path, media = recordings.sound_file(app, made.key)
    assert (path.read_bytes(), media) == (tone(2.0), "audio/wav")
    assert path.stat().st_mode & 0o077 == 0
    assert [line.recorded for line in recordings.listed(app, exercise="metaclasses-what")] == [made]
    assert recordings.listed(app, exercise="gil-what") == []
    recordings.delete(app, made.key)
    assert not path.exists()
    assert recordings.listed(app) == []
    with pytest.raises(UsageError, match=r"speech\.unknown"):
        recordings.recording(app, made.key)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "speech.empty"),
        (b"PK\x03\x04 a zip", "speech.no-sound"),
        (b"<html>", "speech.no-sound"),
        (b"RIFF\x00\x00\x00\x00WAVE and then nothing", "speech.broken"),
        (b"\x1a\x45\xdf\xa3" + bytes(range(200)), "speech.broken"),
        (b"OggS" + bytes(400), "speech.broken"),
    ],
)
def test_what_is_no_recording_is_told_and_not_stored(app, data, message):
    with pytest.raises(UsageError) as told:
        recordings.add(app, data, name="x.wav")
    assert told.value.saying.id == message
    assert list(recordings.folder(app).iterdir()) == []
    for language in ("en", "it"):
        assert app.words(language).say(told.value.saying).startswith("x.wav: ")


def test_what_is_too_large_is_refused_unread(app, monkeypatch):
    monkeypatch.setattr(recordings, "MOST_BYTES", 1000)
    with pytest.raises(UsageError, match=r"speech\.too-large"):
        recordings.add(app, tone())


def test_with_no_recordings_kept_the_words_stay_and_the_sound_goes(app, monkeypatch):
    monkeypatch.setattr(listening, "hear", lambda *_, **__: heard())
    assert recordings.keeps(app)
    recordings.keep(app, False)
    made = recordings.add(app, tone())
    known = listening.listen(app, made.key)
    assert known.heard == heard()
    assert known.file == ""
    assert list(recordings.folder(app).iterdir()) == []
    with pytest.raises(UsageError, match=r"speech\.not-kept"):
        recordings.sound_file(app, made.key)
    assert listening.listen(app, made.key) == known


def test_what_was_said_is_graded_as_text_with_findings_on_how_it_was_told(app):
    exercise, made = app.exercise("metaclasses-what"), told(app)
    text = spoken.text_of(made.heard)
    assert text == SAID.removeprefix("Um, ")
    raw = spoken.with_take(app, Raw({"text.md": text.encode()}), "text", made.key)
    said = practice.grade(app, exercise, raw)
    typed = practice.grade(app, exercise, Raw({"text.md": text.encode()}))
    assert (said.verdict.score, said.verdict.outcome) == (typed.verdict.score, typed.verdict.outcome)
    extra = {finding.criterion: finding for finding in said.verdict.findings[len(typed.verdict.findings) :]}
    assert {"speech-pace", "speech-pauses", "speech-fillers", "speech-first-point"} <= set(extra)
    assert all(finding.level is None for finding in extra.values())
    assert [moment.text for moment in extra["speech-fillers"].evidence.moments] == ["Um,"]
    stored = app.records.attempt(said.attempt)
    assert stored.verdict == said.verdict
    assert stored.answer.prose().take.heard == made.heard


def test_a_corrected_text_is_what_is_judged_and_what_was_heard_is_kept(app):
    made = told(app)
    raw = spoken.with_take(app, Raw({"text.md": b"A metaclass makes classes; it runs once, at the class statement."}), "text", made.key)
    graded = practice.grade(app, app.exercise("metaclasses-what"), raw)
    prose = app.records.attempt(graded.attempt).answer.prose()
    assert prose.text.startswith("A metaclass makes")
    assert prose.take.heard.text == SAID


def test_a_recording_that_cannot_be_judged_does_not_count(app):
    made = told(app, what=Heard(3.0, level=-90.0, trouble="silence"))
    raw = spoken.with_take(app, Raw({"text.md": b""}), "text", made.key)
    graded = practice.grade(app, app.exercise("metaclasses-what"), raw)
    assert (graded.verdict.outcome, graded.attempt) == (Outcome.UNREADABLE, None)
    assert graded.verdict.summary.id == "speech.trouble-silence"
    assert app.records.latest() == []


def test_a_recording_is_listened_to_before_it_answers(app):
    made = recordings.add(app, tone())
    with pytest.raises(UsageError, match=r"speech\.not-heard"):
        spoken.with_take(app, Raw({}), "text", made.key)


def test_recordings_leave_come_back_and_go_with_everything_else(app):
    made = told(app)
    whole = archive.export_all(app)
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        assert file.read(f"recordings/{made.file}") == tone()
    archive.delete_all(app)
    assert not (app.data / "recordings").exists()
    assert recordings.listed(app) == []
    archive.import_all(app, whole)
    assert [line.recorded for line in recordings.listed(app)] == [made]
    assert recordings.sound_file(app, made.key)[0].read_bytes() == tone()
    assert recordings.delete_all(app) == 1
    assert list(recordings.folder(app).iterdir()) == []


def test_another_machine_is_only_asked_with_consent(app):
    from sparring.usecases.speech import engines

    assert engines.chosen(app) == engines.Chosen()
    with pytest.raises(UsageError, match=r"speech\.no-consent"):
        engines.choose(app, "https://speech.example.com/v1")
    with pytest.raises(UsageError, match=r"speech\.no-address"):
        engines.choose(app, "ftp://127.0.0.1")
    assert engines.chosen(app).url == ""
    assert engines.choose(app, "https://speech.example.com/v1", consent=True).leaves
    assert not engines.choose(app, "http://127.0.0.1:8000/v1", "small").leaves
    assert engines.transcriber(app).model == "small"
    engines.choose(app, "")
    assert engines.chosen(app) == engines.Chosen()


def test_a_row_from_elsewhere_names_no_file_elsewhere(app):
    from dataclasses import replace

    made = recordings.add(app, tone())
    (app.data / "secret.txt").write_text("not a recording")
    recordings.table(app).change(replace(made, file="../secret.txt"))
    with pytest.raises(UsageError, match=r"speech\.not-kept"):
        recordings.sound_file(app, made.key)
    recordings.delete(app, made.key)
    assert (app.data / "secret.txt").exists()
