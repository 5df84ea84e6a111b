import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from sparring.content.library import read_library
from sparring.core.answer import Raw
from sparring.core.evidence import Place
from sparring.kinds.explain import KIND
from sparring.kinds.explain.grader import judge_text
from sparring.portfolio import check_claims, open_repository, pack
from sparring.portfolio.check import Subject
from sparring.portfolio.paper import as_pdf
from sparring.portfolio.questions import _ASK, Question, questions
from sparring.portfolio.sources import Sources
from sparring.portfolio.tests import conftest as portfolio
from sparring.words import words

make, audited = portfolio.make, portfolio.audited
CODE = """import requests
from django.shortcuts import render
from shop.models import Order


def overview(request):
    for order in Order.objects.all():
        customer = Customer.objects.get(pk=order.customer_id)
    requests.get("https://example.org/rates")
    try:
        total()
    except Exception:
        pass
    return render(request, "overview.html")
"""


def exercises(audit, folder):
    pack.write(audit, folder)
    found = read_library([folder])
    assert not any(one.problems for one in found.packs), [one.problems for one in found.packs]
    return found.exercises


def test_each_question_becomes_an_exercise_that_shows_the_code(audited, tmp_path):
    audit = audited([("Begin", {"shop/views.py": CODE})])
    found = exercises(audit, tmp_path / "pack")
    assert len(found) == len(audit.questions) >= 5
    one = next(e for e in found.values() if "query-in-loop" in e.id)
    assert "Customer.objects.get(pk=order.customer_id)" in one.prompt.en
    assert "shop/views.py" in one.prompt.it
    assert "shop/views.py:8" in str(one.reveal)
    again = exercises(audit, tmp_path / "pack")
    assert again.keys() == found.keys()


ANSWERS = tomllib.loads(Path(__file__).with_name("portfolio_answers.toml").read_text(encoding="utf-8"))


KEPT = {}


@pytest.fixture
def plain(audited):
    """An audit of next to nothing, made once: the questions are put into it."""
    if "audit" not in KEPT:
        KEPT["audit"] = audited([("Begin", {"a.py": "x = 1\n"})])
    return KEPT["audit"]


def asked(sort, code, make, tmp_path):
    """The questions of a sort about a repository that holds this code and no more."""
    repository = open_repository(make([("Begin", {"app/orders.py": code})], name="code"))
    found = questions(Subject(repository, Sources(repository), tmp_path, portfolio.NOW))
    return sorted((one for one in found if one.sort == sort), key=lambda one: one.place.line)


@pytest.fixture
def of_sort(make, plain, tmp_path):
    """Makes the exercise of a sort about its own code, once for all tests."""

    def made(sort):
        if sort not in KEPT:
            question = asked(sort, ANSWERS[sort]["code"], make, tmp_path)[0]
            KEPT[sort] = next(iter(exercises(replace(plain, questions=(question,)), tmp_path / "pack").values()))
        return KEPT[sort]

    return made


def told(verdict):
    return [(finding.criterion, finding.ok) for finding in verdict.findings if finding.criterion != "how-read"]


@pytest.mark.parametrize("sort", sorted(pack.asked()))
def test_answers_are_ranked_by_what_they_say_and_wrong_ones_earn_next_to_nothing(of_sort, sort):
    spec = of_sort(sort).spec
    for language in ("en", "it"):
        good, half, wrong = (judge_text(spec, ANSWERS[sort][language][how], language) for how in ("good", "half", "wrong"))
        every = [told(one) for one in (good, half, wrong)]
        assert good.passed, (language, every)
        assert good.score > half.score > wrong.score, (language, good.score, half.score, wrong.score, every)
        assert wrong.score < 0.3, (language, every)
        assert any(finding.criterion.startswith("misconception:") for finding in wrong.findings), (language, every)
        assert not [f for one in (good, half) for f in one.findings if f.criterion.startswith("misconception:")], (language, every)


