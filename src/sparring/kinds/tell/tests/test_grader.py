from functools import cache
from pathlib import Path

import pytest

from sparring.core.answer import Answer, Raw
from sparring.core.exercise import Exercise
from sparring.core.follow_ups import asked_after
from sparring.core.verdict import Outcome
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.tell import KIND
from sparring.kinds.tell.grader import judge_text
from sparring.kinds.tell.schema import THEMES
from sparring.language.story import PARTS, read_story
from tests.conftest import ROOT

PACK = ROOT / "packs" / "core" / "exercises" / "tell"
SAMPLES = Path(__file__).parents[1] / "samples"
TOOLS = Tools(None, None, None)


@cache
def exercise(name) -> Exercise:
    loaded = KIND.load(Folder(PACK / name, f"core:{name}", ("en", "it"), True))
    assert isinstance(loaded, Exercise), loaded
    return loaded


def grade(name, text):
    answer = KIND.read(exercise(name), Raw({"text.md": text.encode()}, "en"))
    assert isinstance(answer, Answer)
    return KIND.grade(exercise(name), answer, TOOLS)


def by(verdict):
    return {finding.criterion: finding for finding in verdict.findings}


def test_every_exercise_of_the_core_pack_is_proved():
    folders = sorted(PACK.iterdir())
    assert len(folders) >= 25
    themes = set()
    for folder in folders:
        assert KIND.prove(exercise(folder.name), TOOLS) == [], folder.name
        themes |= set(exercise(folder.name).spec.themes)
    assert themes == set(THEMES)


def test_the_structure_is_found_in_order_and_spans_are_the_texts_own():
    text = exercise("failure").spec.good.en
    story = read_story(text, "en")
    order = [part for n, part in enumerate(told.part for told in story.sentences) if n == 0 or part != story.sentences[n - 1].part]
    assert [part for part in order if part in PARTS][:2] == ["situation", "task"]
    assert all(text[told.start : told.end].strip() == text[told.start : told.end] for told in story.sentences)
    assert 80 <= story.seconds <= 150


WE = "We had a bug. We fixed it and it was fine. We work well as a team, and we are always on time. We like our code, and we review it, and it is good code for us."
NOI = "Avevamo un bug. Lo abbiamo corretto e andava bene. Lavoriamo bene in squadra e siamo sempre puntuali. Ci piace il nostro codice, lo rivediamo insieme, ed è buono."


@pytest.mark.parametrize(("text", "deeds"), [(WE, "fixed"), (NOI, "corretto")], ids=["en", "it"])
def test_a_story_that_is_all_we_has_no_place_and_says_whose_deeds_are_missing(text, deeds):
    found = by(grade("hardest-bug", text))
    assert (found["situation"].ok, found["situation"].message.id) == (None, "tell.no-situation")
    deed = found["action"]
    assert (deed.ok, deed.message.id) == (None, "tell.action-of-all")
    shown = [text[span.start : span.end] for span in deed.evidence.spans]
    assert len(shown) == 1
    assert deeds in shown[0]
    assert (found["i-not-we"].ok, found["i-not-we"].message.id) == (False, "tell.mostly-we")
    outline = {text[row.start : row.end]: row.part for row in found["outline"].evidence.rows}
    assert [part for sentence, part in outline.items() if deeds in sentence] == ["action"]


def test_what_is_missing_is_asked_for_and_never_called_wrong():
    text = exercise("failure").spec.good.en
    cut = text[: text.index("As a result")]
    found = grade("failure", cut)
    result = by(found)["result"]
    assert (result.ok, result.missed, found.passed) == (None, True, False)
    assert found.summary.id == "tell.summary-no-result"
    asked = {text.en for text in asked_after(exercise("failure"), found)}
    assert "What has changed in how you work since then?" in asked
    assert asked & {"How did it end? How do you know it worked?", "What was different afterwards?"}


def test_we_is_asked_about():
    text = exercise("legacy-code").spec.good.en
    found = judge_text(text.replace(" I ", " we ").replace(" my ", " our ").replace("I learned", "We learned"), "en")
    assert by(found)["i-not-we"].ok is False
    assert by(judge_text(text, "en"))["i-not-we"].ok is True
    assert found.score < judge_text(text, "en").score


@pytest.mark.parametrize(
    "text",
    [
        "Communication is the most important thing in every team, and quality is always important for me and for all the people I know.",
        "situation task action result situation task action result reflection numbers 42 situation task action",
    ],
)
def test_an_opinion_or_a_list_of_words_is_no_story(text):
    found = grade("failure", text)
    assert not found.passed
    assert found.outcome in (Outcome.INCORRECT, Outcome.UNREADABLE)


def test_a_headline_is_too_short():
    found = grade(
        "failure", "In 2022 I had to migrate a table. I wrote a script and I ran it. As a result we lost 9,000 euros. I learned to test."
    )
    assert (found.passed, found.summary.id) == (False, "tell.summary-short")


def test_a_theme_that_nobody_knows_is_reported(tmp_path):
    text = (SAMPLES / "exercise" / "exercise.toml").read_text().replace('themes = ["bug"]', 'themes = ["bugs"]')
    (tmp_path / "exercise.toml").write_text(text)
    (tmp_path / "prompt.en.md").write_text("Tell me.")
    problems = KIND.load(Folder(tmp_path, "samples:tell", ("en",)))
    assert [problem.message.id for problem in problems] == ["tell.no-theme"]
