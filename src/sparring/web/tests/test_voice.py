"""The interviewer's voice: what the pages offer, what the addresses answer."""

import shutil

import pytest

from sparring.usecases.voice import speaking
from sparring.usecases.voice.sound import Sound

espeak = pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")


class Hums:
    """A program that speaks English in one way."""

    def __init__(self):
        self.asked = []

    def voices(self):
        from sparring.usecases.voice.programs import Voice

        return (Voice("en-gb", "en"), Voice("en-us", "en"))

    def speak(self, text, voice, speed):
        self.asked.append((text, voice.id, speed))
        return Sound(8000, 1, b"\1\0" * 8000)


@pytest.fixture
def hums(monkeypatch):
    found = Hums()
    monkeypatch.setattr(speaking, "speakers", lambda folder: (found,))
    return found


def test_a_question_is_said_in_the_chosen_voice(client, hums):
    page = client.get("/exercises/double-all").content.decode()
    assert 'data-url="/exercises/double-all/aloud.wav?lang=en"' in page
    client.post("/settings/voice", {"speed": "0.8", "english": "en-us", "noise": "office"})
    sent = client.get("/exercises/double-all/aloud.wav?lang=en")
    assert (sent.status_code, sent.headers["content-type"], sent.content[:4]) == (200, "audio/wav", b"RIFF")
    text, voice, speed = hums.asked[-1]
    assert (voice, speed) == ("en-us", 0.8)
    assert text.startswith("Write double all(numbers), which")


def test_a_stretch_of_the_sound_can_be_asked_for(client, hums):
    whole = client.get("/exercises/double-all/aloud.wav").content
    for wanted, status, part in [
        ("bytes=0-3", 206, whole[:4]),
        ("bytes=100-", 206, whole[100:]),
        ("bytes=-7", 206, whole[-7:]),
        ("bytes=5-999999999", 206, whole[5:]),
        ("bytes=999999999-", 416, b""),
        ("bytes=9-3", 416, b""),
        ("lines=1-2", 200, whole),
    ]:
        sent = client.get("/exercises/double-all/aloud.wav", headers={"range": wanted})
        assert (sent.status_code, sent.content) == (status, part)


def test_in_the_listening_mode_the_words_wait(client, hums):
    assert '<details class="kept"' not in client.get("/exercises/double-all").content.decode()
    client.post("/settings/voice", {"listening": "1", "speed": "1"})
    page = client.get("/exercises/double-all").content.decode()
    assert page.index('<details class="kept"') < page.index("<code>double_all(numbers)</code>") < page.index('<div class="prose seen"')
    taking = client.post("/interviews", {}).headers["location"]
    talk = client.get(taking).content.decode()
    assert f'data-url="{taking}/aloud/0.wav"' in talk
    assert '<details class="kept"' in talk
    assert client.get(f"{taking}/aloud/0.wav").status_code == 200
    assert client.get(f"{taking}/aloud/7.wav").status_code == 400


def test_where_nobody_speaks_it_is_said(client, monkeypatch):
    monkeypatch.setattr(speaking, "speakers", lambda folder: ())
    assert 'data-url=""' in client.get("/exercises/double-all").content.decode()
    refused = client.get("/exercises/double-all/aloud.wav")
    assert refused.status_code == 400
    assert "espeak-ng" in refused.content.decode()
    assert "espeak-ng" in client.get("/settings").content.decode()


def test_nonsense_is_refused_and_changes_nothing(client, hums):
    assert client.post("/settings/voice", {"speed": "9"}).status_code == 400
    client.get("/exercises/double-all/aloud.wav")
    assert hums.asked[-1][2] == 1.0