@pytest.mark.parametrize("sort", sorted(pack.asked()))
def test_what_the_code_contradicts_is_told_with_its_line_and_what_it_bears_out_is_not(of_sort, sort):
    spec = of_sort(sort).spec
    for case in ANSWERS[sort]["false"]:
        verdict = judge_text(spec, case["text"], case["lang"])
        held = {f.criterion: f.evidence.spans[0].note.to(case["lang"]) for f in verdict.findings if f.ok is False}
        assert not verdict.passed, (case, told(verdict))
        assert f"misconception:{case['belief']}" in held, (case, told(verdict))
        assert str(case["line"]) in held[f"misconception:{case['belief']}"], (case, held)
    for case in ANSWERS[sort]["fine"]:
        verdict = judge_text(spec, case["text"], case["lang"])
        assert not [f for f in verdict.findings if f.ok is False], (case, told(verdict))


SLOTS = """import asyncio


class Queue:
    def __init__(self, limit=5):
        self._slots = asyncio.Semaphore(limit)
        self._last = {}

    async def fetch(self, client, url):
        async with self._slots:
            return await client.get(url)
"""
PURE = """from functools import lru_cache


@lru_cache(maxsize=None)
def code_of(text):
    return text.strip().upper()
"""
OPEN = """from fastapi import FastAPI
import db

app = FastAPI()


@app.get("/orders/{number}")
def order(number: int):
    return db.connect().execute("SELECT total FROM orders WHERE id = ?", (number,)).fetchone()
"""
POLAR = [
    ("lock", SLOTS, "en", "At most limit tasks are inside fetch at once. Without it all of them would open a connection together.", True, None),
    ("lock", SLOTS, "it", "Al massimo limit fetch insieme. Senza, partirebbero tutte insieme verso lo stesso host.", True, None),
    ("lock", SLOTS, "it", "Il semaforo fa entrare un task alla volta, quindi _last non lo scrivono in due.", False, "one"),
    ("lock", SLOTS, "en", "It is a lock that also holds between gunicorn's processes.", False, "processes"),
    ("cache", PURE, "it", "code_of dipende solo da text, non è mai sbagliato; maxsize=None, si svuota con cache_clear o al riavvio.", True, None),
    ("cache", PURE, "en", "It depends on its argument alone, so never wrong, unless the code changes; to empty it call cache_clear.", True, None),
    ("endpoint", OPEN, "it", "La può chiamare chiunque, e niente controlla il proprietario: basta cambiare number.", True, None),
    ("endpoint", OPEN, "it", "Solo gli utenti autenticati: c'è un Depends che controlla il token JWT, e la query filtra per user_id.", False, "guarded"),
    ("endpoint", OPEN, "en", "Authentication comes first, else 401, and the query should filter by the owner. I would test it.", False, None),
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(POLAR)))
def test_what_stands_there_and_its_contrary_do_not_earn_alike(make, plain, tmp_path, number):
    sort, code, language, text, passes, held = POLAR[number]
    if code not in KEPT:
        question = asked(sort, code, make, tmp_path)[0]
        KEPT[code] = next(iter(exercises(replace(plain, questions=(question,)), tmp_path / "pack").values()))
    verdict = judge_text(KEPT[code].spec, text, language)
    assert verdict.passed == passes, told(verdict)
    told_wrong = [finding.criterion for finding in verdict.findings if finding.ok is False]
    assert f"misconception:{held}" in told_wrong if held else not told_wrong, told(verdict)


def test_naming_what_the_screen_shows_earns_nothing(of_sort):
    spec = of_sort("query-in-loop").spec
    for language, text in (
        ("en", "That is app/orders.py, where conn is used, in overview. I wrote orders.py last year and conn comes from db.py."),
        ("it", "Questo è app/orders.py, dove si usa conn, in overview. Ho scritto orders.py l'anno scorso e conn viene da db.py."),
    ):
        assert judge_text(spec, text, language).score == 0


@pytest.mark.parametrize("sort", sorted(pack.asked()))
def test_every_sort_has_a_model_answer_that_says_all_its_points(of_sort, sort):
    exercise = of_sort(sort)
    assert isinstance(KIND.read(exercise, Raw({"answer.md": b"It waits for ever because it has no timeout."})), object)
    for language in ("en", "it"):
        verdict = judge_text(exercise.spec, exercise.spec.answer.to(language), language)
        assert [finding.criterion for finding in verdict.findings if finding.missed or finding.ok is False] == []


