"""What a plan is called: late plans, refused work, names without tasks and defences of something else are no right answers."""

from pathlib import Path

import pytest

from sparring.core.answer import Answer, Raw
from sparring.core.exercise import Exercise
from sparring.core.text import Message
from sparring.kinds.kind import Folder
from sparring.kinds.plan import KIND

FOUR = Path(__file__).parents[5] / "packs" / "core" / "exercises" / "plan" / "team-of-four"
SPLIT, PLAN, DEFENCE, REPLAN = [
    piece.split("\n", 1)[1] for piece in ("\n" + (FOUR / "samples" / "good.md").read_text(encoding="utf-8")).split("\n# ")[1:]
]

REFUSED = """We skip tests until after release
Migration will be forgotten on purpose
Review is a waste of time
Documentation can be ignored
Rollback is impossible, so leave it out
Monitoring: somebody else will see
Authorization is useless here
Endpoint.
Worker."""
RIFIUTATI = """Saltiamo i test fino a dopo il rilascio
La migrazione ce la dimentichiamo apposta
La code review è tempo perso
Della documentazione facciamo a meno
Rollback: non è un problema nostro
Il monitoraggio lo lasciamo perdere
I permessi li ignoriamo
Endpoint
Worker"""
PUT_OFF = """API contract: it will emerge while we code
database migration by hand in production on the last evening
authorization only if a customer complains
automated tests once we are live
code review of one's own work by the author
metrics and alert: customers will phone us
feature flag and rollback: hopefully we won't need to go back
API documentation and runbook: the code speaks for itself
REST endpoint that starts the export
background worker that writes the file"""
RIMANDATI = """Il contratto dell'API lo decidiamo a rilascio avvenuto
Migrazione del database: la farà qualcuno, prima o poi
Autorizzazione solo se un cliente si lamenta
I test automatici sono per chi non sa programmare
La code review la fa l'autore da solo
Metriche e alert il prossimo trimestre
Piano di rollback: speriamo non serva
Documentazione dell'API quando avremo tempo
Endpoint che avvia l'export
Worker in background che scrive il file"""
NAMES = "contract\nmigration\nendpoint API\nworker queue\npermissions\ntests\nreview\nmonitoring\nrollback\ndocumentation"
GIANT = "Do the whole feature: " + NAMES.replace("\n", ", ")
FRAGMENTS = (
    "The critical path the risk the buffer the deadline the board. The daily limit the worker the estimate the scope. "
    "The schema the tests the chain of dependencies the contract. Parallel people, progress every day, releases, colleagues, margins, uncertain estimates."
)
LASAGNA = (
    "My grandmother cooks lasagna on Sunday, and the whole family comes to lunch. She makes the pasta by hand, she lets the sauce simmer "
    "for four hours, and nobody is allowed into the kitchen before noon, because she wants it quiet."
)
NAMED_ONLY = (
    "Anna, Bruno, Carla and Davide are great colleagues and everyone drives their part with passion; what could stop them is not believing "
    "enough in the project, but we do believe in it, all of us."
)
DENIED = (
    "There is no critical path in this plan and I do not care about one. I see no risk at all, so there is no buffer before the deadline. "
    "We do not track anything on a board, nobody talks in a daily, and what comes out comes out."
)


@pytest.fixture(scope="module")
def exercise():
    found = KIND.load(Folder(FOUR, "core", ("en", "it")))
    assert isinstance(found, Exercise), found
    return found


def graded(exercise, *, tasks=SPLIT, plan=PLAN, defence=DEFENCE, replan=REPLAN):
    text = f"# tasks\n{tasks}\n# plan\n{plan}\n# defence\n{defence}\n# replan\n{replan}\n"
    answer = KIND.read(exercise, Raw({"answer.md": text.encode()}))
    assert isinstance(answer, Answer), answer
    return KIND.grade(exercise, answer, None)


def named(verdict, outcome):
    return {one.criterion for one in verdict.findings if one.ok is outcome}


def summary(verdict):
    assert isinstance(verdict.summary, Message)
    return verdict.summary.id


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"replan": REPLAN.replace("release: davide, 5.5", "release: davide, 40")}, "plan.summary-event-late"),
        ({"replan": REPLAN.replace("release: davide, 5.5", "release: davide, 7")}, "plan.summary-event-late"),
        ({"plan": PLAN.replace("release: davide, 5", "release: davide, 9")}, "plan.summary-late"),
    ],
)
def test_a_plan_past_a_deadline_that_can_be_met_does_not_pass(exercise, change, said):
    verdict = graded(exercise, **change)
    assert not verdict.passed
    assert summary(verdict) == said


