"""Lists of cases in words: what is no case earns nothing, in any exercise; what is one is told with its bug; tests and a list side by side."""

import tomllib
from functools import cache
from pathlib import Path
from random import Random

import pytest

from sparring.core.answer import Answer, Raw
from sparring.core.clock import FakeClock
from sparring.core.evidence import Passage
from sparring.core.exercise import Exercise
from sparring.core.verdict import Outcome
from sparring.judge.judge import Judge
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.test import KIND
from sparring.kinds.test.worded.examples import RuleError, contradicts, example, literals, numbers, read_rule
from sparring.kinds.test.worded.listed import read_list

EXERCISES = Path(__file__).parents[5] / "packs" / "core" / "exercises" / "test"
NAMES = sorted(path.name for path in EXERCISES.iterdir())
NOTHING = {
    "en": "- test the edge cases\n- invalid input\n- the happy path\n- null values, large values and so on\n- make sure it works correctly",
    "it": "- testare i casi limite\n- input non valido\n- il caso normale\n- valori nulli e valori grandi\n- verificare che funzioni bene",
}


@cache
def load(name: str) -> Exercise:
    exercise = KIND.load(Folder(EXERCISES / name, f"core:{name}", complete=True))
    assert isinstance(exercise, Exercise), exercise
    return exercise


JUDGES: list[Judge] = []


@pytest.fixture(scope="module", autouse=True)
def _judge(pool):
    JUDGES[:] = [Judge(pool)]


def graded(exercise: Exercise, files: dict[str, str], language="en", how="grade"):
    answer = KIND.read(exercise, Raw({name: text.encode() for name, text in files.items()}, language))
    assert isinstance(answer, Answer), answer
    return getattr(KIND, how)(exercise, answer, Tools(JUDGES[0], FakeClock(), Random(0)))


@pytest.mark.parametrize("name", NAMES)
def test_what_names_no_case_earns_nothing(name):
    exercise = load(name)
    for language, text in NOTHING.items():
        verdict = graded(exercise, {"cases.md": text}, language)
        assert (verdict.outcome, verdict.score, verdict.passed) == (Outcome.INCORRECT, 0.0, False), [f.message for f in verdict.findings]


@pytest.mark.parametrize("name", NAMES)
def test_the_description_and_a_heap_of_its_words_earn_nothing(name):
    exercise = load(name)
    for language in ("en", "it"):
        prompt = exercise.prompt.to(language)
        assert graded(exercise, {"cases.md": prompt}, language).score <= 0.3
        words = (
            " ".join(case.says.to(language) for case in exercise.spec.worded.cases)
            .replace(".", "")
            .replace(":", "")
            .replace(";", "")
            .replace("!", "")
        )
        assert graded(exercise, {"cases.md": words}, language).score == 0.0


@pytest.mark.parametrize("name", NAMES)
def test_the_list_of_a_strong_candidate_reveals_every_bug_in_both_languages(name):
    exercise = load(name)
    for language in ("en", "it"):
        text = "\n".join(f"- {case.says.to(language)}" for case in exercise.spec.worded.cases)
        verdict = graded(exercise, {"cases.md": text}, language)
        assert (verdict.outcome, verdict.score) == (Outcome.CORRECT, 1.0)
        assert not any(finding.level for finding in verdict.findings), "words alone support no level"


WORDINGS = tomllib.loads(Path(__file__).with_name("wordings.toml").read_text(encoding="utf-8"))


def test_wordings_of_people_name_a_case_and_what_names_none_is_not_taken_for_one():
    read: dict[bool, list[str]] = {True: [], False: []}
    for name, languages in WORDINGS.items():
        exercise = load(name)
        for language, written in languages.items():
            for wanted, text in [*((True, text) for text in written["cases"]), *((False, text) for text in written["none"])]:
                (line,) = read_list(f"- {text}", exercise.spec.worded, exercise.prompt.to(language), language)
                if (line.kind == "case") != wanted:
                    read[wanted].append(f"{name} {language}: {text} ({line.kind} {[case.id for case in line.cases]})")
    assert not read[False]
    assert len(read[True]) <= 24, read[True]


@pytest.mark.parametrize(
    ("language", "line", "kind", "case"),
    [
        ("en", "capital letters raise ValueError", "contrary", "capital-letters"),
        ("en", "letters in uppercase are refused", "contrary", "capital-letters"),
        ("it", "le lettere maiuscole danno errore", "contrary", "capital-letters"),
        ("it", "un testo in lettere maiuscole viene rifiutato", "contrary", "capital-letters"),
        ("en", "capital letters do not mean the same", "contrary", "capital-letters"),
        ("it", "le maiuscole non valgono come le minuscole", "contrary", "capital-letters"),
        ("en", "unknown letters are refused", "case", "junk-at-the-end"),
        ("en", "an uppercase unknown unit raises ValueError", "case", "junk-at-the-end"),
        ("en", "capital letters mean the same", "case", "capital-letters"),
    ],
)
def test_a_noun_alone_is_no_situation_beside_the_word_that_names_another(language, line, kind, case):
    (found,) = read_list(f"- {line}", load("parse-duration").spec.worded, "", language)
    assert (found.kind, [one.id for one in found.cases]) == (kind, [case])


