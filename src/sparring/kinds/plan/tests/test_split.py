"""What a line of a split earns: only work that it undertakes, the part that its own words say, with one reason where it earns nothing."""

import itertools
import random
from pathlib import Path

import pytest

from sparring.core.answer import Answer, Raw
from sparring.core.exercise import Exercise
from sparring.core.text import Message
from sparring.kinds.kind import Folder
from sparring.kinds.plan import KIND, own, said
from sparring.kinds.plan.manner import only_manner
from sparring.kinds.plan.matching import heaviest
from sparring.kinds.plan.reasons import of_oneself, reason
from sparring.kinds.plan.undertaken import stands

PACK = Path(__file__).parents[5] / "packs" / "core" / "exercises" / "plan"
EVASIVE = """The contract between the two sides is certainly a delicate thing
Database migration: our tables are in good shape
The export endpoint is an important part of the product
Background worker: Celery is a reliable tool
Authorization is regulated by the rules of the company
Automated tests: as many as necessary
Code review is a habit that we value
Monitoring belongs to operations
Rollback: so far it has never been needed
API documentation in a second phase"""
EVASIVI = """Il contratto dell'API è senza dubbio una cosa delicata
Migrazione del database: le nostre tabelle sono in ordine
L'endpoint di export è una parte importante del prodotto
Worker in background: Celery è uno strumento affidabile
L'autorizzazione è regolata dalle norme interne
Test automatici: quanti ne servono
La code review è un'abitudine a cui teniamo
Il monitoraggio è cosa di chi gestisce i server
Rollback: finora non è mai servito
Documentazione dell'API in una seconda fase"""


def load(name):
    found = KIND.load(Folder(PACK / name, "core", ("en", "it")))
    assert isinstance(found, Exercise), found
    return found


@pytest.fixture(scope="module")
def four():
    return load("team-of-four")


@pytest.fixture(scope="module")
def churn():
    return load("ml-project")


def findings(exercise, tasks):
    answer = KIND.read(exercise, Raw({"tasks.md": tasks.encode()}))
    assert isinstance(answer, Answer)
    return said.split(exercise, answer).findings


def earned(exercise, tasks):
    return {one.criterion.removeprefix("split:") for one in findings(exercise, tasks) if one.ok}


@pytest.mark.parametrize("tasks", [EVASIVE, EVASIVI], ids=["en", "it"])
def test_each_line_that_only_speaks_of_the_work_is_told_once(four, tasks):
    found = findings(four, tasks)
    assert sum(one.ok is True for one in found) <= 1
    told = [(one.ok, one.message.params["line"]) for one in found if "line" in one.message.params]
    lines = [line for _, line in told]
    assert len(lines) == len(set(lines)) >= 6
    assert all((ok is None) == (stands(line) is None) for ok, line in told)
    assert [one.ok for one in found if one.criterion == "split:hollow"] == [False]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Documentation in the second phase", "later"),
        ("Il runbook più avanti, con calma", "later"),
        ("Migration: up to the DBA", "others"),
        ("Ai permessi ci pensa l'helpdesk", "others"),
        ("Load test only if somebody complains", "case"),
        ("Test al bisogno", "case"),
        ("Rollback: not needed with our tests", "doubted"),
        ("Un piano di ritorno non serve", "doubted"),
        ("Monitoring: Grafana is already there", "assumed"),
        ("Test: quanto basta", "assumed"),
        ("Code review is the basis of quality", "spoken"),
        ("I'll read my own pull request again", "own"),
        ("La review la faccio io: rileggo il mio codice la sera", "own"),
        ("Bruno rilegge il proprio codice", "own"),
        ("Fare i test in modo adeguato", "manner"),
        ("Test thoroughly", "manner"),
        ("Leverage code review", "manner"),
        ("Keep rollback in mind", "manner"),
        ("Tenere conto del rollback", "manner"),
        ("Ensure authorization is robust", "manner"),
    ],
)
def test_the_reason_is_the_one_that_the_line_gives(line, why):
    assert reason(line) == why


