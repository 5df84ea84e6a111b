"""What is found and what is invented, counted: also by names that no list holds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sparring.usecases.study.bench import bench_adverts

LINES = """A role in Pavia
Requisiti:
- Esperienza con Django, Redis o Quarkle
- Knowledge of HJ7 and of the Vorpal guidelines
- Docker, Zorbleton
"""


def measured(*demands):
    return bench_adverts(json.dumps([{"text": LINES, "demands": list(demands)}]).encode())


def test_a_name_in_no_list_counts_as_found_where_it_is_asked_for():
    found = measured("Django", "Redis", "Quarkle", "HJ7", "Vorpal guidelines", "Docker", "Zorbleton")
    assert (found["asked"], found["found"], found["invented"], found["unlisted"]) == (7, 7, 0, 4)
    assert found["found_exactly"] == 6, "a row of its words is counted apart"
    assert found["passed"]


def test_a_name_that_nobody_asks_for_counts_as_invented():
    found = measured("Django", "Redis", "HJ7", "Vorpal", "Docker", "Nimbusque")
    assert [one["words"] for one in found["invented_words"]] == ["Quarkle", "Zorbleton"]
    assert [one["demand"] for one in found["missed"]] == ["Nimbusque"]
    assert not found["passed"]


BENCH = Path(__file__).parents[5] / "bench"


def test_the_shipped_model_reads_authors_whom_it_was_not_trained_on():
    found = bench_adverts((BENCH / "adverts" / "unseen-two.json").read_bytes())
    assert found["passed"], (found["recall"], found["invented_share"])


@pytest.mark.prove
def test_the_shipped_weights_are_those_of_the_corpus():
    done = subprocess.run([sys.executable, BENCH / "adverts.py", "check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
