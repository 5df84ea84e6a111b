"""What is said of a text, and by whom. The programs are the real ones where they are installed."""

import shutil
import stat
import struct
from types import SimpleNamespace

import pytest

from sparring.core.problem import SparringError, UsageError
from sparring.usecases.voice import speaking
from sparring.usecases.voice.aloud import Said, aloud, shown
from sparring.usecases.voice.choice import VoiceChoice, choose_voice, voice_choice
from sparring.usecases.voice.programs import Espeak, Piper, Voice
from sparring.usecases.voice.sound import Sound, joined, read_wav, write_wav

espeak = pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")
CODE = "Explain this.\n\n```python\ndef f(x):\n    return x\n```\n\nHow does it grow: `O(n log n)` or O(n)?\n\n```\nmore\n```\n"


def test_words_are_said_and_code_is_only_named():
    assert aloud(CODE, "en") == (Said("Explain this. The code is on the screen. How does it grow: O of n log n or O of n?", "en"),)
    assert shown(CODE) == "```python\ndef f(x):\n    return x\n```\n\n```\nmore\n```"


def test_a_quotation_is_said_in_its_own_language():
    text = "Say it in English:\n\n> Attualmente lavoro come sviluppatore per una banca, e da due anni mi occupo di **dati**."
    assert aloud(text, "en") == (
        Said("Say it in English:", "en"),
        Said("Attualmente lavoro come sviluppatore per una banca, e da due anni mi occupo di dati.", "it"),
    )
    assert aloud("> Why do you want to leave the company where you are?", "en")[0].language == "en"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("`lru_cache` and [docs](https://x.org)", "lru cache and docs."),
        ("# Title\n\n- one\n- two;", "Title. one. two;"),
        ("", ""),
        ("[[k'aI]] --voices <b>", "k'aI --voices b."),
    ],
)
def test_signs_are_left_out(text, said):
    assert " ".join(part.text for part in aloud(text, "en")) == said


def test_a_head_that_does_not_know_its_length_is_put_right():
    sound = Sound(22050, 1, b"\1\0" * 1000)
    data = bytearray(write_wav(sound))
    struct.pack_into("<I", data, 4, 0x7FFFF024)
    struct.pack_into("<I", data, 40, 0x7FFFF000)
    assert read_wav(bytes(data)) == sound
    assert read_wav(write_wav(sound)) == sound
    assert joined([sound, sound]).seconds == pytest.approx(2 * sound.seconds + 0.35, abs=0.001)
    with pytest.raises(ValueError, match="shape"):
        joined([sound, Sound(16000, 1, b"")])


@pytest.mark.parametrize("data", [b"", b"RIFF", b"RIFF\0\0\0\0WAVE", b"RIFF\0\0\0\0WAVEdata\4\0\0\0abcd", b"ID3" * 50])
def test_what_is_no_sound_is_refused(data):
    with pytest.raises(SparringError):
        read_wav(data)


@pytest.fixture
def app(tmp_path):
    return SimpleNamespace(cache=tmp_path / "cache", data=tmp_path / "data")


@espeak
def test_both_languages_are_spoken_and_kept(app):
    words = (Said("Say it in English.", "en"), Said("Lavoro per una banca.", "it"))
    made = speaking.spoken(app, words, VoiceChoice())
    sound = read_wav(made)
    assert 2 < sound.seconds < 8
    assert max(struct.unpack(f"<{len(sound.samples) // 2}h", sound.samples)) > 3000, "it can be heard"
    kept = list((app.cache / "voice").iterdir())
    assert [file.read_bytes() for file in kept] == [made]
    kept[0].write_bytes(b"kept")
    assert speaking.spoken(app, words, VoiceChoice()) == b"kept", "made once"
    slow = read_wav(speaking.spoken(app, words, VoiceChoice(speed=0.7)))
    assert slow.seconds > 1.2 * sound.seconds
    scottish = speaking.spoken(app, words, VoiceChoice(english="en-gb-scotland"))
    assert scottish != made


