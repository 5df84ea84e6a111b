from sparring.sandbox.interface import Frame, Job, JobOutcome, Limits, Raised, Step, Stop, Stopped, Unreadable, Value


def run(engine, files, groups=(), **options):
    return engine.run(Job(files if isinstance(files, dict) else {"solution.py": files}, groups=groups, **options))


def evals(*sources):
    return [Step("eval", source) for source in sources]


def test_frames_tell_the_candidates_lines_only(results):
    (raised,) = results("def f(x):\n    return g(x)\n\ndef g(x):\n    import json\n    return json.loads(x)", "f('{')")
    assert raised.type == "json.decoder.JSONDecodeError"
    assert "builtins.ValueError" in raised.bases
    assert raised.frames == (Frame("solution.py", 2, "f"), Frame("solution.py", 6, "g"))


def test_a_long_traceback_is_bounded(results):
    (raised,) = results("def f(n): return f(n + 1)", "f(0)")
    assert raised.type == "builtins.RecursionError"
    assert 10 < len(raised.frames) <= 41


def test_hostile_exceptions_are_described(results):
    source = (
        "class A(Exception):\n    def __str__(self): raise KeyError\n"
        "class B(str): pass\n"
        "class C(Exception):\n    def __str__(self): return B('x' * 10 ** 6)\n"
        "class D(BaseException):\n    __module__ = 5\n"
    )
    a, c, d, e = results(source, "!raise A", "!raise C", "!raise D", "!raise SystemExit(3)")
    assert (a.type, a.text) == ("solution.A", "<no text: __str__ raised builtins.KeyError>")
    assert c.text == "x" * 2000
    assert d.type == "?.D"
    assert (e.type, e.text) == ("builtins.SystemExit", "3")


def test_unreadable(engine):
    assert run(engine, "x = 1\ny = (\n") == Unreadable("solution.py", 2, 5, "'(' was never closed")
    assert isinstance(run(engine, "x = '\0'"), Unreadable)
    assert isinstance(run(engine, "x = " + "(" * 500 + ")" * 500), Unreadable)
    assert isinstance(run(engine, "x = '\ud800'"), Unreadable)
    assert run(engine, {"solution.py": "", "other.py": "a b"}).file == "other.py"


def test_files_import_each_other(engine):
    files = {
        "solution.py": "import shapes.box\nfrom tools import twice\ndef f(x): return twice(x) + shapes.box.SIZE",
        "tools.py": "def twice(x): return 2 * x",
        "shapes/__init__.py": "",
        "shapes/box.py": "SIZE = 1",
        "data.txt": "not ( python",
    }
    assert run(engine, files, [evals("f(3)")]).groups[0][0].result == Value(7)


def test_a_failing_load_runs_no_step(engine):
    outcome = run(engine, "1 / 0", [evals("1")])
    assert outcome.load.result.type == "builtins.ZeroDivisionError"
    assert outcome.load.result.frames == (Frame("solution.py", 1, "<module>"),)
    assert outcome.groups == ()


def test_groups_share_the_module_and_not_their_names(engine):
    source = "count = 0\ndef bump():\n    global count\n    count += 1\n    return count"
    first = [Step("exec", "mine = 5"), *evals("mine", "bump()", "count")]
    outcome = run(engine, source, [first, evals("count", "mine")])
    assert [step.result for step in outcome.groups[0]] == [Value(None), Value(5), Value(1), Value(1)]
    assert outcome.groups[1][0].result == Value(1)
    assert outcome.groups[1][1].result.type == "builtins.NameError"


def test_fresh_groups_share_nothing(engine):
    outcome = run(engine, "x = []", [evals("x.append(1)", "len(x)")] * 3, fresh=True)
    assert [group[1].result for group in outcome.groups] == [Value(1)] * 3
    assert len({group[1].instructions for group in outcome.groups}) == 1


def test_private_names_are_not_visible_and_rebinding_lasts_for_the_group(results):
    assert results("_x = 1\ny = 2", "!y = 3", "y")[1] == Value(3)
    assert results("_x = 1", "_x")[0].type == "builtins.NameError"


def test_builtins_are_pristine_for_steps(results):
    assert results("import builtins\nbuiltins.len = lambda x: 99\ndef f(x): return len(x)", "len([])", "f([])") == [Value(0), Value(99)]


def test_after_a_stop_the_next_group_goes_on(engine):
    loop = Step("exec", "while True: pass")
    outcome = run(engine, "x = 7", [[*evals("x"), loop, *evals("x")], evals("x")], limits=Limits(step_instructions=10**7))
    assert outcome.groups[0][0].result == Value(7)
    assert outcome.groups[0][1].result == Stopped(Stop.TIME)
    assert outcome.groups[0][2] is None
    assert outcome.groups[1][0].result == Value(7)


def test_scripts(engine):
    source = "import atexit, sys\natexit.register(print, 'bye')\nif __name__ == '__main__':\n    print('hi', sys.argv)\n"
    outcome = run(engine, source, as_script=True)
    assert isinstance(outcome, JobOutcome)
    assert outcome.load.output == "hi ['solution.py']\nbye\n"
    assert outcome.groups == ()


def test_no_program(engine):
    outcome = run(engine, {}, [evals("1 + 1")], main=None)
    assert outcome.load.result == Value(None)
    assert outcome.groups[0][0].result == Value(2)


def test_classes_of_steps_and_modules_work(results):
    source = "from dataclasses import dataclass\nimport pickle\n@dataclass\nclass P:\n    x: int = 1\n"
    steps = "!import dataclasses\n@dataclasses.dataclass\nclass Q:\n    y: list = dataclasses.field(default_factory=list)"
    assert results(source, "pickle.loads(pickle.dumps(P(3))).x", steps, "repr(Q())", "repr(P())") == [
        Value(3), Value(None), Value("Q(y=[])"), Value("P(x=1)"),
    ]  # fmt: skip


def test_stack_exhaustion_is_an_exception(results):
    chain = "__import__('functools').reduce(lambda a, _: map(str, a), range(100000), iter([1])).__next__()"
    (raised,) = results("", chain)
    assert isinstance(raised, Raised)
    assert (raised.type, raised.text) == ("builtins.RecursionError", "stack exhausted")
    assert "builtins.RuntimeError" in raised.bases


def test_deep_data_is_taken_apart(results):
    source = "class Node:\n    def __init__(self, next): self.next = next\ndef f(n):\n    x = None\n    for _ in range(n): x = Node(x)\n    return n\n"
    assert results(source, "f(100000)", "f(3)") == [Value(100000), Value(3)]
