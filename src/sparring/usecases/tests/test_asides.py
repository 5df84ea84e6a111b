"""Two windows with one answer: the text that came late is kept, once for each window, and a few in all."""

import pytest

from sparring.usecases import asides
from sparring.usecases.app import App

PLACE = "core:x"


@pytest.fixture
def app(db, tmp_path):
    app = App((tmp_path,), tmp_path / "cache", tmp_path / "data")
    app.open_records()
    return app


def kept(app):
    return [(one.window, one.texts) for one in asides.asides(app, PLACE)]


def test_a_window_keeps_its_latest_version(app):
    asides.set_aside(app, PLACE, "a", ["one"])
    asides.set_aside(app, PLACE, "b", ["other", "  "])
    asides.set_aside(app, PLACE, "a", ["one and more"])
    assert kept(app) == [("a", ("one and more",)), ("b", ("other",))]


def test_nothing_is_kept_of_nothing_and_only_the_latest_few_of_many(app):
    asides.set_aside(app, PLACE, "a", ["", " \n"])
    assert kept(app) == []
    for number in range(9):
        asides.set_aside(app, PLACE, "", [f"version {number}"])
    asides.set_aside(app, PLACE, "", ["version 8"])
    assert kept(app) == [("", (f"version {number}",)) for number in (8, 7, 6, 5, 4)]
    assert asides.asides(app, "core:y") == ()
    asides.throw_away(app, PLACE)
    assert kept(app) == []


def test_what_was_chosen_against_goes_when_the_answer_is_handed_in(app):
    asides.set_aside(app, PLACE, "a", ["mine"])
    asides.set_aside(app, PLACE, "b", ["of another window"])
    asides.chosen(app, PLACE, "a")
    asides.set_aside(app, PLACE, "", ["theirs"])
    assert kept(app) == [("", ("theirs",)), ("b", ("of another window",))]
    asides.settled(app, PLACE, ["mine", ""])
    assert kept(app) == [("b", ("of another window",))]
    asides.settled(app, PLACE, ["of another window"])
    assert kept(app) == []
