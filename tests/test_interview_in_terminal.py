import json
import os
import random
import re
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.ready import ready
from tests.terminal import Terminal, answers, sparring, workspace

REFERENCES = {path.parent.name: path.read_text() for path in (ROOT / "packs" / "core" / "exercises" / "solve").glob("*/reference.py")}


def solve(shown: str) -> None:
    """Put the reference into the file that the program asks to edit."""
    path = workspace(shown)
    if path:
        path.write_text(REFERENCES[re.sub(r"^\d+-", "", path.parent.name)])


def play(terminal: Terminal, shown: str, lines: int = 80) -> tuple[str, list[str]]:
    """Answer what is asked until the end, or for so many lines; what was shown last, and the lines of the answer not yet handed in."""
    typed: list[str] = []
    while terminal.process.poll() is None and shown and lines > 0:
        solve(terminal.shown)
        for line in answers(shown):
            shown = terminal.type(line)
            typed = [] if line in (".", "submit", "en", "") else [*typed, line]
            lines -= 1
            if lines <= 0 or not shown:
                break
    return shown, typed


def scorecard() -> dict:
    done = sparring("interview", "scorecard", "--json")
    assert done.returncode == 0, done.stderr
    card: dict = json.loads(done.stdout)
    return card


def test_a_whole_interview(data):
    with Terminal("interview") as terminal:
        play(terminal, terminal.read())
        assert terminal.close() == 0
    assert "Scorecard" in terminal.shown
    card = scorecard()
    assert card["finished"]
    assert [part["kind"] for part in card["rounds"]] == ["explain", "explain", "predict", "solve"]
    assert card["rounds"][3]["outcome"] == "correct"
    assert all(part["attempt"] or (part["skipped"] and part["kind"] == "explain") for part in card["rounds"])
    for dimension in card["dimensions"]:
        assert all(finding["evidence"]["type"] and finding["attempt"] for finding in dimension["findings"])
    depth = next(dimension for dimension in card["dimensions"] if dimension["dimension"] == "python-depth")
    assert all(finding["level"] is None for finding in depth["findings"] if finding["evidence"]["type"] == "passage")
    assert "english" in card["not_observed"]


def test_nobody_is_held_at_a_question_by_what_is_not_understood(data):
    with Terminal("interview", "start", "--seed", "1") as terminal:
        assert "Question 1 of 4" in terminal.read()
        for told in ("Try once more", "Question 2 of 4"):
            terminal.type("I don't know.")
            assert told in terminal.type(".")
        terminal.type(":pause")


def test_at_a_terminal_it_asks_which_interview_and_puts_one_together(data):
    ours, theirs = os.openpty()
    started = ready().start(["interview", "--lang", "en"], stdin=theirs)
    os.close(theirs)
    with os.fdopen(ours, "rb+", buffering=0) as typed, started.stdout as told:
        typed.write(b"9\n7\npilot\nlead\n\n20\nen\n:pause\n")
        shown = told.read().decode()
        assert started.wait(60) == 0
    plans = json.loads(sparring("interview", "plans", "--json").stdout)
    for plan in plans:
        assert plan["title"]["en"].split(",")[0] in shown
        assert f"{sum(part['minutes'] for part in plan['rounds'])} minutes" in shown
    assert "Type a number from 1 to 7" in shown
    assert "Enter: 2" in shown, "backend is offered"
    assert "Write one of: ai, backend, lead, python." in shown
    begun = json.loads(sparring("interview", "list", "--json").stdout)
    assert [row["plan"] for row in begun] == ["lead/mid/20"]
    own = json.loads(sparring("interview", "plans", "--role", "lead", "--minutes", "20", "--json").stdout)
    assert [(row["id"], row["level"], sum(part["minutes"] for part in row["rounds"])) for row in own] == [("lead/mid/20", "mid", 18)]


