"""The plan lab and the board, without a browser: everything is a form."""

import html
import json
import re
import shutil
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sparring.planning import optimum
from sparring.planning.trackers import tests as tracker_tests
from sparring.usecases.plan_example import example
from sparring.usecases.plans import plan_text

FILES = Path(tracker_tests.__file__).parent / "files"
SAMPLE = Path(__file__).parents[2] / "kinds" / "plan" / "samples" / "exercise"


def lab(client, **fields):
    return client.post("/plan-lab", fields)


def fields(page: str) -> dict[str, str]:
    """What the page's form would send."""
    found = {"project": html.unescape(re.search(r'name="project" value="([^"]*)"', page)[1])}
    for name, body in re.findall(r'<select name="(plan/[^"]+)"(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'value="([^"]*)" selected', body)
        found[name] = chosen[1] if chosen else ""
    found |= dict(re.findall(r'name="(plan/\d+/day)" data-plan-day="[^"]*" value="([^"]*)"', page))
    return found


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_lab_speaks_both_languages_without_a_word_missing(client, language):
    client.cookies["sparring_language"] = language
    for response in (client.get("/plan-lab"), lab(client, action="example")):
        page = response.content.decode()
        assert response.status_code == 200
        assert not re.findall(r">\s*(?:web|plans|planning|evidence)\.[a-z-]+", page)
    assert ("Ordini come file" in page) == (language == "it")


def test_the_example_has_something_wrong_and_the_best_plan_mends_it(client):
    page = lab(client, action="example").content.decode()
    assert "planning.check" not in page
    assert 'class="mark wrong"' in page
    best = lab(client, action="best", **fields(page)).content.decode()
    assert "This plan can work" in best
    assert ("Proved: no plan is shorter" in best) is not ("The best plan found" in best)
    assert lab(client, action="risk", **fields(best)).content.decode().count("In half of the runs") == 1


def test_a_move_is_checked_by_the_server(client):
    sent = fields(lab(client, action="example").content.decode())
    number = next(name for name in sent if name.endswith("/person") and sent[name] == "bruno")
    page = client.post("/plan-lab", {**sent, "action": "check", number: "davide"}, headers={"hx-request": "true"}).content.decode()
    assert "<html" not in page
    assert "Davide, day" in page


@pytest.mark.parametrize(
    "name", ["jira.csv", "jira-italian.csv", "trello-board.json", "gitlab.csv", "gitlab.json", "asana.csv", "asana.json", "github.tsv"]
)
def test_exports_are_loaded_as_files(client, name):
    upload = SimpleUploadedFile(name, (FILES / name).read_bytes())
    page = client.post("/plan-lab", {"action": "load", "file": upload}).content.decode()
    assert "What this backlog tells" in page
    assert 'name="project"' in page


@pytest.mark.parametrize("form", ["plan-json", "mermaid", "svg", "ics", "jira-csv", "trello-json", "github-csv"])
def test_plans_are_taken_elsewhere(client, form):
    sent = fields(lab(client, action="best", **fields(lab(client, action="example").content.decode())).content.decode())
    response = lab(client, action="export", format=form, **sent)
    assert response.headers["content-disposition"].startswith("attachment")
    assert "Worker that writes the file" in response.content.decode().replace("\r\n ", "")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "is empty"),
        ("nonsense", "none of the exports"),
        ('{"tasks": [', "not JSON"),
        ('{"tasks": [{"id": "a", "hours": -3}], "team": []}', "no estimate"),
        ('{"tasks": [{"id": "a", "hours": 3}], "team": []}', "Nobody is on the team"),
        ("\ud800", "none of the exports"),
    ],
)
def test_what_cannot_be_planned_is_told_and_stays_in_the_page(client, source, said):
    response = lab(client, action="load", source=source.encode("utf-8", "replace").decode())
    assert response.status_code == 422
    assert said in html.unescape(response.content.decode())


def test_circles_are_told_and_there_is_no_best_plan(client):
    tasks = [{"id": "a", "hours": 3, "after": ["b"]}, {"id": "b", "hours": 3, "after": ["a"]}]
    page = lab(client, action="load", source=json.dumps({"tasks": tasks, "team": [{"id": "x"}]})).content.decode()
    assert "in a circle" in page
    assert lab(client, action="best", **fields(page)).status_code == 422


def test_five_thousand_tasks_are_checked_without_fields(client):
    tasks = [{"id": f"t{number}", "hours": 2} for number in range(5000)]
    page = lab(client, action="load", source=json.dumps({"tasks": tasks, "team": [{"id": "x"}]})).content.decode()
    assert "plan in the file" in page
    assert "data-plan-day" not in page


def test_titles_are_shown_never_obeyed(client):
    data = json.loads(plan_text(example("en")))
    data["tasks"][0]["title"] = "<script>alert(1)</script>"
    page = lab(client, action="load", source=json.dumps(data)).content.decode()
    assert "<script>alert" not in page


@pytest.fixture
def with_plan(packs):
    shutil.copytree(SAMPLE, packs / "exercises" / "plan" / "endpoint")


def test_an_exercises_board_is_fields_and_a_checked_picture(with_plan, client):
    page = client.get("/exercises/endpoint").content.decode()
    assert 'name="plan.txt/api/person"' in page
    assert "what is left of the endpoint takes twice as long" in page
    sent = {"plan.txt/api/person": "anna", "plan.txt/api/day": "1", "plan.txt/tests/person": "anna", "plan.txt/tests/day": "1"}
    assert "Nothing is planned yet" in (empty := client.post("/exercises/endpoint/board/plan", {"tasks.md": ""}).content.decode())
    assert "can work" not in empty
    board = client.post("/exercises/endpoint/board/plan", sent).content.decode()
    assert "two things at once" in board
    assert 'data-task="api"' in board
    draft = client.post("/exercises/endpoint/draft", {**sent, "seq": "0"})
    assert draft.status_code == 200
    assert '<option value="anna" selected>' in client.get("/exercises/endpoint").content.decode()
    assert client.post("/exercises/endpoint/board/nothing", sent).status_code == 404
    assert client.post("/exercises/two-names/board/output", sent).status_code == 404


