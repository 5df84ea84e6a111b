"""`sparring speech`, `record`, `recordings` and a spoken answer, by the real program on real files."""

import json
import shutil

import pytest

from tests.conftest import ROOT
from tests.terminal import sparring

CLIPS = ROOT / "src" / "sparring" / "language" / "speech" / "tests" / "clips"
SAID = CLIPS / "dictionary.webm"


@pytest.fixture
def silence(tmp_path):
    import wave

    path = tmp_path / "silence.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(bytes(2 * 16_000 * 3))
    return path


def test_a_file_is_listened_to(data):
    told = sparring("speech", str(SAID), "--json")
    found = json.loads(told.stdout)
    assert "Python is a hash table" in found["transcript"]
    assert {"text", "start", "end"} == set(found["words"][0])
    assert " ".join(word["text"] for word in found["words"]) == found["transcript"]
    by = {finding["criterion"]: finding for finding in found["findings"]}
    assert {"speech-pace", "speech-pauses", "speech-fillers"} <= set(by)
    assert by["speech-fillers"]["evidence"]["estimate"] is True
    assert 0 < by["speech-pace"]["evidence"]["value"] < 250
    assert told.returncode == int(any(finding["ok"] is False for finding in found["findings"]))
    assert not (data / "recordings").exists()


def test_what_nobody_said_is_no_answer(data, silence):
    told = sparring("grade", "eq-and-hash", str(silence), "--json")
    found = json.loads(told.stdout)
    assert (told.returncode, found["outcome"], found["attempt"]) == (1, "unreadable", None)
    heard = sparring("speech", str(silence), "--lang", "it")
    assert (heard.returncode, "Non si sente niente" in heard.stdout) == (1, True)


@pytest.mark.prove
def test_an_answer_may_be_spoken(data):
    told = sparring("grade", "eq-and-hash", str(SAID), "--json")
    found = json.loads(told.stdout)
    assert found["attempt"]
    assert {"speech-pace", "speech-fillers"} <= {finding["criterion"] for finding in found["findings"]}


def test_what_is_no_sound_is_told(data, tmp_path):
    (tmp_path / "notes.txt").write_text("not a sound")
    (tmp_path / "cut.wav").write_bytes(b"RIFF\x24\x00\x00\x00WAVEfmt ")
    for name, words in (("notes.txt", "no sound file"), ("cut.wav", "cannot be decoded"), ("missing.wav", "missing.wav")):
        told = sparring("speech", str(tmp_path / name))
        assert told.returncode == 2
        assert words in " ".join((told.stdout + told.stderr).split())
    code = sparring("grade", "chunked", str(SAID))
    assert code.returncode == 2


def test_a_microphone_is_recorded_kept_and_deleted(data, silence, monkeypatch, tmp_path):
    monkeypatch.setenv("SPARRING_RECORDER", f"cp {silence} {{file}}")
    told = sparring("record", "--to", str(tmp_path / "take.wav"))
    assert (told.returncode, (tmp_path / "take.wav").read_bytes()) == (0, silence.read_bytes())
    heard = sparring("record", "--json", "--seconds", "1")
    assert (heard.returncode, json.loads(heard.stdout)["trouble"]) == (1, "silence")
    (line,) = json.loads(sparring("recordings", "list", "--json").stdout)
    assert (line["form"], line["seconds"], line["trouble"]) == ("wav", 3.0, "silence")
    assert (data / "recordings" / line["file"]).read_bytes() == silence.read_bytes()
    assert json.loads(sparring("recordings", "delete", line["id"][:8], "--json").stdout) == {"deleted": 1}
    assert list((data / "recordings").iterdir()) == []
    assert json.loads(sparring("recordings", "keep", "no", "--json").stdout) == {"keep": False}
    assert sparring("recordings", "delete").returncode == 2


def test_no_microphone_is_told_with_what_to_do(data, monkeypatch):
    monkeypatch.setenv("SPARRING_RECORDER", "false")
    told = sparring("record", "--seconds", "1")
    assert told.returncode == 3
    assert "SPARRING_RECORDER" in told.stdout + told.stderr


@pytest.mark.skipif(not shutil.which("ffmpeg"), reason="no ffmpeg here")
def test_a_recorder_that_starts_slowly_and_is_stopped_finishes_its_file(data, monkeypatch, tmp_path):
    late = "sh -c 'sleep 1.1; exec ffmpeg -v error -y -re -f lavfi -i sine=f=200:r=16000 -ac 1 {file}'"
    monkeypatch.setenv("SPARRING_RECORDER", late)
    told = sparring("record", "--seconds", "1", "--to", str(tmp_path / "tone.wav"))
    assert told.returncode == 0
    import wave

    with wave.open(str(tmp_path / "tone.wav")) as file:
        assert 0 < file.getnframes() / file.getframerate() < 3.0
