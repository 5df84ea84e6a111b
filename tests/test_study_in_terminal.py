"""The study as one types it: today, the session, the plan, files in and out, asked twice before everything is deleted."""

import json

from tests.terminal import sparring


def data_of(*arguments: str, stdin: bytes = b""):
    done = sparring(*arguments, "--json", stdin=stdin)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_today_is_a_contract_and_a_session_is_resumed(data):
    first = data_of("today", "--minutes", "20")
    assert {"day", "minutes", "minutes_left", "steps", "interview", "company", "readiness"} == set(first)
    assert {"item", "what", "minutes", "topic", "title", "done"} == set(first["steps"][0])
    done = sparring("study", "--lang", "it", stdin=b"\n9\n2\n")
    assert "Difficile: la sapevo, con fatica" in done.stdout
    assert "per ora danno lo stesso giorno" in done.stdout
    assert "Scrivi 1, 2, 3 o 4" in done.stdout
    again = data_of("today")
    assert [step["done"] for step in again["steps"]][:2] == ["hard", None]
    assert again["minutes"] == 20
    assert data_of("study", "answer", again["steps"][1]["item"], "easy")["due"] > again["day"]
    assert sparring("study", "answer", "nothing", "easy").returncode == 2
    assert sparring("study", "answer", again["steps"][1]["item"], "perhaps").returncode == 2


def test_an_application_gives_the_plan_its_day(data, tmp_path, monkeypatch):
    from datetime import datetime, timedelta
    from zoneinfo import ZoneInfo

    monkeypatch.setenv("TZ", "Europe/Rome")  # where half past midnight is still the day before in UTC
    assert sparring("study", "plan").returncode == 2
    advert = tmp_path / "advert.txt"
    advert.write_text("We are looking for a Python developer with strong Django skills; Kubernetes is a plus in our team in Milan.")
    found = data_of("study", "advert", str(advert))
    assert {row["skill"]: row["force"] for row in found["demands"]} == {"Python": "must", "Django": "must", "Kubernetes": "plus"}
    at = (datetime.now(ZoneInfo("Europe/Rome")) + timedelta(days=10)).date().isoformat()
    data_of("study", "applications", "save", "Acme", "--at", f"{at}T00:30", "--advert", str(advert))
    assert data_of("study", "applications", "list")[0]["at"].startswith(f"{at}T00:30:00+0")
    assert sparring("study", "applications", "save", "Acme", "--at", "0001-01-01T00:00").returncode == 2
    plan = data_of("study", "plan")
    assert (plan["interview"], plan["company"]) == (at, "Acme")
    assert len(plan["days"]) == 10
    told = data_of(
        "study",
        "applications",
        "asked",
        "acme",
        "-",
        stdin="Mi hanno chiesto perché il GIL c’è e che cos’è una LRU cache.".encode("utf-16"),
    )
    assert [one["exercise"] for one in told["questions"]] == ["gil-threads-asyncio-processes", "lru-cache"]
    assert len(told["cards"]) == 2
    assert {"internals.concurrency", "algorithms.caches"} <= set(told["topics"])
    later = (datetime.now(ZoneInfo("Europe/Rome")) + timedelta(days=20)).date().isoformat()
    data_of("study", "applications", "save", "Delta", "--at", f"{later}T10:00")
    assert "From now on the plan and the days of study are for Delta" in " ".join(
        sparring("study", "plan", "--for", "delta").stdout.split()
    )
    assert "20 days to the interview at Delta" in " ".join(sparring("today").stdout.split())
    assert sparring("study", "applications", "calendar", str(tmp_path / "c.ics")).returncode == 0
    assert b"BEGIN:VEVENT" in (tmp_path / "c.ics").read_bytes()


def test_cards_and_everything_go_out_come_back_and_are_deleted_after_asking_twice(data, tmp_path):
    deck = tmp_path / "deck.txt"
    deck.write_text("front;back\nanother;card\n")
    assert data_of("study", "cards", "import", str(deck)) == {
        "cards": 2, "new": 2, "media": 0, "missing": [], "without_front": [], "without_back": 0,
    }  # fmt: skip
    assert data_of("study", "cards", "export", str(tmp_path / "d.apkg"))["bytes"] > 1000
    assert sparring("study", "cards", "export", str(tmp_path / "d.apkg")).returncode == 2
    (tmp_path / "broken.apkg").write_bytes(b"PK\x03\x04")
    done = sparring("study", "cards", "import", str(tmp_path / "broken.apkg"), "--lang", "it")
    assert (done.returncode, "non è un pacchetto di Anki" in done.stderr.replace("\n", " ")) == (2, True)
    whole = tmp_path / "all.zip"
    data_of("study", "export-all", str(whole))
    assert sparring("study", "delete-all", stdin=b"delete\nno\n").returncode == 1
    assert len(data_of("study", "cards", "list")) == 2
    assert sparring("study", "delete-all", stdin=b"delete\ndelete\n").returncode == 0
    assert data_of("study", "cards", "list") == []
    assert data_of("study", "import-all", str(whole))["card"] == 2
    assert len(data_of("study", "cards", "list")) == 2


def test_the_bench_of_adverts_measures_what_others_wrote(data, tmp_path):
    file = tmp_path / "adverts.json"
    file.write_text(json.dumps([{"text": "You know Django and Kafka.", "demands": ["Django", "Kafka", "Zope"]}]))
    done = sparring("bench", "advert", str(file), "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["asked"], found["found"], found["invented"]) == (1, 3, 2, 0)
    assert found["missed"] == [{"advert": "1", "demand": "Zope"}]
    assert sparring("bench", "advert", str(tmp_path / "none.json")).returncode == 2
