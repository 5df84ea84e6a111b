"""Real decoding and the real voice detector; what is no speech never reaches a transcriber. One real transcription; the rest of them is proved in the bench."""

import wave
from pathlib import Path

import numpy as np
import pytest

from sparring.core.speech import Stretch, Transcript, Word
from sparring.language.speech import whisper
from sparring.language.speech.delivery import delivery, pauses
from sparring.language.speech.edges import to_their_edges
from sparring.language.speech.listening import Asked, listen
from sparring.language.speech.sound import RATE, BrokenSoundError, Sound, decode
from sparring.language.speech.transcriber import TranscriberError
from sparring.language.speech.voice import find_voice, levelled, loudness
from sparring.language.speech.whisper import Whisper

CLIPS = Path(__file__).parent / "clips"
ASKED = Asked(("en",), 60.0)


class Never:
    """A transcriber that must not be asked."""

    def transcribe(self, sound, voice, languages, tell):
        raise AssertionError("a transcriber was asked about what is no speech")


class Says:
    """A transcriber that always writes the same."""

    def __init__(self, text, language="en"):
        self.text, self.language = text, language

    def transcribe(self, sound, voice, languages, tell):
        words = tuple(Word(word, n * 0.5, n * 0.5 + 0.4) for n, word in enumerate(self.text.split()))
        return Transcript(self.text, words, self.language, "test")


@pytest.fixture(scope="module")
def dictionary() -> Sound:
    return decode(CLIPS / "dictionary.webm", 60)


@pytest.fixture(scope="module")
def weighed() -> Whisper:
    """The real transcriber; its weights are joined once a machine."""
    from sparring.config.folders import cache_folder

    return Whisper(cache_folder() / "speech")


def tone(hertz, seconds, loud=0.3):
    return (loud * np.sin(2 * np.pi * hertz * np.arange(int(seconds * RATE)) / RATE)).astype(np.float32)


def music(seconds):
    chords = [
        sum(tone(hertz, 0.5, 0.08) for hertz in chord) for chord in ((98, 247, 294), (131, 330, 392), (147, 370, 440), (98, 247, 392))
    ]
    return np.concatenate([chords[n % 4] * np.linspace(1, 0.2, len(chords[0]), dtype=np.float32) for n in range(int(seconds * 2))])


NOISE = np.random.default_rng(1).normal(0, 0.1, 6 * RATE).astype(np.float32)


@pytest.mark.parametrize(
    ("samples", "trouble"),
    [
        (np.zeros(5 * RATE, np.float32), "silence"),
        (NOISE * np.float32(0.001), "silence"),
        (NOISE, "no-speech"),
        (tone(50, 6, 0.5), "no-speech"),
        (tone(440, 6), "no-speech"),
        (music(8), "no-speech"),
        (tone(440, 0.001), "too-short"),
        (tone(300, 0.2), "too-short"),
        (np.zeros(61 * RATE, np.float32), "too-long"),
    ],
    ids=["silence", "hiss", "noise", "hum", "tone", "music", "1 ms", "a click", "long"],
)
def test_what_is_no_speech_is_told_before_anything_is_transcribed(samples, trouble):
    heard = listen(Sound(samples), ASKED, Never())
    assert (heard.trouble, heard.transcript) == (trouble, None)
    assert delivery_of(heard) == ()


def delivery_of(heard):
    from sparring.core.speech import Take

    return delivery(Take("", heard))


def test_a_voice_in_loud_noise_is_not_judged(dictionary):
    loud = np.random.default_rng(2).normal(0, 0.25, len(dictionary.samples)).astype(np.float32)
    assert listen(Sound(dictionary.samples + loud), ASKED, Never()).trouble in ("too-noisy", "no-speech")


def test_words_that_are_no_answer_are_told(dictionary):
    assert listen(dictionary, ASKED, Says("")).trouble == "no-words"
    assert listen(dictionary, ASKED, Says("Um, er, hmm.")).trouble == "no-words"
    german = listen(dictionary, ASKED, Says("Guten Tag zusammen", "de"))
    assert (german.trouble, german.transcript.language) == ("other-language", "de")
    assert listen(dictionary, ASKED, Says("a hash table finds keys in constant time")).trouble == ""


def test_words_made_up_for_a_language_that_is_none_of_ours_are_dropped(dictionary):
    french, italian = (listen(dictionary, ASKED, Says("Uh, er, hmm.", language)) for language in ("fr", "it"))
    assert (french.trouble, french.text, french.transcript.words, french.transcript.language) == ("other-language", "", (), "fr")
    assert (italian.trouble, italian.text) == ("other-language", "Uh, er, hmm.")


def test_of_what_says_that_it_is_too_long_only_the_first_seconds_are_decoded(tmp_path):
    hour = tmp_path / "hour.wav"
    with wave.open(str(hour), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(2 * 8000 * 600))
    found = decode(hour, 60)
    assert (found.more, len(found.samples), found.seconds) == (True, 5 * RATE, 600.0)
    assert listen(found, ASKED, Never()).trouble == "too-long"
    assert (decode(hour, 600).more, decode(hour, 600).seconds) == (False, 600.0)


