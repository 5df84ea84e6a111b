"""A recording as samples: one channel at 16 kHz, whatever it was. Needs PyAV, which carries FFmpeg's decoders."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
TASTED = 5.0
"""Seconds that are decoded of what is too long anyway: whether it is a recording at all."""
LEAST_BYTES = 400
"""A second of speech, coded as tightly as anybody does (3 kbit/s)."""
Samples = NDArray[np.float32]


class BrokenSoundError(Exception):
    """It cannot be decoded; the text is the decoder's."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples from -1 to 1 at RATE. `more`: the recording goes on, it was read only so far."""

    samples: Samples
    more: bool = False
    said: float = 0.0
    """How long it says that it is, where it was read only in part for that."""

    @property
    def seconds(self) -> float:
        """How long it is, counted: a browser's recording does not say so in its head."""
        return max(self.said, len(self.samples) / RATE)


def decode(source: Path | bytes, most_seconds: float) -> Sound:
    """The sound of a file, at most `most_seconds` of it; of one that says that it is longer only the first seconds. BrokenSoundError if there is none in it."""
    import av

    limit, pieces, count, said = int(most_seconds * RATE), [], 0, 0.0
    try:
        with av.open(io.BytesIO(source) if isinstance(source, bytes) else str(source), metadata_errors="ignore") as container:
            if not container.streams.audio:
                raise BrokenSoundError("no audio")
            if (said := _told(container)) > most_seconds:
                limit = int(TASTED * RATE)
            for piece in _pieces(container):
                pieces.append(piece)
                count += len(piece)
                if count > limit:
                    break
    except (av.FFmpegError, ValueError, OverflowError, MemoryError) as error:
        raise BrokenSoundError(getattr(error, "strerror", None) or str(error)) from error
    if not count:
        raise BrokenSoundError("no samples")
    whole = np.concatenate(pieces)[:limit].astype(np.float32) / 32768.0
    return Sound(whole, more=count > limit, said=said if count > limit and said > most_seconds else 0.0)


def _told(container: Any) -> float:
    """The seconds that the file's head tells; 0 if it tells none, or more than so few bytes can hold (a stream's head that nobody completed)."""
    import av

    seconds = (container.duration or 0) / av.time_base
    return seconds if seconds and container.size >= seconds * LEAST_BYTES else 0.0


def _pieces(container: Any) -> Iterator[NDArray[np.int16]]:
    """The samples as they are decoded; a damaged packet is left out, as players do."""
    from av.audio.resampler import AudioResampler

    resampler = AudioResampler(format="s16", layout="mono", rate=RATE)
    for frame in _frames(container):
        frame.pts = None  # a browser's recording may begin at any time, and jump
        for resampled in resampler.resample(frame):
            yield np.asarray(resampled.to_ndarray(), dtype=np.int16).reshape(-1)
    for resampled in resampler.resample(None):
        yield np.asarray(resampled.to_ndarray(), dtype=np.int16).reshape(-1)


def _frames(container: Any) -> Iterator[Any]:
    import av

    frames = container.decode(audio=0)
    while True:
        try:
            yield next(frames)
        except StopIteration:
            return
        except av.error.InvalidDataError:
            continue
