"""A remark finds a fault by its reason: repeating the code of the line is none."""

import pytest

from sparring.core.evidence import Places
from sparring.core.exercise import Exercise
from sparring.core.verdict import Outcome
from sparring.kinds.kind import Folder
from sparring.kinds.review import KIND
from sparring.kinds.review.grader import judge_review
from sparring.kinds.review.stance import approves, dismisses
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


@pytest.mark.parametrize(
    ("line", "fault"),
    [("21 grave: N+1", "one-query-per-order"), ("29 lieve: manca la paginazione", "no-end"), ("29 minor: needs pagination", "no-end")],
)
def test_the_name_of_a_fault_on_its_line_counts_half_and_its_consequence_is_asked(orders, line, fault):
    verdict = judge_review(orders, f"orders/views.py:{line}", "it")
    assert next(f for f in verdict.findings if f.criterion == f"performance:{fault}").message.id == "review.named-only"
    assert verdict.score > 0


PRAISE = {
    "en": (
        "orders/views.py:37 blocker: fine, the order is fetched by its id and belongs to the user",
        "orders/views.py:44 blocker: the query is safe, no sql injection, the user input is escaped",
        "orders/views.py:21 major: no n+1 here, one query for the lines of all orders",
        "orders/views.py:30 major: good that the exception is caught, nothing is hidden",
        "orders/views.py:29 minor: no pagination needed here",
        "orders/views.py:45 minor: no sql injection possible",
    ),
    "it": (
        "orders/views.py:37 bloccante: va bene, l'ordine si prende con il suo id e appartiene all'utente autenticato",
        "orders/views.py:44 bloccante: la query è corretta, il testo cercato non finisce nella query senza escape",
        "orders/views.py:21 grave: nessun problema di n+1, una query sola per tutte le righe",
        "orders/views.py:30 grave: giusto catturare l'eccezione, l'errore non viene nascosto",
        "orders/views.py:29 lieve: la paginazione non serve",
        "orders/views.py:21 lieve: prefetch_related è superfluo",
    ),
}


@pytest.mark.parametrize("language", ["en", "it"])
def test_what_calls_the_lines_of_a_fault_fine_has_found_nothing(orders, language):
    verdict = judge_review(orders, "\n".join(PRAISE[language]), language)
    assert (verdict.score, verdict.outcome) == (0.0, Outcome.INCORRECT), [f for f in verdict.findings if f.ok]


@pytest.mark.parametrize(
    "line", ["orders/views.py:{} question: ?", "orders/views.py:{} nit: check the input, every error, the query in the loop, a limit"]
)
def test_the_same_words_on_every_line_and_none_at_all_say_nothing_of_any(orders, line):
    verdict = judge_review(orders, "\n".join(line.format(number) for number in range(1, 47)), "en")
    assert verdict.score == 0.0


def test_marked_lines_support_no_level_and_a_range_over_the_whole_file_marks_none(orders):
    marked = judge_review(orders, "orders/views.py:37 I would look here again with care", "en")
    assert next(f for f in marked.findings if f.criterion == "marked").level is None
    whole = judge_review(orders, "orders/views.py:1-46 question: is this what you meant?", "en")
    assert (whole.score, whole.findings[0].ok) == (0.0, False)


@pytest.mark.parametrize("name", sorted(path.name for path in PACK.iterdir()))
def test_no_objection_of_an_author_is_taken_for_praise(name):
    loaded = KIND.load(Folder(PACK / name, f"core:{name}", ("en", "it"), True))
    for fault in loaded.spec.faults:
        for language in ("en", "it"):
            author = (*fault.paraphrases[language], fault.spot.story.to(language))
            assert not [text for text in author if approves(text, author, language) or dismisses(text, author, fault.names, language)]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("44 blocker: la f-string non serve, usa i parametri: così è una sql injection", "security:sql-by-hand"),
        ("30 grave: questo except generico è inutile e nasconde ogni errore al monitoraggio", "errors:error-swallowed"),
        ("30 major: a broad except hides failures, it is unnecessary", "errors:error-swallowed"),
        ("31 major: a broad except is not needed here", "errors:error-swallowed"),
        ("31 grave: l'except largo qui non serve", "errors:error-swallowed"),
    ],
)
def test_who_finds_the_code_needless_objects_to_it(orders, line, fault):
    verdict = judge_review(orders, f"orders/views.py:{line}", "it" if "major" not in line else "en")
    assert next(f for f in verdict.findings if f.criterion == fault).ok is True


def test_what_is_well_said_on_another_line_is_told_with_the_right_one(orders):
    verdict = judge_review(orders, GOOD.replace("views.py:44", "views.py:40"), "it")
    told = next(f for f in verdict.findings if f.criterion == "misplaced")
    assert isinstance(told.evidence, Places)
    assert [(row.line, row.what.endswith("→ orders/views.py:44")) for row in told.evidence.rows] == [(40, True)]
    assert verdict.summary.params["found"] == 6
