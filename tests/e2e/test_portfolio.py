"""The candidate's repositories in a real browser: from the folder to the report, and from a question about the code to its verdict."""

from pathlib import Path

import pygit2
import pytest
from playwright.sync_api import expect

from .conftest import Served, Visit
from .looks import violations_in_both_schemes

pytestmark = pytest.mark.browser
CODE = """import requests
from shop.models import Customer, Order


def overview(request):
    for order in Order.objects.all():
        customer = Customer.objects.get(pk=order.customer_id)
        requests.get("https://example.org/rates")
"""
ANSWER = "In overview in views.py it sends one query per row, 501 in all. I'd fetch the related rows together with a join. A test counts the queries."


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("mine") / "shop"
    git = pygit2.init_repository(str(folder), bare=True)
    index = pygit2.Index()
    index.add(pygit2.IndexEntry("shop/views.py", git.create_blob(CODE.encode()), pygit2.enums.FileMode.BLOB))
    who = pygit2.Signature("Ada", "ada@example.org")
    git.create_commit("HEAD", who, who, "Show the orders", index.write_tree(git), [])
    return folder


def test_from_the_folder_to_a_question_that_is_answered(whole: Served, visit: Visit, repository: Path) -> None:
    page = visit(whole)
    page.goto(f"{whole.base}/portfolio")
    page.get_by_label("Folders").fill(str(repository))
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Look at them").click()
    page.get_by_role("link", name="shop", exact=True).click()
    expect(page.locator("main")).to_contain_text("query inside a loop")
    page.get_by_role("button", name="Put these on my study plan").press("Enter")
    page.get_by_role("link", name="1", exact=True).click()
    expect(page.locator("main")).to_contain_text("Customer.objects.get(pk=order.customer_id)")
    page.locator("textarea").first.fill(ANSWER)
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator(".verdict")).to_contain_text("views")


def test_the_report_comes_as_pdf_and_has_no_violation(whole: Served, visit: Visit, repository: Path) -> None:
    page = visit(whole)
    page.goto(f"{whole.base}/portfolio")
    page.get_by_label("Folders").fill(str(repository))
    page.get_by_role("button", name="Look at them").click()
    page.get_by_role("link", name="shop", exact=True).click()
    expect(page.locator("main")).to_contain_text("query inside a loop")
    assert not violations_in_both_schemes(page)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="PDF").click()
    assert Path(waiting.value.path()).read_bytes().startswith(b"%PDF-")
