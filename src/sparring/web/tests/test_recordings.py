"""Recordings by forms: brought in, laid beside an answer, handed in with it, replayed, deleted. What is heard is given here; the browser's tests really listen."""

import io
import json
import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sparring.core.problem import SparringError
from sparring.core.speech import Heard, Stretch, Transcript, Word
from sparring.core.text import Message
from sparring.usecases import installing
from sparring.usecases.extras import MEGABYTES
from sparring.usecases.speech import listening, recordings
from sparring.usecases.speech import ready as readiness
from sparring.usecases.voice.sound import Sound, write_wav
from sparring.web.speech import hearing
from sparring.web.speech import recordings as views

SAID = "I write tests um so that I can change the code without fear of breaking it and a test tells me when a change breaks something that worked"
WAV = write_wav(Sound(8000, 1, b"\0\1" * 80000))


def heard(text=SAID, language="en", trouble=""):
    words = tuple(Word(word, 0.4 * at, 0.4 * at + 0.3) for at, word in enumerate(text.split()))
    return Heard(10.0, (Stretch(0.0, 10.0),), -20.0, 30.0, trouble=trouble, transcript=Transcript(text, words, language, "given"))


@pytest.fixture
def hears(monkeypatch):
    """What the transcriber hears; the languages that it was asked for."""
    asked = []
    state = {"heard": heard()}

    def hear(app, source, *, language="en", tell=lambda words: None):
        asked.append(language)
        spoken = state["heard"].transcript.language
        if spoken not in (language, None):
            return heard("queste parole non le ha dette nessuno", spoken, "other-language")
        tell(state["heard"].transcript.words[:3])
        return state["heard"]

    monkeypatch.setattr(listening, "hear", hear)
    monkeypatch.setattr(readiness, "installed", lambda: True)
    monkeypatch.setattr(recordings, "installed", lambda: False)
    state["asked"] = asked
    return state


@pytest.fixture
def missing(monkeypatch):
    for room in (readiness, recordings):
        monkeypatch.setattr(room, "installed", lambda: False)


def sound(data=WAV, name="take.wav"):
    return SimpleUploadedFile(name, data, "audio/wav")


def bring(client, *, script=True, **more):
    fields = {"exercise": "core:why-tests", "part": "text", "interview": "", "spoken": "en", "sound": sound(), **more}
    return client.post("/recordings", fields, headers={"accept": "application/json"} if script else {})


TYPED = SAID.replace(" um", "")


def submit(client, key, text=TYPED):
    return client.post("/exercises/why-tests", {"text.md": text, "take/text.md": key, "key": "1", "seq": "0"}, follow=True)


def test_what_was_said_is_handed_in_with_its_recording(client, program, hears):
    stored = bring(client).json()
    assert stored["missing"] == ""
    listening.listen(program.app, stored["key"])
    page = client.get("/exercises/why-tests").content.decode()
    assert f'name="take/text.md" value="{stored["key"]}"' in page
    verdict = submit(client, stored["key"]).content.decode()
    assert "words a minute" in verdict
    assert "more figures of how you told it" in verdict, "what is as usual is folded"
    assert verdict.index("more figures") < verdict.index("No hedge"), "nothing to look at: folded"
    assert f'src="/recordings/{stored["key"]}/sound"' in verdict
    assert '<span data-start="0.8" data-end="1.1">tests</span>' in verdict
    (line,) = recordings.listed(program.app)
    assert line.recorded.attempt == program.app.records.latest()[0].id
    replay = client.get(stored["replay"]).content.decode()
    assert replay.count("<span data-start") == len(SAID.split())
    assert client.get(f"/recordings/{stored['key']}/sound", headers={"range": "bytes=0-3"}).content == b"RIFF"


def test_a_part_that_the_answer_does_not_have_is_refused(client, program, hears):
    for more in ({"part": "nothing"}, {"part": "text", "exercise": ""}):
        answer = bring(client, **more)
        assert (answer.status_code, more["part"] in answer.json()["error"]) == (400, True)
    assert not recordings.listed(program.app)
    assert bring(client, part="aloud").status_code == 200