@pytest.mark.parametrize("rule", ["a b", "a: b == 1", "a: a ** a == 1", "a: __import__('os')", ": 1", "a: a == 1 -> a.b"])
def test_a_rule_for_numbers_is_sums_and_comparisons_of_its_names(rule):
    with pytest.raises(RuleError):
        read_rule(rule)


def test_the_numbers_and_texts_of_a_line_in_digits_and_in_words():
    assert numbers("1000 centesimi in tre, -2 e 1h30m, x3, 1.5") == (1000, 3, -2)
    assert literals("“1H” and '2m', dall'inizio all'ultimo, 1h30m `a b`") == ("1H", "2m", "1h30m", "a b")
    assert read_rule("a b: a % b == 1 -> a // b + 1").names_result((100, 3, 34, 33))
    assert not read_rule("a b: a % b == 1 -> a // b + 1").names_situation((100, 0))


def test_each_line_is_told_with_its_place_and_the_bugs_story():
    text = "I would begin simply:\n1. an empty list has one empty page\n2. page 99, beyond the last, gives an empty list"
    verdict = graded(load("paginate"), {"notes.txt": text})
    right, wrong = (next(f for f in verdict.findings if f.criterion == f"line:{number}") for number in (1, 2))
    assert isinstance(right.evidence, Passage)
    (span,) = right.evidence.spans
    assert text[span.start : span.end] == "an empty list has one empty page"
    assert "first visit of an empty list" in span.note.en
    assert (wrong.ok, wrong.message.id) == (False, "test.case-contrary")


def test_trying_a_list_tells_neither_bugs_nor_what_was_forgotten():
    verdict = graded(load("paginate"), {"cases.md": "- an empty list has one empty page\n- the first page"}, how="run")
    assert [finding.criterion for finding in verdict.findings] == ["line:1", "line:2"]
    assert not any(span.note for finding in verdict.findings for span in finding.evidence.spans)


def test_beside_tests_the_list_is_read_and_the_tests_count(pool):
    exercise = load("paginate")
    files = {"test_paging.py": (EXERCISES / "paginate" / "weak.py").read_text(), "cases.md": "- an empty list has one empty page"}
    verdict = graded(exercise, files)
    assert verdict.score == graded(exercise, {"test_paging.py": files["test_paging.py"]}).score
    assert [f.message.id for f in verdict.findings][-2:] == ["test.cases-beside", "test.case-reveals"]


def test_the_starter_is_not_an_answer():
    exercise = load("paginate")
    files = {"test_paging.py": exercise.slots[0].starter, "cases.md": "- an empty list has one empty page"}
    assert graded(exercise, files).findings[0].criterion == "line:1"


@pytest.mark.parametrize(
    ("name", "line", "right"),
    [
        ("slugify-tests", "accents: perché gives perché", "perche"),
        ("slugify-tests", "accents: «perché» dà perche", ""),
        ("slugify-tests", "le lettere accentate perdono l'accento: «Caffè» diventa caffè", "caffe"),
        ("parse-duration", "'1h30x' has junk at the end: '1h30x' is 5400, not refused as ValueError", None),
    ],
)
def test_an_example_that_is_not_what_the_function_does_is_told_and_earns_nothing(name, line, right):
    first = graded(load(name), {"cases.md": f"- {line}"}, "it" if "dà" in line else "en").findings[0]
    if right:
        assert (first.ok, first.message.id, first.message.params["right"]) == (False, "test.case-false", right)
    elif right == "":
        assert first.message.id == "test.case-reveals"
    else:
        assert first.ok is not True


@pytest.mark.parametrize(
    ("text", "says", "right", "contradicted"),
    [
        ("'1h30m' should give 5400", "5400", "5400", False),
        ("1H gives 60", "60", "3600", True),
        ("'1h30x' is 5400", "5400", "ValueError", True),
        ("1h30x is refused", "refused", "ValueError", False),
        ("a title with è gives e", "e", "e", False),
        ("slug('perché') == 'perché'", "perché", "perche", True),
    ],
)
def test_what_a_line_says_comes_out(text, says, right, contradicted):
    found = example(text)
    assert found.says == says
    assert contradicts(found, right) is contradicted


def test_what_goes_in_may_have_begun_before():
    assert example("1h 30m is 5400") is None
