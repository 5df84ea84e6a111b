"""Speech on composed clips, where all is known: how fast, how much memory, pauses, fillers, another microphone, and recordings that are no answer."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from sparring.core.evidence import Delivery
from sparring.core.problem import UsageError
from sparring.core.speech import Heard, Moment, Take, Word
from sparring.core.text import Message
from sparring.language.speech.delivery import PREFIX, delivery, pauses
from sparring.language.speech.fillers import bare, fillers, is_filler, lone_sounds
from sparring.language.story import read_story
from sparring.usecases.app import App
from sparring.usecases.bench.composed.clips import (
    CHANGES,
    Clip,
    Synth,
    as_wav,
    changed,
    clean,
    compose,
    hesitant,
    junk,
    take_of,
    voices,
    write_wav,
)
from sparring.usecases.bench.figures import Bar, Measured, Row
from sparring.usecases.bench.peers import Peers
from sparring.usecases.speech.engines import own

RTF, FIRST, MEGABYTES = 0.25, 2.0, 700
WITHIN = 0.1
FOUND, INVENTED = 0.8, 1
CLEAN_SECONDS = 300.0
TOLERANCES = {"pace": 0.05, "speaking": 0.05}
"""Shares by which another microphone may move a figure."""
SILENCE_SECONDS, FILLERS = 0.3, 2.0
"""… seconds of the longest silence; fillers per 100 words (estimates)."""
NEAR = 0.3
TAKE_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Listened:
    """A clip and what was heard in it; seconds of the clock and of the processor, the first words' among them."""

    clip: Clip
    heard: Heard
    wall: float
    cpu: float
    first_wall: float
    first_cpu: float


