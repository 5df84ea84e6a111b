"""How the candidate wants to hear the interviewer: stored with the settings."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Literal, cast

from sparring.core.problem import UsageError
from sparring.core.text import Language, Message
from sparring.usecases.app import App

Source = Literal["auto", "browser", "machine"]
SOURCES: tuple[Source, ...] = ("auto", "browser", "machine")
SPEEDS = (0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.4)
NOISES = ("none", "office", "street", "line")
MOST_NAME = 120


@dataclass(frozen=True, slots=True)
class VoiceChoice:
    """What was chosen.

    `source`: who speaks (`auto`: the browser where it can, else this machine). `english`, `italian`: a voice of the machine, `browser_english` and
    `browser_italian` one of the browser ('' the first there is). `listening`: the text stays hidden until it is asked for. `noise`: what is heard behind it.
    """

    source: Source = "auto"
    english: str = ""
    italian: str = ""
    browser_english: str = ""
    browser_italian: str = ""
    speed: float = 1.0
    noise: str = "none"
    listening: bool = False

    def of_machine(self, language: Language) -> str:
        """The machine's voice that was chosen for a language."""
        return self.italian if language == "it" else self.english


def voice_choice(app: App) -> VoiceChoice:
    """What was chosen; what is stored and no longer known counts as not chosen."""
    stored = app.records.settings(("voice",)).get("voice", {})
    try:
        return _read(stored)
    except UsageError:
        return VoiceChoice()


def choose_voice(app: App, form: Mapping[str, str]) -> VoiceChoice:
    """Store what a form says, fields by their names above; UsageError names the field that makes no sense."""
    choice = _read({**form, "listening": bool(form.get("listening"))})
    app.records.choose("voice", asdict(choice))
    return choice


def _read(form: Mapping[str, object]) -> VoiceChoice:
    names = {field.name: str(form.get(field.name) or "") for field in fields(VoiceChoice)}
    source, noise = names["source"] or "auto", names["noise"] or "none"
    speed = _number(names["speed"] or "1")
    known = {"source": source in SOURCES, "noise": noise in NOISES, "speed": speed in SPEEDS}
    for name, fits in known.items():
        if not fits:
            raise UsageError(Message("voice.no-such", {"field": name, "value": names[name][:40]}))
    voices = {name: names[name][:MOST_NAME] for name in ("english", "italian", "browser_english", "browser_italian")}
    return VoiceChoice(cast(Source, source), speed=speed, noise=noise, listening=bool(form.get("listening")), **voices)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