@pytest.mark.parametrize("refused", [REFUSED, RIFIUTATI, PUT_OFF, RIMANDATI])
def test_work_that_a_line_refuses_is_not_split(exercise, refused):
    verdict = graded(exercise, tasks=refused)
    wanted = {f"split:{name}" for name in ("tests", "migration", "review", "documentation", "rollback", "monitoring", "authorization")}
    assert not named(verdict, True) & wanted
    assert not verdict.passed


@pytest.mark.parametrize(
    "line",
    [
        "Don't forget the tests",
        "Non dimenticare i test",
        "Non si rilascia senza test",
        "Tests for skipped and ignored rows",
        "Test: righe vuote da saltare, ordini annullati da ignorare",
        "Nothing goes live without tests",
        "Tests: pytest for the ugly cases, expired, twice, an address we don't have",
        "Test sui casi brutti; se uno fallisce non si rilascia",
    ],
)
def test_a_line_that_only_sounds_like_a_refusal_counts(exercise, line):
    assert "split:tests" in named(graded(exercise, tasks=f"Agree on the contract\n{line}\nWrite the worker that builds the file"), True)


OWNED = """contract: Anna
migration - Anna
endpoint API (Bruno)
worker queue by Anna
permissions -> Carla
tests Anna
review: Bruno, 4 h
monitoring Davide
rollback to Davide
documentation Davide"""


@pytest.mark.parametrize("names", [OWNED, NAMES, NAMES.replace("\n", " "), NAMES.replace("\n", ", "), GIANT, NAMES.replace("\nw", ", w")])
def test_names_without_tasks_and_one_task_for_everything_are_no_right_split(exercise, names):
    verdict = graded(exercise, tasks=names)
    assert verdict.outcome != "correct"
    assert named(verdict, False) & {"split:bare", "split:together"}


@pytest.mark.parametrize("defence", [FRAGMENTS, LASAGNA, DENIED, NAMED_ONLY])
def test_a_defence_without_a_point_is_not_the_third_step(exercise, defence):
    verdict = graded(exercise, defence=defence)
    assert not verdict.passed
    assert summary(verdict) == "plan.summary-no-defence"
    assert "defence:given" in named(verdict, False)


def test_a_passage_is_shown_for_what_it_says(exercise):
    lines = (
        "Controllo che un utente veda solo i suoi ordini\nScrivere il worker che prepara il file\nConcordare il contratto con il prodotto"
    )
    assert "split:review" not in named(graded(exercise, tasks=lines), True)
    verdict = graded(exercise, tasks=f"{lines}\nPR riviste da un altro")
    review = next(one for one in verdict.findings if one.criterion == "split:review")
    assert review.ok
    assert review.evidence.text == "PR riviste da un altro"


def test_a_title_written_by_chance_is_nobodys_copy(exercise):
    assert "split:own" not in named(graded(exercise), False)
    assert "split:monitoring" in named(graded(exercise), True)


def test_points_are_heard_in_other_words(exercise):
    said = (
        "Mentre Anna scrive il worker, che decide la data, Bruno lavora in parallelo sull'endpoint, e Carla prepara i dati di prova. "
        "Per sapere a che punto siamo: board aggiornata e daily. Se si tarda, la documentazione può uscire due giorni dopo."
    )
    assert {"defence:parallel", "defence:tracking"} <= named(graded(exercise, defence=said), True)


ANOTHER = (
    "The critical path goes through the documentation and the flag, so that is where I put Carla. We work in parallel: Davide builds the endpoint while Bruno writes "
    "the worker. The biggest risk is the documentation; there is a buffer of three weeks before the deadline. We track it on a board and talk in the daily."
)
ONE_SLIP = DEFENCE.replace("a day and a half", "three weeks")


@pytest.mark.parametrize(
    ("defence", "said", "lost"),
    [(ANOTHER, "plan.summary-other-plan", {"critical-path", "risk"}), (ONE_SLIP, "plan.summary-against", {"risk"})],
)
def test_a_defence_of_another_plan_is_none(exercise, defence, said, lost):
    verdict = graded(exercise, defence=defence)
    assert verdict.outcome == "partial"
    assert summary(verdict) == said
    assert "defence:against-plan" in named(verdict, False)
    assert not named(verdict, True) & {f"defence:{name}" for name in lost if said.endswith("other-plan")}


FALSE = (" Carla works eight hours a day.", " The deadline is 30 March.", " Davide releases on Thursday.", " We are seven people.")


@pytest.mark.parametrize(("count", "passed"), [(1, True), (4, False)])
def test_a_slip_is_no_other_plan_but_four_false_claims_are_however_much_is_true(exercise, count, passed):
    verdict = graded(exercise, defence=DEFENCE.strip() + "".join(FALSE[:count]))
    assert len([one for one in verdict.findings if one.criterion == "defence:against-plan"]) == count
    assert verdict.passed is passed