@espeak
def test_text_that_looks_like_an_option_is_only_text(app):
    assert read_wav(speaking.spoken(app, (Said("--help -w /tmp/x", "en"),), VoiceChoice())).seconds > 0.5


@espeak
def test_only_so_much_is_kept(app, monkeypatch):
    monkeypatch.setattr(speaking, "MOST_KEPT", 100_000)
    for number in range(4):
        speaking.spoken(app, (Said(f"This is sentence number {number}.", "en"),), VoiceChoice())
    assert 1 <= len(list((app.cache / "voice").iterdir())) < 4


def test_too_much_and_nobody_to_speak_are_said(app, monkeypatch):
    with pytest.raises(UsageError) as refused:
        speaking.spoken(app, (Said("x" * 7000, "en"),), VoiceChoice())
    assert refused.value.saying.id == "voice.too-long"
    monkeypatch.setattr(speaking, "speakers", lambda folder: ())
    with pytest.raises(UsageError) as refused:
        speaking.spoken(app, (Said("Hello.", "en"),), VoiceChoice())
    assert refused.value.saying.id == "voice.none"
    assert speaking.machine_voices(app) == {"en": [], "it": []}


def _program(folder, body):
    place = folder / "speaks"
    place.write_text(f"#!/bin/sh\n{body}\n")
    place.chmod(place.stat().st_mode | stat.S_IXUSR)
    return str(place)


def test_a_program_that_fails_is_our_failure_in_words(tmp_path):
    with pytest.raises(SparringError) as failed:
        Espeak(_program(tmp_path, "echo no voice >&2; exit 3")).speak("x", Voice("en-gb", "en"), 1)
    assert failed.value.saying.params == {"program": "speaks", "why": "no voice"}
    with pytest.raises(SparringError):
        Espeak(str(tmp_path / "missing")).speak("x", Voice("en-gb", "en"), 1)
    assert Espeak(str(tmp_path / "missing")).voices() == ()


def test_pipers_voices_are_found_by_their_descriptions(tmp_path):
    for name, described in {
        "it_IT-paola": '{"language": {"code": "it_IT"}}',
        "en-joe": '{"espeak": {"voice": "en-us"}}',
        "broken": "{",
    }.items():
        (tmp_path / f"{name}.onnx").write_bytes(b"")
        (tmp_path / f"{name}.onnx.json").write_text(described)
    (tmp_path / "alone.onnx").write_bytes(b"")
    wav = tmp_path / "hello.wav"
    wav.write_bytes(write_wav(Sound(16000, 1, b"\1\0" * 16000)))
    piper = Piper(_program(tmp_path, f'while [ $# -gt 1 ]; do shift; done; cat > "$1.txt"; cp {wav} "$1"'), tmp_path)
    assert [(voice.id, voice.language) for voice in piper.voices()] == [("piper:en-joe", "en"), ("piper:it_IT-paola", "it")]
    assert piper.speak("Hello", piper.voices()[0], 1.25).seconds == 1


class _Settings:
    def __init__(self):
        self.held = {}

    def settings(self, names):
        return {name: self.held[name] for name in names if name in self.held}

    def choose(self, name, value):
        self.held[name] = value


def test_the_choice_is_stored_and_nonsense_is_refused():
    app = SimpleNamespace(records=_Settings())
    assert voice_choice(app) == VoiceChoice()
    choose_voice(app, {"speed": "0.8", "noise": "office", "listening": "1", "english": "en-us", "source": "machine"})
    assert voice_choice(app) == VoiceChoice("machine", english="en-us", speed=0.8, noise="office", listening=True)
    for form in ({"speed": "fast"}, {"noise": "war"}, {"source": "cloud"}, {"speed": "nan"}):
        with pytest.raises(UsageError):
            choose_voice(app, form)
    assert voice_choice(app).speed == 0.8
    app.records.held["voice"] = {"speed": 99}
    assert voice_choice(app) == VoiceChoice()
