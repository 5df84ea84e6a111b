"""What a recording tells beside lines and names, and what it does with programs that are too much for it."""

import re
from itertools import pairwise

import pytest

from sparring.judge.trace import IMMORTAL, Bounds, Trace, changes, record
from sparring.judge.trace.reading import Heap
from sparring.judge.trace.telling import bound, ended, told
from sparring.sandbox.interface import Unreadable
from sparring.words import words


def traced(pool, source, typed="", **bounds):
    trace = record(pool, source, typed, Bounds(**bounds))
    assert isinstance(trace, Trace), trace
    assert not trace.failure
    return trace


def said(trace, language="en"):
    before, lines = None, []
    for step in trace.steps:
        lines += [words(language).say(message) for message in told(before, step, changes(before, step))]
        before = step
    return lines


def whats(trace):
    return [change.what for before, step in zip(trace.steps, trace.steps[1:], strict=False) for change in changes(before, step)]


def thing(trace, name, position=-1):
    step = trace.steps[position]
    return step.things[next(each.to for each in step.frames[0].names if each.name == name)]


def test_mutation_and_rebinding_are_told_apart(pool):
    trace = traced(pool, "a = [1]\nb = a\nb.append(2)\nb = b + [3]\n")
    lines = said(trace)
    assert "list #1 is changed in place: + [1] 2. It is one object, so a, b all show it." in lines
    assert any(line.startswith("b is rebound: it stood for list #1, now for list #") for line in lines)
    assert thing(trace, "a").serial != thing(trace, "b").serial


@pytest.mark.parametrize(
    ("kind", "what", "was", "now", "same"),
    [
        ("tuple", "sequence", ("", [["0", 7]], 0), ("", [["0", 8]], 0), False),
        ("frozenset", "sequence", ("", [["", 7]], 0), ("", [], 0), False),
        ("int", "atom", ("257", [], 0), ("258", [], 0), False),
        ("method", "method", ("", [["__self__", 7]], 0), ("", [["__self__", 8]], 0), False),
        ("tuple", "sequence", ("", [["0", 7]], 0), ("", [["0", 7]], 0), True),
        ("list", "sequence", ("", [["0", 7]], 0), ("", [["0", 8]], 0), True),
        ("bytearray", "atom", ("bytearray(b'')", [], 0), ("bytearray(b'a')", [], 0), True),
        ("Point", "sequence", ("", [["0", 7]], 0), ("", [["0", 7], [".memo", 8]], 0), True),
    ],
)
def test_what_cannot_change_and_is_different_is_another_object_at_the_same_address(kind, what, was, now, same):
    heap = Heap()
    frame = [1, "<module>", "module", 1, [["x", 64, ""]]]
    heap.move([frame], [[64, kind, 8, 1, what, *was]], [])
    (first,) = heap.things
    heap.move([], [[64, kind, 8, 2, what, *now]], [])
    (second,) = heap.things
    assert (first == second) is same
    assert heap.stack([1])[0].names[0].to == second


def test_no_tuple_is_ever_changed_in_place(pool):
    """The group's arguments die with it, and the collector's lists show another tuple at their address."""
    door = "class Door:\n    def __init__(self, name, swallow=False):\n        self.name = name\n        self.swallow = swallow\n"
    door += "    def __enter__(self):\n        print('in', self.name)\n        return self.name\n    def __exit__(self, kind, exc, tb):\n"
    door += "        print('out', self.name, kind.__name__ if kind else None)\n        if self.name == 'b':\n            raise KeyError('from exit') from exc\n"
    door += "        return self.swallow\ndef work():\n    with Door('a', True) as a, Door('b') as b:\n        1 / 0\n    return a + b\n"
    use = "try:\n    print(work())\nexcept Exception as e:\n    print('caught', type(e))\ntry:\n    with Door('c'):\n        raise ValueError('x')\n"
    trace = traced(pool, f"{door}{use}except* ValueError as eg:\n    print(type(eg).__name__, eg.exceptions)\n")
    lines = said(trace)
    assert not [line for line in lines if re.match(r"tuple #\d+ is changed", line)]
    assert [line for line in lines[-5:] if re.match(r"tuple #\d+ is freed", line)]
    assert "tuple" not in [each.type for each in trace.steps[-1].things.values()]


