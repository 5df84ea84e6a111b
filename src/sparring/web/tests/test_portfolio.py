"""The portfolio page: a folder in, a report out, in both languages; what is no repository is told in words and stays in the form."""

import json
import re
import shutil
import threading

import pytest

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.portfolio.tests import clean
from sparring.portfolio.tests.conftest import make  # noqa: F401 - a fixture
from sparring.usecases import portfolio
from sparring.usecases.app import App
from sparring.usecases.trials import TRIALS
from sparring.web.program import program
from sparring.web.views import portfolio as views


@pytest.fixture(autouse=True)
def patience(monkeypatch):
    """The page waits for as long as it takes: a loaded machine changes no answer."""
    monkeypatch.setattr(views, "PATIENCE", 60.0)
    yield
    TRIALS.join()
    TRIALS.problems()


@pytest.fixture
def looked(client, make):  # noqa: F811
    path = make(clean.grown({name: text for name, text in clean.BASE.items() if name != "LICENSE"}), name="tides")
    response = client.post("/portfolio", {"paths": f"{path}\n"})
    assert response.status_code == 302
    return client


@pytest.fixture
def report(looked):
    """The address of the report."""
    return re.search(r'href="(/portfolio/[0-9a-f]+)"', looked.get("/portfolio").content.decode())[1]


@pytest.mark.parametrize(("language", "said"), [("en", "There is no licence."), ("it", "Non c'è una licenza.")])
def test_a_report_says_what_to_mend_and_what_would_be_asked(looked, report, language, said):
    looked.cookies["sparring_language"] = language
    text = looked.get(report).content.decode().replace("&#x27;", "'")
    assert said in text
    assert "src/tides/" in text
    assert "portfolio." not in text.replace("/portfolio", "")


def test_the_list_names_it_and_the_files_hold_it(looked, report):
    assert "tides" in looked.get("/portfolio").content.decode()
    told = json.loads(looked.get(f"{report}/report.json").content)
    assert told["repairs"] == ["licence"]
    sarif = json.loads(looked.get(f"{report}/report.sarif").content)
    assert sarif["runs"][0]["results"][0]["ruleId"] == "licence"
    assert b"LICENSE" in looked.get(f"{report}/report.md").content


def test_what_is_no_repository_is_told_and_stays_in_the_form(client, tmp_path):
    response = client.post("/portfolio", {"paths": f"{tmp_path}\n/nowhere/at/all\n~\0x\n"})
    text = response.content.decode()
    assert response.status_code == 400
    assert "is not a git repository" in text
    assert "/nowhere/at/all: there is no such folder" in text
    assert f"{tmp_path}\n/nowhere/at/all" in text.replace("\r", "")


def test_a_cv_is_set_beside_the_code(client, make):  # noqa: F811
    path = make(clean.SERVICE, name="tides")
    text = client.post("/portfolio", {"paths": str(path), "cv": "Python, Flask and Kubernetes in production"}).content.decode()
    assert "Flask: shown in" in text
    assert "Kubernetes: no trace" in text


def test_a_report_is_deleted(looked, report):
    assert looked.post(f"{report}/forget").status_code == 302
    assert looked.get(report).status_code >= 400


def test_what_the_terminal_plans_while_the_page_is_open_is_there(looked, report):
    page = program().app
    terminal = App(page.packs, page.cache, page.data, page.clock)
    names = portfolio.plan_questions(terminal, report.rpartition("/")[2])
    assert names
    assert looked.get(f"/exercises/{names[0]}").status_code == 200
    portfolio.forget(terminal, report.rpartition("/")[2])
    assert looked.get(f"/exercises/{names[0]}").status_code == 404


def test_two_repositories_of_one_name_are_two(client, make, tmp_path):  # noqa: F811
    paths = [make(clean.LIBRARY, name=f"{part}/same") for part in ("a", "b")]
    assert client.post("/portfolio", {"paths": "\n".join(map(str, paths))}).status_code == 302
    first, second = sorted(set(re.findall(r'href="(/portfolio/[0-9a-f]+)"', client.get("/portfolio").content.decode())))
    assert client.post(f"{first}/forget").status_code == 302
    assert client.get(second).status_code == 200


@pytest.mark.parametrize("path", ["~nosuchuser/x", "~\0"])
def test_a_home_that_is_none_is_told(client, path):
    assert client.post("/portfolio", {"paths": path}).status_code == 400


def test_the_report_says_what_changed_since_last_time(looked, report, make, tmp_path):  # noqa: F811
    shutil.rmtree(tmp_path / "tides")
    path = make(clean.grown(clean.BASE), name="tides")
    looked.post("/portfolio", {"paths": f"{path}\n"})
    text = looked.get(report).content.decode()
    assert "Mended" in text.partition("<section")[0]
    assert "There is no licence." in text.partition("<section")[0]


def test_a_look_that_takes_long_goes_on_while_the_page_says_how_far_it_is(client, make, monkeypatch):  # noqa: F811
    paths = [make(clean.grown(clean.BASE), name=name) for name in ("one", "two")]
    going, done, real = threading.Event(), threading.Event(), portfolio.look

    def look(app, folder, *, run=False):
        if folder == paths[1]:
            going.set()
            assert done.wait(20)
        return real(app, folder)

    monkeypatch.setattr(portfolio, "look", look)
    monkeypatch.setattr(views, "PATIENCE", 0.01)
    assert client.post("/portfolio", {"paths": "\n".join(map(str, paths))}).status_code == 302
    assert going.wait(20)
    text = client.get("/portfolio").content.decode()
    assert "Looking at repository 2 of 2" in text
    assert f"<code>{paths[1]}</code>" in text
    done.set()
    TRIALS.join()
    text = client.get("/portfolio").content.decode()
    assert "every 3s" not in text
    assert text.count('href="/portfolio/') >= 2


def test_installing_and_testing_goes_on_while_the_page_answers(client, make, monkeypatch):  # noqa: F811
    path, going, done = make(clean.grown(clean.BASE), name="slow"), threading.Event(), threading.Event()
    real = portfolio.look

    def look(app, folder, *, run=False):
        if run:
            going.set()
            assert done.wait(20)
            raise UsageError(Message("portfolio.no-folder", {"path": str(folder)}))
        return real(app, folder)

    monkeypatch.setattr(portfolio, "look", look)
    client.post("/portfolio", {"paths": f"{path}\n", "run": "yes"})
    assert going.wait(20)
    text = client.get("/portfolio").content.decode()
    assert "every 3s" in text
    assert str(path) in text
    done.set()
    TRIALS.join()
    text = client.get("/portfolio").content.decode()
    assert "every 3s" not in text
    assert 'class="notice bad"' in text, "what went wrong is told"
    assert 'class="notice bad"' not in client.get("/portfolio").content.decode()
