"""The seam to whatever turns sound into words."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from sparring.core.speech import Stretch, Transcript, Word

if TYPE_CHECKING:
    from sparring.language.speech.sound import Sound

Tell = Callable[[tuple[Word, ...]], None]
"""Called with all the words so far, as often as there are new ones."""


def nobody(_: tuple[Word, ...]) -> None:
    """Nobody reads along."""


class TranscriberError(Exception):
    """It could not transcribe (our failure or the other side's); the text says what happened."""


class Transcriber(Protocol):
    """Anything that writes down what is said."""

    def transcribe(self, sound: "Sound", voice: Sequence[Stretch], languages: Sequence[str], tell: Tell) -> Transcript:
        """The words of `sound` with their times; `voice`: where somebody speaks in it.

        `languages`: in which it is expected to be (ISO 639-1, at least one); the transcript says what was spoken. TranscriberError.
        """
        ...