def test_a_plan_is_handed_in_from_the_fields(with_plan, client):
    days = {"api": ("anna", "1"), "tests": ("anna", "2.5"), "review": ("bruno", "2,5"), "deploy": ("anna", "3")}
    sent = {f"plan.txt/{task}/{name}": value for task, pair in days.items() for name, value in zip(("person", "day"), pair, strict=True)}
    sent |= {"tasks.md": "Write the endpoint. Write the tests.", "defence.md": "", "key": "k", "action": "submit", "seq": "0"}
    page = client.post("/exercises/endpoint", sent, follow=True).content.decode()
    assert "The plan works, but not after what happened." in page
    assert 'class="gantt ' in page


def test_a_run_says_what_was_checked_and_speaks_of_no_examples(with_plan, client):
    sent = {"plan.txt/api/person": "anna", "plan.txt/api/day": "2.5", "key": "k", "action": "run", "seq": "0"}
    page = client.post("/exercises/endpoint", sent, follow=True).content.decode()
    assert "checked: what you planned in step 2" in page
    assert re.search(r'id="verdict-title"[^>]*>The plan cannot work', page)
    assert "examples pass" not in page


def test_a_day_is_written_as_the_language_does(with_plan, client):
    sent = {"plan.txt/api/person": "anna", "plan.txt/api/day": "2,5"}
    client.post("/exercises/endpoint/draft", {**sent, "seq": "0"})
    client.cookies["sparring_language"] = "it"
    assert 'data-plan-day="api" value="2,5"' in client.get("/exercises/endpoint").content.decode()


def test_the_best_plan_is_looked_for_once(client, monkeypatch):
    asked, found = [], optimum.best
    monkeypatch.setattr(optimum, "best", lambda *given, **more: asked.append(given) or found(*given, **more))
    page = lab(client, action="best", **fields(lab(client, action="example").content.decode())).content.decode()
    assert "This plan can work" in page
    assert len(asked) == 1


def test_values_of_wrong_types_are_told_not_fatal(client):
    sources = [
        '{"cards":[{"id":"5","idMembers":7}],"lists":[{"id":1}]}',
        r'[{"iid": 1, "title": "\ud800", "created_at": "0001-01-01T00:00:00+14:00"}]',
        r'{"team": [{"id": "p", "name": "\ud800", "away": 5}], "tasks": [{"id": ["x"], "title": "A", "hours": 1}], "plan": [{"task": ["a"]}]}',
        r'{"team": [{"id": "p", "name": "\ud800"}], "tasks": [{"id": "\ud800", "title": "\ud800", "hours": 1}]}',
        '[{"iid": ' + "9" * 5000 + "}]",
    ]
    assert [lab(client, action="load", source=source).status_code for source in sources] == [200, 200, 422, 200, 422]


HAND = {
    "title": "Billing",
    "start": "2026-03-02",
    "person/0/name": "Anna",
    "person/0/skills": "python, sql",
    "person/1/name": "Bruno",
    "person/1/hours": "6",
    "task/0/id": "1",
    "task/0/title": "Model",
    "task/0/hours": "2-4-8",
    "task/0/kind": "build",
    "task/1/id": "2",
    "task/1/title": "Look at it",
    "task/1/hours": "2",
    "task/1/kind": "review",
    "task/1/after": "1",
    "task/1/reviews": "1",
}


def test_a_project_is_begun_by_hand_changed_and_keeps_its_plan(client):
    assert 'name="task/5/title"' in lab(client, action="begin").content.decode()
    board = lab(client, action="built", **HAND).content.decode()
    sent = fields(board)
    project = json.loads(sent["project"])
    assert [task["hours"] for task in project["tasks"]] == [[2, 4, 8], [2, 2, 2]]
    assert project["tasks"][1]["reviews"] == ["1"]
    planned = {**sent, "plan/0/person": "Anna", "plan/0/day": "1"}
    again = lab(client, action="begin", **planned).content.decode()
    rows = {name: html.unescape(value) for name, value in re.findall(r'name="((?:person|task)/\d+/\w+)"[^>]*? value="([^"]*)"', again)}
    assert (rows["task/0/hours"], rows["person/0/skills"]) == ("2 4 8", "python, sql")
    carried = html.unescape(re.search(r'name="project" value="([^"]*)"', again)[1])
    back = lab(client, action="built", project=carried, **{**HAND, "task/1/title": "Review"}).content.decode()
    assert json.loads(fields(back)["project"])["plan"] == [{"task": "1", "person": "Anna", "day": 1.0}]
    assert "Review" in back


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"task/1/hours": "soon"}, "task 2, ore: «soon»"),
        ({"task/1/id": "1"}, "«1»"),
        ({"person/1/hours": "30"}, "persona 2, ore"),
        ({"person/0/name": "", "person/1/name": "", "person/0/skills": "", "person/1/hours": ""}, "team"),
    ],
)
def test_what_is_wrong_in_a_row_is_told_with_the_row_and_what_was_written_stays(client, wrong, told):
    client.cookies["sparring_language"] = "it"
    answer = lab(client, action="built", **{**HAND, **wrong})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert told in page
    assert "planning." not in re.sub(r"<[^>]*>", "", page)
    assert 'value="Model"' in page
