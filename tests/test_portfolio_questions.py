from dataclasses import replace

import pytest

from sparring.content.library import read_library
from sparring.core.answer import Raw
from sparring.core.evidence import Place
from sparring.kinds.explain import KIND
from sparring.kinds.explain.grader import judge_text
from sparring.portfolio import pack
from sparring.portfolio.paper import as_pdf
from sparring.portfolio.questions import _ASK, Question
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


def test_an_answer_is_checked_against_this_code_and_what_should_be_said(audited, tmp_path):
    found = exercises(audited([("Begin", {"shop/views.py": CODE})]), tmp_path / "pack")
    spec = next(e for e in found.values() if "query-in-loop" in e.id).spec
    good = "In overview in views.py it sends one query per row, 501 in all. I'd fetch the related rows together with a join, and a test counts the queries."
    general = "One query per row is bad. You should fetch related rows together with a join. A test counts the queries."
    wrong = "The ORM caches so it is only one query, whatever the number of rows is."
    verdicts = [judge_text(spec, text, "en") for text in (good, general, wrong)]
    assert verdicts[0].score > verdicts[1].score > verdicts[2].score
    assert [finding.ok for finding in verdicts[0].findings if finding.criterion == pack.CODE] == [True]
    assert [finding.ok for finding in verdicts[1].findings if finding.criterion == pack.CODE] == [None]
    assert any(finding.criterion == "misconception:cached" for finding in verdicts[2].findings)


@pytest.mark.parametrize("sort", sorted(pack.asked()))
def test_every_sort_has_a_model_answer_that_says_all_its_points(audited, tmp_path, sort):
    audit = audited([("Begin", {"a.py": "x = 1\n"})])
    place = Place("src/orders.py", 3, 0, "", "total()")
    params = {"name": "reserve_stock", "lines": 80}
    audit = replace(audit, questions=(Question(sort, place, params, ("reserve_stock",), "total()"),))
    exercise = next(iter(exercises(audit, tmp_path / "pack").values()))
    assert isinstance(KIND.read(exercise, Raw({"answer.md": b"It waits for ever because it has no timeout."})), object)
    for language in ("en", "it"):
        verdict = judge_text(exercise.spec, exercise.spec.answer.to(language), language)
        assert [finding.criterion for finding in verdict.findings if not finding.ok] == []


def test_every_question_that_is_asked_has_a_sort():
    assert len(pack.asked()) == len(_ASK)


@pytest.mark.parametrize("excerpt", ["```\nend\n````", '"""\x7f\\', "\ud800", "{file}"])
def test_odd_code_stays_inside_its_block(audited, tmp_path, excerpt):
    audit = audited([("Begin", {"a.py": "x = 1\n"})])
    question = Question("lock", Place('odd"\n[[x.py', 1, 0, "", excerpt), {"name": 'a"]\n'}, ("the", 'a"b'), excerpt)
    assert len(exercises(replace(audit, questions=(question,)), tmp_path / "pack")) == 1


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
