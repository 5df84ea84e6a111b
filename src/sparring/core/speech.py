"""What is said: words with their times, when there was a voice, what became of a recording.

Times are seconds from the beginning of the recording. A `Take` is what an answer's prose carries when it was spoken: the text may have been corrected by the
candidate, the take keeps what was heard.
"""

from dataclasses import dataclass, field
from typing import Literal

Trouble = Literal["", "too-short", "silence", "no-speech", "too-long", "too-noisy", "other-language", "no-words"]
"""Why a recording cannot be judged; '' if it can. `no-speech`: there is sound and nobody speaks (noise, hum, music); `too-noisy`: somebody speaks, hardly louder than the noise;
`no-words`: somebody speaks and nothing was understood."""
TROUBLES: tuple[Trouble, ...] = ("too-short", "silence", "no-speech", "too-long", "too-noisy", "other-language", "no-words")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was transcribed, with its marks."""

    text: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time: `start` inclusive, `end` exclusive."""

    start: float
    end: float

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Transcript:
    """What was understood. `language`: ISO 639-1, what was spoken; `engine` names what transcribed, with its weights."""

    text: str
    words: tuple[Word, ...]
    language: str
    engine: str


@dataclass(frozen=True, slots=True)
class Heard:
    """What listening to a recording yields.

    `voice`: where somebody speaks, from the voice detector, in order, apart from each other; what lies between are pauses. `level`: loudness of the voice in dBFS,
    `clearness`: by how many dB it stands above what is heard in the pauses (None: there is no pause to compare with). `poor`: too poor for words
    and pauses to be trusted, so that none are judged. `trouble`: why nothing at all can be judged; a transcript is there only without trouble, or
    where it is what the trouble is about (`other-language`).
    """

    seconds: float
    voice: tuple[Stretch, ...] = ()
    level: float = -120.0
    clearness: float | None = None
    poor: bool = False
    trouble: Trouble = ""
    transcript: Transcript | None = None

    @property
    def told(self) -> float:
        """Seconds from the first sound of the voice to its last."""
        return self.voice[-1].end - self.voice[0].start if self.voice else 0.0

    @property
    def text(self) -> str:
        """The words as they were transcribed, fillers and all."""
        return self.transcript.text if self.transcript else ""


@dataclass(frozen=True, slots=True)
class Take:
    """A spoken telling: which recording (its key; '' where none was kept), and what was heard in it."""

    recording: str
    heard: Heard


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of a take that a finding speaks of: `text` are the words there, '' for a silence."""

    start: float
    end: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recording's description. `file`: its name in the data folder's `recordings`, '' where the sound was not kept; `form`: one of `webm`, `wav` and the like.

    What it answers: `exercise` (`pack:name`, '' for none), its part, and the submission that it was handed in with ('' until then). `heard` is None until
    somebody listened to it.
    """

    key: str
    file: str
    form: str
    bytes: int
    digest: str
    seconds: float
    exercise: str = ""
    part: str = ""
    attempt: str = ""
    heard: Heard | None = field(default=None)