@pytest.mark.parametrize(
    "line",
    [
        "Test the year boundary thoroughly on staging",
        "Testare bene il cambio d'anno: 31 dicembre alle 23:59",
        "Ensure that a link opens only for whoever asked for it",
        "Gestire il worker che muore: il job torna in coda",
        "Keep the last good list in mind of the job, so that a bad one is replaced",
        "Documentazione dell'API",
        "Code review",
    ],
)
def test_a_line_with_a_particular_of_its_own_is_more_than_a_manner(line):
    assert not only_manner(line)


def test_the_heaviest_assignment_is_the_best_of_all():
    draw = random.Random(1)
    for _ in range(100):
        rows, columns = draw.randint(1, 4), draw.randint(1, 5)
        weights = [[draw.choice([0.0, draw.random()]) for _ in range(columns)] for _ in range(rows)]
        found = heaviest(weights)
        total = sum(weights[row][at] for row, at in enumerate(found) if at < columns)
        every = itertools.permutations(range(columns + rows), rows)
        assert len(set(found)) == rows
        assert total == pytest.approx(max(sum(weights[row][at] for row, at in enumerate(one) if at < columns) for one in every))


@pytest.mark.parametrize(
    "line",
    [
        "Nobody reviews their own code",
        "Luca reads my pull request before the merge",
        "Check that a customer sees only his own orders",
        "Controllare che ognuno veda solo le proprie richieste",
        "Nessuno rilegge il proprio codice: Bruno legge Anna, Anna legge Bruno",
    ],
)
def test_a_review_by_somebody_else_is_no_review_of_ones_own(line):
    assert not of_oneself(line)


def test_a_line_that_begins_as_the_exercise_does_and_goes_on_is_ones_own():
    prose = ["There are two years of visits, contracts and payments in the database of the gym."]
    copy = "Two years of visits, contracts and payments in the database"
    line = f"{copy}; count gaps, duplicates and members who never came"
    assert own.copied(f"{copy}\nTests\nReview", prose, ["Tests of it"])
    assert not own.copied(f"{line}\nTests\nReview", prose, ["Tests of it"])
    assert own.copied(line, prose, ()), "of a defence each sentence stands for itself"


@pytest.mark.parametrize(
    ("line", "right", "wrong"),
    [
        ("Train the model with cross-validation", "train", "split"),
        ("Baseline with one rule", "baseline", "rollback"),
        ("Lock the last three months away in a separate table nobody trains on", "split", "train"),
        ("Chiudere a chiave gli ultimi tre mesi in una tabella su cui nessuno addestra", "split", "train"),
    ],
)
def test_a_line_earns_the_part_that_its_own_words_say(churn, line, right, wrong):
    found = earned(churn, f"{line}\nSit with sales for an hour to agree on the metric\nNightly job that writes the list into the CRM")
    assert right in found
    assert wrong not in found


def test_a_part_whose_line_is_deleted_is_not_taken_from_another_line(churn):
    lines = [
        "One-rule baseline: no visit for 30 days; measure its precision",
        "pytest for the feature functions on a tiny fake data set",
        "Freeze the last three months before anything else is looked at",
    ]
    assert earned(churn, "\n".join(lines)) == {"baseline", "tests", "split"}
    switch = "Switch that puts the 30-day rule back in place of the model"
    assert earned(churn, "\n".join([*lines, switch])) == {"baseline", "tests", "split", "rollback"}


def test_a_summary_says_that_most_lines_undertake_nothing(four):
    hollow = "\n".join(
        [*EVASIVE.splitlines()[1:8], "Anna writes the OpenAPI contract and product signs it", "Bruno writes POST /exports", "pytest suite"]
    )
    rest = (PACK / "team-of-four" / "samples" / "good.md").read_text(encoding="utf-8").partition("# plan")[2]
    answer = KIND.read(four, Raw({"answer.md": f"# tasks\n{hollow}\n# plan{rest}".encode()}))
    assert isinstance(answer, Answer)
    verdict = KIND.grade(four, answer, None)
    assert not verdict.passed
    assert isinstance(verdict.summary, Message)
    assert verdict.summary.id == "plan.summary-hollow"