def test_a_head_that_tells_more_than_is_there_is_not_believed(tmp_path):
    data = bytearray(b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0data\xff\xff\xff\xff")
    found = decode(bytes(data) + bytes(2 * 8000 * 3), 60)
    assert (found.more, found.seconds) == (False, pytest.approx(3.0, abs=0.05))


def test_every_form_is_decoded_and_its_seconds_are_counted(dictionary):
    assert dictionary.seconds == pytest.approx(11.93, abs=0.05)
    assert decode(CLIPS / "short.mp3", 60).seconds == pytest.approx(3.0, abs=0.1)
    cut = decode((CLIPS / "dictionary.webm").read_bytes(), 5)
    assert (cut.more, len(cut.samples)) == (True, 5 * RATE)


@pytest.mark.parametrize("data", [b"", b"nothing of the kind", b"RIFF\x00\x00\x00\x00WAVE", b"OggS" + bytes(500)])
def test_what_cannot_be_decoded_is_told(data):
    with pytest.raises(BrokenSoundError):
        decode(data, 60)


def test_pauses_are_found_where_they_are(dictionary):
    gap = np.zeros(int(1.3 * RATE), np.float32)
    first = dictionary.samples[: int(5.9 * RATE)]
    voice = find_voice(np.concatenate([first, gap, dictionary.samples[int(5.9 * RATE) :]]))
    (pause,) = pauses(voice.stretches)
    assert pause.start == pytest.approx(5.85, abs=0.1)
    assert pause.end == pytest.approx(7.2, abs=0.1)


def test_the_microphone_does_not_matter(dictionary):
    quiet = find_voice(dictionary.samples * np.float32(0.25))
    noisy = find_voice(dictionary.samples + np.random.default_rng(3).normal(0, 0.008, len(dictionary.samples)).astype(np.float32))
    plain = find_voice(dictionary.samples)
    assert quiet.stretches == plain.stretches
    assert noisy.seconds == pytest.approx(plain.seconds, rel=0.05)
    assert len(pauses(noisy.stretches)) == len(pauses(plain.stretches))


def in_a_quiet_room(samples, seconds):
    """The samples in the middle of so many seconds of noise, 45 dB below them."""
    room = np.random.default_rng(5).normal(0, 10 ** (loudness(samples) / 20) * 10 ** (-45 / 20), int(seconds * RATE)).astype(np.float32)
    room[len(room) // 2 - len(samples) // 2 :][: len(samples)] += samples
    return room


@pytest.mark.parametrize("share", [0.03, 0.05, 0.1, 0.5])
def test_who_is_silent_for_most_of_the_take_is_heard_all_the_same(dictionary, share):
    said = dictionary.samples[: int(3.5 * RATE)]
    room = in_a_quiet_room(said, len(said) / RATE / share)
    dense, sparse = find_voice(said), find_voice(room)
    assert sparse.seconds == pytest.approx(dense.seconds, rel=0.1)
    assert sparse.sure > 0.85
    assert np.abs(levelled(room, sparse.stretches)).max() < 1
    assert listen(Sound(room), Asked(("en",), 600.0), Says("so um in a dictionary keys are hashed")).trouble == ""


def test_the_edges_hold_in_noise_of_any_colour_and_for_pauses_just_long_enough(dictionary):
    first, second = dictionary.samples[int(0.25 * RATE) : int(5.7 * RATE)], dictionary.samples[int(6.1 * RATE) :]
    plain = np.concatenate([first, np.zeros(int(0.72 * RATE), np.float32), second])
    spectrum = np.fft.rfft(np.random.default_rng(6).normal(0, 1, len(plain)))
    pink = np.fft.irfft(spectrum / np.sqrt(np.maximum(20, np.fft.rfftfreq(len(plain), 1 / RATE))), len(plain))
    noise = pink / np.sqrt(np.mean(pink**2)) * 10 ** ((loudness(first) - 20) / 20)
    found = [pauses(find_voice(samples).stretches) for samples in (plain, (plain + noise).astype(np.float32))]
    assert [len(each) for each in found] == [1, 1]
    assert found[1][0].start == pytest.approx(found[0][0].start, abs=0.1)
    assert found[1][0].end == pytest.approx(found[0][0].end, abs=0.1)


def test_stretches_never_reach_over_each_other():
    random = np.random.default_rng(8)
    for _ in range(200):
        samples = (random.normal(0, 1, 2 * RATE) * np.repeat(random.choice([0.001, 0.2], 40), RATE // 20)).astype(np.float32)
        cuts = np.sort(random.choice(60, 6, replace=False)) * 0.032
        stretches = tuple(Stretch(float(start), float(end)) for start, end in zip(cuts[::2], cuts[1::2], strict=True))
        moved = to_their_edges(stretches, samples, -15.0)
        bounds = [bound for one in moved for bound in (one.start, one.end)]
        assert bounds == sorted(bounds), stretches


def test_weights_that_are_others_are_refused_and_not_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(whisper, "SHA256", "0" * 64)
    with pytest.raises(TranscriberError):
        whisper.weights(tmp_path)
    assert list(tmp_path.rglob("model.bin")) == []


def test_words_are_written_down_with_their_times(dictionary, weighed):
    told = []
    heard = listen(dictionary, ASKED, weighed, told.append)
    words = [word.text.lower().strip(".,") for word in heard.transcript.words]
    assert {"um", "python", "hash", "table", "collisions", "probing"} <= set(words)
    assert heard.transcript.language == "en"
    assert len(told[0]) > 20
    times = [(word.start, word.end) for word in heard.transcript.words]
    assert times == sorted(times)
    probing = next(word for word in heard.transcript.words if word.text.startswith("probing"))
    assert Stretch(10.6, 11.9).start <= probing.start < probing.end <= 11.9


@pytest.mark.prove
def test_another_language_is_recognised(weighed):
    heard = listen(decode(CLIPS / "german.ogg", 60), ASKED, weighed)
    assert (heard.trouble, heard.transcript.language) == ("other-language", "de")
