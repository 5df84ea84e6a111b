"""A transcriber at an address: any server that speaks OpenAI's `audio/transcriptions` (whisper.cpp, speaches, vLLM, a company's own).

The sound goes there as WAV; what comes back is believed as words only. An address that is redirected elsewhere is not followed.
"""

import io
import json
import secrets
import wave
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPErrorProcessor, ProxyHandler, Request, build_opener

import numpy as np

from sparring.core.speech import Stretch, Transcript, Word
from sparring.language.speech.loopback import is_loopback
from sparring.language.speech.sound import RATE, Sound
from sparring.language.speech.transcriber import Tell, TranscriberError
from sparring.language.speech.whisper import PROMPT
from sparring.language.speech.windows import laid_on

PATH = "/audio/transcriptions"
SECONDS = 600
MOST_BYTES = 16 << 20
NAMES = {"english": "en", "italian": "it", "german": "de", "french": "fr", "spanish": "es", "portuguese": "pt"}
"""Servers answer with a language's name or its code."""


class _NoRedirect(HTTPErrorProcessor):
    """Every answer as it is: a redirection would send the sound somewhere that nobody agreed to."""

    def http_response(self, request: Request, response: Any) -> Any:  # noqa: ARG002 - urllib's signature
        """The answer, whatever its status."""
        return response

    https_response = http_response


@dataclass(frozen=True, slots=True)
class Address:
    """A `Transcriber`. `url` is the server's base (`http://127.0.0.1:8000/v1`), `model` what it calls its model, `key` a bearer token or ''."""

    url: str
    model: str = "whisper-1"
    key: str = ""

    def warm(self) -> None:
        """Nothing to load here."""

    def transcribe(self, sound: Sound, voice: Sequence[Stretch], languages: Sequence[str], tell: Tell) -> Transcript:
        """See `Transcriber`."""
        asked = {"model": self.model, "prompt": PROMPT, "response_format": "verbose_json", "timestamp_granularities[]": "word"}
        told = self._ask(sound, {**asked, **({"language": languages[0]} if len(languages) == 1 else {})})
        text = " ".join(str(told.get("text", "")).split())
        words = _words(told.get("words"), text, voice)
        tell(words)
        language = str(told.get("language") or languages[0]).lower()
        laid = laid_on(words, voice)
        return Transcript(
            " ".join(word.text for word in laid), laid, NAMES.get(language, language)[:2], f"{urlsplit(self.url).netloc} {self.model}"
        )

    def _ask(self, sound: Sound, fields: Mapping[str, str]) -> dict[str, Any]:
        body, kind = _form(fields, _wav(sound))
        headers = {"Content-Type": kind, "Accept": "application/json", **({"Authorization": f"Bearer {self.key}"} if self.key else {})}
        request = Request(self.url.rstrip("/") + PATH, body, headers)  # noqa: S310 - the scheme was checked when the address was chosen
        try:
            opener = build_opener(_NoRedirect, *([ProxyHandler({})] if is_loopback(self.url) else []))
            with opener.open(request, timeout=SECONDS) as answer:
                content = answer.read(MOST_BYTES)
                if answer.status != 200:
                    raise TranscriberError(f"{self.url} answered {answer.status}: {content[:120].decode('utf-8', 'replace')}")
            told = json.loads(content)
        except (HTTPError, URLError, OSError, ValueError) as error:
            raise TranscriberError(f"{self.url}: {getattr(error, 'reason', None) or error}") from error
        if not isinstance(told, dict):
            raise TranscriberError(f"{self.url} answered with something that is no transcript")
        return told


def _words(found: object, text: str, voice: Sequence[Stretch]) -> tuple[Word, ...]:
    """The words with their times; where the server tells no times they are spread over the voice."""
    try:
        timed = [(str(one["word"]).strip(), float(one["start"]), float(one["end"])) for one in found or ()]  # type: ignore[attr-defined]
    except (TypeError, KeyError, ValueError) as error:
        raise TranscriberError(f"words without times: {error}") from error
    if timed:
        return tuple(Word(word, round(start, 2), round(max(start, end), 2)) for word, start, end in timed if word)
    said, whole = text.split(), sum(stretch.seconds for stretch in voice)
    bounds = [_at(voice, whole * n / max(1, len(said))) for n in range(len(said) + 1)]
    return tuple(Word(word, bounds[n], max(bounds[n], bounds[n + 1])) for n, word in enumerate(said))


def _at(voice: Sequence[Stretch], spoken: float) -> float:
    """The moment at which so many seconds of voice have passed."""
    for stretch in voice:
        if spoken <= stretch.seconds:
            return round(stretch.start + spoken, 2)
        spoken -= stretch.seconds
    return round(voice[-1].end, 2) if voice else 0.0


def _wav(sound: Sound) -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((np.clip(sound.samples, -1.0, 1.0) * 32767).astype("<i2").tobytes())
    return out.getvalue()


def _form(fields: Mapping[str, str], sound: bytes) -> tuple[bytes, str]:
    """A form with a file, and its media type."""
    mark = secrets.token_hex(16)
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields.items()]
    head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="take.wav"\r\nContent-Type: audio/wav\r\n\r\n'
    return b"".join((*parts, head.encode(), sound, f"\r\n--{mark}--\r\n".encode())), f"multipart/form-data; boundary={mark}"