NAMESPACES = """class Meta(type):
    @classmethod
    def __prepare__(mcls, name, bases):
        return {"made": 1}
class A(metaclass=Meta):
    x = [1]
a = A()
own = vars(a)
del own
a.y = 2
b = [1]
del b
"""


def test_where_a_class_and_an_instance_keep_their_names_is_neither_lost_nor_told_twice(pool):
    lines = said(traced(pool, NAMESPACES))
    assert not [line for line in lines if "No name leads to" in line]
    assert not [
        line
        for line in lines
        if line.startswith("dict") and "changed in place" in line and "__module__" not in line and "__static" not in line
    ]
    assert [line for line in lines if line.startswith("A #") and "+ .y 2" in line]


REPLACED = """x = [1]
x = None; x = [2]
y = {"a": 1}
y = None; y = {"a": 1}
x.append(3)
z = {}
z["k"] = [1]
"""


def test_another_of_the_same_type_at_the_same_address_is_another(pool):
    trace = traced(pool, REPLACED)
    lines = said(trace)
    assert len([line for line in lines if "changed in place" in line]) == 2, lines
    assert [line for line in lines if line.startswith("x is rebound: it stood for list #1, now for list #")], lines
    assert [line for line in lines if line.startswith("y is rebound")], lines
    assert [line for line in lines if "+ ['k'] list" in line]


@pytest.mark.parametrize(
    ("source", "shows"),
    [
        ("a = [[1], [2]]\nb = a[:]\nb[0].append(9)\n", "a[0], b[0]"),
        ("a = {'k': [1]}\nb = dict(a)\nc = b['k']\nb['k'].append(9)\n", "c, a['k'], b['k']"),
        ("class Cart:\n    items = []\nfirst, second = Cart(), Cart()\nfirst.items.append(1)\n", None),
        (
            "class Cart:\n    def __init__(self, items=[]):\n        self.items = items\nfirst, second = Cart(), Cart()\nfirst.items.append(1)\n",
            "first.items, second.items",
        ),
        ("rows = [[0], [0]]\nrows[0].append(1)\n", None),
    ],
)
def test_an_object_within_two_others_is_told_as_one(pool, source, shows):
    (line,) = [line for line in said(traced(pool, source)) if line.startswith("list #") and "is changed in place: +" in line]
    assert (f"It is one object, so {shows} all show it." in line) if shows else "all show it" not in line


def test_a_function_is_not_written_like_a_call_and_two_that_read_alike_are_told_apart(pool):
    lines = said(traced(pool, "def make():\n    def f(): pass\n    return f\nf = make()\nf = make()\nx = 1000\nx = int('1000')\n"))
    assert "make now stands for function make." in lines
    assert [
        line
        for line in lines
        if re.fullmatch(r"f is rebound: it stood for function make\.<locals>\.f #(\d+), now for function .*f #(?!\1)\d+\.", line)
    ]
    assert [line for line in lines if re.fullmatch(r"x is rebound: it stood for 1000 #(\d+), now for 1000 #(?!\1)\d+\.", line)]


def test_reference_counts_are_those_that_the_program_would_see(pool):
    source = "import sys\nx = []\ny = x\nz = {'k': x}\nseen = sys.getrefcount(x) - 1\ndone = None\n"
    trace = traced(pool, source)
    assert thing(trace, "x").references == int(thing(trace, "seen").text) == 3
    assert thing(trace, "done").references == IMMORTAL


def test_sizes_and_addresses_are_what_python_says(pool):
    trace = traced(pool, "import sys\nx = [1, 2, 3]\nsize = sys.getsizeof(x)\nwhere = id(x)\n")
    assert thing(trace, "x").size == int(thing(trace, "size").text)
    assert thing(trace, "x").address == int(thing(trace, "where").text)


