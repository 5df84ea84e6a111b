"""Sound as samples: WAV files read (also those whose head does not know their length), put one after the other, written. Pure."""

import io
import struct
import wave
from collections.abc import Sequence
from dataclasses import dataclass

from sparring.core.problem import SparringError
from sparring.core.text import Message

MOST_BYTES = 40 << 20
REST_SECONDS = 0.35


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples of 16 bits, little-endian, `channels` interleaved, `rate` a second."""

    rate: int
    channels: int
    samples: bytes

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.samples) / (2 * self.rate * self.channels)


def read_wav(data: bytes) -> Sound:
    """The sound of a WAV file of 16 bits; SparringError if it is none, or longer than `MOST_BYTES`."""
    if data[:4] != b"RIFF" or data[8:12] != b"WAVE" or len(data) > MOST_BYTES:
        raise SparringError(Message("voice.no-sound"))
    at, shape = 12, None
    while at + 8 <= len(data):
        name, size = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        body = data[at + 8 : at + 8 + size]  # a head written to a pipe claims more than there is: the rest is the sound
        if name == b"fmt " and len(body) >= 16:
            shape = struct.unpack_from("<HHIIHH", body)
        elif name == b"data" and shape and shape[1] > 0 and shape[2] > 0 and shape[5] == 16:
            return Sound(shape[2], shape[1], body[: len(body) - len(body) % (2 * shape[1])])
        at += 8 + size + size % 2
    raise SparringError(Message("voice.no-sound"))


def joined(sounds: Sequence[Sound]) -> Sound:
    """The sounds one after the other with a short rest between; all must have one rate and as many channels. ValueError if they differ, or there is none."""
    if len({(sound.rate, sound.channels) for sound in sounds}) != 1:
        raise ValueError("sounds of different shape")
    first = sounds[0]
    rest = bytes(2 * first.channels * int(first.rate * REST_SECONDS))
    return Sound(first.rate, first.channels, rest.join(sound.samples for sound in sounds))


def write_wav(sound: Sound) -> bytes:
    """A WAV file."""
    held = io.BytesIO()
    with wave.open(held, "wb") as out:
        out.setnchannels(sound.channels)
        out.setsampwidth(2)
        out.setframerate(sound.rate)
        out.writeframes(sound.samples)
    return held.getvalue()
