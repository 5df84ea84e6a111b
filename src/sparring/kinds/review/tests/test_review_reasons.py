"""A remark finds a fault by its reason: repeating the code of the line is none."""

import pytest

from sparring.core.evidence import Places
from sparring.core.exercise import Exercise
from sparring.core.verdict import Outcome
from sparring.kinds.kind import Folder
from sparring.kinds.review import KIND
from sparring.kinds.review.grader import judge_review
from tests.conftest import ROOT

PACK = ROOT / "packs" / "core" / "exercises" / "review"


@pytest.mark.parametrize(
    ("name", "line", "language"),
    [
        ("import-of-stock", "stock/importer.py:19 non mi piace except Exception", "it"),
        ("import-of-stock", "stock/importer.py:19 I don't like except Exception", "en"),
        ("orders-endpoint", "orders/views.py:30 non mi piace except Exception", "it"),
        ("orders-endpoint", "orders/views.py:30 I don't like except Exception", "en"),
    ],
)
def test_the_code_said_again_is_no_reason(name, line, language):
    loaded = KIND.load(Folder(PACK / name, f"core:{name}", ("en", "it"), True))
    assert isinstance(loaded, Exercise)
    assert not [one for one in judge_review(loaded.spec, line, language).findings if one.ok is True]


GOOD = (PACK / "orders-endpoint" / "samples" / "good.it.md").read_text(encoding="utf-8")
FALSE = (
    "orders/views.py:28 bloccante: non filtra per utente, restituisce gli ordini di tutti",
    "orders/views.py:43 grave: se manca q, strip() solleva AttributeError",
    "orders/views.py:35 bloccante: login_required non serve a niente",
)


@pytest.fixture(scope="module")
def orders():
    loaded = KIND.load(Folder(PACK / "orders-endpoint", "core:orders-endpoint", ("en", "it"), True))
    assert isinstance(loaded, Exercise)
    return loaded.spec


def test_serious_remarks_where_nothing_is_wrong_are_told_with_care_and_cost(orders):
    one, many = (judge_review(orders, "\n".join((GOOD, *lines)), "it") for lines in (FALSE[2:], FALSE))
    assert (one.outcome, one.score) == (Outcome.CORRECT, 0.95)
    assert many.score == 0.85
    told = next(f for f in many.findings if f.criterion == "unmatched")
    assert told.ok is None
    assert isinstance(told.evidence, Places)
    assert [row.line for row in told.evidence.rows] == [28, 43, 35]


def test_a_false_objection_beside_a_fault_finds_it_not(orders):
    assert not [f for f in judge_review(orders, FALSE[1], "it").findings if f.criterion == "security:sql-by-hand"]


def test_one_who_only_asks_raises_nothing(orders):
    asked = judge_review(orders, GOOD + "\norders/views.py:43 domanda: e se manca q?", "it")
    assert (asked.score, [f for f in asked.findings if f.criterion == "unmatched"]) == (1.0, [])


def test_a_fault_called_a_step_lighter_is_told_and_costs_nothing(orders):
    verdict = judge_review(orders, GOOD.replace("models.py:15 grave", "models.py:15 lieve"), "it")
    told = next(f for f in verdict.findings if f.criterion == "severity:money-as-float")
    assert (told.ok, told.message.id, verdict.score) == (None, "review.severity-major-low", 1.0)


def test_a_dangerous_fault_that_is_called_a_detail_was_found_but_underrated(orders):
    verdict = judge_review(orders, GOOD.replace("views.py:37 bloccante", "views.py:37 dettaglio"), "it")
    assert verdict.passed
    assert verdict.summary.id == "review.summary-underrated"


@pytest.mark.parametrize(
    ("line", "language", "ok"),
    [
        ("manca l'autenticazione, chiunque senza login può leggere", "it", None),
        ("missing authentication, anyone without login can read it", "en", None),
        ("chiunque sia autenticato può leggere l'ordine di un altro cliente", "it", True),
        ("it does not check that the order belongs to the user", "en", True),
    ],
)
def test_authentication_is_not_authorization(orders, line, language, ok):
    verdict = judge_review(orders, f"orders/views.py:37 blocker: {line}", language)
    assert next(f for f in verdict.findings if f.criterion == "security:anyone-reads").ok is ok


def test_the_name_of_a_fault_on_its_line_counts_half_and_its_consequence_is_asked(orders):
    verdict = judge_review(orders, "orders/views.py:21 grave: N+1", "it")
    assert next(f for f in verdict.findings if f.criterion == "performance:one-query-per-order").message.id == "review.named-only"
    assert verdict.score > 0
