"""An interview looked back at: where speech stands on its clock, which stands still while it is paused, and the English of replies."""

import shutil
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sparring.core.text import Text
from sparring.report.scorecard import TimelineMark, scorecard
from sparring.web.templatetags.speech import mends
from sparring.web.timeline import Spoken, Stretch, timeline
from sparring.words import words

RULES = Path(__file__).parents[4] / "packs" / "core" / "english"
BEGAN = datetime(2026, 11, 30, 9, tzinfo=UTC)


@dataclass(frozen=True)
class Event:
    seq: int
    at: datetime
    data: dict[str, object] = field(default_factory=dict)
    what: str = ""


def test_what_was_said_stands_where_it_was_said():
    moments = [("started", 0, 0), ("paused", 100, 100), ("resumed", 100, 400), ("finished", 200, 500)]  # what, its clock, the wall's
    marks = [TimelineMark(seconds, what, 0, seq) for seq, (what, seconds, _) in enumerate(moments)]
    events = [Event(seq, BEGAN + timedelta(seconds=wall)) for seq, (_, _, wall) in enumerate(moments)]
    card = scorecard("i", Text("x"), 200.0, [], marks, "", finished=True)
    spoken = [Spoken(BEGAN + timedelta(seconds=60), 40.0, ((10.0, 20.0),)), Spoken(BEGAN + timedelta(seconds=450), 20.0)]
    course = timeline(card, events, spoken)
    assert course.takes == (Stretch(10.0, 20.0), Stretch(65.0, 10.0))
    assert course.speech == (Stretch(15.0, 5.0),)
    assert timeline(card, events).takes == ()


def test_the_english_of_a_reply_is_read(program):
    shutil.copytree(RULES, program.app.packs[0] / "english")
    told = mends({"words": words("en"), "lang": "en"}, "i am agree with you and it depends from the case")["slips"]
    assert [(wrong, right[0]) for wrong, right, _, _ in told] == [("am agree", "agree"), ("from", "on")]
