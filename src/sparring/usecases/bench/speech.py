"""Speech on composed clips; see `composed/`, which is only loaded when it is measured."""

from sparring.usecases.app import App
from sparring.usecases.bench.figures import Measure, Measured
from sparring.usecases.speech.ready import needed


def measure(app: App, rounds: int) -> Measured:
    """`rounds` stories of the core pack, each told by each voice with and without hesitation."""
    needed()
    from sparring.usecases.bench.composed.measuring import measured

    return measured(app, rounds)


MEASURE = Measure("speech", "Speech: speed, pauses, fillers, another microphone", "what was composed", measure, 3, "stories")
