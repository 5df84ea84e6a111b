"""A plan's verdict needs every step: no single one, and no words that are not the candidate's, stands for another."""

import re

import pytest

from sparring.core.answer import Answer, Raw
from sparring.core.exercise import Exercise
from sparring.core.verdict import Outcome
from sparring.kinds.kind import Folder
from sparring.kinds.plan import KIND
from tests.conftest import ROOT

PLANS = ROOT / "packs" / "core" / "exercises" / "plan"
FOUR = PLANS / "team-of-four"
GOOD = (FOUR / "samples" / "good.md").read_text()
PARTS = dict(zip(*[iter(re.split(r"^# (\w+)\n", GOOD, flags=re.MULTILINE)[1:])] * 2, strict=True))
DENIED = """- We do not agree on an API contract.
- No database migration is needed.
- We will not implement the REST endpoint.
- There is no background worker and no queue.
- No authorization: everybody may download everybody's file.
- Skip the automated tests, no unit tests and no integration tests.
- No code review.
- No metrics, no alerts.
- No feature flag, no rollback.
- No documentation."""
NEGATED = """- Non concordiamo il contratto dell'API.
- Nessuna migrazione del database.
- Non serve la code review di chi non ha scritto il codice.
- Non scriviamo test automatici.
- Nessuna documentazione dell'API.
- Niente piano di rollback."""


def loaded(folder):
    found = KIND.load(Folder(folder, f"core:{folder.name}"))
    assert isinstance(found, Exercise), found
    return found


@pytest.fixture(scope="module")
def four():
    return loaded(FOUR)


def graded(exercise, language="en", **parts):
    text = "".join(f"# {name}\n{part}\n" for name, part in {**PARTS, **parts}.items())
    answer = KIND.read(exercise, Raw({"answer.md": text.encode()}, language))
    assert isinstance(answer, Answer), answer
    return KIND.grade(exercise, answer, None)


def failed(verdict):
    return {finding.criterion for finding in verdict.findings if finding.ok is False}


def there(verdict):
    return {finding.criterion for finding in verdict.findings if finding.ok and finding.criterion.startswith("split:")}


def test_every_step_done_is_right(four):
    verdict = graded(four)
    assert (verdict.outcome, verdict.passed) == (Outcome.CORRECT, True)
    assert verdict.score > 0.9


@pytest.mark.parametrize(("text", "language"), [(DENIED, "en"), (NEGATED, "it")])
def test_parts_that_are_denied_do_not_count(four, text, language):
    verdict = graded(four, language, tasks=text)
    assert len(there(verdict)) <= 1
    assert not verdict.passed


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_prompt_is_no_split(four, language):
    verdict = graded(four, language, tasks=(FOUR / f"prompt.{language}.md").read_text())
    assert not there(verdict)
    assert not verdict.passed
    assert "split:own" in failed(verdict)


@pytest.mark.parametrize("bullet", ["- ", "", "1. "])
def test_the_boards_titles_are_no_split(four, bullet):
    verdict = graded(four, tasks="\n".join(f"{bullet}{task.title}" for task in four.spec.projects["en"].tasks))
    assert not there(verdict)
    assert not verdict.passed


@pytest.mark.parametrize(
    "defence", ["", "bla " * 100, "because the plan is good " * 20, (FOUR / "prompt.en.md").read_text(), "I do not know.", "It is fine."]
)
def test_no_defence_no_pass(four, defence):
    verdict = graded(four, defence=defence)
    assert not verdict.passed
    assert verdict.outcome is Outcome.PARTIAL
    assert "defence:given" in failed(verdict)


def test_a_defence_that_speaks_of_nothing_that_matters_is_no_step(four):
    weather = "Yesterday the weather was lovely, so I went for a walk with my sister through the park, and later we had a very good dinner in a place near the river."
    verdict = graded(four, defence=weather)
    assert (verdict.passed, verdict.outcome) == (False, Outcome.PARTIAL)


def test_a_split_of_a_few_parts_can_pass_and_is_not_right(four):
    few = "\n".join(PARTS["tasks"].strip().splitlines()[1:5])
    verdict = graded(four, tasks=few)
    assert (verdict.passed, verdict.outcome) == (True, Outcome.PARTIAL)
    one = graded(four, tasks="- Documentation of the API and a runbook.")
    assert not one.passed


def test_words_of_the_prompt_inside_ones_own_sentences_count(four):
    verdict = graded(
        four, tasks="- Implement the REST endpoint that starts the export.\n- A background worker in a queue writes the CSV file."
    )
    assert {"split:endpoint", "split:worker"} <= there(verdict)


@pytest.mark.parametrize("folder", sorted(PLANS.iterdir()), ids=lambda path: path.name)
def test_each_model_answer_does_every_step(folder):
    exercise = loaded(folder)
    answer = KIND.read(exercise, Raw({"answer.md": (folder / "samples" / "good.md").read_bytes()}, "en"))
    assert isinstance(answer, Answer)
    verdict = KIND.grade(exercise, answer, None)
    assert (verdict.passed, verdict.outcome) == (True, Outcome.CORRECT), (verdict.score, failed(verdict))


BUGS = PLANS / "bug-wave-before-release"
NOUNS = {
    "it": "- review delle correzioni\n- test di regressione\n- correggere il doppio addebito\n- trovare la causa del carrello\n- note di rilascio",
    "en": "- review of the fixes\n- regression tests\n- fix the double charge\n- find the cause of the empty cart\n- release notes",
}
NOT_THEM = {
    "it": "- nessuna review delle correzioni\n- niente test di regressione\n- non correggere il doppio addebito\n- senza note di rilascio",
    "en": "- no review of the fixes\n- no regression tests\n- do not fix the double charge\n- without release notes",
}


@pytest.mark.parametrize("language", ["it", "en"])
def test_short_noun_phrases_are_tasks_and_denied_ones_are_not(language):
    bugs = loaded(BUGS)
    text = {"plan": "triage: dario, 1", "replan": "", "defence": "x"}
    found = there(graded(bugs, language, **{**text, "tasks": NOUNS[language]}))
    assert {"split:review", "split:regression", "split:fix", "split:root-cause", "split:notes"} <= found
    assert not there(graded(bugs, language, **{**text, "tasks": NOT_THEM[language]}))


def test_what_was_not_recognised_is_not_called_wrong(four):
    verdict = graded(four, tasks="- Documentation of the API and a runbook.")
    missing = [one for one in verdict.findings if one.criterion.startswith("split:") and not one.ok]
    assert missing
    assert all(one.ok is None and one.missed and one.message.id == "plan.split-missing" for one in missing)


def test_a_defence_of_nothing_that_matters_is_not_called_right(four):
    vague = "I gave Anna the long pieces and Bruno the short ones, because he likes them, and Carla does in the mornings whatever is left over from the two."
    true = "Carla makes the test data, which suits her mornings, and Davide writes the documentation of it all while the others are busy with what they like best."
    given = [next(one for one in graded(four, defence=text).findings if one.criterion == "defence:given") for text in (vague, true)]
    assert [(one.ok, one.message.id) for one in given] == [(False, "plan.defence-beside"), (None, "plan.defence-of-nothing")]


def test_tasks_that_nobody_has_are_one_sentence(four):
    verdict = graded(four, plan="contract: anna, 1")
    blocked = [one for one in verdict.findings if one.criterion == "unplaced"]
    assert len(blocked) == 1
    assert blocked[0].message.en.count("“") > 2