def test_without_script_the_words_are_written_down_at_once(client, hears):
    gone = bring(client, script=False, spoken="it")
    assert gone.headers["location"] == "/exercises/why-tests#slot-text"
    assert hears["asked"] == ["it", "en"], "English was heard: nobody has to say it again"
    assert SAID.replace(" um", "") in client.get("/exercises/why-tests").content.decode()
    bring(client, script=False)
    written = client.get("/exercises/why-tests").content.decode().partition("<textarea")[2].partition("</textarea>")[0]
    assert written.count("I write tests so that") == 2, "behind what was written"


def test_a_number_is_written_in_one_piece(client, program, hears):
    hears["heard"] = heard("It was called 2 ,000 times, in 3 .5 seconds, 2 , 3 more")
    known = listening.listen(program.app, bring(client).json()["key"])
    assert hearing.heard_as_json(known, "en", "en")["text"].startswith("It was called 2,000 times, in 3.5 seconds, 2")


def test_an_empty_answer_is_asked_for_again_and_not_called_wrong(client):
    piece = client.post("/exercises/why-tests", {"text.md": "", "key": "1", "seq": "0"}, headers={"hx-request": "true"}).content.decode()
    assert 'class="mark open"' in piece
    assert 'class="mark wrong"' not in piece
    assert "<code>text.md" not in piece


@pytest.mark.django_db(transaction=True)
def test_in_an_interview_too(client, hears):
    taking = client.post("/interviews", {}).headers["location"]
    key = taking.rpartition("/")[2]
    assert "record-reply" in client.get(taking).content.decode()
    assert bring(client, script=False, interview=key).headers["location"] == taking
    page = client.get(taking).content.decode()
    assert "I write tests so that" in page
    assert 'name="take/text.md" value=""' not in page


def test_what_cannot_be_judged_is_said_and_does_not_count(client, program, hears):
    hears["heard"] = heard("", trouble="silence")
    gone = bring(client, script=False)
    page = client.get(gone.headers["location"]).content.decode()
    assert "Nothing can be heard" in page
    key = recordings.listed(program.app)[0].recorded.key
    assert not program.app.records.latest()
    submit(client, key, "Something that was typed beside it, in a sentence or two.")
    assert not program.app.records.latest(), "silence is no answer"


def test_without_the_set_it_is_kept_and_what_to_do_is_said(client, program, missing):
    page = client.get("/exercises/why-tests").content.decode()
    assert "sparring install speech" in page
    assert f"{MEGABYTES['speech']} MB" in page
    stored = bring(client).json()
    assert "sparring install speech" in stored["missing"]
    assert "sparring install speech" in client.get(f"/recordings/{stored['key']}").content.decode()
    assert client.get(f"/recordings/{stored['key']}/sound").content == WAV
    submit(client, stored["key"])
    assert program.app.records.latest(), "the typed answer counts"
    assert recordings.listed(program.app)[0].recorded.attempt