def measured(app: App, rounds: int) -> Measured:
    """`rounds` stories of the core pack, each told by each voice with and without hesitation."""
    with Peers(app.cache) as peers:
        known = voices(peers)
        if not known:
            raise UsageError(Message("bench.no-voices"))
        clips = [
            clip
            for name, synth in known.items()
            for number, lines in enumerate(_stories(app, rounds))
            for clip in _told(number, lines, name, synth)
        ]
    own(app.cache / "speech").warm()
    listened = [_listen(app, clip) for clip in clips]
    rows = [_row(one) for one in listened]
    hesitating = [one for one in listened if one.clip.fillers]
    moved = [(how, one, _listen(app, changed(one.clip, how))) for one in hesitating[:: max(1, len(hesitating) // 2)][:2] for how in CHANGES]
    rows += [_row(again) for _, _, again in moved]
    bars = [*_speed(app, listened), *_pauses(listened), *_fillers(listened), *_microphone(moved), *_junk(app)]
    note = (
        f"Voices: {', '.join(known)}; clips composed of stories of the core pack, pauses and sounds of hesitation put between. "
        f"A pause counts as found within {WITHIN} s at both ends. "
        "Word errors leave sounds of hesitation aside and count figures written as digits as wrong. Another microphone may move pace and speaking time "
        "by 5 %, the longest silence by "
        f"{SILENCE_SECONDS} s, fillers by {FILLERS:.0f} per 100 words, and no noticed pause. Seconds of the processor are less moved by what else the machine does."
    )
    return Measured(rows, tuple(bars), note)


def _stories(app: App, rounds: int) -> list[list[str]]:
    """The sentences of some stories of the core pack."""
    told = [exercise for exercise in app.library.exercises.values() if exercise.kind == "tell"][:rounds]
    texts = [" ".join(exercise.spec.good.en.split()) for exercise in told]
    return [[text[one.start : one.end] for one in read_story(text, "en").sentences] for text in texts]


def _told(number: int, lines: list[str], voice: str, synth: Synth) -> Iterator[Clip]:
    yield compose(f"clean {number}", voice, synth, clean(lines, Random(number)))
    if number < 2:
        yield compose(f"hesitant {number}", voice, synth, hesitant(lines[:8], Random(number)))


def _listen(app: App, clip: Clip) -> Listened:
    """All that a recording takes, decoding its file too."""
    from sparring.language.speech.listening import Asked, listen
    from sparring.language.speech.sound import decode

    data = as_wav(clip.sound.samples)
    began, used = perf_counter(), process_time()
    first: list[float] = []

    def tell(words: tuple[Word, ...]) -> None:
        if words and not first:
            first.extend((perf_counter() - began, process_time() - used))

    heard = listen(decode(data, 1800.0), Asked(("en",), 1800.0), own(app.cache / "speech"), tell)
    wall, cpu = perf_counter() - began, process_time() - used
    return Listened(clip, heard, wall, cpu, *(first or (wall, cpu)))


def _row(one: Listened) -> Row:
    wrong, words = _errors(one.clip.text, one.heard.text)
    hit, invented = _hesitations(one)
    found = _found(one)
    seconds = one.clip.sound.seconds
    return {
        "clip": one.clip.name,
        "voice": one.clip.voice,
        "seconds": round(seconds, 1),
        "of real time": round(one.wall / seconds, 3),
        "cpu": round(one.cpu / seconds, 3),
        "word errors": f"{wrong / max(1, words):.1%}",
        "pauses": f"{found}/{len(one.clip.pauses)}",
        "fillers": f"{hit}/{len(one.clip.fillers)}",
        "invented": invented,
        "trouble": one.heard.trouble or ("poor" if one.heard.poor else ""),
    }


def _found(one: Listened) -> int:
    """How many pauses were found where they are."""
    told = pauses(one.heard.voice)
    return sum(
        any(abs(pause.start - true.start) <= WITHIN and abs(pause.end - true.end) <= WITHIN for pause in told) for true in one.clip.pauses
    )


def _hesitations(one: Listened) -> tuple[int, int]:
    """How many sounds of hesitation were found, and how many that nobody made."""
    words = one.heard.transcript.words if one.heard.transcript else ()
    left: list[Moment] = [*fillers(words), *lone_sounds(one.heard.voice, words)]
    hit = 0
    for true in one.clip.fillers:
        match = next((moment for moment in left if moment.start < true.end + NEAR and moment.end > true.start - NEAR), None)
        if match:
            left.remove(match)
            hit += 1
    return hit, len(left)


def _errors(said: str, written: str) -> tuple[int, int]:
    """Words that were taken for others, left out or added (Levenshtein), and how many were said."""
    one, other = ([bare(word) for word in text.split() if bare(word) and not is_filler(word)] for text in (said, written))
    costs = list(range(len(other) + 1))
    for row, word in enumerate(one, 1):
        before, costs[0] = costs[0], row
        for column, found in enumerate(other, 1):
            before, costs[column] = costs[column], min(costs[column] + 1, costs[column - 1] + 1, before + (word != found))
    return costs[-1], len(one)


def _speed(app: App, listened: Sequence[Listened]) -> Iterator[Bar]:
    seconds = sum(one.clip.sound.seconds for one in listened)
    wall, cpu = sum(one.wall for one in listened) / seconds, sum(one.cpu for one in listened) / seconds
    yield Bar("share of real time", f"{wall:.3f} (processor {cpu:.3f})", f"<= {RTF}", wall <= RTF)
    short = _listen(app, take_of(listened[0].clip, TAKE_SECONDS))
    told = f"{short.first_wall:.2f} s (processor {short.first_cpu:.2f} s)"
    yield Bar(f"first words of a take of {TAKE_SECONDS:.0f} s", told, f"<= {FIRST:.0f} s", short.first_wall <= FIRST)
    megabytes = _memory(app, listened[0].clip)
    yield Bar("memory of a process that listens", f"{megabytes} MB", f"<= {MEGABYTES} MB", megabytes <= MEGABYTES if megabytes else None)


def _memory(app: App, clip: Clip) -> int:
    """The most memory in MB that a process of its own held while it listened; 0 where that is not told."""
    code = (
        "import resource, sys; from pathlib import Path; from sparring.language.speech.listening import Asked, listen; "
        "from sparring.language.speech.sound import decode; from sparring.language.speech.whisper import Whisper; "
        "listen(decode(Path(sys.argv[1]), 1800), Asked(('en',), 1800), Whisper(Path(sys.argv[2]))); "
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = write_wav(Path(folder) / "clip.wav", clip.sound)
        command = [sys.executable, "-c", code, str(path), str(app.cache / "speech")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    return int(done.stdout) if done.returncode == 0 and sys.platform == "linux" else 0


def _pauses(listened: Sequence[Listened]) -> Iterator[Bar]:
    found, true = sum(_found(one) for one in listened), sum(len(one.clip.pauses) for one in listened)
    yield Bar(f"pauses of 0.7 s or longer, within {WITHIN} s", f"{found}/{true}", "all", found == true)


def _fillers(listened: Sequence[Listened]) -> Iterator[Bar]:
    hit, true = sum(_hesitations(one)[0] for one in listened), sum(len(one.clip.fillers) for one in listened)
    yield Bar("fillers found", f"{hit}/{true} ({hit / max(1, true):.0%})", f">= {FOUND:.0%}", hit >= FOUND * true)
    plain = [one for one in listened if not one.clip.fillers]
    seconds, invented = sum(one.clip.sound.seconds for one in plain), sum(_hesitations(one)[1] for one in plain)
    each = invented * CLEAN_SECONDS / seconds
    told = f"{invented} in {seconds / 60:.1f} min"
    yield Bar("fillers invented in 5 clean minutes", told, f"<= {INVENTED}", each <= INVENTED if seconds >= CLEAN_SECONDS else None)


def _microphone(moved: Sequence[tuple[str, Listened, Listened]]) -> Iterator[Bar]:
    for how in CHANGES:
        apart = [why for name, one, again in moved if name == how for why in _apart(one.heard, again.heard)]
        yield Bar(f"the same findings at {how}", "; ".join(apart) or "alike", "within tolerances, or too poor to judge", not apart)


def _apart(one: Heard, again: Heard) -> Iterator[str]:
    """What another microphone has changed beyond the tolerances; nothing if it is said to be too poor."""
    if again.poor or again.trouble == "too-noisy":
        return
    before, after = _figures(one), _figures(again)
    for name, share in TOLERANCES.items():
        if abs(before.get(name, 0.0) - after.get(name, 0.0)) > share * max(before.get(name, 0.0), 1.0):
            yield f"{name} {before.get(name)} → {after.get(name)}"
    for name, most in (("pauses", 0.0), ("silence", SILENCE_SECONDS), ("fillers", FILLERS)):
        if abs(before.get(name, 0.0) - after.get(name, 0.0)) > most:
            yield f"{name} {before.get(name)} → {after.get(name)}"


def _figures(heard: Heard) -> dict[str, float]:
    found = delivery(Take("", heard))
    return {one.criterion.removeprefix(PREFIX): one.evidence.value for one in found if isinstance(one.evidence, Delivery)}


def _junk(app: App) -> Iterator[Bar]:
    """Recordings that are no answer: each must be refused, with a reason, before anything is scored."""
    from sparring.usecases.speech import listening, recordings

    told: dict[str, str] = {}
    for name, data in junk():
        try:
            recordings.checked(data, name)
            told[name] = listening.hear(app, data).trouble
        except UsageError as error:
            told[name] = error.saying.id if isinstance(error.saying, Message) else "?"
    refused = sum(bool(why) for why in told.values())
    said = ", ".join(f"{name}: {why.removeprefix('speech.') or 'HEARD'}" for name, why in told.items())
    yield Bar("junk refused with a reason", f"{refused}/{len(told)} ({said})", "all", refused == len(told))
