"""Programs of this machine that speak: espeak-ng, and Piper with the voices that lie in the data folder. A seam of two methods.

A program gets the text on its standard input, never in its arguments, has `SECONDS` and no shell; what it gives is read as a WAV file and put right, since a
program that writes to a pipe cannot know the length when it writes the head.
"""

import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from sparring.core.problem import SparringError
from sparring.core.text import Language, Message
from sparring.usecases.voice.sound import Sound, read_wav

SECONDS = 30
WORDS_A_MINUTE = 165
"""How fast espeak-ng speaks at speed 1: a calm interviewer, slower than its own 175."""
ACCENTS: dict[Language, tuple[str, ...]] = {
    "en": ("en-gb", "en-us", "en-gb-x-rp", "en-gb-scotland", "en-gb-x-gbclan", "en-gb-x-gbcwmd", "en-us-nyc", "en-029"),
    "it": ("it",),
}
"""The voices of espeak-ng that are offered, the usual one first."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that can be chosen: `id` is unique over all programs, `name` a voice's own name ('' where the words of the page have one)."""

    id: str
    language: Language
    name: str = ""


class Speaker(Protocol):
    """A program that speaks."""

    def voices(self) -> Sequence[Voice]:
        """The voices that it has here."""
        ...

    def speak(self, text: str, voice: Voice, speed: float) -> Sound:
        """The text spoken; SparringError if the program fails."""
        ...


@dataclass(frozen=True, slots=True)
class Espeak:
    """espeak-ng. `program` is its path."""

    program: str

    def voices(self) -> tuple[Voice, ...]:
        """Those of `ACCENTS` that are installed."""
        known = _listed(self.program)
        return tuple(Voice(name, language) for language, names in ACCENTS.items() for name in names if name in known)

    def speak(self, text: str, voice: Voice, speed: float) -> Sound:
        """The text spoken."""
        pace = str(round(WORDS_A_MINUTE * speed))
        return read_wav(_run([self.program, "-b", "1", "-v", voice.id, "-s", pace, "--stdin", "--stdout"], text))


@lru_cache(maxsize=4)
def _listed(program: str) -> frozenset[str]:
    """The languages' names in espeak-ng's own list; empty if it does not answer."""
    try:
        lines = _run([program, "--voices"], "").decode("utf-8", "replace").splitlines()
    except SparringError:
        return frozenset()
    return frozenset(line.split()[1] for line in lines[1:] if len(line.split()) > 3 and "/mb-" not in line)


@dataclass(frozen=True, slots=True)
class Piper:
    """Piper as a program of its own. `folder` holds its voices: `NAME.onnx` with `NAME.onnx.json` beside it."""

    program: str
    folder: Path

    def voices(self) -> tuple[Voice, ...]:
        """The voices of the folder in a language that we speak; a voice whose description cannot be read is left out."""
        found = []
        for model in sorted(self.folder.glob("*.onnx")):
            language = _language_of(model)
            if language:
                found.append(Voice(f"piper:{model.stem}", language, f"Piper {model.stem}"))
        return tuple(found)

    def speak(self, text: str, voice: Voice, speed: float) -> Sound:
        """The text spoken. Piper writes a file: into a folder that is gone afterwards."""
        model = self.folder / f"{voice.id.removeprefix('piper:')}.onnx"
        with tempfile.TemporaryDirectory(prefix="sparring-voice-") as folder:
            out = Path(folder) / "said.wav"
            _run([self.program, "--model", str(model), "--length_scale", f"{1 / speed:.2f}", "--output_file", str(out)], text)
            return read_wav(out.read_bytes() if out.exists() else b"")


def _language_of(model: Path) -> Language | None:
    try:
        described = json.loads(Path(f"{model}.json").read_text(encoding="utf-8"))
        code = str(described.get("language", {}).get("code") or described.get("espeak", {}).get("voice", ""))
    except (OSError, ValueError, AttributeError):
        return None
    return "it" if code.startswith("it") else "en" if code.startswith("en") else None


def speakers(folder: Path) -> tuple[Speaker, ...]:
    """The programs that are installed here, the better voice first. `folder`: where Piper's voices lie."""
    espeak, piper = shutil.which("espeak-ng"), shutil.which("piper")
    found: list[Speaker] = [Piper(piper, folder)] if piper and folder.is_dir() else []
    return (*found, *([Espeak(espeak)] if espeak else []))


def _run(command: list[str], text: str) -> bytes:
    """What the program writes; SparringError if it ends badly or takes too long."""
    try:
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=False, timeout=SECONDS)
    except subprocess.TimeoutExpired as error:
        raise SparringError(Message("voice.too-slow", {"program": Path(command[0]).name, "seconds": SECONDS})) from error
    except OSError as error:
        raise SparringError(Message("voice.fails", {"program": Path(command[0]).name, "why": error.strerror or str(error)})) from error
    if done.returncode:
        why = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise SparringError(Message("voice.fails", {"program": Path(command[0]).name, "why": (why or [str(done.returncode)])[-1][:200]}))
    return done.stdout