def test_it_is_installed_from_the_page_after_a_yes(client, program, missing, monkeypatch):
    ended, asked = threading.Event(), []

    def install(requirements, name, *, quiet=False):
        asked.append((name, quiet))
        ended.wait(30)
        if len(asked) == 1:
            raise SparringError(Message("extras.failed", {"name": name}))

    monkeypatch.setattr(installing.extras, "install", install)
    monkeypatch.setattr(installing, "_going", {})
    assert "Yes, install it (700 MB)" in client.get("/recordings").content.decode()
    assert "/recordings#install" in client.get("/exercises/why-tests").content.decode()
    assert not asked, "nothing without a yes"
    assert client.post("/recordings/install").headers["location"] == "/recordings#install"
    client.post("/recordings/install")
    piece = client.get("/recordings/install").content.decode()
    assert "about 700 MB" in piece
    assert "<progress" in piece
    assert 'hx-trigger="every 2s"' in piece
    ended.set()
    assert installing.under_way("speech").done.wait(30)
    assert asked == [("speech", True)], "once, however often it is asked for"
    failed = client.get("/recordings/install").content.decode()
    assert "could not be installed" in failed
    assert "every 2s" not in failed
    client.post("/recordings/install")
    assert installing.under_way("speech").done.wait(30)
    monkeypatch.setattr(readiness, "installed", lambda: True)
    assert "It is installed" in client.get("/recordings").content.decode()
    assert installing.under_way("speech").share == 1.0


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "nothing in the recording"), (b"hello, I am a text", "wav, mp3"), (b"\0" * 90, "wav, mp3")],
    ids=["empty", "text", "noughts"],
)
def test_what_is_no_sound_is_refused_in_words(client, program, missing, data, said):
    refused = bring(client, sound=sound(data, "notes.wav"))
    assert refused.status_code == 400
    assert said in refused.json()["error"]
    assert not recordings.listed(program.app)
    assert bring(client, sound="no file").status_code == 400
    assert bring(client, exercise="core:unknown").status_code == 404


def test_they_are_listed_deleted_and_not_kept_if_so_chosen(client, program, hears):
    key = bring(client).json()["key"]
    other = bring(client).json()["key"]
    assert key in client.get("/recordings").content.decode()
    client.post(f"/recordings/{key}", {"remove": "1"})
    assert client.get(f"/recordings/{key}").status_code == 400
    assert submit(client, key).status_code == 200, "an answer whose recording was deleted counts by its text"
    client.post("/recordings/keep", {})
    assert not recordings.keeps(program.app)
    client.post(f"/recordings/{other}", {"spoken": "en"})
    assert client.get(f"/recordings/{other}/sound").status_code == 400
    page = client.get(f"/recordings/{other}").content.decode()
    assert "was not kept" in page
    assert "without" in page
    client.post("/recordings/keep", {"keep": "1"})
    bring(client)
    client.post("/recordings/delete")
    assert not recordings.listed(program.app)
    assert not list((program.app.data / "recordings").iterdir())


def test_a_story_can_be_told(client, program, hears):
    key = client.post("/stories", {"title": "A story"}).headers["location"]
    assert "recorder-text" in client.get(key).content.decode()


def test_english_is_expected_until_somebody_speaks_italian(client, program, hears):
    chosen = '<option value="{}" selected>'.format
    italian = {"headers": {"accept-language": "it"}}
    assert chosen("en") in client.get("/exercises/why-tests", **italian).content.decode()
    hears["heard"] = heard("Scrivo i test per poter cambiare il codice", "it")
    bring(client, spoken="it")
    assert chosen("it") in client.get("/exercises/why-tests", **italian).content.decode()


def test_another_language_than_the_chosen_one_is_heard_all_the_same(client, program, hears):
    key = bring(client, spoken="it").json()["key"]
    known = listening.listen(program.app, key, language="it")
    assert not known.heard.trouble
    assert hearing.heard_as_json(known, "it", "it")["language"] == "en"
    assert "come inglese" in hearing.heard_as_json(known, "it", "it")["trouble"]
    assert hearing.heard_as_json(known, "it", "en")["trouble"] == ""


def test_a_take_that_was_not_understood_is_listened_to_again_without_saying_it_again(client, program, hears, monkeypatch):
    hears["heard"] = heard("Scrivo i test per poter cambiare il codice", "it")
    monkeypatch.setattr(listening, "_taken", lambda app, exercise: ("en",))
    key = bring(client).json()["key"]
    client.post(f"/recordings/{key}", {"spoken": "en"})
    page = client.get(f"/recordings/{key}").content.decode()
    assert "Listen to it as Italian" in page
    again = client.get("/exercises/why-tests").content.decode()
    assert 'data-trouble="It is not said in the language' in again, "the message is there after a reload"
    client.post(f"/recordings/{key}", {"spoken": "it"})
    assert "Scrivo" in client.get(f"/recordings/{key}").content.decode()
    assert hears["asked"] == ["en", "it"]


