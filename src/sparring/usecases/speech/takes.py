"""The take that lies beside an answer while it is being made: which recording its words came from."""

from sparring.core.answer import Raw
from sparring.core.problem import UsageError
from sparring.core.speech import Recorded
from sparring.usecases.app import App
from sparring.usecases.speech import recordings
from sparring.usecases.speech.spoken import with_take

SPOKEN = "spoken-language"


def lay(app: App, place: str, part: str, key: str) -> None:
    """Lay a recording beside the part of the answer at `place` (an exercise's desk, an interview's round); '' takes it away."""
    name = _name(place, part)
    if app.records.draft(name).text != key:
        app.records.save_draft(name, key, app.clock.now())


def lying(app: App, place: str, part: str) -> Recorded | None:
    """The recording beside a part; None if there is none, or it was deleted."""
    key = app.records.draft(_name(place, part)).text
    found = recordings.table(app).find(key) if key else None
    return found.recorded if found else None


def taken(app: App, raw: Raw, keys: dict[str, str]) -> Raw:
    """`raw` with the takes of recordings by part; what was deleted since, or not listened to, is left out: the text counts all the same."""
    for part, key in keys.items():
        try:
            raw = with_take(app, raw, part, key)
        except UsageError:
            continue
    return raw


def handed_in(app: App, keys: dict[str, str], attempt: str | None) -> None:
    """Note which attempt the recordings belong to; those that were deleted since are left out."""
    for key in keys.values() if attempt else ():
        if recordings.table(app).find(key):
            recordings.handed_in(app, key, attempt or "")


def _name(place: str, part: str) -> str:
    return f"take:{place}:{part}"
