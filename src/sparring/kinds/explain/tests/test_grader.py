from pathlib import Path

import pytest

from sparring.core.answer import Answer, Raw
from sparring.core.exercise import Exercise
from sparring.core.follow_ups import asked_after
from sparring.core.marks import Coverage, coverage, says_said
from sparring.core.verdict import Outcome
from sparring.kinds.explain import KIND
from sparring.kinds.explain.tests.test_fairness import exercise
from sparring.kinds.kind import Folder, Tools
from sparring.language.meaning import FakeMeaning

SAMPLES = Path(__file__).parents[1] / "samples"
CYCLES = "Il garbage collector serve per i cicli di riferimenti, cioè oggetti che si puntano a vicenda e non verrebbero mai liberati."


def grade(name, text, asked_in="it", meaning=None):
    chosen = exercise(name)
    answer = KIND.read(chosen, Raw({"text.md": text.encode()}, asked_in))
    assert isinstance(answer, Answer)
    return KIND.grade(chosen, answer, Tools(None, None, None, meaning=meaning))


def test_what_is_not_recognised_is_not_judged():
    found = grade("gc-when-invoked", CYCLES)
    by = {finding.criterion: finding for finding in found.findings}
    assert by["only-for-cycles"].ok is True
    assert by["threshold"].ok is None
    assert by["threshold"].missed
    assert found.outcome is Outcome.PARTIAL
    assert not found.passed
    assert (found.summary.id, found.summary.params["covered"]) == ("explain.summary-some", 1)


def test_a_follow_up_asks_for_what_was_not_recognised():
    asked = asked_after(exercise("gc-when-invoked"), grade("gc-when-invoked", CYCLES))
    assert any("gc.collect" in text.it or "raccolte" in text.it for text in asked)
    assert not any("solo conteggio dei riferimenti" in text.it for text in asked)


def test_an_answer_about_something_else_is_incorrect():
    text = "La mia squadra preferita gioca ogni domenica nello stadio della città, e di solito ci vado con gli amici e la bandiera."
    found = grade("gc-when-invoked", text)
    assert (found.outcome, found.summary.id) == (Outcome.INCORRECT, "explain.summary-elsewhere")


def test_an_answer_in_the_other_language_is_remarked_without_red():
    found = grade("gc-when-invoked", CYCLES, asked_in="en")
    remark = next(finding for finding in found.findings if finding.criterion == "language")
    assert (remark.ok, remark.message.id, remark.markable) == (None, "explain.asked-in-en", False)
    assert not any(finding.criterion == "language" for finding in grade("gc-when-invoked", CYCLES).findings)


def test_the_candidates_own_marks_are_counted_beside_the_machines():
    findings = grade("gc-when-invoked", CYCLES).findings
    numbers = {finding.criterion: number for number, finding in enumerate(findings)}
    assert coverage(findings, {}) == Coverage(points=7, machine=1, own=1)
    marks = {numbers["threshold"]: "said", numbers["generations"]: "wrong", numbers["only-for-cycles"]: "not-said"}
    assert coverage(findings, marks) == Coverage(points=7, machine=1, own=2)
    assert says_said(findings[numbers["only-for-cycles"]], "confirmed")
    assert coverage((), {}) is None


@pytest.mark.parametrize(
    ("ways", "message"),
    [
        ('[points]\nnobody = ["a b"]\n', "explain.way-no-owner"),
        ('[points]\ndocumentation = ["rival: a b"]\n', "explain.way-unreadable"),
        ('[misconceptions]\nproves-correct = ["a ; "]\n', "explain.way-unreadable"),
    ],
)
def test_a_way_that_cannot_be_read_is_reported_with_its_line(tmp_path, ways, message):
    for file in (SAMPLES / "exercise").iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "ways.toml").write_text(ways, encoding="utf-8")
    problems = KIND.load(Folder(tmp_path, "samples:explain", ("en",)))
    assert not isinstance(problems, Exercise)
    assert [(p.file, p.line, p.message.id) for p in problems] == [("ways.toml", 2, message)]


def test_without_vectors_the_plainer_way_is_said():
    found = grade("gc-when-invoked", CYCLES)
    assert [f.message.id for f in found.findings if f.criterion == "how-read"] == ["explain.by-words"]
    assert not any(f.criterion == "how-read" for f in grade("gc-when-invoked", CYCLES, meaning=FakeMeaning()).findings)


def test_what_vectors_find_is_shown_and_counts_for_nothing():
    text = f"{CYCLES} Una soglia di allocazioni superata per i nuovi contenitori. La generazione giovane esaminata spesso, che la vede."
    plain, found = grade("gc-when-invoked", text), grade("gc-when-invoked", text, meaning=FakeMeaning())
    near = [finding for finding in found.findings if getattr(finding.message, "id", "") == "explain.point-near"]
    assert all(finding.ok is None and finding.evidence.spans and finding.markable for finding in near)
    assert found.score == plain.score
    assert found.outcome is plain.outcome


def test_a_sentence_near_a_misconception_is_to_be_checked_and_not_called_wrong():
    class Near:
        def closeness(self, texts, others):
            return [[0.9 if "thread" in text and "thread" in other else 0.1 for other in others] for text in texts]

    text = f"{CYCLES} Poi credo che ci sia di mezzo un thread dentro l'interprete che fa scattare tutto quanto."
    found = grade("gc-when-invoked", text, meaning=Near())
    claims = [finding for finding in found.findings if finding.criterion.startswith("misconception:")]
    assert [(claim.criterion, claim.ok, claim.message.id) for claim in claims] == [("misconception:on-a-timer", None, "explain.check-near")]
    assert found.score == grade("gc-when-invoked", text).score


def test_a_sentence_that_says_a_point_is_not_asked_to_be_checked():
    class Near:
        def closeness(self, texts, others):
            return [[0.9 if "forever" in other or "sempre" in other else 0.1 for other in others] for _ in texts]

    found = grade("gc-when-invoked", CYCLES, meaning=Near())
    assert not [finding for finding in found.findings if finding.criterion.startswith("misconception:")]


def test_what_vectors_find_near_to_a_point_is_no_answer_to_something_else():
    class Near:
        def closeness(self, texts, others):
            return [[0.9 if number == 0 else 0.1 for number, _ in enumerate(others)] for _ in texts]

    text = "My team plays every Sunday in the town's stadium, and I usually go there with friends and a flag."
    plain, found = grade("gc-when-invoked", text), grade("gc-when-invoked", text, meaning=Near())
    assert (plain.outcome, found.outcome, found.word) == ("incorrect", "partial", "open")