def test_what_is_handed_in_while_it_is_still_being_heard_keeps_its_attempt(client, program, hears, monkeypatch):
    key = bring(client).json()["key"]
    handed = listening.hear

    def slow(*given, **more):
        recordings.handed_in(program.app, key, "abc")
        return handed(*given, **more)

    monkeypatch.setattr(listening, "hear", slow)
    assert listening.listen(program.app, key).attempt == "abc"
    assert recordings.recording(program.app, key).attempt == "abc"


DOUBLED = "def double_all(numbers):\n    return [2 * number for number in numbers]\n"


@pytest.mark.parametrize("first", ["recording", "answer"])
def test_what_was_said_beside_an_editor_belongs_to_what_was_handed_in(client, program, hears, first):
    def bring_aloud():
        return bring(client, exercise="core:double-all", part="aloud", course=json.dumps({"deeds": DEEDS, "elapsed": 12.5})).json()["key"]

    def answer():
        return client.post("/exercises/double-all", {"solution.py": DOUBLED, "key": "1", "seq": "0"}, headers={"HX-Request": "true"})

    hears["heard"] = heard("this is linear in the numbers")
    if first == "recording":
        key, _ = bring_aloud(), answer()
    else:
        _, key = answer(), bring_aloud()
    (attempt,) = program.app.records.attempts("core:double-all")
    assert recordings.recording(program.app, key).attempt == attempt.id
    listening.listen(program.app, key)
    page = client.get(f"/attempts/{attempt.id}").content.decode()
    assert "What you said while you wrote it" in page
    assert "You said O(n)" in page
    assert f"/recordings/{key}/sound" in page


DEEDS = [
    {"what": "edit", "start": 2, "end": 4},
    {"what": "run", "start": 4.5, "end": 4.5},
    {"what": "verdict", "start": 5, "end": 5, "mark": "right", "text": "Right & <b>fast</b>"},
]


def test_what_was_done_meanwhile_is_laid_over_what_was_said(client, program, hears):
    hears["heard"] = heard("first I explain it and then this is quadratic I think")
    course = json.dumps({"deeds": DEEDS, "elapsed": 12.5})
    key = bring(client, exercise="core:double-all", part="aloud", course=course).json()["key"]
    before = client.get(f"/recordings/{key}").content.decode()
    assert "was not listened to yet" in before
    assert before.count('class="typed"') == 2
    client.post(f"/recordings/{key}", {"spoken": "en"})
    page = client.get(f"/recordings/{key}").content.decode()
    assert "You said O(n²); nothing was measured" in page
    assert "Right &amp; &lt;b&gt;fast" in page
    assert page.count('class="talked"') == 1
    italian = client.get(f"/recordings/{key}", headers={"accept-language": "it"}).content.decode()
    assert "Hai detto O(n²)" in italian
    client.post(f"/recordings/{key}", {"remove": "1"})
    assert program.app.records.draft(f"course:{key}").text == ""


@pytest.mark.parametrize(
    "course",
    [
        "",
        "[]",
        '{"deeds": [], "elapsed": "x"}',
        '{"deeds": [], "elapsed": NaN}',
        '{"deeds": [{"what": "cheat", "start": 0, "end": 1}], "elapsed": 1}',
        '{"deeds": [{"what": "edit", "start": 5, "end": 1}], "elapsed": 1}',
        '{"deeds": [7], "elapsed": 1}',
    ],
)
def test_a_course_that_makes_no_sense_is_refused(client, program, missing, course):
    assert bring(client, exercise="core:double-all", part="aloud", course=course).status_code == 400
    assert not recordings.listed(program.app)


def test_a_recording_may_be_larger_than_other_forms():
    from sparring.web.gate import MOST_BYTES, MOST_RECORDED_BYTES

    assert MOST_RECORDED_BYTES > recordings.MOST_BYTES > MOST_BYTES
    assert io.BytesIO(WAV).read(4) == b"RIFF"
    assert views.recordings.__doc__