def test_a_cycle_is_lost_and_then_collected(pool):
    trace = traced(pool, "import gc\nclass N: pass\nn = N()\nn.me = n\ndel n\ngc.collect()\n")
    assert whats(trace).count("lost") == 1
    assert "freed" in whats(trace)
    assert next(step.collected for step in trace.steps if step.collected) == (1,)


def test_looking_keeps_nothing_alive(pool):
    trace = traced(pool, "class N:\n    def __del__(self):\n        print('gone')\nn = N()\nn = None\nprint('after')\n")
    assert trace.output == "gone\nafter\n"


def test_a_generators_frame_is_there_while_it_is_suspended(pool):
    trace = traced(pool, "def g():\n    here = [7]\n    yield here\nit = g()\nnext(it)\nlist(it)\n")
    suspended = thing(trace, "it", next(i for i, step in enumerate(trace.steps) if step.event == "line" and step.line == 6))
    assert suspended.text == "g ⏸ 3"
    assert [item.label for item in suspended.items] == ["here"]
    assert thing(trace, "it").text == "g ✓"


def test_what_a_comprehension_runs_in_keeps_its_names(pool):
    source = "total = 10\nr = 7\nrows = [1, 2]\nsquares = [x * x for x in rows]\nmore = [r + 1 for r in rows]\n\nclass Shelf:\n    size = 3\n    wide = {n for n in rows}\n"
    trace = traced(pool, source)
    lines = said(trace)
    assert not [line for line in lines if "No name leads" in line or (" r " in line and "rebound" in line)]
    assert [line.partition(" is deleted")[0] for line in lines if " is deleted" in line] == ["x", "Shelf: n"]
    assert all({"total", "r", "rows"} <= {name.name for name in step.frames[0].names} for step in trace.steps if step.line >= 4)
    inner = [name.name for step in trace.steps for name in step.frame.names if step.line == 9]
    assert {"size", "n"} <= set(inner)


def test_a_property_is_not_changed_by_what_it_learns_of_its_name(pool):
    lines = said(
        traced(
            pool,
            "class Price:\n    def __init__(self, cents):\n        self.cents = cents\n\n    @property\n    def euros(self):\n        return self.cents / 100\n",
        )
    )
    assert not [line for line in lines if " → " in line and "is changed in place" in line]


ODD = """from collections import OrderedDict

x: int = 3
d = OrderedDict(a=1, b=2)
d.move_to_end("a")

class M(type):
    @property
    def __module__(cls):
        return "elsewhere"

class A(metaclass=M):
    pass

M = A = None
"""


def test_the_order_of_parts_is_told_and_neither_the_compilers_names_nor_modules_that_are_none(pool):
    lines = said(traced(pool, ODD))
    assert [line.partition(": ")[2] for line in lines if "is changed in place" in line] == ["'a', 'b' → 'b', 'a'"]
    assert not [line for line in lines if "__annotate__" in line or "__conditional_annotations__" in line]
    assert [line for line in lines if line.startswith("M now stands for")] == ["M now stands for class M."]


def test_a_call_of_the_same_function_has_names_of_its_own(pool):
    trace = traced(pool, "def f(n):\n    k = n\n    if n:\n        f(n - 1)\n    return k\n\nf(1)\n")
    bound = [
        change.serial
        for before, step in pairwise(trace.steps)
        for change in changes(before, step)
        if change.name == "k" and change.what == "bound"
    ]
    assert len(set(bound)) == 2


def test_what_waits_yields_nothing_and_annotations_are_worked_out_when_asked_for(pool):
    source = (
        "import asyncio\nfrom dataclasses import dataclass\n\n@dataclass\nclass Order:\n    total: int\n\nasync def numbers():\n    await asyncio.sleep(0)\n    yield 7\n\n"
        "async def main():\n    async for number in numbers():\n        print(number)\n\nasyncio.run(main())\n"
    )
    lines = said(traced(pool, source))
    assert [line.partition(" ")[0] for line in lines if " waits: " in line] == ["numbers", "main"]
    assert [line.partition(" ")[0] for line in lines if " yields " in line] == ["numbers"]
    assert sum("Somebody asks for the annotations of Order" in line for line in lines) == 1


