"""`sparring plan` from the outside: answers, exit codes, and clear words for what cannot be read."""

import json
import re

import pytest

from tests.conftest import ROOT
from tests.terminal import sparring

PLANNING = ROOT / "src" / "sparring" / "planning"
J30 = PLANNING / "tests" / "j30"
EXPORTS = PLANNING / "trackers" / "tests" / "files"
TEAM = [{"id": "anna", "name": "Anna", "skills": []}, {"id": "bruno", "name": "Bruno"}]
TASKS = [{"id": "a", "title": "A", "hours": [4, 8, 16]}, {"id": "b", "title": "B", "hours": 4, "after": ["a"]}]


def plan(*arguments: str, stdin: bytes = b""):
    return sparring("plan", *arguments, stdin=stdin)


def project(**more: object) -> bytes:
    return json.dumps({"team": TEAM, "tasks": TASKS, "start": "2026-03-02", **more}).encode()


def test_a_published_problem_is_solved_and_proved(data):
    done = plan("solve", str(J30 / "j3010_1.sm"), "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["makespan"], found["proved"]) == (0, 42, True)
    assert found["seconds"] >= 0
    assert len(found["schedule"]) == 32


def test_without_the_solver_it_says_so(data):
    done = plan("solve", str(J30 / "j3029_8.sm" if (J30 / "j3029_8.sm").exists() else J30 / "j3010_1.sm"), "--heuristic", "--json")
    found = json.loads(done.stdout)
    assert found["method"] == "heuristic"
    assert done.returncode == (0 if found["proved"] else 1)


def test_a_plan_is_solved_checked_and_its_risk_told(data):
    assert json.loads(plan("solve", "-", "--json", stdin=project()).stdout)["makespan"] == 12
    broken = plan(
        "check", "-", "--json", stdin=project(plan=[{"task": "a", "person": "anna", "day": 1}, {"task": "b", "person": "bruno", "day": 1}])
    )
    assert broken.returncode == 1
    assert "broken-fs" in {one["check"] for one in json.loads(broken.stdout)["remarks"]}
    risk = json.loads(plan("risk", "-", "--json", stdin=project(deadline="2026-03-04")).stdout)
    assert risk["p50"]["day"] <= risk["p80"]["day"]
    assert 0 < risk["chance"] <= 1


def test_the_risk_says_what_is_left_out(data):
    placed = project(plan=[{"task": "a", "person": "anna", "day": 1}])
    assert "1 task non è assegnato ed è fuori dal conto" in plan("risk", "-", "--lang", "it", stdin=placed).stdout
    assert json.loads(plan("risk", "-", "--json", stdin=placed).stdout)["left_out"] == 1


def test_a_schedule_is_printed_with_its_unit_and_a_header(data):
    said = plan("solve", str(J30 / "j3010_1.sm"), "--lang", "it").stdout
    assert "42 unità di tempo" in said
    assert re.search(r"lavoro\s+inizio\n\s+1\s+0\n", said)
    assert "12 ore lavorative" in (own := plan("solve", "-", "--lang", "it", stdin=project()).stdout)
    assert re.search(r"giorno\s+inizia\s+persona\s+task\n\s+1\s+2 marzo 2026\s+Anna\s+A\n\s+2\s+3 marzo 2026\s+(Anna|Bruno)\s+B\n", own)
    assert "Finisce il 3 marzo 2026, giorno 2." in own


def test_an_export_with_rows_lost_is_read_as_far_as_it_goes_and_does_not_pass(data, tmp_path):
    whole = (EXPORTS / "jira.csv").read_bytes()
    (tmp_path / "jira.csv").write_bytes(whole[: int(len(whole) * 0.7)])
    done = plan("read", str(tmp_path / "jira.csv"), "--lang", "it")
    assert done.returncode == 1
    assert "è troncato" in done.stderr
    assert "Un elemento; completati" in done.stdout or "elementi; completati" in done.stdout
    assert plan("convert", str(tmp_path / "jira.csv"), "--to", "gitlab-csv").returncode == 1
    assert plan("read", str(EXPORTS / "jira.csv")).returncode == 0


def test_archived_cards_and_assumed_estimates_are_told(data):
    done = plan("check", str(EXPORTS / "trello-board.json"), "--lang", "it")
    assert "archiviato è messo da parte" in done.stderr
    assert "si suppongono 6–8–14 ore" in " ".join(done.stderr.split())


@pytest.mark.parametrize("name", ["jira.csv", "trello.json", "gitlab.json", "asana.csv", "github.tsv"])
def test_exports_tell_their_story_in_italian_too(data, name):
    found = json.loads(plan("read", str(EXPORTS / name), "--json").stdout)
    assert found["items"] >= 2
    assert "elementi" in plan("read", str(EXPORTS / name), "--lang", "it").stdout


def test_files_are_converted(data, tmp_path):
    target = tmp_path / "board.json"
    assert plan("convert", str(EXPORTS / "jira.csv"), "--to", "trello-json", "-o", str(target)).returncode == 0
    assert len(json.loads(target.read_text())["cards"]) == 3
    assert plan("convert", "-", "--to", "mermaid", stdin=project()).stdout.startswith("gantt")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (project(team=[]), "Nobody is on the team"),
        (project(tasks=[{**TASKS[0], "hours": -1}]), "no estimate"),
        (b"", "empty"),
        (b'{"tasks": [', "not JSON"),
        (b"\x00\x01", "no text"),
    ],
)
def test_bad_input_is_wrong_usage_told_in_words(data, content, said):
    done = plan("check", "-", stdin=content)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())


def test_circles_have_no_plan(data):
    circle = [{"id": "a", "hours": 1, "after": ["b"]}, {"id": "b", "hours": 1, "after": ["a"]}]
    assert plan("solve", "-", stdin=project(tasks=circle)).returncode == 2
    assert "circle" in plan("check", "-", stdin=project(tasks=circle)).stdout


def test_a_cut_off_instance_is_told(data, tmp_path):
    cut = tmp_path / "cut.sm"
    cut.write_text((J30 / "j3010_1.sm").read_text()[:2000])
    done = plan("solve", str(cut))
    assert done.returncode == 2
    assert "cut off" in " ".join(done.stderr.split())


def test_formulas_in_a_written_table_are_told(data, tmp_path):
    export = b"Issue key,Summary\nA-1,=cmd|x\n"
    done = plan("convert", "-", "--to", "jira-csv", "-o", str(tmp_path / "x.csv"), "--json", stdin=export)
    assert ["spreadsheet" in note for note in json.loads(done.stdout)["notes"]] == [True]
    assert b"=cmd|x" in (tmp_path / "x.csv").read_bytes()


def test_figures_of_one_are_no_wrong_plurals_in_italian(data):
    export = b"Issue key,Summary,Assignee,Status,Created,Resolved,Due date\nA-1,x,Anna,Done,2025-01-01,2025-01-05,2025-01-04\n"
    said = plan("read", "-", "--lang", "it", stdin=export).stdout
    assert "Un elemento; completati: 1" in said
    assert not re.search(r"\b1 (?:elementi|completati|giorni|persone)\b", said), said
