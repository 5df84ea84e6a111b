"""What is computed from words and stretches of voice, without any model."""

from itertools import pairwise

import pytest

from sparring.core.evidence import Delivery
from sparring.core.speech import Heard, Moment, Stretch, Take, Transcript, Word
from sparring.language.speech.delivery import PREFIX, delivery, pauses, ranges, sentences, usual
from sparring.language.speech.fillers import fillers, hedges, is_filler, lone_sounds, repetitions, without_fillers
from sparring.language.speech.forms import form_of
from sparring.language.speech.windows import LONG_SILENCE, MOST, laid_on, windows


def said(text: str, start: float = 0.0, each: float = 0.4) -> tuple[Word, ...]:
    return tuple(Word(word, round(start + n * each, 2), round(start + n * each + 0.3, 2)) for n, word in enumerate(text.split()))


def take(text: str, *voice: tuple[float, float], clearness: float | None = 40.0, **changes) -> Take:
    stretches = tuple(Stretch(*pair) for pair in voice)
    heard = Heard(stretches[-1].end + 0.5, stretches, -20.0, clearness, transcript=Transcript(text, said(text), "en", "test"), **changes)
    return Take("key", heard)


def by(found) -> dict:
    return {finding.criterion.removeprefix(PREFIX): finding for finding in found}


TEXT = "um I think a list is ordered and a set is not ordered, so uh a set is faster for membership. the the list keeps order."


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "wav"),
        (b"\x1a\x45\xdf\xa3\x01", "webm"),
        (b"\x00\x00\x00\x1cftypM4A ", "m4a"),
        (b"OggS\x00", "ogg"),
        (b"fLaC\x00", "flac"),
        (b"ID3\x04", "mp3"),
        (b"\xff\xfb\x90\x64", "mp3"),
        (b"\xff\xff\xff\xff", ""),
        (b"\xff\xd8\xff\xe0", ""),
        (b"RIFF\x00\x00\x00\x00AVI ", ""),
        (b"", ""),
        (b"%PDF-1.7", ""),
        ("def f(): pass".encode("utf-16"), ""),
        ("def f(): pass".encode("utf-16-be"), ""),
        (b"ID3 = 1\n", ""),
        (b"OggS=1\n", ""),
        (b"fLaC = 1\n", ""),
        (b"1234ftyp", ""),
    ],
)
def test_a_file_is_known_by_its_first_bytes(head, form):
    assert form_of(head) == form


@pytest.mark.parametrize("word", ["um", "Umm,", "uh", "Uh...", "er,", "Erm", "hmm.", "mm", "mhm", "ehm", "ah", "hum,"])
def test_sounds_of_hesitation_are_known_by_their_form(word):
    assert is_filler(word)


@pytest.mark.parametrize("word", ["a", "I", "e", "am", "her", "hub", "human", "menu", "error", "he", "oh", "so", "ok", "uuid"])
def test_words_are_no_hesitation(word):
    assert not is_filler(word)


def test_fillers_repetitions_and_hedges_have_their_moments():
    words = said(TEXT)
    assert [moment.text for moment in fillers(words)] == ["um", "uh"]
    assert [moment.text for moment in repetitions(words)] == ["the the"]
    assert [moment.text for moment in hedges(words, "en")] == ["I think"]
    assert [word.text for word in without_fillers(words)][:3] == ["I", "think", "a"]
    assert [moment.text for moment in hedges(said("È più o meno così, credo"), "it")] == ["più o meno", "credo"]


def test_what_is_rightly_said_twice_is_no_repetition():
    assert repetitions(said("it is very very fast and I had had enough. enough is enough")) == ()


def test_a_lone_sound_without_a_word_may_be_a_filler():
    voice = [Stretch(0.0, 2.0), Stretch(2.5, 2.8), Stretch(3.3, 6.0)]
    assert lone_sounds(voice, said("one two three four")) == (Moment(2.5, 2.8),)
    assert lone_sounds(voice, (*said("one two three four"), Word("yes", 2.5, 2.8))) == ()
    assert lone_sounds([Stretch(0.0, 2.0), Stretch(2.1, 2.4), Stretch(2.5, 6.0)], ()) == ()
    assert lone_sounds([Stretch(0.0, 0.3)], ()) == ()


def test_a_word_that_ends_behind_a_pause_was_said_there_too():
    voice = [Stretch(0.0, 0.63), Stretch(0.88, 1.2), Stretch(1.51, 2.4)]
    heard = (Word("I", 0.0, 0.1), Word("listened", 0.1, 0.42), Word("to,", 0.42, 1.0), Word("he", 1.5, 1.62))
    assert laid_on(heard, voice)[2] == heard[2]
    assert lone_sounds(voice, laid_on(heard, voice)) == ()
    assert lone_sounds(voice, laid_on((*heard[:2], Word("to,", 0.42, 0.9), heard[3]), voice)) == (Moment(0.88, 1.2),)


