from functools import cache

import pytest

from sparring.content.english import rules_of
from sparring.core.answer import Answer, Raw
from sparring.core.exercise import Exercise
from sparring.core.verdict import Outcome
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.say import KIND
from sparring.language.english.checking import Checker
from tests.conftest import ROOT

PACK = ROOT / "packs" / "core"


@cache
def tools() -> Tools:
    return Tools(None, None, None, english=Checker(lambda: rules_of(PACK)))


@cache
def exercise(name) -> Exercise:
    loaded = KIND.load(Folder(PACK / "exercises" / "say" / name, f"core:{name}", ("en", "it"), True))
    assert isinstance(loaded, Exercise), loaded
    return loaded


def grade(name, text):
    answer = KIND.read(exercise(name), Raw({"text.md": text.encode()}, "it"))
    assert isinstance(answer, Answer)
    return KIND.grade(exercise(name), answer, tools())


def test_another_variant_of_the_same_is_right():
    found = grade("experience-since", "Well, I have been using Python for 6 years now, and Django since 2021, mostly for APIs.")
    assert (found.outcome, found.passed) == (Outcome.CORRECT, True)


def test_the_trap_is_shown_with_its_mend():
    found = grade("i-agree-but", "I am agree with you, but it depends on how many users we have.")
    trap = next(finding for finding in found.findings if finding.criterion == "trap:am-agree")
    assert (found.outcome, trap.evidence.marked, trap.evidence.replacements) == (Outcome.INCORRECT, "am agree", ("agree",))


def test_what_is_not_recognised_is_not_judged_and_never_wrong():
    found = grade("time-good-question", "Hmm, interesting, we had exactly that at work last year.")
    assert [finding.ok for finding in found.findings] == [None]
    assert found.findings[0].markable
    assert not found.passed


def test_a_slip_outside_the_drill_costs_a_little():
    found = grade("i-agree-but", "I agree, but it depends on how many users we have and on the informations.")
    assert (found.outcome, found.passed, found.score) == (Outcome.CORRECT, True, 0.9)
    assert [f.criterion for f in found.findings if f.ok is False] == ["uncountable-plural"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Sono d'accordo con te ma dipende da quanti utenti abbiamo", "say.unreadable-language"),
        ("I don't know", "say.unreadable-dont-know"),
    ],
)
def test_what_is_no_answer_does_not_count(text, why):
    found = grade("i-agree-but", text)
    assert (found.outcome, found.summary.id) == (Outcome.UNREADABLE, why)


LIE = (
    "It counts nothing useful. It does not use a dictionary, it is quadratic and not linear, "
    "and every value is hashable so it never breaks, whatever you give to it in the end."
)


def test_the_contrary_of_the_truth_is_no_praise():
    found = grade("explain-counter", LIE)
    by = {finding.criterion: finding for finding in found.findings}
    assert (found.outcome, found.passed) == (Outcome.INCORRECT, False)
    assert [by[name].ok for name in ("what", "how", "cost")] == [None, None, None]
    assert by["how"].message.id == "say.move-denied"
    assert by["how"].evidence.spans, "where it is denied is shown"
    assert {"trap:quadratic", "trap:never-breaks"} <= set(by)


def test_a_denial_beside_it_takes_nothing_away():
    found = grade(
        "explain-counter",
        "It counts the words, not the letters. It does not sort anything: one dictionary, one pass, so the cost is linear and not quadratic. "
        "If a word is not hashable it raises a TypeError, and Counter does the same.",
    )
    assert [finding.ok for finding in found.findings if finding.markable] == [True] * 4


def test_i_am_a_developer_says_what_somebody_works_as():
    found = grade("actually-currently", "At the moment I'm a backend developer at a bank.")
    assert (found.outcome, found.score) == (Outcome.CORRECT, 1.0)


def test_thin_words_are_no_weakness():
    assert not grade("weakness", "I used to live in Rome so I am happy with the food.").passed


@pytest.mark.parametrize("name", ["numbers-complexity", "explain-counter", "aloud-stuck"])
def test_i_do_not_know_is_no_wrong_answer_in_any_drill(name):
    assert grade(name, "I don't know.").summary.id == "say.unreadable-dont-know"
    assert grade("time-dont-know", exercise("time-dont-know").spec.accepted[0]).outcome is Outcome.CORRECT


def test_how_long_it_takes_aloud_is_an_estimate_and_never_wrong():
    found = grade("explain-counter", "It counts the words with a dictionary in linear time; Counter does the same.")
    length = next(finding for finding in found.findings if finding.criterion == "length")
    assert (length.ok, length.message.id) == (None, "say.length-short")


@pytest.mark.parametrize("kind", ["say"])
def test_every_exercise_of_the_core_pack_is_proved(kind):
    folders = sorted((PACK / "exercises" / kind).iterdir())
    assert len(folders) >= 60
    for folder in folders:
        assert KIND.prove(exercise(folder.name), tools()) == [], folder.name


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('ways = ["Since"]', "say.pattern"),
        ('rule = ""', "say.trap-without-sign"),
    ],
)
def test_what_cannot_be_read_is_reported(tmp_path, line, message):
    source = ROOT / "src" / "sparring" / "kinds" / "say" / "samples" / "exercise"
    text = (source / "exercise.toml").read_text()
    changed = text.replace('ways = ["since 2019"]', line) if "Since" in line else text.replace('ways = ["& i work here"]', line)
    (tmp_path / "exercise.toml").write_text(changed)
    (tmp_path / "prompt.en.md").write_text("Say it.")
    problems = KIND.load(Folder(tmp_path, "samples:say", ("en",)))
    assert not isinstance(problems, Exercise)
    assert [problem.message.id for problem in problems] == [message]