def test_closures_share_their_cell(pool):
    trace = traced(pool, "def make():\n    n = 0\n    def a(): return n\n    def b(): return n\n    return a, b\na, b = make()\n")
    first, second = thing(trace, "a").items[0], thing(trace, "b").items[0]
    assert first.label == "⟨n⟩"
    assert first.to == second.to


@pytest.mark.parametrize("language", ["en", "it"])
def test_all_sentences_are_there(pool, language):
    source = (
        "class C:\n    def __enter__(self): return self\n    def __exit__(self, *a): return False\n"
        "def g():\n    yield 1\nit = g()\nnext(it)\nlist(it)\ntry:\n    with C():\n        1 / 0\nexcept ZeroDivisionError:\n    del it\nboom\n"
    )
    lines = said(traced(pool, source), language)
    assert len(lines) > 30
    assert not [line for line in lines if line.startswith("trace.") or "{" in line]


def test_what_a_finally_lets_pass_is_no_return(pool):
    function = "def f(n):\n    try:\n        1 // n\n    except TypeError:\n        pass\n    finally:\n        n = 1\n"
    steps = record(pool, function + "try:\n    f(0)\nexcept ZeroDivisionError:\n    pass\nf(1)\nf(None)\n", bounds=Bounds()).steps
    assert [step.event for step in steps if step.event in ("unwind", "return")] == ["unwind", "return", "return", "return"]
    last = record(pool, "try:\n    1 // 0\nfinally:\n    x = 1\n", bounds=Bounds()).steps[-1]
    assert last.event == "unwind"


def test_a_long_program_is_bounded_and_says_how_long_it_is(pool):
    trace = traced(pool, "n = 0\nfor i in range(5000):\n    n += i\nprint(n)\n")
    assert (len(trace.steps), trace.bound, trace.count, trace.counted_all) == (1000, "steps", 10_004, True)
    assert trace.output == "12497500\n"
    message = bound(trace)
    assert words("en").say(message) == "Steps 1 to 1,000 of 10,004 are recorded. To see others, start later or shorten the loop."
    later = traced(pool, trace.source, first=9_000)
    assert later.steps[0].number == 9_000
    assert later.steps[-1].number == 9_999
    assert later.steps[0].frames[0].names


def test_a_program_that_never_ends_is_stopped_and_shown(pool):
    trace = traced(pool, "n = 0\nwhile True:\n    n += 1\n")
    assert (trace.ended.how, trace.ended.why, trace.counted_all) == ("stopped", "time-limit", False)
    assert len(trace.steps) == 1000
    assert "as many as a recording holds, and the program makes more" in words("en").say(bound(trace))
    assert "Perhaps it never ends." in words("en").say(ended(trace))


def test_a_million_objects_are_not_walked(pool):
    trace = traced(pool, "big = [[n] for n in range(1_000_000)]\nlast = big[-1]\n", steps=60)
    assert trace.ended.how in ("finished", "stopped")
    trace = traced(pool, "big = list(range(1_000_000))\nlast = big[-1]\n")
    assert thing(trace, "big").more == 1_000_000 - 24
    assert thing(trace, "last").text == "999999"


def test_what_does_not_fit_into_memory_is_stopped_and_the_steps_before_are_there(pool):
    trace = traced(pool, "a = 1\nb = [0] * 10**9\n")
    assert trace.ended.how in ("raised", "stopped")
    assert [step.line for step in trace.steps[:2]] == [1, 2]


def test_megabytes_of_output_are_cut_and_counted(pool):
    trace = traced(pool, "for _ in range(30):\n    print('x' * 100_000)\n")
    assert trace.ended.how == "finished"
    assert len(trace.output) == 64 << 10
    assert trace.unprinted == 30 * 100_001 - (64 << 10)


