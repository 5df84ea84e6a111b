"""A recording as samples: one channel at 16 kHz, whatever it was. Needs PyAV, which carries FFmpeg's decoders."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
Samples = NDArray[np.float32]


class BrokenSoundError(Exception):
    """It cannot be decoded; the text is the decoder's."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples from -1 to 1 at RATE. `more`: the recording goes on, it was read only so far."""

    samples: Samples
    more: bool = False

    @property
    def seconds(self) -> float:
        """How long it is, counted: a browser's recording does not say so in its head."""
        return len(self.samples) / RATE


def decode(source: Path | bytes, most_seconds: float) -> Sound:
    """The sound of a file, at most `most_seconds` of it; BrokenSoundError if there is none in it."""
    import av

    limit, pieces, count = int(most_seconds * RATE), [], 0
    try:
        with av.open(io.BytesIO(source) if isinstance(source, bytes) else str(source), metadata_errors="ignore") as container:
            if not container.streams.audio:
                raise BrokenSoundError("no audio")
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
    return Sound(whole, more=count > limit)


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