def test_every_question_that_is_asked_has_a_sort():
    assert len(pack.asked()) == len(_ASK)


@pytest.mark.parametrize("excerpt", ["```\nend\n````", '"""\x7f\\', "\ud800", "{file}"])
def test_odd_code_stays_inside_its_block(plain, tmp_path, excerpt):
    question = Question("lock", Place('odd"\n[[x.py', 1, 0, "", excerpt), {"name": 'a"]\n'}, ("the", 'a"b'), excerpt)
    assert len(exercises(replace(plain, questions=(question,)), tmp_path / "pack")) == 1


def test_questions_no_longer_asked_leave_the_plan(audited, tmp_path):
    audit = audited([("Begin", {"shop/views.py": CODE})])
    folder = tmp_path / "pack"
    exercises(audit, folder)
    assert len(exercises(replace(audit, questions=audit.questions[:1]), folder)) == 1
    pack.remove(audit, folder)
    assert read_library([folder]).exercises == {}


def test_the_report_on_paper_is_a_pdf_whatever_the_repository_holds(audited):
    audit = audited([("Begin #[evil] ```", {'shop/#panic("x")$.py': CODE, "README.md": '*\\_#import "/etc/passwd" \x00\u202e'})])
    for language in ("en", "it"):
        made = as_pdf(audit, words(language))
        assert made.startswith(b"%PDF-")
        assert len(made) > 10_000


CV = (
    "Non ho mai usato Terraform, ma vorrei impararlo\nKubernetes: mai usato\nI would like to learn Rust\nNo experience with Ansible\n"
    "Pipeline CI con GitHub Actions\nProgrammazione concorrente con thread e lock\nUn po' di React\n"
    "Pubblicato il pacchetto tariffe\nPublished the library elsewhere-kit\n"
)
DENIED = """I have never used Terraform, Ansible or Kubernetes
Ho lavorato senza Celery
Conosco Redis; Docker no.
Without Docker experience
Nessuna conoscenza di Go, buona di Java
No Kafka, but Redis daily
Spark, mai
I don't use Airflow but I know Java
Senza Scrapy né Selenium
"""


def test_what_a_cv_denies_is_no_claim_and_a_declared_dependency_no_use(make):
    files = {"requirements.txt": "redis\nsqlalchemy==2.0\npytest-cov\n", "a.py": "import sqlite3\n"}
    repository = open_repository(make([("Begin", files)]))
    found = {
        finding.criterion.removeprefix("claim:"): finding for finding in check_claims(DENIED + "Uso SQLAlchemy\nmigrazioni", [repository])
    }
    assert {name for name, one in found.items() if one.ok} == set()
    assert found.keys() == {"Redis", "Java", "SQLAlchemy", "unseen"}
    assert [found[name].message.id for name in ("Redis", "SQLAlchemy", "Java")] == ["portfolio.claim.declared"] * 2 + [
        "portfolio.claim.unnamed"
    ]
    assert "migrazioni" in str(found["unseen"].message.params["names"])


def test_a_cv_is_held_against_the_code_and_what_it_denies_is_no_claim(make):
    files = {
        ".github/workflows/ci.yml": "on: push\n",
        "pyproject.toml": '[project]\nname = "tariffe"\n',
        "src/tariffe/__init__.py": "import threading\n\nHELD = threading.Lock()\n",
    }
    found = {finding.criterion.removeprefix("claim:"): finding for finding in check_claims(CV, [open_repository(make([("Begin", files)]))])}
    shown = {name: [(row.file, row.line) for row in one.evidence.rows] for name, one in found.items() if one.ok}
    assert shown == {
        "CI/CD": [("project/.github/workflows/ci.yml", 0)],
        "GitHub Actions": [("project/.github/workflows/ci.yml", 0)],
        "Thread, lock": [("project/src/tariffe/__init__.py", 3), ("project/src/tariffe/__init__.py", 1)],
        "package:tariffe": [("project/pyproject.toml", 2)],
    }
    assert {name for name, one in found.items() if one.ok is None} - {"unseen"} == {"React", "package:elsewhere-kit"}