def test_input_reads_what_was_typed_and_says_when_there_is_no_more(pool):
    trace = traced(pool, "name = input('who? ')\nprint(name)\n", typed="Ada\n")
    assert trace.output == "who? Ada\n"
    nobody = traced(pool, "name = input('who? ')\n")
    assert nobody.ended.type == "EOFError"
    assert "write the lines beforehand" in words("en").say(ended(nobody))


@pytest.mark.parametrize(
    ("source", "error"),
    [
        ("import threading\nthreading.Thread(target=print).start()\n", "RuntimeError"),
        ("open('x.txt', 'w')\n", "Error"),
        ("import socket\n", "ModuleNotFoundError"),
        ("def f(): f()\nf()\n", "RecursionError"),
        ("raise SystemExit(3)\n", "SystemExit"),
    ],
)
def test_what_the_engine_does_not_have_is_an_exception_like_any_other(pool, source, error):
    trace = traced(pool, source)
    assert trace.ended.how == "raised"
    assert error in trace.ended.type
    assert trace.ended.line


def test_what_cannot_be_read_is_told_with_its_place(pool):
    found = record(pool, "x = 1\nif x\n")
    assert isinstance(found, Unreadable)
    assert (found.file, found.line) == ("snippet.py", 2)


HOSTILE = """\
class H:
    def __repr__(self): raise SystemExit
    def __eq__(self, other): raise SystemExit
    def __hash__(self): raise SystemExit
    def __len__(self): raise SystemExit
    def __iter__(self): raise SystemExit
    def __sizeof__(self): raise SystemExit
    def __getattribute__(self, name): raise SystemExit
class M(type):
    def __hash__(self): raise SystemExit
    def __eq__(self, other): raise SystemExit
    def __getattribute__(self, name): raise SystemExit
class K(metaclass=M): pass
class L(list):
    def __iter__(self): raise SystemExit
    def __len__(self): raise SystemExit
class D(dict):
    def items(self): raise SystemExit
h = H()
k = K()
lot = L([1, h])
table = D(a=h)
class E(Exception):
    def __str__(self): raise SystemExit
    args = 5
try:
    raise E(h)
except E as e:
    pass
print("unharmed")
"""


def test_no_method_of_the_program_is_called(pool):
    trace = traced(pool, HOSTILE)
    assert (trace.ended.how, trace.output, trace.bound) == ("finished", "unharmed\n", "")
    assert [item.label for item in thing(trace, "lot").items] == ["0", "1"]
    assert thing(trace, "h").size == 0


@pytest.mark.parametrize(
    ("source", "bound"),
    [
        ("import sys\nsys.settrace(None)\nx = 1\ny = 2\n", "lost"),
        ("import sys\ndef mine(*a): pass\nsys.settrace(mine)\nx = 1\n", "lost"),
        ("import sys\nsys.gettrace().__self__.count = -1000\nx = 1\n", "forged"),
        ("import sys\na = 1\nsys.stdout = None\nb = 2\n", ""),
        ("import os\nos.write(1, b'\\x1es[1,2]\\n')\nx = 1\n", "forged"),
        ("import os\nos.write(1, b'stray\\n')\nx = 1\n", ""),
        ("import builtins\nbuiltins.len = builtins.id = builtins.type = None\nx = [1]\n", ""),
        ("import _recorder.tracer\n_recorder.tracer.Look = None\nx = 1\n", "failed"),
        ("import _recorder.tracer as t\nt.Tracer._line = lambda self, frame: 7\nx = 1\n", "forged"),
        ("import sys\nsys.gettrace().__self__._line = lambda frame: 7\nx = 1\n", "forged"),
    ],
)
def test_a_program_that_meddles_ends_its_own_recording_only(pool, source, bound):
    trace = record(pool, source)
    assert (trace.bound, bool(trace.steps)) == (bound, True), trace.failure


def test_the_same_snippet_gives_the_same_recording(pool):
    source = "class A: pass\na = A()\nb = {a: [1]}\nprint(id(a))\n"
    first, second = traced(pool, source), traced(pool, source)
    assert first == second