def test_pauses_are_the_silences_between_voices():
    voice = [Stretch(0.5, 2.0), Stretch(2.66, 4.0), Stretch(4.68, 5.0)]
    assert pauses(voice) == (Moment(4.0, 4.68),)


def test_sentences_are_cut_at_the_transcribers_marks():
    assert sentences(said("A list. Is it ordered? It is")) == (2, 3, 2)


def test_a_take_is_measured_against_ranges_with_their_sources():
    found = by(delivery(take(TEXT, (0.0, 3.0), (8.0, 11.0)), first_point=2.0))
    assert found["pace"].evidence.value == round(len(without_fillers(said(TEXT))) / 11 * 60)
    assert (found["speaking"].evidence.value, found["pauses"].evidence.value) == (6.0, 1)
    assert (found["silence"].ok, found["silence"].evidence.moments) == (False, (Moment(3.0, 8.0),))
    assert found["first-point"].evidence.value == 2.0
    assert [moment.text for moment in found["fillers"].evidence.moments] == ["um", "uh"]
    assert all(finding.evidence.recording == "key" for finding in found.values())
    for finding in found.values():
        assert finding.level is None
        if finding.evidence.low is not None or finding.evidence.high is not None:
            assert finding.evidence.source


def test_estimates_are_marked_and_never_wrong():
    crowded = "um so um it uh is uh a er list " * 3
    found = by(delivery(take(crowded, (0.0, 12.0))))
    assert found["fillers"].evidence.value > found["fillers"].evidence.high
    for name in ("fillers", "repetitions", "hedges", "sentence"):
        assert found[name].evidence.estimate
        assert found[name].ok is not False
    assert not found["pauses"].evidence.estimate


@pytest.mark.parametrize(("words", "praised"), [(30, None), (80, True)])
def test_no_filler_in_a_few_words_is_no_praise(words, praised):
    clean = " ".join(f"w{number}" for number in range(words))
    found = by(delivery(take(clean, (0.0, 30.0))))
    assert [found[name].ok for name in ("fillers", "repetitions")] == [praised, praised]
    assert found["fillers"].evidence.value == 0


def test_too_fast_and_too_slow_are_told():
    assert by(delivery(take(TEXT, (0.0, 5.5))))["pace"].ok is False
    assert by(delivery(take(TEXT, (0.0, 40.0))))["pace"].ok is False
    assert by(delivery(take(TEXT, (0.0, 10.0))))["pace"].ok is True


def test_in_a_few_words_no_rate_is_told():
    assert set(by(delivery(take("a list is ordered", (0.0, 2.0))))) == {"speaking", "pauses"}


def test_a_poor_recording_says_only_that():
    (finding,) = delivery(take(TEXT, (0.0, 10.0), clearness=6.0, poor=True))
    assert (finding.criterion, finding.ok, finding.evidence.value) == ("speech-poor", None, 6.0)


def test_a_recording_with_trouble_has_no_findings():
    assert delivery(take(TEXT, (0.0, 10.0), trouble="no-words")) == ()


def test_ranges_are_told_in_words():
    assert usual(Delivery("pace", 1.0, "words", 100, 210)).params == {"low": 100, "high": 210}
    assert usual(Delivery("silence", 1.0, "seconds", None, 4)).params == {"high": 4}
    assert usual(Delivery("speaking", 1.0, "seconds")) is None
    assert all(one.source and (one.low is not None or one.high is not None) for one in ranges().values())


def test_windows_hold_all_of_the_voice_and_end_in_pauses():
    voice = [Stretch(n * 5.0, n * 5.0 + 4.0) for n in range(20)]
    cut = windows(voice, 100.0)
    assert all(window.seconds <= MOST + 1 for window in cut)
    assert all(any(window.start <= one.start and one.end <= window.end for window in cut) for one in voice)
    assert all(one.end <= other.start for one, other in pairwise(cut))


def test_a_long_silence_ends_a_window_and_a_long_voice_is_cut():
    assert len(windows([Stretch(0, 2), Stretch(2 + LONG_SILENCE, 14)], 14.0)) == 2
    cut = windows([Stretch(0.0, 70.0)], 70.0)
    assert (len(cut), cut[0].start, cut[-1].end) == (3, 0.0, 70.0)
    assert all(one.end <= other.start for one, other in pairwise(cut))
    assert windows([], 10.0) == ()


def test_words_lie_within_the_voice_and_invented_ones_are_left_out():
    voice = [Stretch(1.0, 2.0), Stretch(5.0, 6.0)]
    words = (Word("a", 0.8, 1.4), Word("b", 1.6, 4.0), Word("c", 3.5, 3.9), Word("d", 5.9, 6.4))
    assert laid_on(words, voice) == (Word("a", 1.0, 1.4), Word("b", 1.6, 2.0), Word("d", 5.9, 6.0))
