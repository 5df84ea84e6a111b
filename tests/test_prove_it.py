"""Prove it: eight lines that show what was said, run and looked at; what only pretends shows nothing."""

from random import Random

import pytest

from sparring.core.answer import Answer, Raw
from sparring.core.clock import FakeClock
from sparring.core.evidence import Shown
from sparring.core.exercise import Exercise
from sparring.core.problem import JudgeError
from sparring.core.verdict import Outcome
from sparring.judge.judge import Judge
from sparring.kinds.explain import KIND
from sparring.kinds.explain.lines import refused
from sparring.kinds.kind import Folder, Tools
from tests.conftest import ROOT

PACK = ROOT / "packs" / "core" / "exercises" / "explain"
CYCLES = "Il garbage collector serve per i cicli di riferimenti, cioè oggetti che si puntano a vicenda e non verrebbero mai liberati."


@pytest.fixture(scope="module")
def tools(pool):
    return Tools(Judge(pool), FakeClock(), Random(0))


def exercise(name="gc-when-invoked") -> Exercise:
    loaded = KIND.load(Folder(PACK / name, f"core:{name}", ("en", "it")))
    assert isinstance(loaded, Exercise), loaded
    return loaded


def grade(tools, demo, text=CYCLES, name="gc-when-invoked"):
    chosen = exercise(name)
    answer = KIND.read(chosen, Raw({"text.md": text.encode(), "demo.py": demo.encode()}, "it"))
    assert isinstance(answer, Answer)
    verdict = KIND.grade(chosen, answer, tools)
    return verdict, next(finding for finding in verdict.findings if isinstance(finding.evidence, Shown))


def demo(name, exercise="gc-when-invoked"):
    return (PACK / exercise / "demos" / f"{name}.py").read_text()


def test_what_is_shown_earns_a_level_and_more_than_the_words(tools):
    words, offer = grade(tools, "")
    assert (offer.ok, offer.level, offer.dimension, offer.message.id) == (None, None, None, "explain.prove-offer")
    verdict, made = grade(tools, demo("right"))
    assert (made.ok, made.level, made.message.id) == (True, 3, "explain.demo-shown")
    assert verdict.score == pytest.approx(words.score + 0.25)
    assert verdict.summary.id == "explain.summary-shown"
    assert verdict.cost.instructions > 0


def test_beside_a_full_explanation_it_is_the_highest_level(tools):
    _, made = grade(tools, demo("right"), text=exercise().spec.answer.it)
    assert made.level == 4


def test_a_demonstration_of_nothing_is_told_what_is_missing(tools):
    verdict, made = grade(tools, demo("dead-already"))
    assert (made.ok, made.level) == (False, 2)
    assert "conteggio" in made.message.it
    assert verdict.summary.id == "explain.summary-not-shown"
    assert verdict.outcome is Outcome.PARTIAL


@pytest.mark.parametrize(
    ("source", "message", "line"),
    [
        ("x = (\n", "explain.demo-unreadable", 1),
        ("# nothing\n", "explain.demo-empty", 0),
        ("x = 1\n" * 9, "explain.demo-too-long", 0),
        ("x = 1; y = 2\n" * 5, "explain.demo-too-long", 0),
        ("x = 1\n" + "y = '" + "a" * 200 + "'\n", "explain.demo-wide", 2),
    ],
)
def test_what_cannot_be_run_does_not_count(tools, source, message, line):
    verdict, made = grade(tools, source)
    assert (made.ok, made.level, made.message.id, made.evidence.line) == (None, None, message, line)
    assert verdict.score == grade(tools, "")[0].score


def test_an_error_and_an_endless_loop_are_told(tools):
    _, broken = grade(tools, "print('before')\nx = 1 / 0\n")
    assert (broken.ok, broken.evidence.line, broken.evidence.output) == (False, 2, "before\n")
    assert broken.evidence.trouble.startswith("ZeroDivisionError")
    _, endless = grade(tools, "while True: pass\n")
    assert (endless.ok, endless.message.id) == (False, "explain.demo-stopped")
    _, loud = grade(tools, "while True: print('x' * 10000)\n")
    assert (loud.ok, loud.message.id) == (False, "explain.demo-stopped")


@pytest.mark.parametrize(
    "source",
    [
        "import sys\nsys.modules.clear()",
        "import sys as s\nprint(s._getframe())",
        "from sys import modules",
        "import builtins",
        "import gc\ngc.collect = print",
        "import gc\nsetattr(gc, 'collect', print)",
        "import gc as g\nh = g\nh.collect = print",
        "import gc\nprint(gc.get_objects())",
        "import gc\ngc.__dict__['collect'] = print",
        "from copy import deepcopy\ndeepcopy.__code__ = (lambda x: x).__code__",
        "from unittest.mock import patch",
        "exec('x = 1')",
        "__builtins__['len'] = print",
        "try: 1 / 0\nexcept Exception as e: print(e.__traceback__.tb_frame)",
        "print((lambda: 0).__globals__)",
        "print(object.__subclasses__())",
    ],
)
def test_lines_that_could_answer_for_the_check_are_not_run(source):
    found = refused(source)
    assert found
    assert found.message.id == "explain.demo-refused"


def test_honest_lines_are_not_refused():
    assert refused("import sys\nprint(sys.getrefcount([]), sys.getsizeof(range(3)))\nimport gc\ngc.collect()") is None


def test_a_check_that_cannot_be_read_is_our_failure(tools):
    from dataclasses import replace

    from sparring.kinds.explain.demo import try_it

    with pytest.raises(JudgeError):
        try_it(replace(exercise().spec.offer, check="def check(:\n"), "x = 1\n", tools.judge)


def test_a_check_that_lets_everything_pass_is_found(tools):
    from dataclasses import replace

    chosen = exercise()
    easy = replace(chosen.spec.offer, check="def check(source, names):\n    return None\n", demos={"right": "x = 1\n"}, says={})
    problems = KIND.prove(replace(chosen, spec=replace(chosen.spec, offer=easy, proof=None)), tools)
    assert {problem.message.id for problem in problems} == {"explain.demo-forged"}


def test_the_demonstration_cannot_be_handed_in_alone():
    problems = KIND.read(exercise(), Raw({"demo.py": b"x = 1\n"}, "it"))
    assert [(problem.file, problem.message.id) for problem in problems] == [("text.md", "answer.file-missing")]
