from random import Random

import pytest

from sparring.judge.mutants import Subject, decoys, judge_suite, mutants, read_suite
from sparring.judge.mutants.hostile.suites import CART


@pytest.fixture(scope="session")
def judged(pool):
    """What comes of a suite (a text, or files by name) on the mutants of the cart, or of another module."""

    def judge(suite, source=CART, right=None, wrong=None, seed=1, file="cart.py", beside=None, workers=1):
        files = {"test_it.py": suite} if isinstance(suite, str) else suite
        wrong = mutants(source) if wrong is None else wrong
        right = decoys(source) if right is None else right
        return judge_suite(pool, Subject(file, source, beside or {}), read_suite(files), wrong, right, Random(seed), workers)

    return judge
