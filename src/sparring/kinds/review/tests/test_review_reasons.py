"""A remark finds a fault by its reason: repeating the code of the line is none."""

import pytest

from sparring.core.evidence import Places
from sparring.core.exercise import Exercise
from sparring.core.verdict import Outcome
from sparring.kinds.kind import Folder
from sparring.kinds.review import KIND
from sparring.kinds.review.grader import judge_review
from sparring.kinds.review.polarity import approving
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


APPROVING = {
    "it": (
        "l'encoding qui non è un problema",
        "except pass va benissimo, non nasconde errori",
        "la transazione non serve, qui va bene così",
        "il timeout è già gestito più in alto, nulla da ridire",
        "lettura del file perfetta, complimenti",
        "non vedo rischi in questa query",
        "scelta corretta, la lascerei com'è",
        "la cache senza scadenza non mi preoccupa",
        "niente da segnalare sulla gestione degli errori",
        "il file viene chiuso correttamente, ok per me",
        "non c'è bisogno di validare l'input",
        "mi piace come hai gestito l'eccezione",
        "questo except è innocuo, si può tenere",
        "leggere tutto in memoria è accettabile qui",
        "il ciclo di query non dà fastidio",
        "non occorre aggiungere un timeout",
        "approvo, l'eccezione ignorata è giusta così",
        "nessun problema di concorrenza",
        "il seme fisso non è necessario, bene così",
        "la chiave costruita così è a posto",
    ),
    "en": (
        "the encoding is fine here",
        "no need for a transaction",
        "swallowing the exception is okay in this case",
        "this is not a problem",
        "looks good to me, the timeout is handled upstream",
        "reading the whole file into memory is perfectly acceptable",
        "I would leave the except as it is",
        "nothing wrong with the query in the loop",
        "nice handling of the error",
        "the cache without expiry does not worry me",
        "no issue with permissions here",
        "the bare except is harmless",
        "a timeout is not needed",
        "I like how the file is read",
        "the race condition cannot happen, good",
        "correct choice, keep it",
        "the SQL string is safe",
        "ignoring the status code is the right call",
        "validation is unnecessary here",
        "no concerns about the mutable default",
    ),
}
STATING = {
    "it": (
        "l'eccezione viene ingoiata e nessuno lo saprà",
        "manca la codifica in open(), su Windows si rompe",
        "senza transazione un errore a metà lascia i dati a metà",
        "il timeout manca: la richiesta può restare appesa per sempre",
        "non va bene: il file resta aperto se parse solleva",
        "una query per ogni riga, con mille ordini sono mille query",
        "aggiungi select_related prima del ciclo",
        "la password finisce nei log",
        "qui serve un controllo dei permessi",
        "il test non verifica nulla, passa sempre",
        "non viene controllato lo stato della risposta",
        "il ciclo è corretto ma lo sconto viene applicato due volte",
        "bella idea la cache, però non scade mai",
        "usa un parametro invece di comporre la stringa SQL",
        "float per i soldi perde i centesimi",
        "i dati di test entrano nell'addestramento",
        "leggere tutto il file in memoria non scala",
        "un default mutabile viene condiviso fra le chiamate",
        "perché ignorare l'errore? così non sappiamo cosa è fallito",
        "except troppo largo, cattura anche KeyboardInterrupt",
    ),
    "en": (
        "the exception is swallowed and nobody will know",
        "open() has no encoding, this breaks on Windows",
        "without a transaction a failure halfway leaves half the rows",
        "no timeout: the request may hang for ever",
        "this is not fine: the file stays open if parse raises",
        "one query per row, a thousand orders mean a thousand queries",
        "add select_related before the loop",
        "the password ends up in the logs",
        "we need a permission check here",
        "the test asserts nothing and always passes",
        "the status of the response is never checked",
        "the loop is fine but the discount is applied twice",
        "good idea to cache, however it never expires",
        "use a parameter instead of building the SQL string",
        "float for money loses cents",
        "test rows leak into training",
        "list(reader) does not scale to big files",
        "the mutable default is shared between calls",
        "why ignore the error? we can't tell what failed",
        "except is too broad, it also catches KeyboardInterrupt",
    ),
}


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_remark_as_a_whole_approves_or_states_a_fault(language):
    """Of what is only "not needed" its author decides (`dismisses`), for that may object to what stands there."""
    unseen = [text for text in APPROVING[language] if not approving(text, language) and "needed" not in text and "unnecessary" not in text]
    assert (unseen, [text for text in STATING[language] if approving(text, language)]) == ([], [])


@pytest.fixture(scope="module")
def stock():
    loaded = KIND.load(Folder(PACK / "import-of-stock", "core:import-of-stock", ("en", "it"), True))
    assert isinstance(loaded, Exercise)
    return loaded.spec


def test_a_review_that_says_of_every_line_that_all_is_well_finds_nothing(stock):
    lines = (
        "12 nit: la transazione non serve, qui va bene così.",
        "19 nit: except pass va benissimo, non nasconde errori.",
        "11 nit: leggere tutto il file in memoria non è un problema.",
        "10 nit: l'encoding non è un problema.",
    )
    verdict = judge_review(stock, "\n".join(f"stock/importer.py:{line}" for line in lines), "it")
    assert (verdict.score, verdict.summary.params["found"]) == (0.0, 0)


TRUE = (
    "12 blocker: without a transaction a failure leaves half of the file imported",
    "19 major: except pass hides every error in the data",
    "11 major: it reads the whole file into memory",
    "10 minor: the encoding is not given and depends on the machine",
)


def test_what_is_fine_beside_a_true_fault_is_a_false_alarm_and_noise_is_not_useful(stock):
    whole = "\n".join(f"stock/importer.py:{line}" for line in TRUE)
    one = judge_review(stock, f'{whole}\nstock/importer.py:10 major: newline="" is wrong, remove it', "en")
    assert ([f.criterion for f in one.findings if f.criterion == "false-alarm"], one.passed) == (["false-alarm"], True)
    noise = [
        f"stock/importer.py:{line} major: {said}" for line, said in ((13, "race condition"), (14, "SQL injection"), (21, "wrong number"))
    ]
    noise += ['stock/importer.py:10 major: newline="" is wrong', "stock/importer.py:8 major: no types"]
    many = judge_review(stock, "\n".join((whole, *noise)), "en")
    assert (many.passed, many.summary.id, many.summary.params["unmatched"]) == (False, "review.summary-noisy", 4)


def test_the_words_have_to_fit_the_fault_on_whose_lines_they_stand(stock):
    swapped = zip((11, 10, 12, 19), TRUE, strict=True)
    verdict = judge_review(stock, "\n".join(f"stock/importer.py:{line}{said[2:]}" for line, said in swapped), "en")
    assert (verdict.passed, verdict.score, verdict.summary.id) == (False, 0.5, "review.summary-half")


def test_a_line_before_its_fault_the_right_words_find_it(stock):
    verdict = judge_review(stock, "stock/importer.py:18 grave: l'eccezione viene ingoiata, l'articolo sparisce e nessuno lo saprà", "it")
    assert next(f for f in verdict.findings if f.criterion == "errors:errors-vanish").ok is True
    assert not [f for f in verdict.findings if f.criterion == "unmatched"]