def test_questions_are_not_named_and_what_was_found_waits_for_the_follow_up(data):
    titles = [exercise["title"]["en"] for exercise in json.loads(sparring("list", "--json").stdout)]
    with Terminal("interview", "start", "--seed", "3") as terminal:
        shown = terminal.read()
        assert "Question 1 of 4" in shown
        assert not [title for title in titles if title in shown]
        terminal.type("A reference count that reaches zero frees the object at once; it depends on who still holds a reference.")
        asked = terminal.type(".")
        assert "Interviewer:" in asked
        assert not re.search("^[●■○] ", asked, re.MULTILINE), "nothing of what was looked for before the reply"
        told = terminal.type(".")
        while "with a single dot (the dot" in told:
            told = terminal.type(".")
        assert re.search("^[●■○] ", told, re.MULTILINE)
        terminal.type(":pause")


def test_pause_and_resume_keep_the_draft_and_the_clock(data):
    with Terminal("interview", "start", "--seed", "1") as terminal:
        terminal.read()
        terminal.type("One line of an answer.")
        terminal.type(":pause")
        assert terminal.close() == 0
    with Terminal("interview") as again:
        assert "One line of an answer." in again.read()
        again.type(":pause")


def test_hints_skips_and_notes_are_on_the_scorecard(data):
    with Terminal("interview", "start", "--seed", "2") as terminal:
        terminal.read()
        assert "›" in terminal.type(":hint")
        terminal.type(":note ask about the scheduler")
        for _ in range(4):
            terminal.type(":skip")
    card = scorecard()
    assert card["finished"]
    assert [part["skipped"] for part in card["rounds"]] == [True] * 4
    assert card["rounds"][0]["hints"] == 1
    assert card["notes"] == ["ask about the scheduler"]
    assert card["dimensions"] == []


def handed_in(folder: Path) -> str:
    """All answers and replies that were handed in so far, as the archive has them."""
    file = folder / "everything.zip"
    assert sparring("study", "export-all", str(file)).returncode == 0
    with zipfile.ZipFile(file) as archive:
        return "".join(archive.read(f"records/{name}.jsonl").decode() for name in ("submission", "interviewevent"))


def killed_and_resumed(seed: int, folder: Path) -> None:
    """Kill the program at a random moment, resume it to the end, and find everything that it had acknowledged.

    What is sent last is in a race with the kill: where its dot was read first, the answer is no draft any more, but was handed in.
    """
    chance = random.Random(seed)
    with Terminal("interview", "start", "--seed", str(seed)) as terminal:
        _, typed = play(terminal, terminal.read(), chance.randrange(1, 16))
        verdicts = len(re.findall(r"score \d+", terminal.shown))
        last = chance.choice([b"", b"\n", b"\n.\n", b"\nsubmit\n"]) if terminal.process.poll() is None and chance.random() < 0.5 else None
        if last is not None:
            terminal.send(b"half a thought" + last)
        terminal.kill()
    with Terminal("interview") as again:
        shown = again.read()
        gone = [line for line in typed if line not in shown.replace("\n│ ", "\n")]
        assert gone == (gone if last == b"\n.\n" else []), (seed, gone, shown)
        stored = handed_in(folder) if gone else ""
        assert all(line in stored for line in gone), (seed, gone, shown)
        play(again, shown)
        assert again.close() == 0
    card = scorecard()
    assert card["finished"]
    assert sum(part["submissions"] for part in card["rounds"]) >= verdicts, seed
    assert all(part["attempt"] or part["skipped"] for part in card["rounds"]), (seed, card["rounds"])


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.prove)])
def test_killed_at_a_random_moment_nothing_is_lost(data, tmp_path, seed):
    killed_and_resumed(seed, tmp_path)


@pytest.mark.prove
@pytest.mark.parametrize("seed", range(100, 150))
def test_killed_at_fifty_random_moments_nothing_is_lost(data, tmp_path, seed):
    killed_and_resumed(seed, tmp_path)
